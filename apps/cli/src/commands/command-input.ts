import { fieldType, isMoothallError, MoothallError } from "@moothall/core";
import type { Operation } from "@moothall/core/plugin";
import { type Call, fromWords, kebabCase, type Words } from "@moothall/host";
import type * as z from "zod";
import type { FlagTypes, ParsedArguments } from "../options.ts";
import { inputFile, readJson, streamBytes } from "./read-input.ts";

/** The flags that the fields of an input make; a field that one word cannot say takes a file. */
export const flagsOf = (input: z.ZodObject): FlagTypes =>
  Object.fromEntries(
    Object.entries(input.shape).map(([name, field]) => [
      kebabCase(name),
      fieldType(field as z.ZodType) === "boolean" ? ("boolean" as const) : ("text" as const),
    ]),
  );

/** A line of help for each flag that a field makes. What writes it is loaded only when it is asked for. */
export async function flagHelp(input: z.ZodObject): Promise<(readonly [string, string])[]> {
  const { fieldHelp } = await import("./field-help.ts");
  return Object.entries(input.shape).map(([name, field]) => {
    const { placeholder, words } = fieldHelp(field as z.ZodType);
    return [`--${kebabCase(name)} ${placeholder}`.trim(), words];
  });
}

/** A line of help for each field of a record that is written as JSON. */
export async function recordHelp(schema: z.ZodObject): Promise<(readonly [string, string])[]> {
  const { fieldHelp } = await import("./field-help.ts");
  return Object.entries(schema.shape).map(([name, field]) => {
    const { words } = fieldHelp(field as z.ZodType, "JSON");
    const isYesOrNo = fieldType(field as z.ZodType) === "boolean";
    return [name, [...(isYesOrNo ? ["true or false"] : []), words].filter(Boolean).join("; ")];
  });
}

/** The example of an action as words of a command line, with its file where it needs one. */
export function exampleWords(
  input: z.ZodObject,
  example: Readonly<Record<string, unknown>>,
): { readonly words: string; readonly file: unknown } {
  const flags: string[] = [];
  let file: unknown;
  for (const [name, value] of Object.entries(example)) {
    const type =
      input.shape[name] === undefined ? undefined : fieldType(input.shape[name] as z.ZodType);
    if (type === undefined) file = example;
    else if (type === "boolean")
      flags.push(value === true ? `--${kebabCase(name)}` : `--${kebabCase(name)}=${String(value)}`);
    else
      for (const each of [value].flat())
        flags.push(
          `--${kebabCase(name)} ${/^[\w.,:/-]+$/.test(String(each)) ? String(each) : `'${String(each)}'`}`,
        );
  }
  return file === undefined
    ? { words: flags.join(" "), file }
    : { words: "--file input.json", file };
}

/**
 * The input that flags make over what a file says. A field that one word cannot say is read, as
 * JSON, from the file that its flag names.
 */
export async function inputFrom(
  input: z.ZodObject,
  words: Words,
  base?: unknown,
): Promise<unknown> {
  const simple: Record<string, Words[string]> = {};
  const read: Record<string, unknown> = {};
  const names = new Map(Object.keys(input.shape).map((name) => [kebabCase(name), name]));
  for (const [word, value] of Object.entries(words)) {
    const name = names.get(word);
    const inFile = name !== undefined && fieldType(input.shape[name] as z.ZodType) === undefined;
    if (inFile) read[name] = await readJson(String([value].flat().at(-1)));
    else simple[word] = value;
  }
  const whole = fromWords(input, simple, base);
  return Object.keys(read).length === 0 ? whole : { ...(whole as object), ...read };
}

/** The input of an operation from flags and a file or standard input, and its items where it reads a file. */
export async function operationCall(
  operation: Operation,
  { flags }: ParsedArguments,
): Promise<Omit<Call, "caller">> {
  const { file, format: _, ...words } = flags;
  if (operation.reads !== undefined) {
    const named = inputFile(file);
    if (named === undefined)
      throw new MoothallError({
        code: "core/no-input",
        message: "There is nothing to read.",
        hint: "Give --file F, or pipe the file in.",
      });
    return { input: await inputFrom(operation.input, words), items: streamBytes(named) };
  }
  // With flags alone a command must not wait for a standard input that nobody closes.
  const flagsSuffice =
    Object.keys(words).length > 0 &&
    operation.input.safeParse(await inputFrom(operation.input, words)).success;
  const named =
    typeof file === "string"
      ? file
      : flagsSuffice || Object.keys(operation.input.shape).length === 0
        ? undefined
        : inputFile(undefined);
  const base =
    named === undefined
      ? undefined
      : await readJsonUnlessEmpty(
          named,
          Object.keys(words).length > 0 || operation.input.safeParse({}).success,
        );
  return { input: await inputFrom(operation.input, words, asInput(operation.input, base)) };
}

/** A bare list is what the one list of an input that must be given is to be. */
function asInput(input: z.ZodObject, base: unknown): unknown {
  if (!Array.isArray(base)) return base;
  const [only, ...others] = Object.entries(input.shape).filter(
    ([, field]) => (field as z.ZodType).def.type === "array",
  );
  return only !== undefined && others.length === 0 ? { [only[0]]: base } : base;
}

/** Nothing piped in is no input at all, where flags say something. */
async function readJsonUnlessEmpty(file: string, mayBeEmpty: boolean): Promise<unknown> {
  try {
    return await readJson(file);
  } catch (error) {
    if (mayBeEmpty && file === "-" && isMoothallError(error) && error.code === "core/no-input")
      return undefined;
    throw error;
  }
}
