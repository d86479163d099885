import {
  calendarDate,
  identifier,
  parseReference,
  type Reference,
  reference,
  referenceTo,
} from "@moothall/core";
import {
  attempt,
  Clock,
  classified,
  decision,
  operation,
  Records,
  type StoredRecord,
} from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { amount, signedAmount, toPence, total } from "../amount.ts";
import { assessment, assess as assessOne } from "../decide/assess.ts";
import { awardRound as decideRound } from "../decide/award-round.ts";
import { applicationsAfter, awardOf } from "../decide/awards-of-round.ts";
import { type Ceiling, ceilingsOf } from "../decide/ceilings-of.ts";
import { roundWithScheme } from "../decide/round-with-scheme.ts";
import { vary as varyAward } from "../decide/vary.ts";
import { fault } from "../errors.ts";
import type { Application } from "../resources/application.ts";
import { type Award, award as awardSchema } from "../resources/award.ts";
import type { Payment } from "../resources/payment.ts";
import type { Round } from "../resources/round.ts";
import type { Scheme } from "../resources/scheme.ts";
import { findOne, type Purse, readPurse } from "./read-purse.ts";

export const assess = operation({
  summary: "Hold an application against the criteria of its round.",
  input: () => z.strictObject({ application: identifier() }),
  output: assessment,
  mode: "read",
  clearance: "restricted",
  needs: [Records],
  example: { input: { application: "opcc-example.2024-1.hall" } },
  handler: (input) =>
    Effect.gen(function* () {
      const records = yield* Records;
      const application = yield* records.get<Application>(
        referenceTo("funding/application", input.application),
      );
      const round = yield* records.get<Round>(application.round as Reference);
      const scheme = yield* findOne<Scheme>(round.scheme);
      return yield* attempt(() => assessOne(application, roundWithScheme(round, scheme)));
    }),
});

const ceilingLeft = () =>
  z.strictObject({
    id: z.string(),
    title: z.string(),
    ceiling: z.string(),
    used: z.string(),
    category: z.string().optional(),
  });

export const awardRound = operation({
  summary: "Award a round: ranked list, tie rule, cut line; nothing over a ceiling by a penny.",
  description:
    "Settled amounts first, then down the ranking. Writes awards and the state of applications in one batch that is refused, and decided anew, when anything it relied on has changed meanwhile.",
  input: () =>
    z.strictObject({
      round: identifier(),
      /** Only these applications; all that are undecided where left out. */
      applications: z.array(identifier()).optional(),
      /** What the decision-maker has settled, whatever the rank. */
      settled: z
        .array(
          z.strictObject({
            application: identifier(),
            amount: amount().nullable(),
            reason: z.string().min(1),
          }),
        )
        .optional(),
      date: calendarDate().optional().describe("The day of the decision; today where left out"),
      decision: reference("meetings/decision").optional(),
      preview: z.boolean().default(false).describe("Say what would be awarded, and write nothing"),
    }),
  output: () =>
    classified(
      z.strictObject({
        awards: z.array(
          z.strictObject({
            application: z.string(),
            amount: z.string(),
            rank: z.int().optional(),
            score: z.string().optional(),
            part: z.boolean(),
            reason: z.string(),
          }),
        ),
        refused: z.array(z.strictObject({ application: z.string(), reason: z.string() })),
        held: z.array(z.strictObject({ application: z.string(), reason: z.string() })),
        cut: z.strictObject({ rank: z.int(), ceiling: z.string() }).nullable(),
        ceilings: z.array(ceilingLeft()),
      }),
      "restricted",
    ),
  mode: "write",
  permission: "award",
  clearance: "restricted",
  // An award takes over who applied, which of an individual only the narrowest class may read.
  readsAt: "confidential",
  needs: [Records, Clock],
  example: { input: { round: "opcc-example.2024-1", preview: true } },
  handler: (input) =>
    Effect.gen(function* () {
      const records = yield* Records;
      const clock = yield* Clock;
      const at = referenceTo("funding/round", input.round);
      yield* records.get<Round>(at);
      const purse = yield* readPurse({ round: at });
      const round = roundWithScheme(purse.round as StoredRecord<Round>, purse.scheme);
      const date = input.date ?? clock.today();
      if (round.closes !== undefined && date <= round.closes && !input.preview) {
        return yield* Effect.fail(
          fault(
            "funding/round-still-open",
            `The round takes applications until ${round.closes}.`,
            "Wait until it has closed, or ask for a preview.",
          ),
        );
      }
      const open = yield* records.all<Application>("funding/application", {
        where: [
          { field: "round", is: "equals", value: at },
          { field: "status", is: "equals", value: "received" },
        ],
      });
      const wanted = input.applications ?? open.map((each) => each.id);
      const applications = open.filter((each) => wanted.includes(each.id));
      const strange = wanted.find((id) => !open.some((each) => each.id === id));
      if (strange !== undefined) {
        return yield* Effect.fail(
          fault(
            "funding/unknown-application",
            `'${strange}' is not an undecided application of this round.`,
            "Check the id, and whether it was decided before.",
          ),
        );
      }
      const result = yield* attempt(() =>
        decideRound({
          round,
          applications,
          assessments: applications.map((each) => assessOne(each, round)),
          ceilings: ceilingsOf({
            round,
            scheme: purse.scheme,
            fund: purse.fund,
            awards: purse.awards,
          }),
          ...(input.settled !== undefined && { settled: input.settled }),
        }),
      );
      const output = {
        ...result,
        awards: [...result.awards],
        refused: [...result.refused],
        held: [...result.held],
        ceilings: [...result.ceilings],
      };
      if (input.preview) return decision({ output, writes: [] });
      const byId = new Map(applications.map((each) => [each.id, each]));
      return decision({
        output,
        writes: [
          ...result.awards.map((each) => ({
            action: "put" as const,
            kind: "funding/award" as const,
            data: awardOf(
              byId.get(each.application) as Application,
              each.amount,
              round,
              purse.fund,
              { date, decision: input.decision },
            ),
            expect: "absent" as const,
          })),
          ...applicationsAfter(applications, result, { date }).map((each) => ({
            action: "put" as const,
            kind: "funding/application" as const,
            data: each,
            expect: byId.get(each.id)?.record.version as number,
          })),
        ],
        unchanged: purse.unchanged,
        totals: purse.totals,
      });
    }),
});

export const vary = operation({
  summary:
    "Vary an award: more, less or longer, within the ceilings and never below what was released.",
  input: () =>
    z.strictObject({
      award: identifier(),
      id: z.string().min(1).max(60).describe("Of the variation, unique within the award"),
      change: signedAmount(),
      reason: z.string().min(1),
      date: calendarDate().optional(),
      year: z.string().optional().describe("The year that changes, of an award of several years"),
      ends: calendarDate().optional(),
      decision: reference("meetings/decision").optional(),
    }),
  output: awardSchema,
  mode: "write",
  permission: "award",
  clearance: "restricted",
  needs: [Records, Clock],
  example: {
    input: {
      award: "opcc-example.2024-1.hall",
      id: "1",
      change: "-100.00",
      reason: "The hall costs less.",
    },
  },
  handler: ({ award: id, ...input }) =>
    Effect.gen(function* () {
      const records = yield* Records;
      const clock = yield* Clock;
      const at = referenceTo("funding/award", id);
      const { record, ...held } = yield* records.get<Award>(at);
      const purse = yield* readPurse({ round: held.round, scheme: held.scheme, fund: held.fund });
      const where = [{ field: "award", is: "equals", value: at }] as const;
      const payments = yield* records.all<Payment>("funding/payment", { where });
      const prepared = total(
        payments.filter((each) => each.status !== "stopped").map((each) => each.amount),
      );
      const { date, ...rest } = input;
      const varied = yield* attempt(() =>
        varyAward(held, { ...rest, date: date ?? clock.today() }, prepared),
      );
      const breached = ceilingsAfter(varied, purse).find(
        (each) => toPence(each.used) > toPence(each.ceiling),
      );
      if (toPence(input.change) > 0n && breached !== undefined) {
        return yield* Effect.fail(
          fault(
            "funding/ceiling-reached",
            `'${breached.title}' would be taken to £${breached.used} of £${breached.ceiling}.`,
            "Add less, or have the ceiling raised first.",
          ),
        );
      }
      return decision({
        output: varied,
        writes: [
          {
            action: "put" as const,
            kind: "funding/award" as const,
            data: varied,
            expect: record.version,
          },
        ],
        unchanged: purse.unchanged,
        totals: [
          ...purse.totals,
          {
            kind: "funding/payment" as const,
            where,
            sum: "amount",
            equals: total(payments.map((each) => each.amount)),
          },
        ],
      });
    }),
});

/** The ceilings that bind an award, as they would be with it in its new state. */
function ceilingsAfter(varied: Award, purse: Purse): Ceiling[] {
  const awards = [...purse.awards.filter((each) => each.id !== varied.id), varied];
  const { scheme, fund } = purse;
  const round: Round = purse.round ?? {
    id: varied.round === undefined ? varied.id : parseReference(varied.round).id,
    title: varied.title,
    body: varied.body,
    year: varied.year,
    currency: varied.currency,
    criteria: [],
    tieRule: "decision-maker",
    cutRule: "stop",
  };
  const years = new Set([varied.year, ...(varied.years ?? []).map((each) => each.year)]);
  return [...years].flatMap((year) =>
    ceilingsOf({ round: { ...round, year }, scheme, fund, awards }).filter(
      (each) => each.category === undefined || each.category === varied.category,
    ),
  );
}
