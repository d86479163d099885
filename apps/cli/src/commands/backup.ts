import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { MoothallError } from "@moothall/core";
import { locationOf } from "../open-store.ts";
import type { ParsedArguments } from "../options.ts";
import { write } from "../terminal.ts";
import { type Command, helpText } from "./command.ts";
import { noMoreWords } from "./plugin.ts";

/** `moothall backup FILE`: a whole copy, while others go on reading and writing. */
export const backupCommand: Command = {
  depth: 1,
  flags: {},
  help: () =>
    helpText(
      "backup FILE [OPTIONS]",
      "Copies the embedded store, records, history and tokens, to a new file, while it is in use.",
      [],
      ["moothall backup ./backups/moothall-2026-11-22.sqlite"],
    ),
  run: async (given) => {
    noMoreWords(given, 1);
    const [to = ""] = given.words;
    const path = embedded(given);
    if (!existsSync(path)) throw none(path);
    const { openSqlite } = await import("@moothall/records-sqlite");
    const store = await openSqlite({ path });
    try {
      await store.backup(to);
    } finally {
      await store.close();
    }
    await write(`Backed up to ${to}\n`);
    return undefined;
  },
};

/** `moothall restore FILE`: a backup, looked through first, into a place that is empty. */
export const restoreCommand: Command = {
  depth: 1,
  flags: {},
  help: () =>
    helpText(
      "restore FILE [OPTIONS]",
      "Puts a backup in the place that --data names, where nothing may be; refuses a damaged file.",
      [],
      ["moothall restore ./backups/moothall-2026-11-22.sqlite --data ./restored"],
    ),
  run: async (given) => {
    noMoreWords(given, 1);
    const [from = ""] = given.words;
    const path = embedded(given);
    if (!existsSync(from)) throw none(from);
    mkdirSync(dirname(path), { recursive: true });
    const { restoreSqlite } = await import("@moothall/records-sqlite");
    await restoreSqlite(from, path);
    await write(`Restored to ${path}\n`);
    return undefined;
  },
};

function embedded({ options }: ParsedArguments): string {
  const location = locationOf(options.data);
  if (location.driver === "sqlite") return location.path;
  throw new MoothallError({
    code: "core/usage",
    message: "A PostgreSQL database is backed up with its own tools.",
    hint: "Use pg_dump and pg_restore, and 'moothall verify-history' afterwards.",
  });
}

const none = (path: string): MoothallError =>
  new MoothallError({
    code: "core/no-input",
    message: `There is no file ${path}.`,
    hint: "Check the name; --data says where the records are.",
  });
