import { clears, type PublicationClass, publicationClasses } from "@moothall/core";
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
import type { Connection } from "./connection.ts";
import { narrowedHistories, type Place } from "./history.ts";
import type { Kinds, StoredKind } from "./kinds.ts";

interface Candidate {
  readonly position: Position;
  readonly view: StoredText;
}

/** A page of what a clearance saw at a moment, as far as it may see it now. */
export function listAsAt(
  connection: Connection,
  kinds: Kinds,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedList,
): StoredPage {
  const compare = comparePositions(query.order);
  const { after, limit } = query;
  let best: Candidate[] = [];
  const trim = () => {
    best.sort((left, right) => compare(left.position, right.position));
    best = best.slice(0, limit + 1);
  };
  for (const candidate of candidates(connection, kinds, kind, clearance, query)) {
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

function* candidates(
  connection: Connection,
  kinds: Kinds,
  kind: StoredKind,
  clearance: PublicationClass,
  query: CheckedList,
): Generator<Candidate> {
  const { where, order, asAt } = query;
  for (const places of stretches(connection, kind, clearance, query)) {
    const histories = narrowedHistories(connection, kinds, clearance, places);
    for (const { key, id } of places) {
      const view = viewAt(id, histories.get(key) ?? [], asAt ?? "");
      if (view === undefined) continue;
      let document: unknown;
      const values = (field: string) => {
        document ??= JSON.parse(view.text);
        return valuesThen(kind, field, document);
      };
      if (!where.every((condition) => meetsCondition(condition, values(condition.field)))) continue;
      const value = order.field === "id" ? null : (values(order.field)[0] ?? null);
      yield { position: { value, id }, view };
    }
  }
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
  { order, after, limit }: CheckedList,
): Generator<NamedPlace[]> {
  const byId = order.field === "id";
  const ascending = !byId || order.direction === "ascending";
  const size = byId ? limit + 1 : 500;
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

/** A field that was declared later may not fit what was held then: such a document has no value of it. */
function valuesThen(kind: StoredKind, name: string, document: unknown): readonly IndexValue[] {
  try {
    return indexValues(name, declaredField(kind.model, name), document);
  } catch {
    return [];
  }
}
