import {
  calendarDate,
  identifier,
  type MoothallError,
  parsePeriod,
  referenceTo,
} from "@moothall/core";
import { attempt, Clock, type Operation, operation, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { caseworkSummary, caseworkSummaryOutput } from "../casework/casework-summary.ts";
import { coverage } from "../coverage/coverage.ts";
import { coverageOutput } from "../coverage/coverage-input.ts";
import { fault } from "../errors.ts";
import { opinionGroups, opinionGroupsOutput } from "../opinion/opinion-groups.ts";
import { youSaidWeDid, youSaidWeDidOutput } from "../reports/you-said-we-did.ts";
import type { CaseworkTable } from "../resources/casework-table.ts";
import type { CategorySet } from "../resources/category-set.ts";
import type { Matter } from "../resources/matter.ts";
import type { Vote } from "../resources/statement.ts";
import { gateOf, gateOutput } from "./analysis-operations.ts";
import { equals, readGate, readTour } from "./read-records.ts";
import type { Settings } from "./settings.ts";

/** Operations that answer from records, as far as the caller may see them. */
export const recordOperations = (settings: Settings): Readonly<Record<string, Operation>> => ({
  "tour-coverage": operation({
    summary: "Tell which places a recorded tour has visited, and whether it is on track.",
    input: () =>
      z.strictObject({
        tour: identifier(),
        asAt: calendarDate().optional().describe("The day, today where left out"),
      }),
    output: coverageOutput,
    mode: "read",
    needs: [Records, Clock],
    example: { input: { tour: "opcc-derbyshire.d383", asAt: "2017-06-30" } },
    handler: ({ tour, asAt }) =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        const { question } = yield* readTour(tour, asAt ?? clock.today());
        return yield* attempt(() => coverage(question));
      }),
  }),
  "consultation-gate": operation({
    summary:
      "Hold the decision that a recorded consultation informs against section 96 and Gunning.",
    input: () => z.strictObject({ consultation: identifier() }),
    output: gateOutput,
    mode: "read",
    needs: [Records],
    example: { input: { consultation: "opcc-derbyshire.listening-to-you.2021" } },
    handler: ({ consultation }) =>
      Effect.gen(function* () {
        const question = yield* readGate(consultation, settings);
        return yield* attempt(() => gateOf(question));
      }),
  }),
  "consultation-groups": operation({
    summary: "Group the recorded participants of a consultation by how they voted.",
    input: () =>
      z.strictObject({
        consultation: identifier(),
        mode: z.enum(["corrected", "legacy"]).default("corrected"),
        minimumVotes: z.int().min(1).default(5),
      }),
    output: opinionGroupsOutput,
    mode: "read",
    clearance: "confidential",
    timeLimit: 300_000,
    needs: [Records],
    example: { input: { consultation: "opcc-derbyshire.listening-to-you.2021" } },
    handler: ({ consultation, ...options }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const votes = yield* records.all<Vote>("engagement/vote", {
          where: [equals("consultation", referenceTo("engagement/consultation", consultation))],
          order: { field: "received", direction: "ascending" },
        });
        return yield* attempt(() =>
          opinionGroups({
            ...options,
            votes: votes.map(({ participant, statement, vote }) => ({
              participant,
              statement: statement.slice("engagement/statement/".length),
              vote,
            })),
          }),
        );
      }),
  }),
  "casework-summary": operation({
    summary:
      "Compare published casework with the period before; new and moved categories break it.",
    input: () =>
      z.strictObject({
        after: identifier().describe("Id of the later casework table"),
        before: identifier()
          .optional()
          .describe("Id of the earlier one; where left out, the last before it of that dimension"),
      }),
    output: caseworkSummaryOutput,
    mode: "read",
    needs: [Records],
    example: { input: { after: "opcc-derbyshire.nature.fy2016" } },
    handler: ({ after, before }) => readCaseworkSummary(after, before),
  }),
  "you-said-we-did": operation({
    summary: "Tell what people raised and what came of it, with the days it took.",
    input: () =>
      z.strictObject({
        body: identifier().optional(),
        since: calendarDate().optional().describe("Only what was raised from this day on"),
      }),
    output: youSaidWeDidOutput,
    mode: "read",
    needs: [Records, Clock],
    example: { input: {} },
    handler: ({ body, since }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        const matters = yield* records.all<Matter>("engagement/matter", {
          where: [
            ...(body === undefined ? [] : [equals("body", referenceTo("register/body", body))]),
            ...(since === undefined
              ? []
              : [{ field: "raised", is: "at-least" as const, value: since }]),
          ],
        });
        return youSaidWeDid(matters, clock.today());
      }),
  }),
});

export const readCaseworkSummary = (
  after: string,
  before: string | undefined,
): Effect.Effect<ReturnType<typeof caseworkSummary>, MoothallError, Records> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const later = yield* records.get<CaseworkTable>(
      referenceTo("engagement/casework-table", after),
    );
    const earlier =
      before === undefined
        ? yield* previousOf(later)
        : yield* records.get<CaseworkTable>(referenceTo("engagement/casework-table", before));
    const set =
      later.categories === undefined
        ? undefined
        : yield* records.find<CategorySet>(later.categories as never);
    return caseworkSummary(earlier, later, set);
  });

const previousOf = (table: CaseworkTable) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const tables = yield* records.all<CaseworkTable>("engagement/casework-table", {
      where: [equals("body", table.body), equals("dimension", table.dimension)],
    });
    const [last] = tables
      .filter(({ period }) => startOf(period) < startOf(table.period))
      .toSorted((left, right) => (startOf(left.period) < startOf(right.period) ? 1 : -1));
    if (last !== undefined) return last;
    return yield* Effect.fail(
      fault(
        "engagement/too-few-waves",
        "There is no casework table of an earlier period to compare with.",
        "Record or publish the earlier period, or name the table with --before.",
        { pointer: "/before" },
      ),
    );
  });

const startOf = (period: string): string => parsePeriod(period).start;
