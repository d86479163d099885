import type { PublicationClass } from "@moothall/core";
import {
  type CheckedList,
  comparePositions,
  declaredField,
  type IndexValue,
  indexValues,
  meetsCondition,
  type Position,
  type StoredPage,
  type StoredText,
  viewAt,
} from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { narrowedOf, type Place } from "./history.ts";
import type { StoredKind } from "./kinds.ts";

interface Candidate {
  readonly position: Position;
  readonly view: StoredText;
}

/** A page of what a clearance saw at a moment, as far as it may see it now. */
export async function listAsAt(
  from: Querying,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedList,
): Promise<StoredPage> {
  const compare = comparePositions(query.order);
  const { after, limit } = query;
  let best: Candidate[] = [];
  const trim = () => {
    best.sort((left, right) => compare(left.position, right.position));
    best = best.slice(0, limit + 1);
  };
  for await (const candidate of candidates(from, kind, clearance, query)) {
    if (after !== undefined && compare(candidate.position, after) <= 0) continue;
    best.push(candidate);
    // By id they come in order, so that no more are needed.
    if (query.order.field === "id" && best.length > limit) break;
    if (best.length > 4 * limit + 100) trim();
  }
  trim();
  const shown = best.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ view }) => view),
    next: best.length > limit && last !== undefined ? query.cursorAfter(last.position) : null,
  };
}

async function* candidates(
  from: Querying,
  kind: StoredKind,
  clearance: PublicationClass,
  { where, order, asAt, after }: CheckedList,
): AsyncGenerator<Candidate> {
  for await (const places of placesOf(from, kind, order, after)) {
    const narrowed = await narrowedOf(from, clearance, places);
    for (const { key, id } of places) {
      const view = viewAt(id, narrowed.get(key) ?? [], asAt ?? "");
      if (view === undefined) continue;
      const document = JSON.parse(view.text);
      const values = (field: string) => valuesThen(kind, field, document);
      if (!where.every((condition) => meetsCondition(condition, values(condition.field)))) continue;
      const value = order.field === "id" ? null : (values(order.field)[0] ?? null);
      yield { position: { value, id }, view };
    }
  }
}

type NamedPlace = Place & { readonly id: string };

/** The records of a kind, deleted ones too, some at a time: by id from where the last page ended. */
async function* placesOf(
  from: Querying,
  kind: StoredKind,
  order: CheckedList["order"],
  after: Position | undefined,
): AsyncGenerator<NamedPlace[]> {
  const ascending = order.field !== "id" || order.direction === "ascending";
  let last = order.field === "id" ? after?.id : undefined;
  for (;;) {
    const rows = await from.all<NamedPlace>(
      `SELECT key, id, classification FROM records
       WHERE kind = ? ${last === undefined ? "" : `AND id ${ascending ? ">" : "<"} ?`}
       ORDER BY id ${ascending ? "ASC" : "DESC"} LIMIT 200`,
      kind.number,
      ...(last === undefined ? [] : [last]),
    );
    if (rows.length > 0) yield rows;
    last = rows.at(-1)?.id;
    if (rows.length < 200) return;
  }
}

/** A field that was declared later may not fit what was held then: such a document has no value of it. */
function valuesThen(kind: StoredKind, name: string, document: unknown): readonly IndexValue[] {
  try {
    return indexValues(name, declaredField(kind.model, name), document);
  } catch {
    return [];
  }
}
