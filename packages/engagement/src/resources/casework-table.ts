import {
  type Classification,
  calendarDate,
  isMoothallError,
  period,
  record,
  reference,
  source,
} from "@moothall/core";
import { auditTable, disclosurePolicy, type EmittedTable } from "@moothall/core/disclosure";
import * as z from "zod";

export const tableDimensions = [
  "nature",
  "subject",
  "sub-category",
  "route",
  "channel",
  "area",
] as const;

/**
 * Counts of casework by one dimension in a period, as published; null is suppressed or not known. It
 * is public when a paper printed it, or when an attack on what it shows recovers nothing that its
 * policy hides; so a table that was never protected cannot get out by being imported.
 */
export const caseworkTableSchema = record({
  title: z.string().min(1),
  body: reference("register/body"),
  dimension: z.enum(tableDimensions),
  period: period(),
  categories: reference("engagement/category-set").optional(),
  rows: z
    .array(
      z.strictObject({
        category: z.string().min(1),
        title: z.string().min(1).optional(),
        /** Of a sub-category, the subject it is part of. */
        parent: z.string().min(1).optional(),
        count: z.int().min(0).nullable(),
      }),
    )
    .min(1),
  total: z.int().min(0).nullable(),
  /** Subjects of sub-categories, where their figure is printed beside. */
  parents: z.record(z.string(), z.int().min(0).nullable()).optional(),
  policy: disclosurePolicy().optional(),
  published: calendarDate().optional(),
  disclosedIn: source().optional(),
}).meta({ description: "A table of casework counts" });

export type CaseworkTable = z.output<typeof caseworkTableSchema>;

export const emittedOf = ({ rows, total }: CaseworkTable): EmittedTable => ({
  rows: rows.map(({ category, parent }) =>
    parent === undefined ? category : `${parent}/${category}`,
  ),
  columns: ["contacts"],
  cells: rows.map(({ count }) => [count]),
  rowTotals: rows.map(({ count }) => count),
  columnTotals: [total],
  total,
});

export function classifyCaseworkTable(table: CaseworkTable): Classification {
  if (table.disclosedIn !== undefined) return { record: "public" };
  if (table.policy === undefined || table.published === undefined)
    return { record: "confidential" };
  if (table.policy.override !== undefined) return { record: "public" };
  return isSafe(emittedOf(table), table.policy) ? { record: "public" } : { record: "confidential" };
}

/** What cannot be audited is not let out. */
export function isSafe(
  table: EmittedTable,
  policy: z.output<ReturnType<typeof disclosurePolicy>>,
): boolean {
  try {
    return auditTable(table, policy).safe;
  } catch (error) {
    if (!isMoothallError(error)) throw error;
    return false;
  }
}
