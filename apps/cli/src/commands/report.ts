import { MoothallError } from "@moothall/core";
import { configuredPlugins, loadNamed } from "../plugins.ts";
import { startSession } from "../session.ts";
import { documentFormats, formatOf } from "../show.ts";
import { type Command, helpText } from "./command.ts";
import { exampleWords, flagHelp, flagsOf, inputFrom } from "./command-input.ts";
import { noSuch } from "./find.ts";
import { asWords, noMoreWords, withAction } from "./plugin.ts";
import { writeReply } from "./write-reply.ts";

/** `moothall report PLUGIN REPORT`. */
export async function reportCommand(
  words: readonly string[],
  config: string | undefined,
): Promise<Command> {
  const [, pluginName, name] = words;
  if (pluginName === undefined)
    return usageOnly(
      "report PLUGIN REPORT",
      "Makes a report of a plugin's records.",
      "moothall report procurement register",
    );
  const plugin = await loadNamed(configuredPlugins(config), pluginName);
  const { reports = {}, errors = {} } = plugin.declarations;
  if (name === undefined) {
    return usageOnly(
      `report ${pluginName} REPORT`,
      `Makes a report. ${plugin.summary}`,
      `moothall report ${pluginName} ${Object.keys(reports)[0] ?? ""}`,
      summariesOf("Reports", reports),
    );
  }
  const report = reports[name];
  if (report === undefined) throw noSuch(`report '${name}' in ${pluginName}`, Object.keys(reports));
  return {
    depth: 3,
    errors,
    flags: { ...flagsOf(report.input), format: "text", table: "text", output: "text" },
    help: async () =>
      helpText(
        `report ${pluginName} ${name} [OPTIONS]`,
        report.summary,
        [
          ...(await flagHelp(report.input)),
          ["--format FORMAT", `how it is shown: ${documentFormats.join(", ")}`],
          ["--table ID", "with --format csv: which of its tables"],
          ["--output FILE", "writes FILE instead of standard output"],
        ],
        [
          `moothall report ${pluginName} ${name} ${exampleWords(report.input, report.example.input).words}`.trim() +
            asWords(report.clearance),
        ],
      ),
    run: async (given) => {
      noMoreWords(given, 0);
      const { format, table, output, ...rest } = given.flags;
      const session = startSession([plugin], given.options, "read");
      return withAction(session, `${pluginName}/reports/${name}`, async (action) => {
        const reply = await session.host.invoke(action, {
          caller: session.caller,
          input: await inputFrom(report.input, rest),
        });
        await writeReply(report.summary, reply, formatOf(format, given.options.json), {
          table: table as string | undefined,
          output: output as string | undefined,
        });
      });
    },
  };
}

/** A command of which too little was said: its help, or an error that shows how it is written. */
export const usageOnly = (
  usage: string,
  summary: string,
  example: string,
  more?: string,
): Command => ({
  depth: usage.split(" ").filter((word) => word === word.toLowerCase() && !word.includes("|"))
    .length,
  flags: {},
  help: () => helpText(usage, summary, [], [example], more),
  run: async () => {
    throw new MoothallError({
      code: "core/usage",
      message: "A word is missing.",
      hint: `It is written: moothall ${usage}`,
    });
  },
});

/** What there is to choose from, a line each. */
export function summariesOf(
  title: string,
  named: Readonly<Record<string, { readonly summary: string }>>,
): string {
  const width = Math.max(...Object.keys(named).map((name) => name.length));
  return `${title}:\n${Object.entries(named)
    .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
    .join("\n")}`;
}
