import type { PublicationClass } from "@moothall/core";
import { type HeldView, momentIndex } from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import type { StoredKind } from "./kinds.ts";
import type { Pending, Reading } from "./pending.ts";
import { type FieldsRow, removeFields, writeFields } from "./write-fields.ts";

/** A document that is there from now on. */
interface Shown {
  readonly pending: Pending;
  readonly view: HeldView;
  readonly reading: Reading;
  readonly number: string | undefined;
}

/** Writes what one clearance sees of some records from now on: documents, indexes, links, counts. */
export async function writeViews(
  from: Querying,
  of: PublicationClass,
  changed: readonly Pending[],
): Promise<void> {
  if (changed.length === 0) return;
  const added: Shown[] = [];
  const renewed: Shown[] = [];
  const removed: Pending[] = [];
  for (const pending of changed) {
    const now = pending.views.get(of);
    const number = pending.found.numbers[of];
    const shown =
      now?.view === undefined || now.reading === undefined
        ? undefined
        : { pending, view: now.view, reading: now.reading, number };
    if (number !== undefined && (shown === undefined || now?.anew === true)) removed.push(pending);
    if (shown === undefined) continue;
    if (number === undefined || now?.anew === true) added.push(shown);
    else renewed.push(shown);
  }
  await removeDocuments(from, of, removed);
  await writeTombstones(from, of, changed);
  const numbered = await addDocuments(from, of, added);
  await renewDocuments(from, of, renewed);
  await writeIndexes(from, of, [...numbered, ...renewed], removed);
  await writeLinks(from, of, changed, [...added, ...renewed]);
  await writeCounts(from, of, added, removed);
}

async function removeDocuments(
  from: Querying,
  of: PublicationClass,
  removed: readonly Pending[],
): Promise<void> {
  if (removed.length > 0)
    await from.all(
      `DELETE FROM documents_${of} WHERE number = ANY (?::bigint[])`,
      removed.map(({ found }) => found.numbers[of]),
    );
}

/** What there is of records for a clearance that does not see them any more. */
async function writeTombstones(
  from: Querying,
  of: PublicationClass,
  changed: readonly Pending[],
): Promise<void> {
  const back = changed.filter(
    ({ views, found }) =>
      found.numbers[of] === undefined &&
      found.held.versions[of] > 0 &&
      (views.get(of)?.view !== undefined || views.get(of)?.gone?.created !== undefined),
  );
  if (back.length > 0)
    await from.all(
      `DELETE FROM deleted_${of} AS d USING unnest(?::integer[], ?::text[]) AS n (kind, id)
       WHERE d.kind = n.kind AND d.id = n.id`,
      back.map(({ kind }) => kind.number),
      back.map(({ held }) => held.id),
    );
  const gone = changed.flatMap(({ kind, held, views }) => {
    const told = views.get(of)?.gone;
    if (told === undefined) return [];
    const { version, created, modified } = told;
    return {
      kind: kind.number,
      id: held.id,
      version,
      created: momentIndex(created ?? modified),
      modified: momentIndex(modified),
    };
  });
  // What is erased after it was deleted has one already, which knows when it was created.
  if (gone.length > 0)
    await from.all(
      `INSERT INTO deleted_${of} (kind, id, version, created, modified)
       SELECT kind, id, version, created, modified FROM json_to_recordset(?)
         AS n (kind integer, id text, version integer, created text, modified text)
       ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, modified = excluded.modified`,
      JSON.stringify(gone),
    );
}

/** Those that came into sight, in that order: the last is found first. */
async function addDocuments(
  from: Querying,
  of: PublicationClass,
  added: readonly Shown[],
): Promise<Shown[]> {
  if (added.length === 0) return [];
  const rows = await from.all<{ number: string; kind: number; id: string }>(
    `INSERT INTO documents_${of} (kind, id, version, created, modified, text, words)
     SELECT kind, id, version, created, modified, text, array_to_tsvector(words)
     FROM json_to_recordset(?) AS n (kind integer, id text, version integer, created text,
       modified text, text text, words text[])
     RETURNING number, kind, id`,
    JSON.stringify(
      added.map(({ pending, view, reading }) => ({
        kind: pending.kind.number,
        id: pending.held.id,
        ...view,
        words: reading.words,
      })),
    ),
  );
  const numbers = new Map(rows.map(({ number, kind, id }) => [`${kind}/${id}`, number]));
  return added.map((shown) => {
    const { kind, held } = shown.pending;
    return { ...shown, number: numbers.get(`${kind.number}/${held.id}`) };
  });
}

async function renewDocuments(
  from: Querying,
  of: PublicationClass,
  renewed: readonly Shown[],
): Promise<void> {
  if (renewed.length === 0) return;
  await from.all(
    `UPDATE documents_${of} AS d SET version = n.version, created = n.created,
       modified = n.modified, text = n.text, words = array_to_tsvector(n.words)
     FROM json_to_recordset(?) AS n (number bigint, version integer, created text,
       modified text, text text, words text[])
     WHERE d.number = n.number`,
    JSON.stringify(
      renewed.map(({ number, view, reading }) => ({ number, ...view, words: reading.words })),
    ),
  );
}

async function writeIndexes(
  from: Querying,
  of: PublicationClass,
  shown: readonly Shown[],
  removed: readonly Pending[],
): Promise<void> {
  const gone = new Map<StoredKind, string[]>();
  for (const { kind, held } of removed) gone.set(kind, [...(gone.get(kind) ?? []), held.id]);
  for (const [kind, ids] of gone) await removeFields(from, kind, of, ids);
  const rows = new Map<StoredKind, FieldsRow[]>();
  for (const { pending, view, reading, number } of shown) {
    if (number === undefined) throw new Error(`${pending.held.id} was not written`);
    const { created, modified } = view;
    const row = { id: pending.held.id, number, row: reading.row, created, modified };
    const of = rows.get(pending.kind);
    if (of === undefined) rows.set(pending.kind, [row]);
    else of.push(row);
  }
  for (const [kind, some] of rows) await writeFields(from, kind, of, some);
}

async function writeLinks(
  from: Querying,
  of: PublicationClass,
  changed: readonly Pending[],
  shown: readonly Shown[],
): Promise<void> {
  const before = changed.filter(({ found }) => found.held.views[of]?.text.includes("/") === true);
  if (before.length > 0)
    await from.all(
      `DELETE FROM links_${of} WHERE ctid = ANY (ARRAY (
         SELECT l.ctid FROM unnest(?::integer[], ?::text[]) AS n (kind, id)
         CROSS JOIN LATERAL (
           SELECT one.ctid FROM links_${of} AS one WHERE one.kind = n.kind AND one.id = n.id OFFSET 0
         ) AS l))`,
      before.map(({ kind }) => kind.number),
      before.map(({ held }) => held.id),
    );
  const links = shown.flatMap(({ pending, reading }) =>
    [...reading.references].map((target) => ({
      target,
      kind: pending.kind.number,
      id: pending.held.id,
    })),
  );
  if (links.length > 0)
    await from.all(
      `INSERT INTO links_${of} (target, kind, id)
       SELECT target, kind, id FROM json_to_recordset(?) AS n (target text, kind integer, id text)`,
      JSON.stringify(links),
    );
}

async function writeCounts(
  from: Querying,
  of: PublicationClass,
  added: readonly Shown[],
  removed: readonly Pending[],
): Promise<void> {
  const changes = new Map<number, number>();
  const count = ({ kind: { number } }: Pending, by: number) =>
    changes.set(number, (changes.get(number) ?? 0) + by);
  for (const { pending } of added) count(pending, 1);
  for (const pending of removed) count(pending, -1);
  const rows = [...changes].filter(([, change]) => change !== 0);
  if (rows.length > 0)
    await from.all(
      `INSERT INTO counts_${of} (kind, change) SELECT * FROM unnest(?::integer[], ?::bigint[])`,
      rows.map(([kind]) => kind),
      rows.map(([, change]) => change),
    );
}

/** Brings many changes of a count together in one. Inside a transaction in which nobody else writes. */
export async function gatherCounts(from: Querying, of: PublicationClass): Promise<void> {
  await from.all(
    `WITH gone AS (DELETE FROM counts_${of} RETURNING kind, change)
     INSERT INTO counts_${of} (kind, change) SELECT kind, sum(change) FROM gone GROUP BY kind`,
  );
}
