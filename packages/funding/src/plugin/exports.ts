import { type MoothallError, period } from "@moothall/core";
import { type Export, exporter, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import type { Grant } from "../giving/columns.ts";
import { grantOf, isGrant, type To360GivingOptions } from "../giving/to-360giving.ts";
import { write360GivingCsv, write360GivingJson } from "../giving/write-360giving.ts";
import type { Award } from "../resources/award.ts";
import type { Payment } from "../resources/payment.ts";
import { readBodies } from "./read-records.ts";

/** Who publishes, as the settings say. */
export interface Publisher {
  readonly prefix: string;
  readonly publisher: string;
  readonly dataSource?: string | undefined;
}

const input = () =>
  z.strictObject({ year: period().optional().describe("Awards of this year only") });

/** The awards as grants, one by one, as the caller may see them. */
const grantsOf = (
  publisher: Publisher,
  year: string | undefined,
): Effect.Effect<AsyncIterable<Grant>, MoothallError, Records> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const bodies = yield* readBodies;
    const programmes = new Map<string, string>();
    for (const kind of ["round", "scheme"] as const) {
      for (const each of yield* records.all<{ readonly title: string }>(`funding/${kind}`)) {
        programmes.set(`funding/${kind}/${each.id}`, each.title);
      }
    }
    const payments = new Map<string, Payment[]>();
    for (const each of yield* records.all<Payment>("funding/payment", {
      where: [{ field: "status", is: "equals", value: "paid" }],
    })) {
      payments.set(each.award, [...(payments.get(each.award) ?? []), each]);
    }
    const where = year === undefined ? [] : [{ field: "year", is: "equals", value: year } as const];
    const awards = records.iterate<Award>("funding/award", { where });
    const options: To360GivingOptions = {
      prefix: publisher.prefix,
      bodies,
      programmes,
      ...(publisher.dataSource !== undefined && { dataSource: publisher.dataSource }),
    };
    return (async function* () {
      for await (const { record, ...award } of awards) {
        if (!isGrant(award)) continue;
        yield grantOf(award, {
          ...options,
          payments: payments.get(`funding/award/${award.id}`) ?? [],
          modified: new Map([[award.id, record.modified]]),
        });
      }
    })();
  });

/** The published formats of the plugin. */
export const exports = (publisher: Publisher): Readonly<Record<string, Export>> => ({
  "360giving": exporter({
    summary: "Awards as a 360Giving 1.4 package.",
    mediaType: "application/json",
    extension: "json",
    input: input,
    needs: [Records],
    example: { input: {} },
    build: ({ year }) =>
      Effect.map(grantsOf(publisher, year), (grants) =>
        write360GivingJson(grants, {
          title: `Grants of ${publisher.publisher}`,
          publisher: { name: publisher.publisher },
          ...(publisher.dataSource !== undefined && { downloadURL: publisher.dataSource }),
        }),
      ),
  }),
  "360giving-csv": exporter({
    summary: "Awards as CSV with the titles of 360Giving.",
    mediaType: "text/csv; charset=utf-8",
    extension: "csv",
    input: input,
    needs: [Records],
    example: { input: {} },
    build: ({ year }) => Effect.map(grantsOf(publisher, year), write360GivingCsv),
  }),
});
