import type { Kind, PublicationClass } from "@moothall/core";
import {
  type KeptView,
  type NarrowedView,
  narrowViews,
  referencesInViews,
} from "@moothall/core/store";
import { classesOf } from "./commit.ts";
import type { Connection } from "./connection.ts";
import type { Kinds } from "./kinds.ts";

export interface Place {
  readonly key: number;
  readonly classification: string;
}

/** What a clearance saw of a record, entry by entry, as far as it may see it now. */
export function narrowedHistory(
  connection: Connection,
  kinds: Kinds,
  clearance: PublicationClass,
  kind: Kind,
  id: string,
): NarrowedView[] {
  const number = kinds.find(connection, kind)?.number;
  if (number === undefined) return [];
  const place = connection.get<Place>(
    "SELECT key, classification FROM records WHERE kind = ? AND id = ?",
    number,
    id,
  );
  if (place === undefined) return [];
  return narrowedHistories(connection, kinds, clearance, [place]).get(place.key) ?? [];
}

/** The same of several records at once, by their keys. */
export function narrowedHistories(
  connection: Connection,
  kinds: Kinds,
  clearance: PublicationClass,
  places: readonly Place[],
): ReadonlyMap<number, NarrowedView[]> {
  const views = keptViews(connection, clearance, places);
  const references = referencesInViews([...views.values()].flat());
  const targets = classesOf(connection, kinds, references);
  return new Map(
    places.map(({ key, classification }) => [
      key,
      narrowViews(views.get(key) ?? [], JSON.parse(classification), clearance, targets),
    ]),
  );
}

function keptViews(
  connection: Connection,
  clearance: PublicationClass,
  places: readonly Place[],
): ReadonlyMap<number, KeptView[]> {
  const document = clearance === "confidential" ? "NULL" : `document_${clearance}`;
  const rows = connection.allRows<KeptRow>(
    `SELECT record, version_${clearance}, at, action_${clearance}, by,
       CASE WHEN action_${clearance} = action THEN reason END,
       CASE WHEN action_${clearance} IN ('created', 'replaced') THEN coalesce(${document}, data) END
     FROM history
     WHERE record IN (SELECT value FROM json_each(?)) AND version_${clearance} IS NOT NULL
     ORDER BY record, entry`,
    JSON.stringify(places.map(({ key }) => key)),
  );
  const views = new Map<number, KeptView[]>(places.map(({ key }) => [key, []]));
  for (const [record, version, at, action, by, reason, seen] of rows)
    views.get(record)?.push({ version, at, action, by, reason, document: seen });
  return views;
}

type KeptRow = readonly [
  record: number,
  version: number,
  at: string,
  action: KeptView["action"],
  by: string,
  reason: string | null,
  document: string | null,
];
