import { type Kind, type PublicationClass, type Reference, referencesIn } from "@moothall/core";
import {
  type EntryRow,
  type ExportLine,
  foundEntry,
  openLeaf,
  type Root,
  type TargetClasses,
} from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { classesOf } from "./target-classes.ts";

export async function keyLines(from: Querying): Promise<ExportLine[]> {
  const keys = await from.all<{ fingerprint: string; public: string }>(
    "SELECT fingerprint, public FROM keys ORDER BY fingerprint",
  );
  return keys.map(({ fingerprint, public: text }) => ({ type: "key", fingerprint, public: text }));
}

export const rootLine = ({ number, at, key, entries, digest, signature }: Root): ExportLine => ({
  type: "root",
  number,
  at,
  key,
  entries,
  digest,
  signature,
});

/** Some entries in the order in which they were written: after this one, and up to that. */
export async function entryLines(
  from: Querying,
  opened: PublicationClass | undefined,
  after: string,
  through: string,
): Promise<{ readonly lines: ExportLine[]; readonly last: string | undefined }> {
  const rows = await from.all<EntryRow>(
    `SELECT h.*, p.digest AS previous, k.kind, r.id, r.classification AS now
     FROM history AS h
     LEFT JOIN history AS p ON p.record = h.record AND p.entry = h.entry - 1
     JOIN records AS r ON r.key = h.record
     JOIN kinds AS k ON k.number = r.kind
     WHERE h.sequence > ? AND h.sequence <= ? ORDER BY h.sequence LIMIT 200`,
    after,
    through,
  );
  const found = rows.map((row) => ({
    row,
    content: foundEntry(row.kind as Kind, String(row.id), row),
  }));
  const references = new Set<Reference>();
  for (const { content } of opened === undefined ? [] : found) {
    const document = opened === undefined ? undefined : content.seen[opened]?.document;
    if (document !== undefined) referencesIn(JSON.parse(document), references);
  }
  const targets = await classesOf(from, references);
  const last = rows.at(-1)?.sequence;
  return {
    lines: found.map(({ row, content }) => entryLine(row, content, opened, targets)),
    last: last === undefined ? undefined : String(last),
  };
}

function entryLine(
  row: EntryRow,
  content: ReturnType<typeof foundEntry>,
  opened: PublicationClass | undefined,
  targets: TargetClasses,
): ExportLine {
  const line: ExportLine = {
    type: "entry",
    record: Number(row.record),
    entry: content.entry,
    previous: row.previous === null ? "" : String(row.previous),
    commitment: content.commitment,
    digest: content.digest,
  };
  if (opened === undefined) return line;
  const leaf = openLeaf(content, content.salt, opened, JSON.parse(String(row.now)), targets);
  return leaf === undefined ? line : { ...line, opened: leaf };
}
