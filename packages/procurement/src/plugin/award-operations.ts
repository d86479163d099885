import { calendarDate, type Reference, reference } from "@moothall/core";
import type { nation as nationSchema } from "@moothall/core/calendar";
import { attempt, Clock, type Operation, operation, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { clock, clockInput, type Duty, duty } from "../law/clock.ts";
import { standstill, standstillInput, standstillPeriod } from "../law/standstill.ts";
import type { Award } from "../resources/award.ts";
import type { Contract, ContractChange, Kpi, KpiPerformance } from "../resources/contract.ts";
import type { Evaluation } from "../resources/evaluation.ts";
import type { Declination } from "../resources/interest.ts";
import type { Consensus } from "../resources/scores.ts";
import type { Tender } from "../resources/tender.ts";
import { hasWon, requireReady } from "./award-readiness.ts";
import { allOf, bidsOf, changed } from "./tender-records.ts";

export interface PluginSettings {
  readonly nation: z.output<ReturnType<typeof nationSchema>>;
  readonly ocidPrefix?: string | undefined;
  readonly publisher?: string | undefined;
}

/** From award to contract: publication, standstill and the clock of the law. */
export const awardOperations = (settings: PluginSettings): Readonly<Record<string, Operation>> => ({
  "publish-award": operation({
    summary: "Publish an award: it, the winning bid and the winner's score become public at once.",
    input: () =>
      z.strictObject({
        award: reference("procurement/award"),
        /** Today where left out. */
        published: calendarDate().optional(),
      }),
    output: () =>
      z.strictObject({
        award: z.string(),
        published: calendarDate(),
        standstillEnds: calendarDate()
          .nullable()
          .describe(
            "Null where the tender names no regime that has one, or is below its threshold",
          ),
      }),
    mode: "write",
    clearance: "restricted",
    permission: "publish",
    needs: [Records, Clock],
    example: { input: { award: "procurement/award/opcc.2017-13", published: "2017-05-22" } },
    handler: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const published = input.published ?? (yield* Clock).today();
        const award = yield* records.get<Award>(input.award as Reference);
        const tender =
          award.tender === undefined
            ? undefined
            : yield* records.find<Tender>(award.tender as Reference);
        const evaluation =
          award.evaluation === undefined
            ? undefined
            : yield* records.find<Evaluation>(award.evaluation as Reference);
        const bids = award.tender === undefined ? [] : yield* bidsOf(award.tender, award.lot);
        const ofTender = award.tender ?? "";
        const awards = yield* allOf<Award>("procurement/award", "tender", ofTender);
        const otherAwards = awards.filter(({ id }) => id !== award.id);
        yield* attempt(() => requireReady(award, { tender, evaluation, bids, otherAwards }));
        const consensus = yield* allOf<Consensus>("procurement/consensus", "tender", ofTender);
        const declined = yield* allOf<Declination>("procurement/declination", "tender", ofTender);
        const contracts = (yield* records.all<Contract>("procurement/contract")).filter(
          (contract) => contract.award === input.award,
        );
        const standstillEnds = standstillOf(tender, published, settings);
        // Until a standstill has ended it is proposed, and not yet in force (OCDS, awardStatus).
        const status = standstillEnds === null ? "active" : award.status;
        return {
          output: { award: input.award, published, standstillEnds },
          writes: [
            changed("procurement/award", award, { published, status }),
            ...(evaluation === undefined
              ? []
              : [changed("procurement/evaluation", evaluation, { awardPublished: published })]),
            ...bids.map((bid) =>
              changed("procurement/bid", bid, {
                awardPublished: published,
                outcome: hasWon(award, bid) ? "won" : "lost",
              }),
            ),
            ...[
              ...consensus.map((each) =>
                changed("procurement/consensus", each, { awardPublished: published }),
              ),
              ...declined.map((each) =>
                changed("procurement/declination", each, { awardPublished: published }),
              ),
              ...contracts.map((each) =>
                changed("procurement/contract", each, { awardPublished: published }),
              ),
            ],
          ],
        };
      }),
  }),
  standstill: operation({
    summary: "Say when the standstill after an award ends.",
    input: standstillInput,
    output: standstillPeriod,
    mode: "read",
    needs: [],
    example: { input: { published: "2026-03-02", nation: "england" } },
    handler: (input) => attempt(() => standstill(input)),
  }),
  clock: operation({
    summary: "Notices that are due, in time or late, and contracts about to expire.",
    input: clockInput,
    output: () => z.strictObject({ asAt: calendarDate(), duties: z.array(duty()) }),
    mode: "read",
    needs: [Records, Clock],
    example: { input: { asAt: "2026-03-02", nation: "england" } },
    handler: (input) =>
      Effect.gen(function* () {
        const asAt = input.asAt ?? (yield* Clock).today();
        const duties = yield* dutiesOf({ ...input, asAt, nation: input.nation ?? settings.nation });
        return { asAt, duties: [...duties] };
      }),
  }),
});

/** The duties that follow from the records that the caller may see. */
export const dutiesOf = (of: {
  readonly asAt: string;
  readonly nation: PluginSettings["nation"];
  readonly months: number;
  readonly body?: string | undefined;
}) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const where =
      of.body === undefined ? [] : [{ field: "body", is: "equals" as const, value: of.body }];
    const facts = {
      asAt: of.asAt,
      nation: of.nation,
      months: of.months,
      awards: yield* records.all<Award>("procurement/award", { where }),
      contracts: yield* records.all<Contract>("procurement/contract", { where }),
      changes: yield* records.all<ContractChange>("procurement/contract-change"),
      kpis: yield* records.all<Kpi>("procurement/kpi"),
      performances: yield* records.all<KpiPerformance>("procurement/kpi-performance"),
    };
    return yield* attempt((): readonly Duty[] => clock(facts));
  });

function standstillOf(
  tender: Tender | undefined,
  published: string,
  { nation }: PluginSettings,
): string | null {
  const regime = tender?.regime;
  if (regime === undefined || tender?.aboveThreshold !== true) return null;
  return standstill({ published, nation, regime }).ends;
}
