import { clears, type PublicationClass, publicationClasses } from "@moothall/core";
import { AsAtPage, type CheckedList, type StoredPage, viewAt } from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { narrowedOf, type Place } from "./history.ts";
import type { StoredKind } from "./kinds.ts";

/** A page of what a clearance saw at a moment, as far as it may see it now. */
export async function listAsAt(
  from: Querying,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedList,
): Promise<StoredPage> {
  const page = new AsAtPage(kind.model, query);
  for await (const places of stretches(from, kind, clearance, query, page.stretch)) {
    const narrowed = await narrowedOf(from, clearance, places);
    for (const { key, id } of places)
      page.offer(id, viewAt(id, narrowed.get(key) ?? [], query.asAt ?? ""));
    if (page.full) break;
  }
  return page.page();
}

type NamedPlace = Place & { readonly id: string };

/**
 * The records of a kind that a clearance may see, deleted ones too, some at a time: by id from
 * where the last page ended.
 */
async function* stretches(
  from: Querying,
  kind: StoredKind,
  clearance: PublicationClass,
  { order, after }: CheckedList,
  size: number,
): AsyncGenerator<NamedPlace[]> {
  const byId = order.field === "id";
  const ascending = !byId || order.direction === "ascending";
  let last = byId ? after?.id : undefined;
  for (;;) {
    const rows = await from.allRows<readonly [key: string, id: string, classification: string]>(
      `SELECT key, id, classification FROM records
       WHERE kind = ? AND class = ANY (?::text[])
         ${last === undefined ? "" : `AND id ${ascending ? ">" : "<"} ?`}
       ORDER BY id ${ascending ? "ASC" : "DESC"} LIMIT ?`,
      kind.number,
      publicationClasses.filter((of) => clears(clearance, of)),
      ...(last === undefined ? [] : [last]),
      size,
    );
    if (rows.length > 0)
      yield rows.map(([key, id, classification]) => ({ key, id, classification }));
    last = rows.at(-1)?.[1];
    if (rows.length < size) return;
  }
}
