import type { HistoryFault } from "@moothall/core/store";
import { startSession } from "../session.ts";
import { showJson } from "../show.ts";
import { write } from "../terminal.ts";
import { type Command, helpText } from "./command.ts";
import { noMoreWords } from "./plugin.ts";

/** `moothall verify-history`: whether anything of the past was changed. */
export const verifyHistoryCommand: Command = {
  depth: 1,
  flags: {},
  help: () =>
    helpText(
      "verify-history [OPTIONS]",
      "Recomputes every chain of digests and every signed root; exits 1 and names the entry where one was altered, removed or put elsewhere.",
      [],
      ["moothall verify-history --data ./.moothall"],
    ),
  run: async (given) => {
    noMoreWords(given, 0);
    const { host } = startSession([], given.options, "read");
    try {
      const faults: HistoryFault[] = [];
      for await (const fault of (await host.store()).verifyHistory()) faults.push(fault);
      if (given.options.json) await showJson({ holds: faults.length === 0, faults });
      else if (faults.length === 0) await write("The history holds.\n");
      for (const { kind, id, entry, fault } of given.options.json ? [] : faults) {
        await write(`${kind}/${id}, entry ${entry}: ${fault.replaceAll("-", " ")}\n`);
      }
      return faults.length === 0 ? 0 : 1;
    } finally {
      await host.close();
    }
  },
};
