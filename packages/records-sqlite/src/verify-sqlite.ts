import { resolve } from "node:path";
import type { HistoryFault } from "@moothall/core/store";
import { Connection } from "./connection.ts";
import { asMoothallError } from "./fault.ts";
import { openSqlite } from "./open-sqlite.ts";

/** What is wrong with a file of records. */
export interface SqliteVerdict {
  /** What SQLite says of pages and indexes that do not fit together; empty when all is well. */
  readonly damage: readonly string[];
  readonly history: readonly HistoryFault[];
}

/**
 * Looks through a whole file of records: pages, indexes and history.
 * @throws MoothallError when it cannot even be opened.
 */
export async function verifySqlite(path: string): Promise<SqliteVerdict> {
  const damage = integrityOf(path);
  if (damage.length > 0) return { damage, history: [] };
  const store = await openSqlite({ path, readOnly: true });
  try {
    const history: HistoryFault[] = [];
    for await (const fault of store.verifyHistory()) history.push(fault);
    return { damage, history };
  } finally {
    await store.close();
  }
}

/** What SQLite says of pages and indexes that do not fit together; empty when all is well. */
export function integrityOf(path: string, address: string | URL = resolve(path)): string[] {
  let connection: Connection | undefined;
  try {
    connection = new Connection(address, { readOnly: true, timeout: 1000 });
    return connection
      .all<{ integrity_check: string }>("PRAGMA integrity_check(20)")
      .map((row) => row.integrity_check)
      .filter((text) => text !== "ok");
  } catch (cause) {
    throw asMoothallError(cause, path);
  } finally {
    connection?.close();
  }
}
