import { parseArgs } from "node:util";
import { MoothallError, type PublicationClass, publicationClasses } from "@moothall/core";
import type { Words } from "@moothall/host";

/** What every command understands. */
export interface GlobalOptions {
  readonly json: boolean;
  readonly help: boolean;
  readonly data: string;
  /** Where files are kept, where it is said. */
  readonly files: string | undefined;
  readonly config: string | undefined;
  readonly clearance: PublicationClass;
}

export type FlagTypes = Readonly<Record<string, "text" | "boolean">>;

export const globalFlags: FlagTypes = {
  json: "boolean",
  help: "boolean",
  data: "text",
  files: "text",
  config: "text",
  as: "text",
};

export const globalHelp = `Everywhere:
  --json            the bare result, nothing else on standard output
  --data LOCATION   a folder holding moothall.sqlite, sqlite:PATH or postgres://… (./.moothall)
  --files LOCATION  where files are kept: a folder or s3://BUCKET/PREFIX/ (beside the records)
  --config FILE     plugins and their settings (the nearest moothall.config.json)
  --as CLEARANCE    public, restricted or confidential (public)
  --help            what a command takes, with an example`;

/**
 * The words before the first flag that is not global, and with which a command is found. `--version`
 * stands alone: after a command it is a word like any other, such as the version of a paper.
 */
export function leadingWords(args: readonly string[]): {
  readonly words: string[];
  readonly version: boolean;
} {
  const words: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] as string;
    if (!arg.startsWith("-") || arg === "-") {
      words.push(arg);
      continue;
    }
    const [name = ""] = arg.replace(/^--?/, "").split("=");
    if (name === "version" && words.length === 0) return { words, version: true };
    if (!Object.hasOwn(globalFlags, name) && name !== "h") break;
    if (globalFlags[name] === "text" && !arg.includes("=")) index += 1;
  }
  return { words, version: false };
}

/** The value of --config, before the command and so its flags are known. */
export function leadingConfig(args: readonly string[]): string | undefined {
  const index = args.findLastIndex((arg) => arg === "--config" || arg.startsWith("--config="));
  const arg = args[index];
  if (arg === undefined) return undefined;
  return arg === "--config" ? args[index + 1] : arg.slice("--config=".length);
}

export interface ParsedArguments {
  readonly options: GlobalOptions;
  readonly words: readonly string[];
  readonly flags: Words;
}

/**
 * Reads a whole command line against the flags that its command knows.
 * @throws MoothallError `core/usage`
 */
export function parseCommandLine(args: readonly string[], flags: FlagTypes): ParsedArguments {
  const known = { ...flags, ...globalFlags };
  let values: Record<string, (string | boolean)[] | undefined>;
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        Object.entries(known).map(([name, type]) => [
          name,
          {
            type: type === "text" ? ("string" as const) : ("boolean" as const),
            multiple: true,
            ...(name === "help" && { short: "h" }),
          },
        ]),
      ),
    }) as { values: typeof values; positionals: string[] });
  } catch (cause) {
    throw new MoothallError({
      code: "core/usage",
      message:
        (cause as Error).message.split(". To specify")[0]?.replace(/\.?$/, ".") ??
        "The command line is not understood.",
      hint: `Known here: ${Object.keys(known)
        .map((name) => `--${name}`)
        .join(", ")}.`,
      cause,
    });
  }
  const one = (name: string): string | undefined => values[name]?.at(-1) as string | undefined;
  const given: Record<string, string | boolean | readonly string[]> = {};
  for (const name of Object.keys(flags)) {
    const all = values[name];
    if (all === undefined) continue;
    given[name] =
      all.length === 1
        ? (all[0] as string | boolean)
        : flags[name] === "boolean"
          ? true
          : (all as string[]);
  }
  return {
    words: positionals,
    flags: given,
    options: {
      json: values.json !== undefined,
      help: values.help !== undefined,
      data: one("data") ?? process.env.MOOTHALL_DATA ?? "./.moothall",
      files: one("files") ?? process.env.MOOTHALL_FILES,
      config: one("config"),
      clearance: clearanceOf(one("as")),
    },
  };
}

function clearanceOf(word: string | undefined): PublicationClass {
  if (word === undefined) return "public";
  if ((publicationClasses as readonly string[]).includes(word)) return word as PublicationClass;
  throw new MoothallError({
    code: "core/usage",
    message: `'${word}' is not a clearance.`,
    hint: `Say --as ${publicationClasses.join(", ")}.`,
  });
}
