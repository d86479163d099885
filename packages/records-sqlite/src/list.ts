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
import type { Connection } from "./connection.ts";
import { classNumber, fieldTable } from "./field-tables.ts";
import { columnOf, filter, filterOfGone, joined, type Sql } from "./filter.ts";
import type { StoredKind } from "./kinds.ts";

/** An item and where it stands in the list. */
interface Placed {
  readonly item: StoredText;
  readonly position: Position;
}

/** A page of what a clearance sees now. */
export function list(
  connection: Connection,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedList,
): StoredPage {
  // One more than asked for says whether there is a next page.
  const wanted = query.limit + 1;
  const rows: Placed[] = [];
  if (query.deleted !== "only") {
    for (const stretch of stretches(kind, query)) {
      if (rows.length < wanted)
        rows.push(...page(connection, kind, clearance, query, stretch, wanted - rows.length));
    }
  }
  if (query.deleted !== undefined) {
    rows.push(...gone(connection, kind, clearance, query, wanted));
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
): Placed[] {
  const filtered = filter(kind, clearance, query.where);
  const all = where.text === "" ? filtered : joined([filtered, where], " AND ");
  const column = columnOf(kind, query.order.field);
  // Found in the narrow table alone, so that no text is read but that of the page.
  const byId = query.order.field === "id";
  const rows = connection.allRows<
    readonly [string, number, string, string, string, (string | null)?]
  >(
    `SELECT p.id, d.version, d.modified, d.text, t.touched${byId ? "" : ", p.value"}
     FROM (
       SELECT f.id, f.number${byId ? "" : `, CAST(${column} AS TEXT) AS value`}
       FROM ${fieldTable(kind)} AS f WHERE ${all.text} ORDER BY ${order} LIMIT ?
     ) AS p
     CROSS JOIN documents_${clearance} AS d ON d.number = p.number
     CROSS JOIN ${fieldTable(kind)} AS t ON t.class = ? AND t.id = p.id`,
    ...all.values,
    limit,
    classNumber(clearance),
  );
  return rows.map(([id, version, modified, text, touched, value = null]) => ({
    item: { id, text, version, modified, touched: momentOfIndex(touched) },
    position: { value: positionValue(kind, query, value), id },
  }));
}

/** What this clearance does not see any more, from where the page starts. */
function gone(
  connection: Connection,
  kind: StoredKind,
  clearance: PublicationClass,
  { where, order, after }: CheckedList,
  limit: number,
): Placed[] {
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
  const rows = connection.allRows<readonly [string, number, string, string, string | null]>(
    `SELECT f.id, f.version, f.created, f.modified, ${column ?? "NULL"}
     FROM (SELECT *, modified AS touched FROM deleted_${clearance}) AS f
     WHERE ${all.text}
     ORDER BY ${column === undefined ? "" : `${column} ${direction}, `}f.id ${direction} LIMIT ?`,
    ...all.values,
    limit,
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
