import { countTable, disclosurePolicy, emittedTable } from "@moothall/core/disclosure";
import * as z from "zod";

const figures = () => z.array(z.number().nullable());

export const protectInput = () => countTable().extend({ policy: disclosurePolicy() });

export const protectOutput = () =>
  z.union([
    z.strictObject({
      rows: z.array(z.string()),
      columns: z.array(z.string()),
      /** Null is suppressed: one mark for all. */
      cells: z.array(figures()),
      rowTotals: figures().optional(),
      columnTotals: figures().optional(),
      total: z.number().nullable().optional(),
      roundedTo: z.int().optional(),
      override: z
        .strictObject({ by: z.string(), reason: z.string(), expires: z.string() })
        .optional(),
    }),
    z.strictObject({ withheld: z.literal(true), reason: z.string() }),
  ]);

export const auditInput = () =>
  emittedTable().extend({
    policy: disclosurePolicy(),
    earlier: z.array(emittedTable()).optional().describe("Releases before this one, oldest first"),
    relation: z
      .enum(["same-counts", "cumulative"])
      .default("same-counts")
      .describe("Whether the releases count the same, or each adds to the one before"),
  });

const range = () => ({ lowest: z.number(), highest: z.number().nullable() });

export const auditOutput = () =>
  z.strictObject({
    cells: z.array(
      z.strictObject({
        /** Name or index of the row; null is the total. */
        row: z.union([z.string(), z.number()]).nullable(),
        column: z.union([z.string(), z.number()]).nullable(),
        ...range(),
        unsafe: z.boolean(),
        /** For who knows whether the policy hides zeros. */
        knowingPolicy: z.strictObject(range()).optional(),
        /** Of several releases, which one it stands in. */
        release: z.int().optional(),
        /** What was added since that release. */
        since: z.int().optional(),
      }),
    ),
    safe: z.boolean(),
  });
