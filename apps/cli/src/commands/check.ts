import { MoothallError } from "@moothall/core";
import { assertPlugin, failsOn, findingsDocument, runChecks } from "@moothall/host";
import { configuredPlugins, loadAll } from "../plugins.ts";
import { startSession, warnOfFaults } from "../session.ts";
import { documentFormats, formatOf, showDocument, showJson } from "../show.ts";
import { type Command, helpText } from "./command.ts";
import { noMoreWords } from "./plugin.ts";

/** `moothall check [PLUGIN]`: what contradicts, is late or is missing. */
export const checkCommand: Command = {
  depth: 1,
  flags: { format: "text", "fail-on": "text" },
  help: () =>
    helpText(
      "check [PLUGIN] [OPTIONS]",
      "Runs every check over the records that you may see.",
      [
        ["--fail-on LEVEL", "exit 1 where there is an error, or with 'warning' a warning"],
        ["--format FORMAT", `how it is shown: ${documentFormats.join(", ")}`],
      ],
      ["moothall check --json --fail-on error"],
    ),
  run: async (given) => {
    if (given.words.length > 1) noMoreWords(given, 1);
    const level = given.flags["fail-on"];
    if (level !== undefined && level !== "error" && level !== "warning") {
      throw new MoothallError({
        code: "core/usage",
        message: `'${String(level)}' is not a level.`,
        hint: "Say --fail-on error or --fail-on warning.",
      });
    }
    const session = startSession(
      await loadAll(configuredPlugins(given.options.config)),
      given.options,
      "read",
    );
    try {
      warnOfFaults(session);
      const [plugin] = given.words;
      if (plugin !== undefined) assertPlugin(session.host, plugin);
      const findings = await runChecks(session.host, {
        caller: session.caller,
        ...(plugin !== undefined && { plugin }),
      });
      const format = formatOf(given.flags.format, given.options.json);
      if (format === "json") await showJson({ findings });
      else await showDocument(findingsDocument(findings), format);
      return level !== undefined && failsOn(findings, level) ? 1 : 0;
    } finally {
      await session.host.close();
    }
  },
};
