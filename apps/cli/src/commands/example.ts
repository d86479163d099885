import { type Kind, MoothallError } from "@moothall/core";
import type { Caller, Host } from "@moothall/host";
import { example } from "../built-in.generated.ts";
import { configuredPlugins, loadAll } from "../plugins.ts";
import { startSession, warnOfFaults } from "../session.ts";
import { showJson } from "../show.ts";
import { say, write } from "../terminal.ts";
import { type Command, helpText } from "./command.ts";
import { noMoreWords } from "./plugin.ts";

/** `moothall example load`. */
export async function exampleCommand(words: readonly string[]): Promise<Command> {
  const help = () =>
    helpText(
      "example load [OPTIONS]",
      "Loads the worked example: facts of three published board packs, each with its source.",
      [["--data LOCATION", "where to (./.moothall)"]],
      ["moothall example load --data ./trial"],
    );
  if (words[1] !== undefined && words[1] !== "load") {
    throw new MoothallError({
      code: "core/no-such-action",
      message: `There is no 'example ${words[1]}'.`,
      hint: "There is: moothall example load.",
    });
  }
  return {
    depth: words[1] === undefined ? 1 : 2,
    flags: {},
    help,
    run: async (given) => {
      if (words[1] === undefined)
        throw new MoothallError({
          code: "core/usage",
          message: "A word is missing.",
          hint: "It is written: moothall example load",
        });
      noMoreWords(given, 0);
      const session = startSession(
        await loadAll(configuredPlugins(given.options.config)),
        given.options,
        "write",
      );
      try {
        warnOfFaults(session);
        const loaded = await loadExample(session.host);
        if (given.options.json) await showJson(loaded);
        else await write(loadedWords(loaded));
        return 0;
      } finally {
        await session.host.close();
      }
    },
  };
}

export interface LoadedExample {
  readonly title: string;
  readonly created: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly kinds: Readonly<Record<Kind, number>>;
  /** Kinds of the example whose plugin is not in the configuration. */
  readonly leftOut: readonly Kind[];
}

/** The house itself writes the example, whatever its classes: nobody's clearance limits it. */
const exampleCaller: Caller = {
  id: "example",
  authenticated: true,
  clearance: "confidential",
  bodies: ["*"],
  permissions: ["*"],
};

export async function loadExample(host: Host): Promise<LoadedExample> {
  const { example: content } = await example.load();
  const known = content.records.filter(({ kind }) => host.registry.resources.has(kind));
  const receipt = await host.put(known, exampleCaller);
  const count = (outcome: string) =>
    receipt.results.filter((each) => each.outcome === outcome).length;
  const kinds: Record<Kind, number> = {};
  for (const { kind } of known) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const leftOut = [
    ...new Set(
      content.records
        .filter(({ kind }) => !host.registry.resources.has(kind))
        .map(({ kind }) => kind),
    ),
  ];
  if (leftOut.length > 0)
    say(`moothall: left out, for want of their plugins: ${leftOut.join(", ")}`);
  return {
    title: content.title,
    created: count("created"),
    replaced: count("replaced"),
    unchanged: count("unchanged"),
    kinds,
    leftOut,
  };
}

export const loadedWords = ({
  title,
  created,
  replaced,
  unchanged,
  kinds,
}: LoadedExample): string =>
  `${title}: ${created} records created, ${replaced} replaced, ${unchanged} unchanged.\n${Object.entries(
    kinds,
  )
    .map(([kind, count]) => `  ${String(count).padStart(5)}  ${kind}\n`)
    .join("")}`;
