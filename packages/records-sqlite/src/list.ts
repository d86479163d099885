import type { PublicationClass } from "@moothall/core";
import {
  type CheckedList,
  declaredField,
  type IndexValue,
  type StoredPage,
  type StoredText,
} from "@moothall/core/store";
import type { Connection } from "./connection.ts";
import { fieldTable } from "./field-tables.ts";
import { columnOf, filter, joined, type Sql } from "./filter.ts";
import type { StoredKind } from "./kinds.ts";

/** Id, version, modified, text, and what it is ordered by where that is not the id. */
type ListRow = readonly [string, number, string, string, (string | null)?];

/** A page of what a clearance sees now. */
export function list(
  connection: Connection,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedList,
): StoredPage {
  // One more than asked for says whether there is a next page.
  const wanted = query.limit + 1;
  const rows: ListRow[] = [];
  for (const stretch of stretches(kind, query)) {
    if (rows.length < wanted)
      rows.push(...page(connection, kind, clearance, query, stretch, wanted - rows.length));
  }
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(
      ([id, version, modified, text]): StoredText => ({ id, text, version, modified }),
    ),
    next:
      rows.length <= query.limit || last === undefined
        ? null
        : query.cursorAfter({ value: positionValue(kind, query, last[4] ?? null), id: last[0] }),
  };
}

/** A stretch of a list that an index gives in order: a condition, and what it is ordered by. */
interface Stretch {
  readonly where: Sql;
  readonly order: string;
}

function stretches(kind: StoredKind, { order, after }: CheckedList): Stretch[] {
  const ascending = order.direction === "ascending";
  const direction = ascending ? "ASC" : "DESC";
  const beyond = ascending ? ">" : "<";
  const column = columnOf(kind, order.field);
  const byId: Sql[] = after === undefined ? [] : [{ text: `f.id ${beyond} ?`, values: [after.id] }];
  if (order.field === "id") return [{ where: joined(byId, ""), order: `f.id ${direction}` }];
  const withValue: Stretch = {
    where:
      after === undefined
        ? { text: `${column} IS NOT NULL`, values: [] }
        : { text: `(${column}, f.id) ${beyond} (?, ?)`, values: [after.value, after.id] },
    order: `${column} ${direction}, f.id ${direction}`,
  };
  const missing: Sql = { text: `${column} IS NULL`, values: [] };
  const within = after !== undefined && after.value === null;
  const withoutValue: Stretch = {
    where: within ? joined([missing, ...byId], " AND ") : missing,
    order: `f.id ${direction}`,
  };
  return within ? [withoutValue] : [withValue, withoutValue];
}

function page(
  connection: Connection,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedList,
  { where, order }: Stretch,
  limit: number,
): ListRow[] {
  const filtered = filter(kind, clearance, query.where);
  const all = where.text === "" ? filtered : joined([filtered, where], " AND ");
  const column = columnOf(kind, query.order.field);
  // Found in the narrow table alone, so that no text is read but that of the page.
  const byId = query.order.field === "id";
  return connection.allRows<ListRow>(
    `SELECT p.id, d.version, d.modified, d.text${byId ? "" : ", p.value"}
     FROM (
       SELECT f.id, f.number${byId ? "" : `, CAST(${column} AS TEXT) AS value`}
       FROM ${fieldTable(kind)} AS f WHERE ${all.text} ORDER BY ${order} LIMIT ?
     ) AS p
     CROSS JOIN documents_${clearance} AS d ON d.number = p.number`,
    ...all.values,
    limit,
  );
}

function positionValue(kind: StoredKind, { order }: CheckedList, value: string | null): IndexValue {
  if (order.field === "id" || value === null) return null;
  const { type } = declaredField(kind.model, order.field);
  return type === "integer" || type === "decimal" || type === "boolean" ? BigInt(value) : value;
}
