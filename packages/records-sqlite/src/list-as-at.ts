import { clears, type PublicationClass, publicationClasses } from "@moothall/core";
import { AsAtPage, type CheckedList, type StoredPage, viewAt } from "@moothall/core/store";
import type { Connection } from "./connection.ts";
import { narrowedHistories, type Place } from "./history.ts";
import type { Kinds, StoredKind } from "./kinds.ts";

/** A page of what a clearance saw at a moment, as far as it may see it now. */
export function listAsAt(
  connection: Connection,
  kinds: Kinds,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedList,
): StoredPage {
  const page = new AsAtPage(kind.model, query);
  for (const places of stretches(connection, kind, clearance, query, page.stretch)) {
    const histories = narrowedHistories(connection, kinds, clearance, places);
    for (const { key, id } of places)
      page.offer(id, viewAt(id, histories.get(key) ?? [], query.asAt ?? ""));
    if (page.full) break;
  }
  return page.page();
}

interface NamedPlace extends Place {
  readonly id: string;
}

/**
 * The records of a kind that a clearance may see, deleted ones too, some at a time: by id from
 * where the last page ended.
 */
function* stretches(
  connection: Connection,
  kind: StoredKind,
  clearance: PublicationClass,
  { order, after }: CheckedList,
  size: number,
): Generator<NamedPlace[]> {
  const byId = order.field === "id";
  const ascending = !byId || order.direction === "ascending";
  let last = byId ? after?.id : undefined;
  for (;;) {
    const places = connection.all<NamedPlace & Record<string, never>>(
      `SELECT key, id, classification FROM records
       WHERE kind = ? AND class IN (SELECT value FROM json_each(?))
         ${last === undefined ? "" : `AND id ${ascending ? ">" : "<"} ?`}
       ORDER BY id ${ascending ? "ASC" : "DESC"} LIMIT ?`,
      kind.number,
      JSON.stringify(publicationClasses.filter((of) => clears(clearance, of))),
      ...(last === undefined ? [] : [last]),
      size,
    );
    if (places.length > 0) yield places;
    last = places.at(-1)?.id;
    if (places.length < size) return;
  }
}
