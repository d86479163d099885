import { publicationClasses } from "@moothall/core";
import type { ChainedEntry } from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { writeFiles } from "./files.ts";
import { type Pending, seenColumns, versionColumns } from "./pending.ts";
import { writeViews } from "./write-views.ts";

/** An entry of a record's history, in the order in which things were done. */
export interface Done {
  readonly pending: Pending;
  readonly entry: ChainedEntry;
}

/** Writes what was done to some records: records, history, and each clearance's documents and indexes. */
export async function writePending(from: Querying, done: readonly Done[]): Promise<void> {
  if (done.length === 0) return;
  const changed = [...new Set(done.map(({ pending }) => pending))];
  await addRecords(
    from,
    changed.filter(({ key }) => key === undefined),
  );
  await renewRecords(
    from,
    changed.filter(({ found }) => found.key !== undefined),
  );
  await addEntries(from, done);
  for (const { pending, entry } of done) {
    if (entry.action === "erased") await eraseEntries(from, keyOf(pending), entry.entry);
    await writeFiles(from, keyOf(pending), entry);
  }
  for (const of of publicationClasses)
    await writeViews(
      from,
      of,
      changed.filter(({ views }) => views.has(of)),
    );
}

const recordTypes = `state text, class text, version_public integer, version_restricted integer,
  version_confidential integer, entries integer, digest text, at text, classification text, data text`;
const recordNames = recordTypes.replace(/ (?:text|integer)/g, "");

const recordColumns = ({ held }: Pending) => ({
  state: held.state,
  class: held.classification.record,
  ...versionColumns(held),
  entries: held.entries,
  digest: held.digest,
  at: held.at,
  classification: JSON.stringify(held.classification),
  data: held.data,
});

async function addRecords(from: Querying, added: readonly Pending[]): Promise<void> {
  if (added.length === 0) return;
  const rows = await from.all<{ key: string; kind: number; id: string }>(
    `INSERT INTO records (kind, id, ${recordNames})
     SELECT kind, id, ${recordNames}
     FROM json_to_recordset(?) AS n (kind integer, id text, ${recordTypes})
     RETURNING key, kind, id`,
    JSON.stringify(
      added.map((pending) => ({
        kind: pending.kind.number,
        id: pending.held.id,
        ...recordColumns(pending),
      })),
    ),
  );
  const keys = new Map(rows.map(({ key, kind, id }) => [`${kind}/${id}`, key]));
  for (const pending of added) pending.key = keys.get(`${pending.kind.number}/${pending.held.id}`);
}

async function renewRecords(from: Querying, renewed: readonly Pending[]): Promise<void> {
  if (renewed.length === 0) return;
  const renewals = recordNames
    .split(",")
    .map((name) => `${name.trim()} = n.${name.trim()}`)
    .join(", ");
  await from.all(
    `UPDATE records AS r SET ${renewals}
     FROM json_to_recordset(?) AS n (key bigint, ${recordTypes}) WHERE r.key = n.key`,
    JSON.stringify(renewed.map((pending) => ({ key: pending.key, ...recordColumns(pending) }))),
  );
}

const entryTypes = `record bigint, entry integer, at text, by text, action text, commitment text,
  digest text, salt text, reason text, version_public integer, version_restricted integer,
  version_confidential integer, action_public text, action_restricted text,
  action_confidential text, classification text, data text, document_public text,
  document_restricted text`;
const entryNames = entryTypes.replace(/ (?:text|integer|bigint)/g, "");

async function addEntries(from: Querying, done: readonly Done[]): Promise<void> {
  await from.all(
    `INSERT INTO history (${entryNames})
     SELECT ${entryNames} FROM json_to_recordset(?) AS n (${entryTypes})`,
    JSON.stringify(
      done.map(({ pending, entry }) => ({
        record: keyOf(pending),
        entry: entry.entry,
        at: entry.at,
        by: entry.by,
        action: entry.action,
        commitment: entry.commitment,
        digest: entry.digest,
        salt: entry.salt,
        reason: entry.reason,
        ...seenColumns(entry),
        classification: entry.classification,
        data: entry.data,
      })),
    ),
  );
}

/** Tombstones of earlier erasures stay whole: they say why content is missing. */
const eraseEntries = async (from: Querying, key: string, before: number): Promise<void> => {
  await from.all(
    `UPDATE history SET salt = NULL, reason = NULL, classification = NULL, data = NULL,
       document_public = NULL, document_restricted = NULL
     WHERE record = ? AND entry < ? AND action <> 'erased'`,
    key,
    before,
  );
};

function keyOf({ key, held }: Pending): string {
  if (key === undefined) throw new Error(`${held.kind}/${held.id} was not written`);
  return key;
}
