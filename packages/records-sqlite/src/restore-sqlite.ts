import { existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { MoothallError } from "@moothall/core";
import { Connection } from "./connection.ts";
import { copyDatabase, taken } from "./copy-database.ts";
import { damaged } from "./fault.ts";
import { asImmutable, openSqlite } from "./open-sqlite.ts";
import { keyPath } from "./signing-key.ts";
import { integrityOf, verifySqlite } from "./verify-sqlite.ts";

/**
 * Puts a backup in a place where there are no records, in the present form if it is of an older one.
 * @throws MoothallError `core/store-damaged` when the backup does not hold, `core/already-exists`
 * when there is something in its place.
 */
export async function restoreSqlite(from: string, to: string): Promise<void> {
  const path = resolve(to);
  if (existsSync(path)) throw taken(to);
  const source = sourceOf(from);
  if (integrityOf(from, source).length > 0) throw new MoothallError(damaged(from));
  // Under another name until it is looked through, since the place is taken for whole.
  const restoring = `${path}.restoring`;
  removeAll(restoring);
  try {
    await copyApart(source, from, restoring);
    await (await openSqlite({ path: restoring })).close();
    await requireHistory(restoring, from);
    if (existsSync(keyPath(restoring))) renameSync(keyPath(restoring), keyPath(path));
    renameSync(restoring, path);
  } finally {
    removeAll(restoring);
  }
}

/** A backup with no log beside it is whole as it lies, and is left as it lies. */
const sourceOf = (from: string): string | URL =>
  existsSync(`${resolve(from)}-wal`) ? resolve(from) : asImmutable(resolve(from));

async function copyApart(source: string | URL, from: string, to: string): Promise<void> {
  const connection = new Connection(source, { readOnly: true, timeout: 1000 });
  try {
    await copyDatabase(connection, resolve(from), to);
  } finally {
    connection.close();
  }
}

async function requireHistory(path: string, from: string): Promise<void> {
  const [fault] = (await verifySqlite(path)).history;
  if (fault === undefined) return;
  throw new MoothallError({
    code: "core/store-damaged",
    message: `The history in ${from} does not hold: entry ${fault.entry} of ${fault.kind}/${fault.id} (${fault.fault}).`,
    hint: "Restore another backup.",
  });
}

function removeAll(path: string): void {
  for (const each of [path, `${path}-wal`, `${path}-shm`, keyPath(path)])
    rmSync(each, { force: true });
}
