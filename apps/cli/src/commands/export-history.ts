import { startSession } from "../session.ts";
import { write } from "../terminal.ts";
import { type Command, helpText } from "./command.ts";
import { noMoreWords } from "./plugin.ts";

/** `moothall export-history`: what an outsider needs to verify the past without this program. */
export const exportHistoryCommand: Command = {
  depth: 1,
  flags: { opened: "boolean" },
  help: () =>
    helpText(
      "export-history [OPTIONS]",
      "Writes the chains of digests and the signed roots as JSON Lines, which anyone can verify without Moothall.",
      [["--opened", "with what your clearance (--as) saw and may still see, to compare"]],
      ["moothall export-history --opened > history.jsonl"],
    ),
  run: async (given) => {
    noMoreWords(given, 0);
    const { host, caller } = startSession([], given.options, "read");
    try {
      const opened = given.flags.opened === true ? caller.clearance : undefined;
      for await (const line of (await host.store()).exportHistory(opened))
        await write(`${line.trimEnd()}\n`);
      return undefined;
    } finally {
      await host.close();
    }
  },
};
