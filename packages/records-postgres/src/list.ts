import type { PublicationClass } from "@moothall/core";
import {
  type CheckedList,
  comparePositions,
  declaredField,
  goneItem,
  type IndexValue,
  isCommonField,
  momentOfIndex,
  type Position,
  type StoredPage,
  type StoredText,
} from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { fieldTable } from "./field-tables.ts";
import { columnOf, filter, filterOfGone } from "./filter.ts";
import type { StoredKind } from "./kinds.ts";
import { joined, type Sql } from "./sql.ts";

/** An item and where it stands in the list. */
interface Placed {
  readonly item: StoredText;
  readonly position: Position;
}

/** A page of what a clearance sees now. */
export async function list(
  from: Querying,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedList,
): Promise<StoredPage> {
  // One more than asked for says whether there is a next page.
  const wanted = query.limit + 1;
  const rows: Placed[] = [];
  if (query.deleted !== "only") {
    for (const stretch of stretches(kind, query)) {
      if (rows.length < wanted)
        rows.push(...(await page(from, kind, clearance, query, stretch, wanted)));
    }
  }
  if (query.deleted !== undefined) {
    rows.push(...(await gone(from, kind, clearance, query, wanted)));
    const compare = comparePositions(query.order);
    rows.sort((left, right) => compare(left.position, right.position));
  }
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ item }) => item),
    next:
      rows.length <= query.limit || last === undefined ? null : query.cursorAfter(last.position),
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
): Promise<Placed[]> {
  const filtered = filter(kind, query.where);
  const all = where.text === "" ? filtered : joined([filtered, where], " AND ");
  const direction = query.order.direction === "ascending" ? "ASC" : "DESC";
  const order = (value: string | undefined, id: string) =>
    `ORDER BY ${value === undefined ? "" : `${value} ${direction}, `}${id} ${direction}`;
  const rows = await from.allRows<readonly [string, number, string, string, string, string | null]>(
    `SELECT p.id, d.version, d.modified, d.text, t.touched, p.value
     FROM (
       SELECT f.id, f.number, ${column ?? "NULL"} AS value
       FROM ${fieldTable(kind, clearance)} AS f
       WHERE ${all.text} ${order(column, "f.id")} LIMIT ${limit}
     ) AS p
     JOIN documents_${clearance} AS d ON d.number = p.number
     JOIN ${fieldTable(kind, clearance)} AS t ON t.id = p.id
     ${order(column === undefined ? undefined : "p.value", "p.id")}`,
    ...all.values,
  );
  return rows.map(([id, version, modified, text, touched, value]) => ({
    item: { id, text, version, modified, touched: momentOfIndex(touched) },
    position: { value: positionValue(kind, query, value), id },
  }));
}

/** What this clearance does not see any more, from where the page starts. */
async function gone(
  from: Querying,
  kind: StoredKind,
  clearance: PublicationClass,
  { where, order, after }: CheckedList,
  limit: number,
): Promise<Placed[]> {
  const filtered = filterOfGone(kind, where);
  if (filtered === undefined) return [];
  const beyond = order.direction === "ascending" ? ">" : "<";
  const direction = order.direction === "ascending" ? "ASC" : "DESC";
  // It has no other field than these, so that it stands among those without, by id.
  const column =
    order.field !== "id" && isCommonField(order.field) ? columnOf(kind, order.field) : undefined;
  const parts: Sql[] = [filtered];
  if (after !== undefined && column !== undefined)
    parts.push({ text: `(${column}, f.id) ${beyond} (?, ?)`, values: [after.value, after.id] });
  else if (after !== undefined && (order.field === "id" || after.value === null))
    parts.push({ text: `f.id ${beyond} ?`, values: [after.id] });
  const all = joined(parts, " AND ");
  const rows = await from.allRows<readonly [string, number, string, string, string | null]>(
    `SELECT f.id, f.version, f.created, f.modified, ${column ?? "NULL"}
     FROM (SELECT *, modified AS touched FROM deleted_${clearance}) AS f
     WHERE ${all.text}
     ORDER BY ${column === undefined ? "" : `${column} ${direction}, `}f.id ${direction}
     LIMIT ${limit}`,
    ...all.values,
  );
  return rows.map(([id, version, created, modified, value]) => ({
    item: goneItem(id, version, created, modified),
    position: { value, id },
  }));
}

function positionValue(kind: StoredKind, { order }: CheckedList, value: string | null): IndexValue {
  if (order.field === "id" || value === null) return null;
  const { type } = declaredField(kind.model, order.field);
  return type === "integer" || type === "decimal" || type === "boolean" ? BigInt(value) : value;
}
