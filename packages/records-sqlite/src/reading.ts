import {
  isReference,
  type Kind,
  type PublicationClass,
  parseReference,
  type Reference,
  referenceTo,
} from "@moothall/core";
import type { FullRecord, LoadedRecord, StoredText } from "@moothall/core/store";
import type { Connection } from "./connection.ts";
import { findRecord } from "./held.ts";
import type { Kinds } from "./kinds.ts";
import { classBit } from "./write-record.ts";

export function load(
  connection: Connection,
  kinds: Kinds,
  kind: Kind,
  id: string,
): LoadedRecord | undefined {
  const { key, held } = findRecord(connection, kind, kinds.find(connection, kind)?.number, id);
  if (key === undefined) return undefined;
  return {
    data: JSON.parse(held.data),
    classification: held.classification,
    versions: held.versions,
    deleted: held.state !== "present",
  };
}

export function get(
  connection: Connection,
  kinds: Kinds,
  clearance: PublicationClass,
  kind: Kind,
  id: string,
): StoredText | undefined {
  const number = kinds.find(connection, kind)?.number;
  if (number === undefined) return undefined;
  const found = connection.get<Omit<StoredText, "id">>(
    `SELECT text, version, modified FROM documents_${clearance} WHERE kind = ? AND id = ?`,
    number,
    id,
  );
  if (found === undefined) return undefined;
  return { id, text: found.text, version: found.version, modified: found.modified };
}

/** Some records of a kind that are there, in full: by id, after this one. */
export const fullRecords = (
  connection: Connection,
  kinds: Kinds,
  kind: Kind,
  after: string,
): FullRecord[] =>
  connection
    .all<{ id: string; data: string; classification: string }>(
      `SELECT id, data, classification FROM records
       WHERE kind = ? AND id > ? AND state = 'present' ORDER BY id LIMIT 200`,
      kinds.find(connection, kind)?.number ?? 0,
      after,
    )
    .map(({ id, data, classification }) => ({
      kind,
      id,
      data: JSON.parse(data),
      classification: JSON.parse(classification),
    }));

export const counts = (
  connection: Connection,
  clearance: PublicationClass,
): ReadonlyMap<Kind, number> =>
  new Map(
    connection
      .all<{ kind: Kind; n: number }>(
        `SELECT kind, count_${clearance} AS n FROM kinds WHERE count_${clearance} > 0 ORDER BY kind`,
      )
      .map(({ kind, n }) => [kind, n]),
  );

export const visible = (
  connection: Connection,
  kinds: Kinds,
  clearance: PublicationClass,
  references: readonly Reference[],
): ReadonlySet<Reference> =>
  new Set(
    references.filter((reference) => {
      if (!isReference(reference)) return false;
      const { kind, id } = parseReference(reference);
      const number = kinds.find(connection, kind)?.number;
      return (
        number !== undefined &&
        connection.get(
          `SELECT 1 FROM documents_${clearance} WHERE kind = ? AND id = ?`,
          number,
          id,
        ) !== undefined
      );
    }),
  );

export const referrers = (
  connection: Connection,
  clearance: PublicationClass,
  reference: Reference,
): readonly Reference[] =>
  connection
    .all<{ kind: Kind; id: string }>(
      `SELECT k.kind, r.id FROM links AS l
       JOIN records AS r ON r.key = l.source
       JOIN kinds AS k ON k.number = r.kind
       WHERE l.target = ? AND l.classes & ? ORDER BY k.kind, r.id`,
      reference,
      classBit(clearance),
    )
    .map(({ kind, id }) => referenceTo(kind, id));
