import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { MoothallError } from "@moothall/core";
import { Connection } from "./connection.ts";
import { copyDatabase, taken } from "./copy-database.ts";
import { damaged } from "./fault.ts";
import { verifySqlite } from "./verify-sqlite.ts";

/**
 * Puts a backup in a place where there are no records.
 * @throws MoothallError `core/store-damaged` when the backup does not hold, `core/already-exists`
 * when there is something in its place.
 */
export async function restoreSqlite(from: string, to: string): Promise<void> {
  if (existsSync(resolve(to))) throw taken(to);
  const { damage, history } = await verifySqlite(from);
  if (damage.length > 0) throw new MoothallError(damaged(from));
  const [fault] = history;
  if (fault !== undefined)
    throw new MoothallError({
      code: "core/store-damaged",
      message: `The history in ${from} does not hold: entry ${fault.entry} of ${fault.kind}/${fault.id} (${fault.fault}).`,
      hint: "Restore another backup.",
    });
  const connection = new Connection(resolve(from), { readOnly: true, timeout: 1000 });
  try {
    await copyDatabase(connection.database, resolve(from), to);
  } finally {
    connection.close();
  }
}
