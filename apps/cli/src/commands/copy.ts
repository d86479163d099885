import { MoothallError } from "@moothall/core";
import { copyStore, type Store } from "@moothall/core/store";
import { locationOf, openStore } from "../open-store.ts";
import { showJson } from "../show.ts";
import { terminalProgress, write } from "../terminal.ts";
import { type Command, helpText } from "./command.ts";
import { noMoreWords } from "./plugin.ts";

/** `moothall copy --from LOCATION --to LOCATION`. */
export const copyCommand: Command = {
  depth: 1,
  flags: { from: "text", to: "text" },
  help: () =>
    helpText(
      "copy --from LOCATION --to LOCATION [OPTIONS]",
      "Copies records, tokens and audit to an empty store, and proves by a hash that both hold the same. History starts anew there: keep a backup of the old one.",
      [
        ["--from LOCATION", "a folder, sqlite:PATH or postgres://…"],
        ["--to LOCATION", "the same, where nothing is yet"],
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
        const copied = await copy(source, destination);
        const told = { from: source.location, to: destination.location, ...copied };
        if (given.options.json) await showJson(told);
        else
          await write(
            `Copied ${copied.records} records and ${copied.tokens} tokens from ${told.from} to ${told.to}.\nBoth hold the same: SHA-256 ${copied.hash}\nHistory starts anew with this copy.\n`,
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
