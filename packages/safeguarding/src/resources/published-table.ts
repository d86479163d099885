import {
  type Classification,
  calendarDate,
  decimal,
  isMoothallError,
  period,
  record,
  reference,
  source,
} from "@moothall/core";
import { auditTable, disclosurePolicy, type EmittedTable } from "@moothall/core/disclosure";
import * as z from "zod";

/** What the rows or the columns of a published table are. */
export const axis = () =>
  z.strictObject({
    by: z.enum(["area", "period", "category"]),
    /** The dimension, of categories. */
    dimension: z.string().optional(),
    /** Ids of areas or categories, or periods, as the observations name them. */
    keys: z.array(z.string().min(1)).min(1),
    /** For a reader; the keys where left out. */
    titles: z.array(z.string().min(1)).optional(),
  });

export type Axis = z.output<ReturnType<typeof axis>>;

const figures = () => z.array(z.number().nullable());
const texts = () =>
  z.array(
    z.array(
      decimal()
        .or(z.string().regex(/^=?[0-9]+$/))
        .nullable(),
    ),
  );

/**
 * A table of counts as it was published: what is suppressed is null, one mark for all. It is public
 * when an attack on what it shows recovers nothing that its policy hides, else confidential: so a
 * table that did not come from `protect` cannot get out by being imported.
 */
export const publishedTableSchema = record({
  title: z.string().min(1),
  indicator: reference("safeguarding/indicator"),
  definition: z.int().positive().default(1),
  /** Of the whole table, where neither rows nor columns are periods; likewise the area. */
  period: period().optional(),
  area: reference("register/area").optional(),
  rows: axis(),
  columns: axis(),
  cells: z.array(figures()).min(1),
  rowTotals: figures().optional(),
  columnTotals: figures().optional(),
  total: z.number().nullable().optional(),
  roundedTo: z.int().min(2).optional(),
  /** Worked out from what is shown alone: per cent of the row's, column's or whole total, or places. */
  derived: z
    .array(
      z.strictObject({
        kind: z.enum(["share-of-row", "share-of-column", "share-of-total", "rank"]),
        values: texts(),
      }),
    )
    .optional(),
  policy: disclosurePolicy(),
  policyRecord: reference("safeguarding/disclosure-policy").optional(),
  published: calendarDate(),
  system: z.string().optional(),
  method: z.string().min(1).optional(),
  /** Earlier tables that it was attacked together with. */
  auditedWith: z.array(reference("safeguarding/published-table")).optional(),
  supersedes: reference("safeguarding/published-table").optional(),
  disclosedIn: source().optional(),
}).meta({ description: "A table of counts as published" });

export type PublishedTable = z.output<typeof publishedTableSchema>;

/** What the record shows, as the audit takes it. */
export const emittedOf = (table: PublishedTable): EmittedTable => ({
  rows: table.rows.keys,
  columns: table.columns.keys,
  cells: table.cells,
  rowTotals: table.rowTotals,
  columnTotals: table.columnTotals,
  total: table.total,
  roundedTo: table.roundedTo,
});

/**
 * Public when the audit of what is shown finds nothing; when a public paper printed it; or when
 * somebody decided to show the counts as they are, which the policy then says.
 */
export function classifyPublishedTable(table: PublishedTable): Classification {
  if (table.disclosedIn !== undefined || table.policy.override !== undefined)
    return { record: "public" };
  try {
    if (auditTable(emittedOf(table), table.policy).safe) return { record: "public" };
  } catch (error) {
    // What cannot be audited is not let out.
    if (!isMoothallError(error)) throw error;
  }
  return { record: "confidential" };
}
