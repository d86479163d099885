import * as z from "zod";
import { MoothallError } from "../error.ts";
import { shared } from "../shared-schema.ts";

/** A table of counts by rows and columns, as it is before anything is hidden. Confidential. */
export interface CountTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Whole numbers, zero or more: a list of each row, a number for each column. */
  readonly counts: readonly (readonly number[])[];
  /** Whether the totals of rows, columns and all are shown; they are where left out. */
  readonly publishTotals?: boolean | undefined;
}

/** The schema of `CountTable`, for the input of an operation. */
export const countTable = shared(() =>
  z
    .strictObject({
      rows: z.array(z.string().min(1)).min(1),
      columns: z.array(z.string().min(1)).min(1),
      counts: z.array(z.array(z.number())).min(1),
      publishTotals: z.boolean().default(true),
    })
    .meta({ description: "Table of counts, before anything is hidden" }),
);

const shown = () => z.number().nullable();

/**
 * A table as it is shown: `null` is suppressed, one mark for all, so that nobody sees which cells
 * are small. Totals that are left out are not shown at all; that is not the same as suppressed.
 */
export const emittedTable = shared(() =>
  z
    .object({
      rows: z.array(z.string().min(1)).optional(),
      columns: z.array(z.string().min(1)).optional(),
      cells: z.array(z.array(shown())).min(1),
      rowTotals: z.array(shown()).nullish(),
      columnTotals: z.array(shown()).nullish(),
      total: shown().optional(),
      roundedTo: z.int().min(2).optional(),
    })
    .meta({ description: "Table of counts as shown; null is suppressed" }),
);

export interface EmittedTable {
  readonly rows?: readonly string[] | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals?: readonly (number | null)[] | null | undefined;
  readonly columnTotals?: readonly (number | null)[] | null | undefined;
  readonly total?: number | null | undefined;
  readonly roundedTo?: number | undefined;
}

/**
 * @throws MoothallError `core/bad-table` when lists do not fit together, `core/not-a-count` for a
 * negative number or a fraction. A message names the place and never the number.
 */
export function checkCounts(table: CountTable): void {
  checkLabels(table.rows, table.counts.length, "row");
  checkLabels(table.columns, table.counts[0]?.length ?? 0, "column");
  checkGrid(table.counts, "counts");
  let total = 0;
  for (const [row, line] of table.counts.entries()) {
    for (const [column, value] of line.entries()) {
      checkCount(value, `/counts/${row}/${column}`);
      total += value;
    }
  }
  checkCount(total, "/counts");
}

/** @throws MoothallError as `checkCounts`. */
export function checkEmitted(table: EmittedTable): void {
  const width = table.cells[0]?.length ?? 0;
  if (table.rows !== undefined) checkLabels(table.rows, table.cells.length, "row");
  if (table.columns !== undefined) checkLabels(table.columns, width, "column");
  checkGrid(table.cells, "cells");
  checkTotals(table.rowTotals, table.cells.length, "rowTotals");
  checkTotals(table.columnTotals, width, "columnTotals");
  checkShown(table.total, "/total");
  for (const [row, line] of table.cells.entries()) {
    for (const [column, value] of line.entries()) checkShown(value, `/cells/${row}/${column}`);
  }
}

function checkTotals(
  totals: readonly (number | null)[] | null | undefined,
  length: number,
  name: string,
): void {
  if (totals === undefined || totals === null) return;
  if (totals.length !== length) {
    throw badTable(`There are ${totals.length} ${name} for ${length} of them.`, `/${name}`);
  }
  for (const [index, value] of totals.entries()) checkShown(value, `/${name}/${index}`);
}

function checkShown(value: number | null | undefined, pointer: string): void {
  if (value !== null && value !== undefined) checkCount(value, pointer);
}

function checkCount(value: number, pointer: string): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new MoothallError({
    code: "core/not-a-count",
    message: "A count is not a whole number of zero or more.",
    hint: "Counts are of people or cases: correct the one at the place named.",
    at: { pointer },
  });
}

function checkGrid(lines: readonly (readonly unknown[])[], name: string): void {
  const width = lines[0]?.length ?? 0;
  if (width === 0) throw badTable("The table has no cells.", `/${name}`);
  for (const [row, line] of lines.entries()) {
    if (line.length !== width) {
      throw badTable(
        `Row ${row + 1} has ${line.length} cells for ${width} columns.`,
        `/${name}/${row}`,
      );
    }
  }
}

function checkLabels(labels: readonly string[], length: number, what: "row" | "column"): void {
  if (labels.length !== length) {
    throw badTable(`There are ${labels.length} ${what} names for ${length} ${what}s.`, `/${what}s`);
  }
  if (new Set(labels).size !== length) throw badTable(`Two ${what}s have one name.`, `/${what}s`);
}

export const badTable = (message: string, pointer: string): MoothallError =>
  new MoothallError({
    code: "core/bad-table",
    message,
    hint: "Give as many rows of counts as row names, each with one count for every column name.",
    at: { pointer },
  });
