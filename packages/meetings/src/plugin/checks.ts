import type { Finding } from "@moothall/core";
import type { Nation } from "@moothall/core/calendar";
import { type Check, Clock, check, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { type AllRecords, assembleMeetings } from "../agenda/assemble.ts";
import { actionRules, checkActions } from "../checks/check-actions.ts";
import { checkDecisions, decisionRules } from "../checks/check-decisions.ts";
import { checkForwardPlan, forwardPlanRules } from "../checks/check-forward-plan.ts";
import { checkNotice, noticeRules } from "../checks/check-notice.ts";
import { checkNumbering, numberingRules } from "../checks/check-numbering.ts";
import { checkOutcomes, outcomeRules } from "../checks/check-outcomes.ts";
import { checkVotes, voteRules } from "../checks/check-votes.ts";
import { checkWithholding, withholdingRules } from "../checks/check-withholding.ts";
import { readAll } from "./read-meetings.ts";

type Rules = Check["rules"];

const over = (
  summary: string,
  rules: Rules,
  find: (all: AllRecords, today: string) => Finding[],
): Check =>
  check({
    summary,
    rules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        return find(yield* readAll, clock.today());
      }),
  });

export const checks = (nation: Nation): Readonly<Record<string, Check>> => ({
  notice: over("What was published and taken against the notice owed.", noticeRules, (all, today) =>
    checkNotice(assembleMeetings(all), today, nation),
  ),
  withholding: over(
    "What is withheld: its ground, its review, and all that belongs to it.",
    withholdingRules,
    (all, today) => checkWithholding(assembleMeetings(all), today),
  ),
  outcomes: over(
    "Recommendations against resolutions, and minutes against their confirmation.",
    outcomeRules,
    (all) => checkOutcomes(assembleMeetings(all)),
  ),
  actions: over("Actions: their owners, their days and their reviews.", actionRules, (all, today) =>
    checkActions(all.actions, all.meetings, today),
  ),
  decisions: over(
    "The decision log against the meetings it is reported to.",
    decisionRules,
    (all) => checkDecisions(all.decisions, all.meetings, all.bodies),
  ),
  votes: over(
    "Attendance against the quorum, and votes against their electorate.",
    voteRules,
    (all) => checkVotes(assembleMeetings(all), all.memberships),
  ),
  numbering: over(
    "Numbers of minutes, items and decisions: gaps and repetitions.",
    numberingRules,
    (all) => checkNumbering(assembleMeetings(all), all.decisions, all.orders),
  ),
  "forward-plan": over("Forward plan entries that slipped.", forwardPlanRules, (all, today) =>
    checkForwardPlan(all.forwardPlan, all.meetings, today),
  ),
});

/** What the checks find that is late. */
export const lateFindings = (all: AllRecords, today: string, nation: Nation): Finding[] => {
  const meetings = assembleMeetings(all);
  return [
    ...checkNotice(meetings, today, nation),
    ...checkWithholding(meetings, today),
    ...checkOutcomes(meetings),
    ...checkActions(all.actions, all.meetings, today),
    ...checkDecisions(all.decisions, all.meetings, all.bodies),
    ...checkForwardPlan(all.forwardPlan, all.meetings, today),
  ];
};
