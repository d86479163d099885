import {
  calendarDate,
  finding,
  identifier,
  isMoothallError,
  type MoothallError,
  referenceTo,
} from "@moothall/core";
import { attempt, operation, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { total } from "../amount.ts";
import { clawBack as clawBackOf, clawBackResult } from "../decide/claw-back.ts";
import { fault } from "../errors.ts";
import { check360GivingFile } from "../giving/check-360giving.ts";
import { convert360Giving } from "../giving/convert-360giving.ts";
import type { Agreement } from "../resources/agreement.ts";
import type { Award } from "../resources/award.ts";
import type { Condition } from "../resources/condition.ts";
import type { CostSplit } from "../resources/cost-split.ts";
import type { MonitoringReturn } from "../resources/monitoring-return.ts";
import type { Payment } from "../resources/payment.ts";
import type { Recovery } from "../resources/recovery.ts";
import { costShares, sharesOf } from "../split/cost-shares.ts";
import { splitInput, split as splitOf, splitResult } from "../split/split.ts";

/** Files come as the bytes they are. */
const exampleFile = new TextEncoder().encode(
  "Identifier,Title,Description,Currency,Amount Awarded,Award Date\r\n360G-example-1,Youth evenings,Friday evenings,GBP,2400,2024-07-01\r\n",
);

export const split = operation({
  summary: "Divide an amount between partners, to the penny.",
  description:
    "Largest remainder, ties by id; with instalments a table that meets both margins. Needs no store.",
  input: splitInput,
  output: splitResult,
  mode: "read",
  needs: [],
  example: { input: { total: "1000.00", partners: [{ id: "a" }, { id: "b" }, { id: "c" }] } },
  handler: (input) => attempt(() => splitOf(input)),
});

export const shareCost = operation({
  summary: "Divide a recorded cost by its rule, with the partners of its day.",
  input: () => z.strictObject({ "cost-split": identifier(), cost: z.string().min(1) }),
  output: costShares,
  mode: "read",
  needs: [Records],
  example: { input: { "cost-split": "example-board.review-costs", cost: "2012-2" } },
  handler: (input) =>
    Effect.gen(function* () {
      const records = yield* Records;
      const rule = yield* records.get<CostSplit>(
        referenceTo("funding/cost-split", input["cost-split"]),
      );
      const cost = (rule.costs ?? []).find((each) => each.id === input.cost);
      if (cost === undefined) {
        return yield* Effect.fail(
          fault(
            "funding/no-partner-that-day",
            `There is no cost '${input.cost}' under this rule.`,
            "Look at its costs.",
          ),
        );
      }
      return yield* attempt(() => sharesOf(rule, cost));
    }),
});

export const clawBack = operation({
  summary: "What a recipient has to pay back, from payments, accepted spend and breaches.",
  input: () => z.strictObject({ award: identifier() }),
  output: () =>
    z.strictObject({
      ...clawBackResult().shape,
      paid: z.string(),
      accepted: z.string().nullable(),
      rate: z.string(),
      /** Returns that are not decided yet, by which the figure may still change. */
      open: z.array(z.string()),
    }),
  mode: "read",
  clearance: "restricted",
  needs: [Records],
  example: { input: { award: "opcc-example.2024-1.hall" } },
  handler: ({ award: id }) =>
    Effect.gen(function* () {
      const records = yield* Records;
      const award = referenceTo("funding/award", id);
      yield* records.get<Award>(award);
      const where = [{ field: "award", is: "equals", value: award }] as const;
      const payments = yield* records.all<Payment>("funding/payment", { where });
      const returns = yield* records.all<MonitoringReturn>("funding/monitoring-return", { where });
      const conditions = yield* records.all<Condition>("funding/condition", { where });
      const recoveries = yield* records.all<Recovery>("funding/recovery", { where });
      const [agreement] = yield* records.all<Agreement>("funding/agreement", { where });
      const decided = returns.filter(
        (each) => each.accepted !== undefined || each.refused !== undefined,
      );
      const paid = total(payments.map((each) => each.paid ?? "0"));
      const accepted =
        decided.length === 0 ? null : total(decided.map((each) => each.accepted?.eligible ?? "0"));
      const rate = agreement?.rate ?? "1";
      const result = yield* attempt(() =>
        clawBackOf({
          paid,
          accepted,
          rate,
          breaches: conditions.flatMap((each) =>
            each.breached === undefined
              ? []
              : [{ condition: each.id, amount: each.breached.amount }],
          ),
          recovered: total(recoveries.map((each) => each.received ?? "0")),
        }),
      );
      return {
        ...result,
        paid,
        accepted,
        rate,
        open: returns
          .filter((each) => !decided.includes(each))
          .map((each) => referenceTo("funding/monitoring-return", each.id)),
      };
    }),
});

export const check360Giving = operation({
  summary: "Check a file of 360Giving data, CSV or JSON; each finding says where.",
  description:
    "Everything that the schema and the standard's own checker flag, and what they pass over. Works without a store. On the command line it ends with 1 when a finding is an error.",
  input: () =>
    z.strictObject({
      today: calendarDate()
        .optional()
        .describe("The day by which past and future are told; today where left out"),
      name: z.string().min(1).default("grants").describe("What findings call the file"),
    }),
  output: finding,
  mode: "read",
  needs: [],
  reads: "bytes",
  writes: { under: "findings" },
  findings: true,
  example: { input: {}, items: [exampleFile] },
  handler: ({ today, name }, items) =>
    Effect.sync(() =>
      check360GivingFile(items as AsyncIterable<Uint8Array>, {
        about: name,
        ...(today !== undefined && { today }),
      }),
    ),
});

export const convert360GivingFile = operation({
  summary: "Turn a CSV file of grants into 360Giving JSON.",
  description:
    "Cells that do not read as what they should be stay as text; with repair they are read as what they mean. Works without a store.",
  input: () =>
    z.strictObject({
      repair: z
        .boolean()
        .default(false)
        .describe(
          "Read £1,000.50, (500), dd/mm/yyyy, windows-1252 and lost zeros as what they mean",
        ),
    }),
  output: () => z.looseObject({}).meta({ description: "A grant after 360Giving 1.4" }),
  mode: "read",
  needs: [],
  reads: "bytes",
  writes: { under: "grants" },
  example: { input: {}, items: [exampleFile] },
  handler: ({ repair }, items) =>
    begun(convert360Giving(items as AsyncIterable<Uint8Array>, { repair })),
});

/** Items of which the first is read already, so that a file that holds none fails before anything is written. */
const begun = <T>(items: AsyncGenerator<T>): Effect.Effect<AsyncIterable<T>, MoothallError> =>
  Effect.tryPromise({
    try: async () => {
      const first = await items.next();
      return (async function* () {
        if (first.done === true) return;
        yield first.value;
        yield* items;
      })();
    },
    catch: (error) => {
      if (isMoothallError(error)) return error;
      throw error;
    },
  });
