import { type Exact, exact, ratio, toDecimal } from "../exact.ts";
import type { ProtectedTable } from "./protect.ts";
import { badTable } from "./table.ts";

/** What to work out from a protected table. */
export type Derivation =
  /** Percentage of the total of its row, its column, or of all. */
  | { readonly kind: "share"; readonly of: "row" | "column" | "total"; readonly places: number }
  /** So many per so many of a base that is public of its own, such as a population by row. */
  | {
      readonly kind: "rate";
      readonly per: bigint;
      readonly bases: readonly (string | null)[];
      readonly places: number;
    }
  /** Place within its column, 1 for the greatest; equal figures share a place and the next is left out. */
  | { readonly kind: "rank" };

/**
 * Works out shares, rates or ranks from what a protected table shows, and from nothing else: a value
 * whose numerator or base is hidden is hidden, so no derived figure can tell more than the table.
 * Ranks count the figures that are shown. Decimals as text, rounded half up once.
 *
 * @throws MoothallError `core/bad-table` when a rate has not one base for every row.
 */
export function deriveProtected(
  table: ProtectedTable,
  derivation: Derivation,
): readonly (readonly (string | null)[])[] {
  if (derivation.kind === "rate" && derivation.bases.length !== table.rows.length) {
    throw badTable("A rate needs one base for every row.", "/bases");
  }
  return table.cells.map((line, row) =>
    line.map((value, column) => {
      if (value === null) return null;
      if (derivation.kind === "rank") return rankOf(table, value, column);
      const { base, factor } = baseOf(table, derivation, row, column);
      if (base === null || base.compare(0) <= 0) return null;
      return toDecimal(ratio(BigInt(value), 1n).mul(factor).div(base), derivation.places);
    }),
  );
}

function baseOf(
  table: ProtectedTable,
  derivation: Exclude<Derivation, { kind: "rank" }>,
  row: number,
  column: number,
): { base: Exact | null; factor: bigint } {
  if (derivation.kind === "rate") {
    const base = derivation.bases[row] ?? null;
    return { base: base === null ? null : exact(base), factor: derivation.per };
  }
  const total = {
    row: table.rowTotals?.[row],
    column: table.columnTotals?.[column],
    total: table.total,
  }[derivation.of];
  return {
    base: total === undefined || total === null ? null : exact(BigInt(total)),
    factor: 100n,
  };
}

function rankOf(table: ProtectedTable, value: number, column: number): string {
  let ahead = 0;
  let equal = 0;
  for (const line of table.cells) {
    const other = line[column];
    if (typeof other !== "number") continue;
    if (other > value) ahead += 1;
    if (other === value) equal += 1;
  }
  return `${equal > 1 ? "=" : ""}${ahead + 1}`;
}
