import { filesIn, MoothallError } from "@moothall/core";
import { copyFiles, copyStore, type Store } from "@moothall/core/store";
import { filesAt, locationOf, openStore } from "../open-store.ts";
import type { ParsedArguments } from "../options.ts";
import { showJson } from "../show.ts";
import { terminalProgress, write } from "../terminal.ts";
import { type Command, helpText } from "./command.ts";
import { noMoreWords } from "./plugin.ts";

/** `moothall copy --from LOCATION --to LOCATION`. */
export const copyCommand: Command = {
  depth: 1,
  flags: { from: "text", to: "text", "from-files": "text", "to-files": "text" },
  help: () =>
    helpText(
      "copy --from LOCATION --to LOCATION [OPTIONS]",
      "Copies records, the files that they name, tokens and audit to an empty store, and proves by a hash that both hold the same. History starts anew there: keep a backup of the old one.",
      [
        ["--from LOCATION", "a folder, sqlite:PATH or postgres://…"],
        ["--to LOCATION", "the same, where nothing is yet"],
        [
          "--from-files LOCATION",
          "where files are: a folder or s3://BUCKET/PREFIX/ (beside the records)",
        ],
        ["--to-files LOCATION", "where they are to be"],
      ],
      ["moothall copy --from ./.moothall --to postgres://moothall@db.example.org/moothall"],
    ),
  run: async (given) => {
    noMoreWords(given, 0);
    const [from, to] = [location(given.flags.from, "from"), location(given.flags.to, "to")];
    if (JSON.stringify(locationOf(from)) === JSON.stringify(locationOf(to)))
      throw new MoothallError({
        code: "core/usage",
        message: "Both places are the same.",
        hint: "Copy to another place.",
      });
    const source = await openStore(from, "read");
    try {
      const destination = await openStore(to, "write");
      try {
        // First, since records that name files are nothing without them.
        const files = await copyNamed(source, from, to, given);
        const copied = await copy(source, destination);
        const told = { from: source.location, to: destination.location, ...copied, files };
        if (given.options.json) await showJson(told);
        else
          await write(
            `Copied ${copied.records} records, ${files} files and ${copied.tokens} tokens from ${told.from} to ${told.to}.\nBoth hold the same: SHA-256 ${copied.hash}\nHistory starts anew with this copy.\n`,
          );
      } finally {
        await destination.close();
      }
    } finally {
      await source.close();
    }
    return undefined;
  },
};

/** Copies the files that records name now; where none does, it need not be said where they are. */
async function copyNamed(
  source: Store,
  from: string,
  to: string,
  { flags }: ParsedArguments,
): Promise<number> {
  const named = new Set<string>();
  for await (const { data } of source.records())
    for (const sha512 of filesIn(data).keys()) named.add(sha512);
  if (named.size === 0) return 0;
  const said = (flag: unknown) => (typeof flag === "string" ? flag : undefined);
  const { files } = await copyFiles(
    await filesAt(from, said(flags["from-files"])),
    await filesAt(to, said(flags["to-files"])),
    named,
  );
  return files;
}

const copy = (from: Store, to: Store) => {
  const progress = terminalProgress();
  return copyStore(from, to, {
    at: new Date().toISOString(),
    by: "copy",
    progress: (done, of) => progress.report(done, of, "records copied"),
  });
};

function location(value: unknown, flag: string): string {
  if (typeof value === "string") return value;
  throw new MoothallError({
    code: "core/usage",
    message: `It is not said where to copy ${flag}.`,
    hint: "Say --from LOCATION and --to LOCATION.",
  });
}
