import { MoothallError } from "@moothall/core";
import { leadingConfig } from "../options.ts";
import type { Command } from "./command.ts";
import { overviewCommand } from "./overview.ts";
import { pluginCommand } from "./plugin.ts";

/** Commands of the house, each loaded only when it is used. */
const ownCommands: Readonly<
  Record<string, (words: readonly string[], config: string | undefined) => Promise<Command>>
> = {
  check: async () => (await import("./check.ts")).checkCommand,
  report: async (words, config) => (await import("./report.ts")).reportCommand(words, config),
  export: async (words, config) => (await import("./export.ts")).exportCommand(words, config),
  import: async () => (await import("./import.ts")).importCommand,
  example: async (words) => (await import("./example.ts")).exampleCommand(words),
  file: async (words, config) => (await import("./file.ts")).fileCommand(words, config),
  search: async () => (await import("./search.ts")).searchCommand,
  trace: async () => (await import("./trace.ts")).traceCommand,
  token: async (words) => (await import("./token.ts")).tokenCommand(words),
  serve: async () => (await import("./serve.ts")).serveCommand,
  backup: async () => (await import("./backup.ts")).backupCommand,
  restore: async () => (await import("./backup.ts")).restoreCommand,
  copy: async () => (await import("./copy.ts")).copyCommand,
  "verify-history": async () => (await import("./verify-history.ts")).verifyHistoryCommand,
  "export-history": async () => (await import("./export-history.ts")).exportHistoryCommand,
  doctor: async () => (await import("./doctor.ts")).doctorCommand,
  "new-plugin": async () => (await import("./new-plugin.ts")).newPluginCommand,
};

export const ownCommandNames: readonly string[] = Object.keys(ownCommands);

/**
 * The command that the leading words name.
 * @throws MoothallError `core/no-such-action`
 */
export async function findCommand(
  words: readonly string[],
  args: readonly string[],
): Promise<Command> {
  const [first] = words;
  if (first === undefined) return overviewCommand(args);
  const config = leadingConfig(args);
  if (Object.hasOwn(ownCommands, first))
    return (ownCommands[first] as (typeof ownCommands)[string])(words, config);
  return pluginCommand(words, config);
}

export const noSuch = (what: string, known: readonly string[]): MoothallError =>
  new MoothallError({
    code: "core/no-such-action",
    message: `There is no ${what}.`,
    hint: `There is: ${known.join(", ") || "nothing"}.`,
  });
