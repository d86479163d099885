import type { Kind, PublicationClass, Reference } from "@moothall/core";
import {
  type KeptView,
  type NarrowedView,
  narrowViews,
  referencesInViews,
} from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { classesOf } from "./target-classes.ts";

export interface Place {
  readonly key: string;
  readonly classification: string;
}

/** What a clearance saw of a record, entry by entry, as far as it may see it now. */
export async function narrowedHistory(
  from: Querying,
  clearance: PublicationClass,
  kind: Kind,
  id: string,
): Promise<NarrowedView[]> {
  const place = await from.get<Place>(
    `SELECT r.key, r.classification FROM records AS r JOIN kinds AS k ON k.number = r.kind
     WHERE k.kind = ? AND r.id = ?`,
    kind,
    id,
  );
  if (place === undefined) return [];
  return (await narrowedOf(from, clearance, [place])).get(place.key) ?? [];
}

/** The same of several records, by their keys. */
export async function narrowedOf(
  from: Querying,
  clearance: PublicationClass,
  places: readonly Place[],
): Promise<ReadonlyMap<string, NarrowedView[]>> {
  const kept = await keptViews(from, clearance, places);
  const references = new Set<Reference>();
  for (const views of kept.values())
    for (const reference of referencesInViews(views)) references.add(reference);
  const targets = await classesOf(from, references);
  return new Map(
    places.map(({ key, classification }) => [
      key,
      narrowViews(kept.get(key) ?? [], JSON.parse(classification), clearance, targets),
    ]),
  );
}

async function keptViews(
  from: Querying,
  clearance: PublicationClass,
  places: readonly Place[],
): Promise<ReadonlyMap<string, KeptView[]>> {
  const document = clearance === "confidential" ? "NULL" : `document_${clearance}`;
  const rows = await from.allRows<KeptRow>(
    `SELECT record, version_${clearance}, at, action_${clearance}, by,
       CASE WHEN action_${clearance} = action THEN reason END,
       CASE WHEN action_${clearance} IN ('created', 'replaced') THEN coalesce(${document}, data) END
     FROM history WHERE record = ANY (?::bigint[]) AND version_${clearance} IS NOT NULL
     ORDER BY record, entry`,
    places.map(({ key }) => key),
  );
  const kept = new Map<string, KeptView[]>(places.map(({ key }) => [key, []]));
  for (const [record, version, at, action, by, reason, seen] of rows)
    kept.get(record)?.push({ version, at, action, by, reason, document: seen });
  return kept;
}

type KeptRow = readonly [
  record: string,
  version: number,
  at: string,
  action: KeptView["action"],
  by: string,
  reason: string | null,
  document: string | null,
];
