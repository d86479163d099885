import { type Kind, type Reference, referenceTo } from "@moothall/core";
import { type Check, Clock, check, Records, type StoredRecord } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { actionPlanRules, checkActionPlans, checkSameLines } from "../checks/check-action-plans.ts";
import {
  assessmentRules,
  checkEqualityAssessments,
  checkThreatAssessments,
} from "../checks/check-assessments.ts";
import { checkDue, dueRules } from "../checks/check-due.ts";
import {
  checkInitiatives,
  checkObjectives,
  checkUnlinked,
  objectiveRules,
} from "../checks/check-objectives.ts";
import { checkRecommendations, recommendationRules } from "../checks/check-recommendations.ts";
import { checkRisks, riskRules } from "../checks/check-risks.ts";
import type { Progress } from "../progress/progress.ts";
import type { ActionPlan, ActionPlanLine } from "../resources/action-plan.ts";
import type { Audit } from "../resources/audit.ts";
import type { EqualityAssessment } from "../resources/equality-assessment.ts";
import type { Initiative } from "../resources/initiative.ts";
import type { Partnership } from "../resources/partnership.ts";
import type { Recommendation } from "../resources/recommendation.ts";
import type { Review } from "../resources/review.ts";
import type { Risk } from "../resources/risk.ts";
import type { RiskRegister } from "../resources/risk-register.ts";
import type { ServiceStandard } from "../resources/service-standard.ts";
import type { Strategy } from "../resources/strategy.ts";
import type { Rating } from "../resources/terms.ts";
import type { ThreatAssessment } from "../resources/threat-assessment.ts";
import { all, readProgress } from "./read-records.ts";

/** A line of an action plan that safeguarding keeps, with its ratings by version. */
interface SafeguardingLine {
  readonly plan: string;
  readonly number: number;
  readonly text: string;
  readonly section?: string;
  readonly ratings?: readonly { readonly rating: Rating | null }[];
}

/** Holds the lines of safeguarding's action plans against each other too: they are such lines. */
function checkSafeguardingLines(lines: readonly StoredRecord<SafeguardingLine>[]) {
  const plans = [...new Set(lines.map(({ plan }) => plan))];
  return plans.flatMap((plan) =>
    checkSameLines(
      lines
        .filter((each) => each.plan === plan)
        .toSorted((left, right) => left.number - right.number)
        .map(({ id, number, text, section, ratings = [] }) => ({
          reference: referenceTo("safeguarding/action-line", id),
          number,
          heading: section,
          action: text,
          rating: ratings.findLast(({ rating }) => rating !== null)?.rating ?? undefined,
        })),
    ),
  );
}

/** The kinds that should serve an objective; named as text, since no domain knows another. */
const kindsThatServe: readonly Kind[] = ["funding/award", "procurement/contract"];

export const checks: Readonly<Record<string, Check>> = {
  risks: check({
    summary: "Risks against their matrix, their mitigation and the version before.",
    rules: riskRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        return checkRisks(
          yield* all<RiskRegister>("assurance/risk-register"),
          yield* all<Risk>("assurance/risk"),
          clock.today(),
        );
      }),
  }),
  recommendations: check({
    summary: "Recommendations that are overdue, or rejected without reason or follow-up.",
    rules: recommendationRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        return checkRecommendations(
          yield* all<Recommendation>("assurance/recommendation"),
          clock.today(),
        );
      }),
  }),
  "action-plans": check({
    summary: "Action plans against their review, and their lines against each other.",
    rules: actionPlanRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        return [
          ...checkActionPlans(
            yield* all<ActionPlan>("assurance/action-plan"),
            yield* all<ActionPlanLine>("assurance/action-plan-line"),
            clock.today(),
          ),
          ...checkSafeguardingLines(yield* all<SafeguardingLine>("safeguarding/action-line")),
        ];
      }),
  }),
  assessments: check({
    summary: "Assessments against the version before and against what they rest on.",
    rules: assessmentRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        const threats = yield* all<ThreatAssessment>("assurance/threat-assessment");
        const equality = yield* all<EqualityAssessment>("assurance/equality-assessment");
        return [
          ...checkThreatAssessments(threats),
          ...checkEqualityAssessments(equality, threats, clock.today()),
        ];
      }),
  }),
  due: check({
    summary: "Strategies, reviews, audits and standards against today and themselves.",
    rules: dueRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        return checkDue(
          {
            strategies: yield* all<Strategy>("assurance/strategy"),
            reviews: yield* all<Review>("assurance/review"),
            audits: yield* all<Audit>("assurance/audit"),
            partnerships: yield* all<Partnership>("assurance/partnership"),
            standards: yield* all<ServiceStandard>("assurance/service-standard"),
          },
          clock.today(),
        );
      }),
  }),
  objectives: check({
    summary: "Objectives that nothing serves, and initiatives and money that serve none.",
    rules: objectiveRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const today = (yield* Clock).today();
        const plans = yield* all<{ validTo?: string }>("register/plan");
        const gathered: Progress[] = [];
        const current: Progress[] = [];
        for (const { id, validTo } of plans) {
          const told = yield* readProgress(referenceTo("register/plan", id));
          gathered.push(told);
          if (validTo === undefined || validTo >= today) current.push(told);
        }
        const serving = new Set<Reference>(
          gathered.flatMap(({ lines, unplaced }) => [
            ...lines.flatMap((line) =>
              Object.values(line.serving).flatMap((each) => each.map(({ reference }) => reference)),
            ),
            ...unplaced.map(({ reference }) => reference),
          ]),
        );
        const unlinked = [];
        for (const kind of plans.length === 0 ? [] : kindsThatServe) {
          const references = (yield* records.all(kind)).map(({ id }) => referenceTo(kind, id));
          unlinked.push(...checkUnlinked(kind, references, serving));
        }
        return [
          ...checkObjectives(current),
          ...checkInitiatives(yield* all<Initiative>("assurance/initiative"), today),
          ...unlinked,
        ];
      }),
  }),
};
