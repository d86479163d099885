import { MoothallError, publicationClasses } from "@moothall/core";
import type { Connection } from "./connection.ts";
import { damaged } from "./fault.ts";
import { Kinds } from "./kinds.ts";

/** `Moot` in ASCII: says in the file's header whose it is. */
const applicationId = 0x4d6f6f74;

const perClass = (make: (of: string) => string): string => publicationClasses.map(make).join("\n");

/**
 * The steps from an empty file to the present form. A step that has been released is never
 * changed; the number of steps taken is the file's `user_version`.
 */
const migrations: readonly string[] = [
  `
CREATE TABLE store (one INTEGER PRIMARY KEY CHECK (one = 1), generation INTEGER NOT NULL) STRICT;
INSERT INTO store VALUES (1, 0);

CREATE TABLE kinds (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL UNIQUE,
  build INTEGER NOT NULL,
  model TEXT NOT NULL,
  count_public INTEGER NOT NULL DEFAULT 0,
  count_restricted INTEGER NOT NULL DEFAULT 0,
  count_confidential INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Wide columns come last, so that the others are read without them.
CREATE TABLE records (
  key INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  class TEXT NOT NULL,
  version_public INTEGER NOT NULL,
  version_restricted INTEGER NOT NULL,
  version_confidential INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  digest TEXT NOT NULL,
  at TEXT NOT NULL,
  classification TEXT NOT NULL,
  data TEXT NOT NULL,
  UNIQUE (kind, id)
) STRICT;

${perClass(
  (of) => `
CREATE TABLE documents_${of} (
  number INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (kind, id)
) STRICT;
-- The words alone: an excerpt is cut from the document. Without secure-delete, which takes other rows
-- along with detail=none (SQLite 3.53) and writes a page for every word; an erasure makes it anew.
CREATE VIRTUAL TABLE search_${of} USING fts5(
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '/-'"
);`,
)}

-- The values of fields that may have several.
CREATE TABLE several (
  kind INTEGER NOT NULL,
  field INTEGER NOT NULL,
  class INTEGER NOT NULL,
  value ANY NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, field, class, value, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX several_of_record ON several (kind, class, id, field);

-- Who refers to whom. \`classes\` has a bit for each clearance whose document shows the reference.
CREATE TABLE links (
  target TEXT NOT NULL,
  source INTEGER NOT NULL,
  classes INTEGER NOT NULL,
  PRIMARY KEY (target, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_of_source ON links (source);

-- A document is null where it is the same text as \`data\`, or where there is none by the action.
CREATE TABLE history (
  sequence INTEGER PRIMARY KEY,
  record INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  action TEXT NOT NULL,
  commitment TEXT NOT NULL,
  digest TEXT NOT NULL,
  salt TEXT,
  reason TEXT,
  version_public INTEGER,
  version_restricted INTEGER,
  version_confidential INTEGER,
  action_public TEXT,
  action_restricted TEXT,
  action_confidential TEXT,
  classification TEXT,
  data TEXT,
  document_public TEXT,
  document_restricted TEXT,
  UNIQUE (record, entry)
) STRICT;

CREATE TABLE keys (fingerprint TEXT PRIMARY KEY, public TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE roots (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  key TEXT NOT NULL,
  entries INTEGER NOT NULL,
  through INTEGER NOT NULL,
  digest TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  row TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  action TEXT NOT NULL,
  outcome TEXT NOT NULL,
  about TEXT
) STRICT;
`,
  `
-- The files that records name or have named, and what was put for records to name.
CREATE TABLE files (
  sha512 TEXT NOT NULL,
  record INTEGER NOT NULL,
  PRIMARY KEY (sha512, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX files_of_record ON files (record);
CREATE TABLE uploads (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  sha512 TEXT NOT NULL,
  clearance TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (kind, id, sha512)
) STRICT, WITHOUT ROWID;
CREATE INDEX uploads_of_file ON uploads (sha512);
`,
  // What each clearance once saw and does not see any more, from what its history tells.
  perClass(
    (of) => `
CREATE TABLE deleted_${of} (
  kind INTEGER NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX deleted_${of}_modified ON deleted_${of} (kind, modified, id);
INSERT INTO deleted_${of} (kind, id, version, created, modified)
SELECT r.kind, r.id, h.version_${of},
  substr((SELECT max(c.at) FROM history AS c
    WHERE c.record = r.key AND c.action_${of} = 'created'), 1, 23) || '000000Z',
  substr(h.at, 1, 23) || '000000Z'
FROM records AS r
JOIN history AS h ON h.record = r.key AND h.version_${of} = r.version_${of}
WHERE r.version_${of} > 0
  AND NOT EXISTS (SELECT 1 FROM documents_${of} AS d WHERE d.kind = r.kind AND d.id = r.id);`,
  ),
];

/** The last form in which the tables of the kinds' fields were laid out otherwise. */
const lastOtherFields = 2;

export const schemaVersion = migrations.length;

/** Steps taken so far. @throws MoothallError `core/store-too-new`, or `core/store-damaged` for a file that is not ours. */
export function versionOf(connection: Connection, location: string): number {
  const version = Number(connection.get("PRAGMA user_version")?.user_version);
  const application = Number(connection.get("PRAGMA application_id")?.application_id);
  if (application !== applicationId) {
    const tables = Number(connection.get("SELECT count(*) AS n FROM sqlite_schema")?.n);
    if (tables === 0 && application === 0) return 0;
    throw new MoothallError({
      ...damaged(location),
      message: `The file at ${location} is a database, but not one of Moothall.`,
      hint: "Name another file.",
    });
  }
  if (version > schemaVersion)
    throw new MoothallError({
      code: "core/store-too-new",
      message: `The records at ${location} were written by a newer Moothall (form ${version}; this one knows ${schemaVersion}).`,
      hint: "Use the newer Moothall, or restore a backup from before it was used.",
    });
  return version;
}

/** Takes the steps that are missing, all in one transaction. Looks again once it may write. */
export function migrate(connection: Connection, location: string): void {
  connection.execute("BEGIN IMMEDIATE");
  try {
    const version = versionOf(connection, location);
    for (const step of migrations.slice(version)) connection.execute(step);
    if (version > 0 && version <= lastOtherFields) new Kinds().rebuild(connection);
    connection.execute(
      `PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`,
    );
  } catch (cause) {
    if (connection.isTransaction) connection.execute("ROLLBACK");
    throw cause;
  }
}
