import { exact, type PublicationClass, toDecimal } from "@moothall/core";
import {
  type AggregateRow,
  type CheckedAggregate,
  declaredField,
  fromIndexValue,
} from "@moothall/core/store";
import type { Connection } from "./connection.ts";
import { fieldTable } from "./field-tables.ts";
import { columnOf, filter } from "./filter.ts";
import type { StoredKind } from "./kinds.ts";

/** One row per group, ordered by the values it is grouped by; groups without a value last. */
export function aggregate(
  connection: Connection,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedAggregate,
): AggregateRow[] {
  const where = filter(kind, clearance, query.where);
  const groups = query.groupBy.map((field) => columnOf(kind, field));
  const selected = [
    ...groups.map((column, index) => `${column} AS g${index}`),
    "count(*) AS n",
    // Halves of 32 bits each: no sum of whole numbers of 64 bits overflows, as sum() itself would.
    ...query.sum.map((field, index) => {
      const column = columnOf(kind, field);
      return `sum(${column} >> 32) AS h${index}, sum(${column} & 4294967295) AS l${index}`;
    }),
    ...query.least.map((field, index) => `min(${columnOf(kind, field)}) AS a${index}`),
    ...query.greatest.map((field, index) => `max(${columnOf(kind, field)}) AS z${index}`),
  ];
  const grouping =
    groups.length === 0
      ? ""
      : `GROUP BY ${groups.join(", ")} ORDER BY ${groups.map((column) => `${column} NULLS LAST`).join(", ")}`;
  const rows = connection.allExact(
    `SELECT ${selected.join(", ")} FROM ${fieldTable(kind)} AS f
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
        sum: told(query.sum, (name, index) =>
          total(kind, name, row[`h${index}`] ?? null, row[`l${index}`] ?? null),
        ),
        least: told(query.least, (name, index) => value(row, name, `a${index}`)),
        greatest: told(query.greatest, (name, index) => value(row, name, `z${index}`)),
      }) as AggregateRow,
  );
}

function total(
  kind: StoredKind,
  name: string,
  high: string | bigint | null,
  low: string | bigint | null,
): string | null {
  if (high === null || low === null) return null;
  const whole = BigInt(high) * 4294967296n + BigInt(low);
  const field = declaredField(kind.model, name);
  const places = field.type === "decimal" ? (field.places ?? 2) : 0;
  return toDecimal(exact(whole).div(10n ** BigInt(places)), places);
}
