import { exact, type PublicationClass, toDecimal } from "@moothall/core";
import {
  type AggregateRow,
  type CheckedAggregate,
  declaredField,
  fromIndexValue,
} from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { fieldTable } from "./field-tables.ts";
import { columnOf, filter } from "./filter.ts";
import type { StoredKind } from "./kinds.ts";

/** One row per group, ordered by the values it is grouped by; groups without a value last. */
export async function aggregate(
  from: Querying,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedAggregate,
): Promise<AggregateRow[]> {
  const where = filter(kind, query.where);
  const groups = query.groupBy.map((field) => columnOf(kind, field));
  const selected = [
    ...groups.map((column, index) => `${column} AS g${index}`),
    "count(*) AS n",
    // A sum of whole numbers of 64 bits is a number of any size here: exact.
    ...query.sum.map((field, index) => `sum(${columnOf(kind, field)}) AS t${index}`),
    ...query.least.map((field, index) => `min(${columnOf(kind, field)}) AS a${index}`),
    ...query.greatest.map((field, index) => `max(${columnOf(kind, field)}) AS z${index}`),
  ];
  const grouping =
    groups.length === 0
      ? ""
      : `GROUP BY ${groups.join(", ")} ORDER BY ${groups.map((column) => `${column} NULLS LAST`).join(", ")}`;
  const rows = await from.all(
    `SELECT ${selected.join(", ")} FROM ${fieldTable(kind, clearance)} AS f
     WHERE ${where.text} ${grouping}`,
    ...where.values,
  );
  const told = (names: readonly string[], of: (name: string, index: number) => unknown) =>
    Object.fromEntries(names.map((name, index) => [name, of(name, index)]));
  const value = (row: (typeof rows)[number], name: string, key: string) =>
    fromIndexValue(declaredField(kind.model, name), row[key] ?? null);
  return rows.map(
    (row) =>
      ({
        group: told(query.groupBy, (name, index) => value(row, name, `g${index}`)),
        count: Number(row.n),
        sum: told(query.sum, (name, index) => total(kind, name, row[`t${index}`] ?? null)),
        least: told(query.least, (name, index) => value(row, name, `a${index}`)),
        greatest: told(query.greatest, (name, index) => value(row, name, `z${index}`)),
      }) as AggregateRow,
  );
}

function total(kind: StoredKind, name: string, whole: string | number | null): string | null {
  if (whole === null) return null;
  const field = declaredField(kind.model, name);
  const places = field.type === "decimal" ? (field.places ?? 2) : 0;
  return toDecimal(exact(BigInt(whole)).div(10n ** BigInt(places)), places);
}
