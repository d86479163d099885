import type { ErrorRow } from "@moothall/core";
import type { FlagTypes, ParsedArguments } from "../options.ts";

/** A command that was found: what it takes, what it says of itself, and what it does. */
export interface Command {
  /** How many words name it; the rest are its arguments. */
  readonly depth: number;
  readonly flags: FlagTypes;
  readonly help: () => string | Promise<string>;
  /** The errors of its plugin, beside those of the house. */
  readonly errors?: Readonly<Record<string, ErrorRow>>;
  /** Answers an exit code other than 0 where there is one. */
  readonly run: (given: ParsedArguments) => Promise<number | undefined>;
}

/** Help in one shape: how it is written, what it does, its flags, the fields of what it writes, one real example. */
export function helpText(
  usage: string,
  summary: string,
  flags: readonly (readonly [string, string])[],
  examples: readonly string[],
  more = "",
  fields: readonly (readonly [string, string])[] = [],
): string {
  const section = (title: string, lines: readonly (readonly [string, string])[]): string[] => {
    const width = Math.max(...lines.map(([name]) => name.length));
    const shown = lines.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`.trimEnd());
    return lines.length === 0 ? [] : [`\n${title}:\n${shown.join("\n")}`];
  };
  return `${[
    `Usage: moothall ${usage}`,
    `\n${summary}`,
    ...(more === "" ? [] : [`\n${more}`]),
    ...section("Options", flags),
    ...section("Fields of a record", fields),
    `\nExample:\n${examples.map((example) => `  ${example}`).join("\n")}`,
  ].join("\n")}\n`;
}
