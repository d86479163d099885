import { calendarDate, identifier, parsePeriod, type Reference, referenceTo } from "@moothall/core";
import { attempt, Clock, Records, type Report, report } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { caseworkReport } from "../reports/casework-report.ts";
import { coverageReport } from "../reports/coverage-report.ts";
import { areasIn, logReport } from "../reports/log-report.ts";
import { mattersReport } from "../reports/matters-report.ts";
import { initiativeOf, objectivesReport } from "../reports/objectives-report.ts";
import { planReport } from "../reports/plan-report.ts";
import { resultReport } from "../reports/result-report.ts";
import { youSaidWeDid } from "../reports/you-said-we-did.ts";
import type { Activity } from "../resources/activity.ts";
import type { ActivityLog } from "../resources/activity-log.ts";
import { type CaseworkTable, tableDimensions } from "../resources/casework-table.ts";
import type { Consultation } from "../resources/consultation.ts";
import type { Matter } from "../resources/matter.ts";
import type { Place } from "../resources/place.ts";
import type { Plan } from "../resources/plan.ts";
import type { Result } from "../resources/result.ts";
import { equals, readAreas, readTour } from "./read-records.ts";
import { readCaseworkSummary } from "./record-operations.ts";

const ofBody = () => z.strictObject({ body: identifier().optional() });

const forBody = (body: string | undefined) =>
  body === undefined ? {} : { where: [equals("body", referenceTo("register/body", body))] };

export const reports: Readonly<Record<string, Report>> = {
  plan: report({
    summary: "An engagement plan, and what was done under it.",
    input: () => z.strictObject({ plan: identifier() }),
    needs: [Records],
    example: { input: { plan: "opcc-derbyshire.2016" } },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const reference = referenceTo("engagement/plan", input.plan);
        const plan = yield* records.get<Plan>(reference);
        const activities = yield* records.all<Activity>("engagement/activity", {
          where: [equals("plan", reference)],
        });
        const all = yield* records.all<Consultation>("engagement/consultation", {
          where: [equals("body", plan.body)],
        });
        const consultations = all.filter((each) => each.plan === reference);
        return planReport(plan, { activities, consultations });
      }),
  }),
  coverage: report({
    summary: "A tour of places: on track or not, by authority, and the places not visited.",
    input: () =>
      z.strictObject({
        tour: identifier(),
        asAt: calendarDate().optional().describe("The day, today where left out"),
      }),
    needs: [Records, Clock],
    example: { input: { tour: "opcc-derbyshire.d383" } },
    build: ({ tour: id, asAt }) =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        const { tour, question, tiles } = yield* readTour(id, asAt ?? clock.today());
        return yield* attempt(() => coverageReport(tour, question, tiles));
      }),
  }),
  "activity-log": report({
    summary: "A log of activities: how many in each area, on a map, by kind, and each of them.",
    input: () => z.strictObject({ log: identifier() }),
    needs: [Records],
    example: { input: { log: "opcc-derbyshire.2021-11" } },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const reference = referenceTo("engagement/activity-log", input.log);
        const log = yield* records.get<ActivityLog>(reference);
        const activities = yield* records.all<Activity>("engagement/activity", {
          where: [equals("log", reference), equals("status", "held")],
        });
        const places = yield* records.all<Place>("engagement/place");
        const areas = new Set([
          ...(log.inEach?.areas ?? []),
          ...activities.flatMap(areasIn(places)),
        ]);
        return logReport(log, { activities, places, ...(yield* readAreas(areas)) });
      }),
  }),
  results: report({
    summary: "The published results of a consultation, with their weights.",
    input: () => z.strictObject({ consultation: identifier() }),
    needs: [Records],
    example: { input: { consultation: "opcc-derbyshire.listening-to-you.2021" } },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const reference = referenceTo("engagement/consultation", input.consultation);
        const consultation = yield* records.get<Consultation>(reference);
        const results = yield* records.all<Result>("engagement/result", {
          where: [equals("consultation", reference)],
        });
        return resultReport(consultation, results);
      }),
  }),
  casework: report({
    summary: "Casework of a year beside the year before, from the published tables.",
    input: () =>
      ofBody().extend({
        year: z
          .string()
          .regex(/^FY[0-9]{4}$/, "must be a financial year such as FY2016")
          .optional()
          .describe("The financial year, FY2016 starts 1 April 2016; the latest where left out"),
      }),
    needs: [Records],
    example: { input: { year: "FY2016" } },
    build: ({ body, year }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const all = yield* records.all<CaseworkTable>("engagement/casework-table", forBody(body));
        const start = ({ period }: CaseworkTable) => parsePeriod(period).start;
        const latest = all
          .map(({ period }) => period)
          .toSorted()
          .at(-1);
        const wanted = tableDimensions.flatMap((dimension) => {
          const own = all.filter((each) => each.dimension === dimension);
          const after = own.find(({ period }) => period === (year ?? latest));
          const before =
            after &&
            own
              .filter((each) => each.body === after.body && start(each) < start(after))
              .toSorted((left, right) => (start(left) < start(right) ? 1 : -1))[0];
          return after === undefined || before === undefined
            ? []
            : [[after.id, before.id] as const];
        });
        return caseworkReport(
          yield* Effect.forEach(wanted, ([after, before]) => readCaseworkSummary(after, before)),
        );
      }),
  }),
  "you-said-we-did": report({
    summary: "What people raised, what was answered, done, and came of it.",
    input: ofBody,
    needs: [Records, Clock],
    example: { input: {} },
    build: ({ body }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        const matters = yield* records.all<Matter>("engagement/matter", forBody(body));
        return mattersReport(youSaidWeDid(matters, clock.today()));
      }),
  }),
  progress: report({
    summary: "Progress against a plan by objective: initiatives, money, status, with links.",
    input: () => z.strictObject({ plan: identifier().describe("Id of a plan of the register") }),
    needs: [Records],
    example: { input: { plan: "opcc-derbyshire.2016" } },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const reference = referenceTo("register/plan", input.plan);
        const plan = yield* records.get<{ title: string }>(reference);
        const objectives = yield* records.all<{ number: number; text: string }>(
          "register/objective",
          {
            where: [equals("plan", reference)],
          },
        );
        const work = yield* Effect.forEach(
          objectives.toSorted((left, right) => left.number - right.number),
          ({ id, number, text }) =>
            Effect.map(readInitiatives(referenceTo("register/objective", id)), (initiatives) => ({
              reference: referenceTo("register/objective", id),
              number,
              text,
              initiatives,
            })),
        );
        return objectivesReport(plan.title, work);
      }),
  }),
};

/** Whatever refers to an objective, of any domain, as far as the caller may see it. */
const readInitiatives = (objective: Reference) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const referrers = yield* records.referrers(objective);
    const found = yield* Effect.forEach(
      referrers.filter((each) => !each.startsWith("register/")).toSorted(),
      (reference) =>
        Effect.map(records.find(reference), (record) =>
          record === undefined ? [] : [initiativeOf(reference, record)],
        ),
    );
    return found.flat();
  });
