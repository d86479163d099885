import { calendarDate, type Reference, reference } from "@moothall/core";
import type { Nation } from "@moothall/core/calendar";
import { attempt, Caller, Clock, Records, type Report, report } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import { profileOfMeeting } from "../agenda/meeting-records.ts";
import { fault } from "../errors.ts";
import { profileOf } from "../law/profile.ts";
import { actionReview } from "../reports/action-review.ts";
import { agendaReport } from "../reports/agenda-report.ts";
import { checklistReport } from "../reports/checklist-report.ts";
import { decisionLog, unreportedDecisions } from "../reports/decision-reports.ts";
import { forwardPlanReport } from "../reports/forward-plan-report.ts";
import { lateReport } from "../reports/late-report.ts";
import { minutesReport } from "../reports/minutes-report.ts";
import { packReport, publicPack } from "../reports/pack-report.ts";
import type { SeenAction } from "../resources/action.ts";
import type { SeenDecision } from "../resources/decision.ts";
import type { ForwardPlanEntry } from "../resources/forward-plan-entry.ts";
import type { Meeting } from "../resources/meeting.ts";
import { compareMeetings, dayOf } from "../resources/meeting-start.ts";
import { ordersOf, type StandingOrders } from "../resources/standing-orders.ts";
import { lateFindings } from "./checks.ts";
import { readAll, readMeeting, readNames } from "./read-meetings.ts";

const ofMeeting = () => z.strictObject({ meeting: reference("meetings/meeting") });
const ofBody = () => z.strictObject({ body: reference("register/body") });
const example = { meeting: "meetings/meeting/example-board.2026-06-18" };
const equals = (field: string, value: string) => ({ field, is: "equals", value }) as const;

const meetingsOf = (body: string) =>
  Effect.flatMap(Records, (records) =>
    records.all<Meeting>("meetings/meeting", {
      where: [equals("body", body)],
      order: { field: "start", direction: "ascending" },
    }),
  );

/** The next meetings of a body, as an agenda announces them. */
const following = ({ meeting }: MeetingRecords) =>
  Effect.map(meetingsOf(meeting.body), (meetings) =>
    meetings
      .filter((each) => each.status !== "cancelled" && compareMeetings(each, meeting) > 0)
      .slice(0, 6),
  );

const withFollowing =
  (build: (records: MeetingRecords, next: readonly Meeting[]) => ReturnType<typeof agendaReport>) =>
  (input: { readonly meeting: string }) =>
    Effect.gen(function* () {
      const records = yield* readMeeting(input.meeting as Reference);
      return build(records, yield* following(records));
    });

export const reports = (nation: Nation): Readonly<Record<string, Report>> => ({
  agenda: report({
    summary: "The agenda of a meeting.",
    input: ofMeeting,
    needs: [Records],
    example: { input: example },
    build: withFollowing(agendaReport),
  }),
  pack: report({
    summary: "The pack of a meeting as the public may have it: agenda and open papers.",
    input: ofMeeting,
    needs: [Records],
    example: { input: example },
    build: withFollowing(publicPack),
  }),
  "full-pack": report({
    summary: "The whole pack of a meeting, withheld papers included, for those who may see them.",
    input: ofMeeting,
    clearance: "restricted",
    needs: [Records],
    example: { input: example },
    build: withFollowing(packReport),
  }),
  minutes: report({
    summary: "The minutes of a meeting.",
    input: ofMeeting,
    needs: [Records],
    example: { input: example },
    build: ({ meeting }) =>
      Effect.flatMap(readMeeting(meeting as Reference), (records) =>
        attempt(() => minutesReport(records)),
      ),
  }),
  "review-of-actions": report({
    summary: "The actions that are carried to a meeting, with their owners and progress.",
    input: ofMeeting,
    needs: [Records],
    example: { input: example },
    build: ({ meeting }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const to = yield* records.get<Meeting>(meeting as Reference);
        const actions = yield* records.all<SeenAction>("meetings/action", {
          where: [equals("body", to.body)],
        });
        return actionReview(
          actions,
          yield* meetingsOf(to.body),
          to,
          yield* readNames(records, actions),
        );
      }),
  }),
  "forward-plan": report({
    summary: "What a body means to consider, by meeting and topic.",
    input: () =>
      z.strictObject({
        ...ofBody().shape,
        from: calendarDate().optional().describe("The first day, today where left out"),
      }),
    needs: [Records, Clock],
    example: { input: { body: "register/body/example-board" } },
    build: ({ body, from }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        const day = from ?? clock.today();
        const orders = yield* records.all<StandingOrders>("meetings/standing-orders", {
          where: [equals("body", body)],
        });
        const entries = yield* records.all<ForwardPlanEntry>("meetings/forward-plan-entry", {
          where: [equals("body", body)],
        });
        const owner = yield* records.find<{ name: string }>(body as Reference);
        return forwardPlanReport(
          owner?.name ?? body,
          entries,
          yield* meetingsOf(body),
          day,
          ordersOf(orders, body, day)?.topics,
        );
      }),
  }),
  "decision-log": report({
    summary: "The decisions of a body, by number.",
    input: () =>
      z.strictObject({
        ...ofBody().shape,
        year: z
          .string()
          .regex(/^[0-9]{4}$/)
          .optional()
          .describe("Only those taken in this year"),
      }),
    needs: [Records],
    example: { input: { body: "register/body/example-board" } },
    build: ({ body, year }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const decisions = yield* records.all<SeenDecision>("meetings/decision", {
          where: [
            equals("body", body),
            ...(year === undefined
              ? []
              : ([
                  { field: "taken", is: "at-least", value: `${year}-01-01` },
                  { field: "taken", is: "at-most", value: `${year}-12-31` },
                ] as const)),
          ],
        });
        const owner = yield* records.find<{ name: string }>(body as Reference);
        const meetings = yield* records.all<Meeting>("meetings/meeting");
        return decisionLog(owner?.name ?? body, decisions, meetings);
      }),
  }),
  "unreported-decisions": report({
    summary: "Decisions taken between meetings, as they are put before a meeting.",
    input: () =>
      z.strictObject({
        ...ofMeeting().shape,
        body: reference("register/body")
          .optional()
          .describe(
            "Whose decisions; those of the meeting's own body, or else of the body it belongs to, where left out",
          ),
      }),
    needs: [Records],
    example: { input: example },
    build: ({ meeting, body }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const to = yield* records.get<Meeting>(meeting as Reference);
        const decisionsOf = (whose: string) =>
          records.all<SeenDecision>("meetings/decision", { where: [equals("body", whose)] });
        let decisions = yield* decisionsOf(body ?? to.body);
        if (body === undefined && decisions.length === 0) {
          // A commissioner's decisions are reported to the commissioner's board.
          const own = yield* records.find<{ parent?: string }>(to.body as Reference);
          if (own?.parent !== undefined) decisions = yield* decisionsOf(own.parent);
        }
        const meetings = yield* records.all<Meeting>("meetings/meeting");
        return unreportedDecisions(to, decisions, meetings, yield* readNames(records, [to]));
      }),
  }),
  late: report({
    summary: "What is late: agendas, actions, minutes, decisions, reviews, plans.",
    input: () =>
      z.strictObject({
        asAt: calendarDate().optional().describe("The day, today where left out"),
      }),
    needs: [Records, Clock, Caller],
    example: { input: {} },
    build: ({ asAt }) =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        const { clearance } = yield* Caller;
        const day = asAt ?? clock.today();
        return lateReport(lateFindings(yield* readAll, day, nation), day, clearance);
      }),
  }),
  "publication-checklist": report({
    summary: "What a meeting owes the public under its body's legal profile, and how it stands.",
    input: () =>
      z.strictObject({
        ...ofMeeting().shape,
        profile: z.string().optional().describe("Another profile than the body's own, to compare"),
      }),
    needs: [Records, Clock],
    example: { input: example },
    build: ({ meeting, profile }) =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        const records = yield* readMeeting(meeting as Reference);
        return yield* attempt(() => {
          const bound = profile === undefined ? profileOfMeeting(records) : profileOf(profile);
          if (bound === undefined)
            throw fault(
              "meetings/no-profile",
              `No legal profile is known for the body of this meeting on ${dayOf(records.meeting)}.`,
              "Name one in the body's legalProfiles, or give `profile`.",
            );
          return checklistReport(bound, records, clock.today(), nation);
        });
      }),
  }),
});
