import type { PublicationClass } from "@moothall/core";
import {
  type CheckedList,
  declaredField,
  type IndexValue,
  type StoredPage,
  type StoredText,
} from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { fieldTable } from "./field-tables.ts";
import { columnOf, filter } from "./filter.ts";
import type { StoredKind } from "./kinds.ts";
import { joined, type Sql } from "./sql.ts";

/** Id, version, modified, text, and what it is ordered by where that is not the id. */
type ListRow = readonly [string, number, string, string, string | null];

/** A page of what a clearance sees now. */
export async function list(
  from: Querying,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedList,
): Promise<StoredPage> {
  // One more than asked for says whether there is a next page.
  const wanted = query.limit + 1;
  const rows: ListRow[] = [];
  for (const stretch of stretches(kind, query)) {
    if (rows.length < wanted)
      rows.push(...(await page(from, kind, clearance, query, stretch, wanted)));
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
        : query.cursorAfter({ value: positionValue(kind, query, last[4]), id: last[0] }),
  };
}

/** A stretch of a list that an index gives in order. */
interface Stretch {
  readonly where: Sql;
  /** The column it is ordered by before the id; none where that is the same for all. */
  readonly column: string | undefined;
}

function stretches(kind: StoredKind, { order, after }: CheckedList): Stretch[] {
  const beyond = order.direction === "ascending" ? ">" : "<";
  const byId: Sql[] = after === undefined ? [] : [{ text: `f.id ${beyond} ?`, values: [after.id] }];
  if (order.field === "id") return [{ where: joined(byId, ""), column: undefined }];
  const column = columnOf(kind, order.field);
  const withValue: Stretch = {
    where:
      after === undefined
        ? { text: `${column} IS NOT NULL`, values: [] }
        : { text: `(${column}, f.id) ${beyond} (?, ?)`, values: [after.value, after.id] },
    column,
  };
  const missing: Sql = { text: `${column} IS NULL`, values: [] };
  const within = after !== undefined && after.value === null;
  const withoutValue: Stretch = {
    where: within ? joined([missing, ...byId], " AND ") : missing,
    column: undefined,
  };
  return within ? [withoutValue] : [withValue, withoutValue];
}

/**
 * Found in the narrow table alone, so that no text is read but that of the page. The limit is part
 * of the statement, since a plan that does not know it would sort everything.
 */
async function page(
  from: Querying,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedList,
  { where, column }: Stretch,
  limit: number,
): Promise<ListRow[]> {
  const filtered = filter(kind, query.where);
  const all = where.text === "" ? filtered : joined([filtered, where], " AND ");
  const direction = query.order.direction === "ascending" ? "ASC" : "DESC";
  const order = (value: string | undefined, id: string) =>
    `ORDER BY ${value === undefined ? "" : `${value} ${direction}, `}${id} ${direction}`;
  return from.allRows<ListRow>(
    `SELECT p.id, d.version, d.modified, d.text, p.value
     FROM (
       SELECT f.id, f.number, ${column ?? "NULL"} AS value
       FROM ${fieldTable(kind, clearance)} AS f
       WHERE ${all.text} ${order(column, "f.id")} LIMIT ${limit}
     ) AS p
     JOIN documents_${clearance} AS d ON d.number = p.number
     ${order(column === undefined ? undefined : "p.value", "p.id")}`,
    ...all.values,
  );
}

function positionValue(kind: StoredKind, { order }: CheckedList, value: string | null): IndexValue {
  if (order.field === "id" || value === null) return null;
  const { type } = declaredField(kind.model, order.field);
  return type === "integer" || type === "decimal" || type === "boolean" ? BigInt(value) : value;
}
