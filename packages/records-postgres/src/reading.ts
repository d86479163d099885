import {
  isReference,
  type Kind,
  type PublicationClass,
  parseReference,
  type Reference,
  referenceTo,
} from "@moothall/core";
import type { FullRecord, LoadedRecord, StoredText } from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { findRecords, one } from "./held.ts";

export async function load(
  from: Querying,
  kind: Kind,
  id: string,
): Promise<LoadedRecord | undefined> {
  const found = (await findRecords(from, [{ kind, id }])).get(referenceTo(kind, id));
  if (found?.key === undefined) return undefined;
  const { held } = found;
  return {
    data: JSON.parse(held.data),
    classification: held.classification,
    versions: held.versions,
    deleted: held.state !== "present",
  };
}

export const get = (
  from: Querying,
  clearance: PublicationClass,
  kind: Kind,
  id: string,
): Promise<StoredText | undefined> =>
  from.get<StoredText>(
    `SELECT d.id, d.text, d.version, d.modified FROM documents_${clearance} AS d
     WHERE d.kind = (SELECT number FROM kinds WHERE kind = ?) AND d.id = ?`,
    kind,
    id,
  );

/** Some records of a kind that are there, in full: by id, after this one. */
export async function fullRecords(
  from: Querying,
  kind: Kind,
  after: string,
): Promise<FullRecord[]> {
  const rows = await from.all<{ id: string; data: string; classification: string }>(
    `SELECT id, data, classification FROM records
     WHERE kind = (SELECT number FROM kinds WHERE kind = ?) AND id > ? AND state = 'present'
     ORDER BY id LIMIT 200`,
    kind,
    after,
  );
  return rows.map(({ id, data, classification }) => ({
    kind,
    id,
    data: JSON.parse(data),
    classification: JSON.parse(classification),
  }));
}

export async function counts(
  from: Querying,
  clearance: PublicationClass,
): Promise<ReadonlyMap<Kind, number>> {
  const rows = await from.all<{ kind: Kind; n: string }>(
    `SELECT k.kind, sum(c.change) AS n FROM counts_${clearance} AS c
     JOIN kinds AS k ON k.number = c.kind
     GROUP BY k.kind HAVING sum(c.change) > 0 ORDER BY k.kind`,
  );
  return new Map(rows.map(({ kind, n }) => [kind, Number(n)]));
}

export async function visible(
  from: Querying,
  clearance: PublicationClass,
  references: readonly Reference[],
): Promise<ReadonlySet<Reference>> {
  const places = references.filter(isReference).map(parseReference);
  const rows = await from.all<{ kind: Kind; id: string }>(
    `SELECT wanted.kind, wanted.id
     FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS wanted (kind, id, place)
     JOIN kinds AS k ON k.kind = wanted.kind
     CROSS JOIN LATERAL (${one(`documents_${clearance}`, "k.number", "wanted.id")}) AS d
     ORDER BY wanted.place`,
    places.map(({ kind }) => kind),
    places.map(({ id }) => id),
  );
  return new Set(rows.map(({ kind, id }) => referenceTo(kind, id)));
}

export async function referrers(
  from: Querying,
  clearance: PublicationClass,
  reference: Reference,
): Promise<readonly Reference[]> {
  const rows = await from.all<{ kind: Kind; id: string }>(
    `SELECT k.kind, l.id FROM links_${clearance} AS l JOIN kinds AS k ON k.number = l.kind
     WHERE l.target = ? ORDER BY k.kind, l.id`,
    reference,
  );
  return rows.map(({ kind, id }) => referenceTo(kind, id));
}
