import { MoothallError } from "@moothall/core";
import { traceDocument, traceRecord } from "@moothall/host";
import { configuredPlugins, loadAll } from "../plugins.ts";
import { startSession } from "../session.ts";
import { documentFormats, formatOf, showDocument, showJson } from "../show.ts";
import { type Command, helpText } from "./command.ts";

/** `moothall trace RECORD`: the chains of references from a record, both ways. */
export const traceCommand: Command = {
  depth: 1,
  flags: { depth: "text", format: "text" },
  help: () =>
    helpText(
      "trace PLUGIN/RESOURCE/ID [OPTIONS]",
      "Shows what a record refers to and what refers to it, step by step: from an award to its decision, meeting, report and objective, and back.",
      [
        ["--depth N", "how many steps each way, 1 to 10 (4)"],
        ["--format FORMAT", `how it is shown: ${documentFormats.join(", ")}`],
      ],
      ["moothall trace procurement/award/opcc.2017-13 --depth 2"],
    ),
  run: async (given) => {
    const [reference] = given.words;
    if (reference === undefined || given.words.length > 1) {
      throw new MoothallError({
        code: "core/usage",
        message: "Say one record to start from.",
        hint: "moothall trace PLUGIN/RESOURCE/ID",
      });
    }
    const session = startSession(
      await loadAll(configuredPlugins(given.options.config)),
      given.options,
      "read",
    );
    try {
      const { depth } = given.flags;
      const trace = await traceRecord(session.host, reference, {
        caller: session.caller,
        ...(depth !== undefined && { depth: Number(depth) }),
      });
      const format = formatOf(given.flags.format, given.options.json);
      if (format === "json") await showJson(trace);
      else await showDocument(traceDocument(trace), format);
      return undefined;
    } finally {
      await session.host.close();
    }
  },
};
