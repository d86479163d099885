import { identifier, period, referenceTo } from "@moothall/core";
import { operation, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { amount } from "../amount.ts";
import { reconcile as reconcileAwards, reconciliation } from "../decide/reconcile.ts";
import { readBodies, readRecords } from "./read-records.ts";

/** `prefix` is the publisher's prefix of 360Giving. */
export const reconcile = (prefix: string) =>
  operation({
    summary: "Prove that awards come to one total on the ledger, the page, in CSV and in JSON.",
    description:
      "Every figure is read back from what is published. Totals published elsewhere can be given to be held against it.",
    input: () =>
      z.strictObject({
        fund: identifier().optional(),
        round: identifier().optional(),
        year: period().optional(),
        published: z
          .array(
            z.strictObject({
              where: z.string().min(1),
              count: z.int().nonnegative().optional(),
              amount: amount(),
            }),
          )
          .optional(),
      }),
    output: reconciliation,
    mode: "read",
    needs: [Records],
    example: { input: { year: "FY2024" } },
    handler: (input) =>
      Effect.gen(function* () {
        const { awards } = yield* readRecords("awards");
        const chosen = awards.filter(
          (each) =>
            (input.fund === undefined || each.fund === referenceTo("funding/fund", input.fund)) &&
            (input.round === undefined ||
              each.round === referenceTo("funding/round", input.round)) &&
            (input.year === undefined || each.year === input.year),
        );
        const bodies = yield* readBodies;
        return yield* Effect.promise(() =>
          reconcileAwards(chosen, {
            prefix,
            bodies,
            ...(input.published !== undefined && { published: input.published }),
          }),
        );
      }),
  });
