import { type Kind, type PublicationClass, referencesIn } from "@moothall/core";
import { type ExportLine, foundEntry, openLeaf, type Root } from "@moothall/core/store";
import { classesOf } from "./commit.ts";
import type { Connection } from "./connection.ts";
import type { Kinds } from "./kinds.ts";

interface EntryRow {
  readonly sequence: number;
  readonly record: number;
  readonly entry: number;
  readonly commitment: string;
  readonly digest: string;
  readonly previous: string | null;
  readonly kind: Kind;
  readonly id: string;
  readonly now: string;
}

export const keyLines = (connection: Connection): ExportLine[] =>
  connection
    .all<{ fingerprint: string; public: string }>(
      "SELECT fingerprint, public FROM keys ORDER BY fingerprint",
    )
    .map(({ fingerprint, public: text }) => ({ type: "key", fingerprint, public: text }));

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
export function entryLines(
  connection: Connection,
  kinds: Kinds,
  opened: PublicationClass | undefined,
  after: number,
  through: number,
): { readonly lines: ExportLine[]; readonly last: number | undefined } {
  const rows = connection.all<EntryRow & Record<string, never>>(
    `SELECT h.*, p.digest AS previous, k.kind, r.id, r.classification AS now
     FROM history AS h
     LEFT JOIN history AS p ON p.record = h.record AND p.entry = h.entry - 1
     JOIN records AS r ON r.key = h.record
     JOIN kinds AS k ON k.number = r.kind
     WHERE h.sequence > ? AND h.sequence <= ? ORDER BY h.sequence LIMIT 200`,
    after,
    through,
  );
  return {
    lines: rows.map((row) => entryLine(connection, kinds, opened, row)),
    last: rows.at(-1)?.sequence,
  };
}

function entryLine(
  connection: Connection,
  kinds: Kinds,
  opened: PublicationClass | undefined,
  row: EntryRow & Record<string, never>,
): ExportLine {
  const line: ExportLine = {
    type: "entry",
    record: row.record,
    entry: row.entry,
    previous: row.previous ?? "",
    commitment: row.commitment,
    digest: row.digest,
  };
  if (opened === undefined) return line;
  const content = foundEntry(row.kind, row.id, row);
  const document = content.seen[opened]?.document;
  const targets = classesOf(
    connection,
    kinds,
    document === undefined ? [] : referencesIn(JSON.parse(document)),
  );
  const leaf = openLeaf(content, content.salt, opened, JSON.parse(row.now), targets);
  return leaf === undefined ? line : { ...line, opened: leaf };
}
