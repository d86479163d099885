import { MoothallError } from "@moothall/core";
import { globalHelp, leadingConfig } from "../options.ts";
import { builtInOf, configuredPlugins, loadAll } from "../plugins.ts";
import { say } from "../terminal.ts";
import type { Command } from "./command.ts";

/** `moothall` alone: what there is. Without `--help` a command is missing, and the exit code says so. */
export async function overviewCommand(args: readonly string[]): Promise<Command> {
  const text = await overview(leadingConfig(args));
  return {
    depth: 0,
    flags: {},
    help: () => text,
    run: async () => {
      throw new MoothallError({
        code: "core/usage",
        message: "Say what to do.",
        hint: "See 'moothall --help' for what there is.",
      });
    },
  };
}

async function overview(config: string | undefined): Promise<string> {
  const configuration = configuredPlugins(config);
  const named = configuration.plugins.map(builtInOf);
  const plugins = named.every((each) => each !== undefined) ? named : await loadAll(configuration);
  const lines: [string, string][] = [];
  for (const plugin of plugins) {
    if ("error" in plugin)
      say(`moothall: plugin ${plugin.name ?? plugin.from} is set aside: ${plugin.error.message}`);
    else lines.push([plugin.name, plugin.summary]);
  }
  const width = Math.max(...lines.map(([name]) => name.length), 15);
  return `Usage: moothall COMMAND …

Records, by plugin (moothall PLUGIN --help):
${lines.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}

Over all of them:
  ${"report".padEnd(width)}  moothall report PLUGIN REPORT
  ${"check".padEnd(width)}  find what contradicts, is late or is missing
  ${"search".padEnd(width)}  moothall search WORDS
  ${"trace".padEnd(width)}  moothall trace PLUGIN/RESOURCE/ID: what it leads to, and what leads to it
  ${"import".padEnd(width)}  moothall import PLUGIN RESOURCE FILE.csv|xlsx|json
  ${"export".padEnd(width)}  moothall export PLUGIN EXPORT|RESOURCE
  ${"file".padEnd(width)}  put, get, verify and sweep the files that records name
  ${"example load".padEnd(width)}  load the worked example
  ${"serve".padEnd(width)}  serve records and reports over HTTP
  ${"token".padEnd(width)}  make, list and revoke tokens for writing over HTTP
  ${"backup, restore".padEnd(width)}  a whole copy of the embedded store and its files, and back
  ${"copy".padEnd(width)}  from one store to another, with a proof that both hold the same
  ${"verify-history".padEnd(width)}  whether anything of the past was changed
  ${"export-history".padEnd(width)}  what an outsider needs to verify it
  ${"doctor".padEnd(width)}  see whether all is well
  ${"new-plugin".padEnd(width)}  write the folder of a plugin of your own

${globalHelp}

Example:
  moothall procurement score --file tender.json --json
`;
}
