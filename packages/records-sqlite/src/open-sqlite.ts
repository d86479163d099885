import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { MoothallError } from "@moothall/core";
import type { SigningKey } from "@moothall/core/store";
import { Connection } from "./connection.ts";
import { asMoothallError, cannotOpen } from "./fault.ts";
import { migrate, schemaVersion, versionOf } from "./schema.ts";
import { signingKey } from "./signing-key.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { Transactions } from "./transactions.ts";

export interface SqliteOptions {
  /** Of the file, made where there is none; `:memory:` for records that end with the process. */
  readonly path: string;
  /** Refuses every write, and a file that is not there. */
  readonly readOnly?: boolean;
  /** Milliseconds that a write waits for another process before `core/busy`; 5,000 where left out. */
  readonly patience?: number;
}

/** Milliseconds that SQLite itself waits; it holds up the whole process meanwhile. */
const timeout = 100;

/**
 * Opens the embedded store, bringing a file of an older form to the present one.
 *
 * @throws MoothallError `core/store-too-new`, `core/store-damaged`, `core/store-unreachable`,
 * `core/cannot-write`, `core/busy`.
 */
export async function openSqlite(options: SqliteOptions): Promise<SqliteStore> {
  const { readOnly = false, patience = 5000 } = options;
  const inMemory = options.path === ":memory:";
  const path = inMemory ? options.path : resolve(options.path);
  const location = options.path;
  let reader: Connection | undefined;
  try {
    if (!inMemory && !readOnly) makeFile(path, location);
    reader = readOnly ? openReader(path, location) : new Connection(path, { readOnly, timeout });
    const main = reader;
    if (!readOnly) setUp(main, location);
    let key: SigningKey | undefined;
    return new SqliteStore({
      location,
      path,
      readOnly,
      reader: main,
      transactions: new Transactions({
        location,
        patience,
        apart: !inMemory,
        open: () => (inMemory ? main : openWriter(path, readOnly, location)),
      }),
      key: () => {
        key ??= signingKey(path);
        return key;
      },
    });
  } catch (cause) {
    reader?.close();
    throw asMoothallError(cause, location);
  }
}

/** Readable by its owner only, since it holds what is not public; SQLite's own files beside it follow. */
function makeFile(path: string, location: string): void {
  if (existsSync(path)) return;
  try {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, "a", 0o600));
  } catch (cause) {
    throw new MoothallError({
      code: "core/cannot-write",
      message: `The file of records ${location} cannot be made.`,
      hint: "Give write access to its folder, or name another place.",
      cause,
    });
  }
}

/** What is taken out is overwritten; a write is on the disk before it is acknowledged. */
const manner = `
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -32000;
  PRAGMA journal_size_limit = 67108864;`;

function setUp(connection: Connection, location: string): void {
  // Read first: a file of a newer form, or of something else, is left as it is.
  const version = versionOf(connection, location);
  if (version === 0) connection.execute("PRAGMA journal_mode = WAL");
  connection.execute(manner);
  if (version < schemaVersion) migrate(connection, location);
}

/**
 * A medium that cannot be written does not take the files by which processes agree; as long as no
 * log lies beside the records, nobody else can be writing them there.
 */
function openReader(path: string, location: string): Connection {
  try {
    return openedForReading(path, location);
  } catch (cause) {
    if (!cannotOpen(cause) || !existsSync(path) || existsSync(`${path}-wal`)) throw cause;
    return openedForReading(asImmutable(path), location);
  }
}

/** A file that nobody writes, to be read without leaving anything beside it. */
export const asImmutable = (path: string): URL => new URL(`${pathToFileURL(path)}?immutable=1`);

function openedForReading(path: string | URL, location: string): Connection {
  const connection = new Connection(path, { readOnly: true, timeout });
  try {
    requireForm(connection, location);
    return connection;
  } catch (cause) {
    connection.close();
    throw cause;
  }
}

function requireForm(connection: Connection, location: string): void {
  if (versionOf(connection, location) === schemaVersion) return;
  throw new MoothallError({
    code: "core/store-unreachable",
    message: `The records at ${location} are of an older form, or there are none yet.`,
    hint: "Open them once for writing, which brings them to the present form.",
  });
}

function openWriter(path: string, readOnly: boolean, location: string): Connection {
  if (readOnly)
    throw new MoothallError({
      code: "core/cannot-write",
      message: `The records at ${location} were opened for reading only.`,
      hint: "Open them for writing.",
    });
  const writer = new Connection(path, { readOnly, timeout });
  writer.execute(manner);
  return writer;
}
