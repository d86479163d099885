import {
  type PublicationClass,
  publicationClasses,
  type Reference,
  referencesIn,
} from "@moothall/core";
import {
  type ChainedEntry,
  type Change,
  type HeldView,
  type IndexRow,
  indexRow,
  momentIndex,
  unstampedText,
} from "@moothall/core/store";
import type { Connection } from "./connection.ts";
import { classNumber, removeFields, writeFields } from "./field-tables.ts";
import { writeFiles } from "./files.ts";
import type { Found } from "./held.ts";
import type { StoredKind } from "./kinds.ts";
import { addWords, removeWords, searchWords } from "./search-index.ts";

/** Writes a change that was decided on: record, history, and each clearance's document and indexes. */
export function writeChange(
  connection: Connection,
  kind: StoredKind,
  found: Found,
  change: Change,
): void {
  const { entry, before, after } = change;
  if (entry === undefined) return;
  const key = writeRecord(connection, kind, found.key, change);
  writeEntry(connection, key, entry);
  if (entry.action === "erased") eraseEntries(connection, key, entry.entry);
  writeFiles(connection, key, entry);
  const readings = new Readings(kind);
  for (const of of publicationClasses) {
    const seen = entry.seen[of];
    if (seen === undefined) continue;
    const was = before.views[of];
    const is = after.views[of];
    const number = found.numbers[of];
    if (is === undefined || seen.document === undefined) {
      if (was !== undefined && number !== undefined)
        removeView(connection, kind, of, before.id, number);
      writeTombstone(connection, kind, of, change, seen.version);
    } else if (was !== undefined && number !== undefined)
      replaceView(connection, kind, of, after.id, number, is, readings.of(seen.document));
    else addView(connection, kind, of, after.id, is, readings.of(seen.document));
  }
  writeLinks(connection, key, change, readings);
}

/** What is indexed of a document. */
interface Reading {
  readonly row: IndexRow;
  readonly words: string;
  readonly references: ReadonlySet<Reference>;
}

/** Most records look the same to all, and then their document is taken apart once. */
class Readings {
  readonly #kind: StoredKind;
  readonly #known = new Map<string, Reading>();

  constructor(kind: StoredKind) {
    this.#kind = kind;
  }

  of(text: string): Reading {
    let reading = this.#known.get(text);
    if (reading === undefined) {
      const document: unknown = JSON.parse(text);
      reading = {
        row: indexRow(this.#kind.model, document),
        words: searchWords(this.#kind.model, document),
        references: text.includes("/") ? referencesIn(document) : new Set(),
      };
      this.#known.set(text, reading);
    }
    return reading;
  }

  ofView(view: HeldView): Reading {
    return this.of(unstampedText(view.text, view));
  }
}

function writeRecord(
  connection: Connection,
  kind: StoredKind,
  key: number | undefined,
  { after }: Change,
): number {
  const values = [
    after.state,
    after.classification.record,
    after.versions.public,
    after.versions.restricted,
    after.versions.confidential,
    after.entries,
    after.digest,
    after.at,
    JSON.stringify(after.classification),
    after.data,
  ];
  if (key === undefined)
    return connection.run(
      `INSERT INTO records (kind, id, state, class, version_public, version_restricted,
         version_confidential, entries, digest, at, classification, data)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      kind.number,
      after.id,
      ...values,
    );
  connection.run(
    `UPDATE records SET state = ?, class = ?, version_public = ?, version_restricted = ?,
       version_confidential = ?, entries = ?, digest = ?, at = ?, classification = ?, data = ?
     WHERE key = ?`,
    ...values,
    key,
  );
  return key;
}

function writeEntry(connection: Connection, key: number, entry: ChainedEntry): void {
  const document = (of: PublicationClass): string | null => {
    const text = entry.seen[of]?.document;
    return text === undefined || text === entry.data ? null : text;
  };
  connection.run(
    `INSERT INTO history (record, entry, at, by, action, commitment, digest, salt, reason,
       version_public, version_restricted, version_confidential,
       action_public, action_restricted, action_confidential,
       classification, data, document_public, document_restricted)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    key,
    entry.entry,
    entry.at,
    entry.by,
    entry.action,
    entry.commitment,
    entry.digest,
    entry.salt,
    entry.reason,
    ...publicationClasses.map((of) => entry.seen[of]?.version ?? null),
    ...publicationClasses.map((of) => entry.seen[of]?.action ?? null),
    entry.classification,
    entry.data,
    document("public"),
    document("restricted"),
  );
}

/** Tombstones of earlier erasures stay whole: they say why content is missing. */
const eraseEntries = (connection: Connection, key: number, before: number): void => {
  connection.run(
    `UPDATE history SET salt = NULL, reason = NULL, classification = NULL, data = NULL,
       document_public = NULL, document_restricted = NULL
     WHERE record = ? AND entry < ? AND action <> 'erased'`,
    key,
    before,
  );
};

function addView(
  connection: Connection,
  kind: StoredKind,
  of: PublicationClass,
  id: string,
  view: HeldView,
  reading: Reading,
): void {
  const number = connection.run(
    `INSERT INTO documents_${of} (kind, id, version, created, modified, text)
     VALUES (?, ?, ?, ?, ?, ?)`,
    kind.number,
    id,
    view.version,
    view.created,
    view.modified,
    view.text,
  );
  writeFields(connection, kind, of, id, number, reading.row, view);
  addWords(connection, of, number, reading.words);
  count(connection, kind, of, 1);
  if (view.version > 1)
    connection.run(`DELETE FROM deleted_${of} WHERE kind = ? AND id = ?`, kind.number, id);
}

function replaceView(
  connection: Connection,
  kind: StoredKind,
  of: PublicationClass,
  id: string,
  number: number,
  view: HeldView,
  reading: Reading,
): void {
  connection.run(
    `UPDATE documents_${of} SET version = ?, created = ?, modified = ?, text = ? WHERE number = ?`,
    view.version,
    view.created,
    view.modified,
    view.text,
    number,
  );
  writeFields(connection, kind, of, id, number, reading.row, view);
  removeWords(connection, of, number);
  addWords(connection, of, number, reading.words);
}

function removeView(
  connection: Connection,
  kind: StoredKind,
  of: PublicationClass,
  id: string,
  number: number,
): void {
  connection.run(`DELETE FROM documents_${of} WHERE number = ?`, number);
  removeFields(connection, kind, of, id);
  removeWords(connection, of, number);
  count(connection, kind, of, -1);
}

/** What there is of a record for a clearance that does not see it any more. */
function writeTombstone(
  connection: Connection,
  kind: StoredKind,
  of: PublicationClass,
  { before, after, entry }: Change,
  version: number,
): void {
  // What is erased after it was deleted has one already, which knows when it was created.
  connection.run(
    `INSERT INTO deleted_${of} (kind, id, version, created, modified) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET version = excluded.version, modified = excluded.modified`,
    kind.number,
    after.id,
    version,
    momentIndex(before.views[of]?.created ?? after.at),
    momentIndex(entry?.at ?? after.at),
  );
}

const count = (
  connection: Connection,
  kind: StoredKind,
  of: PublicationClass,
  by: number,
): void => {
  connection.run(
    `UPDATE kinds SET count_${of} = count_${of} + ? WHERE number = ?`,
    by,
    kind.number,
  );
};

function writeLinks(
  connection: Connection,
  key: number,
  { before, after }: Change,
  readings: Readings,
): void {
  if (before.data.includes("/")) connection.run("DELETE FROM links WHERE source = ?", key);
  // A deleted record refers to nothing; should it come again, it brings its own references.
  if (after.state !== "present" || !after.data.includes("/")) return;
  const references = referencesIn(JSON.parse(after.data));
  if (references.size === 0) return;
  const classes = new Map<Reference, number>();
  for (const reference of references) classes.set(reference, 0);
  for (const of of publicationClasses) {
    const view = after.views[of];
    if (view === undefined) continue;
    for (const reference of readings.ofView(view).references)
      classes.set(reference, (classes.get(reference) ?? 0) | classBit(of));
  }
  for (const [target, seen] of classes)
    connection.run(
      "INSERT INTO links (target, source, classes) VALUES (?, ?, ?)",
      target,
      key,
      seen,
    );
}

/** The bit of a clearance in `links.classes`. */
export const classBit = (of: PublicationClass): number => 1 << classNumber(of);
