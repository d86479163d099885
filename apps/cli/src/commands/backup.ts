import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { MoothallError } from "@moothall/core";
import { copyFiles } from "@moothall/core/store";
import { filesAt, filesBeside, locationOf } from "../open-store.ts";
import type { GlobalOptions, ParsedArguments } from "../options.ts";
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
      "Copies the embedded store, records, history and tokens, to a new file, while it is in use; the key that signs its history to FILE.key, and the files that records name to the folder FILE.files.",
      [],
      ["moothall backup ./backups/moothall-2026-11-22.sqlite"],
    ),
  run: async (given) => {
    noMoreWords(given, 1);
    const [to = ""] = given.words;
    const path = embedded(given);
    if (!existsSync(path)) throw none(path);
    for (const each of [to, filesBeside(to)]) if (existsSync(each)) throw taken(each);
    const [{ openSqlite }, { FolderFiles }] = await loadDrivers();
    const files = await filesAt(given.options.data, given.options.files);
    const backedUp = new FolderFiles({ path: filesBeside(to) });
    const store = await openSqlite({ path });
    try {
      await copyFiles(files, backedUp, store.files());
      await store.backup(to);
      // And what was written meanwhile, which the copy of the records may name.
      const { files: copied } = await copyFiles(files, backedUp, store.files());
      await write(`Backed up to ${to}${copied === 0 ? "" : `, with ${copied} files`}\n`);
    } catch (cause) {
      // Records without their files are no backup.
      for (const each of [to, `${to}.key`, filesBeside(to)])
        rmSync(each, { recursive: true, force: true });
      throw cause;
    } finally {
      await store.close();
    }
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
      "Puts a backup and its files in the place that --data names, where nothing may be; refuses a damaged file.",
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
    try {
      const copied = await restoreFiles(from, path, given.options);
      await write(`Restored to ${path}${copied === 0 ? "" : `, with ${copied} files`}\n`);
    } catch (cause) {
      // Records whose files are not there are not restored; where they came from they still are.
      for (const each of [path, `${path}.key`, `${path}-wal`, `${path}-shm`])
        rmSync(each, { force: true });
      throw cause;
    }
    return undefined;
  },
};

const loadDrivers = () =>
  Promise.all([import("@moothall/records-sqlite"), import("@moothall/files")]);

/** Copies the files that the restored records name or have named; answers how many there are. */
async function restoreFiles(from: string, path: string, options: GlobalOptions): Promise<number> {
  const [{ openSqlite }, { FolderFiles }] = await loadDrivers();
  const store = await openSqlite({ path });
  try {
    const backedUp = new FolderFiles({ path: filesBeside(from) });
    const files = await filesAt(options.data, options.files);
    return (await copyFiles(backedUp, files, store.files())).files;
  } finally {
    await store.close();
  }
}

function embedded({ options }: ParsedArguments): string {
  const location = locationOf(options.data);
  if (location.driver === "sqlite") return location.path;
  throw new MoothallError({
    code: "core/usage",
    message: "A PostgreSQL database is backed up with its own tools.",
    hint: "Use pg_dump and pg_restore, and copy the files; 'moothall verify-history' and 'moothall file verify' afterwards.",
  });
}

const taken = (path: string): MoothallError =>
  new MoothallError({
    code: "core/already-exists",
    message: `There is something at ${path} already.`,
    hint: "Name another place, or move it away.",
  });

const none = (path: string): MoothallError =>
  new MoothallError({
    code: "core/no-input",
    message: `There is no file ${path}.`,
    hint: "Check the name; --data says where the records are.",
  });
