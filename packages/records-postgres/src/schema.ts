import { randomBytes } from "node:crypto";
import { MoothallError, publicationClasses } from "@moothall/core";
import { rebuildKinds } from "./build-kind.ts";
import type { Connections, Querying } from "./connections.ts";
import { damaged } from "./fault.ts";
import { lockKey } from "./locks.ts";

const perClass = (make: (of: string) => string): string => publicationClasses.map(make).join("\n");

/**
 * The steps from an empty schema to the present form. A step that has been released is never
 * changed; the number of steps taken is `store.form`. Texts are compared by code points, as every
 * driver does.
 */
const migrations: readonly string[] = [
  `
CREATE TABLE store (
  one integer PRIMARY KEY CHECK (one = 1),
  form integer NOT NULL,
  generation bigint NOT NULL,
  name text NOT NULL
);

-- The users by which each clearance reads, and their passwords: for the owner of the records only.
CREATE TABLE clearance_roles (class text PRIMARY KEY, role text NOT NULL, password text NOT NULL);

CREATE TABLE kinds (
  number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text COLLATE "C" NOT NULL UNIQUE,
  build integer NOT NULL,
  model text NOT NULL
);

CREATE TABLE records (
  key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  state text NOT NULL,
  class text NOT NULL,
  version_public integer NOT NULL,
  version_restricted integer NOT NULL,
  version_confidential integer NOT NULL,
  entries integer NOT NULL,
  digest text NOT NULL,
  at text NOT NULL,
  classification text NOT NULL,
  data text NOT NULL,
  UNIQUE (kind, id)
);

${perClass(
  (of) => `
CREATE TABLE documents_${of} (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  created text NOT NULL,
  modified text NOT NULL,
  text text NOT NULL,
  words tsvector NOT NULL,
  UNIQUE (kind, id)
);
CREATE INDEX documents_${of}_words ON documents_${of} USING gin (words);

-- Which document of this clearance refers to what.
CREATE TABLE links_${of} (
  target text COLLATE "C" NOT NULL,
  kind integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  PRIMARY KEY (target, kind, id)
);
CREATE INDEX links_${of}_of ON links_${of} (kind, id);

-- Counts are sums of changes, so that nobody who writes waits for another's count.
CREATE TABLE counts_${of} (kind integer NOT NULL, change bigint NOT NULL);`,
)}

-- A document is null where it is the same text as \`data\`, or where there is none by the action.
CREATE TABLE history (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record bigint NOT NULL,
  entry integer NOT NULL,
  at text NOT NULL,
  by text NOT NULL,
  action text NOT NULL,
  commitment text NOT NULL,
  digest text NOT NULL,
  salt text,
  reason text,
  version_public integer,
  version_restricted integer,
  version_confidential integer,
  action_public text,
  action_restricted text,
  action_confidential text,
  classification text,
  data text,
  document_public text,
  document_restricted text,
  UNIQUE (record, entry)
);

CREATE TABLE signing_key (one integer PRIMARY KEY CHECK (one = 1), private text NOT NULL);
CREATE TABLE keys (fingerprint text COLLATE "C" PRIMARY KEY, public text NOT NULL);
CREATE TABLE roots (
  number integer PRIMARY KEY,
  at text NOT NULL,
  key text NOT NULL,
  entries integer NOT NULL,
  through bigint NOT NULL,
  digest text NOT NULL,
  signature text NOT NULL
);

CREATE TABLE tokens (id text COLLATE "C" PRIMARY KEY, hash text NOT NULL UNIQUE, row text NOT NULL);
CREATE TABLE audit (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at text NOT NULL,
  by text NOT NULL,
  action text NOT NULL,
  outcome text NOT NULL,
  about text
);
`,
  `
-- The files that records name or have named, and what was put for records to name.
CREATE TABLE files (
  sha512 text COLLATE "C" NOT NULL,
  record bigint NOT NULL,
  PRIMARY KEY (sha512, record)
);
CREATE INDEX files_of_record ON files (record);
CREATE TABLE uploads (
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  sha512 text COLLATE "C" NOT NULL,
  clearance text NOT NULL,
  at text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, id, sha512)
);
CREATE INDEX uploads_of_file ON uploads (sha512);
`,
  // What each clearance once saw and does not see any more, from what its history tells.
  perClass(
    (of) => `
CREATE TABLE deleted_${of} (
  kind integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  created text COLLATE "C" NOT NULL,
  modified text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX deleted_${of}_modified ON deleted_${of} (kind, modified, id);
INSERT INTO deleted_${of} (kind, id, version, created, modified)
SELECT r.kind, r.id, h.version_${of},
  substr((SELECT max(c.at) FROM history AS c
    WHERE c.record = r.key AND c.action_${of} = 'created'), 1, 23) || '000000Z',
  substr(h.at, 1, 23) || '000000Z'
FROM records AS r
JOIN history AS h ON h.record = r.key AND h.version_${of} = r.version_${of}
WHERE r.version_${of} > 0
  AND NOT EXISTS (SELECT 1 FROM documents_${of} AS d WHERE d.kind = r.kind AND d.id = r.id);
DO $$
DECLARE reader text;
BEGIN
  SELECT c.role INTO reader FROM clearance_roles AS c JOIN pg_roles AS p ON p.rolname = c.role
  WHERE c.class = '${of}';
  IF reader IS NOT NULL THEN EXECUTE format('GRANT SELECT ON deleted_${of} TO %I', reader); END IF;
END $$;`,
  ),
];

/** The last form in which the tables of the kinds' fields were laid out otherwise. */
const lastOtherFields = 2;

export const schemaVersion = migrations.length;

/** The oldest server that is tested with. */
const oldestServer = 150_000;

export interface Standing {
  /** Steps taken; 0 where there is nothing yet. */
  readonly form: number;
  /** Tells stores apart whose roles live on one server. */
  readonly name: string;
}

/** @throws MoothallError `core/store-too-new`, or `core/store-damaged` for a schema that is not ours. */
export async function standingOf(
  from: Querying,
  schema: string,
  location: string,
): Promise<Standing> {
  const [tables] = await from.all<{ all: string; ours: boolean | null }>(
    `SELECT count(*) AS all, bool_or(tablename = 'store') AS ours
     FROM pg_tables WHERE schemaname = ?`,
    schema,
  );
  if (Number(tables?.all) === 0) return { form: 0, name: "" };
  const found =
    tables?.ours === true ? await from.get<Standing>("SELECT form, name FROM store") : undefined;
  if (found === undefined)
    throw new MoothallError({
      ...damaged(location),
      message: `The database at ${location} has a schema '${schema}' that is not of Moothall.`,
      hint: "Name another database, or another schema.",
    });
  if (found.form > schemaVersion)
    throw new MoothallError({
      code: "core/store-too-new",
      message: `The records at ${location} were written by a newer Moothall (form ${found.form}; this one knows ${schemaVersion}).`,
      hint: "Use the newer Moothall, or restore a backup from before it was used.",
    });
  return found;
}

/** @throws MoothallError `core/configuration` for a server that is too old. */
export async function requireServer(connections: Connections, location: string): Promise<void> {
  const [found] = await connections.all<{ version: number; lazy: boolean }>(
    `SELECT current_setting('server_version_num')::integer AS version,
       current_setting('synchronous_commit') = 'off' AS lazy`,
  );
  if (found?.lazy === true) await connections.insistOnDisk();
  if ((found?.version ?? 0) >= oldestServer) return;
  throw new MoothallError({
    code: "core/configuration",
    message: `The server at ${location} is older than PostgreSQL ${oldestServer / 10_000}.`,
    hint: "Use a newer server.",
  });
}

/** Takes the steps that are missing, all in one transaction; one process at a time. */
export async function migrate(
  connections: Connections,
  schema: string,
  location: string,
): Promise<void> {
  await connections.transaction(async (transaction) => {
    await transaction.all("SELECT pg_advisory_xact_lock(?)", lockKey(schema, "migrate"));
    const { form } = await standingOf(transaction, schema, location);
    if (form === schemaVersion) return;
    // The statement time limit is for reads; a migration takes what it takes.
    await transaction.execute("SET LOCAL statement_timeout = 0");
    if (form === 0)
      await transaction.execute(
        `CREATE SCHEMA IF NOT EXISTS ${schema}; REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC;`,
      );
    for (const step of migrations.slice(form)) await transaction.execute(step);
    if (form > 0 && form <= lastOtherFields) await rebuildKinds(transaction);
    if (form === 0)
      await transaction.all(
        "INSERT INTO store (one, form, generation, name) VALUES (1, 0, 0, ?)",
        randomBytes(4).toString("hex"),
      );
    await transaction.all("UPDATE store SET form = ?", schemaVersion);
  });
}
