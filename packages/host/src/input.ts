import { fieldType, MoothallError } from "@moothall/core";
import type { Operation } from "@moothall/core/plugin";
import type { Condition, Field, Fields, ListQuery } from "@moothall/core/store";
import type * as z from "zod";

/** Input as words: flags of a command line or the query of an address, each perhaps several times. */
export type Words = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Whether an address can hold all of an operation's input, and asking again changes nothing. */
export const isAddressable = ({ mode, reads, input }: Operation): boolean =>
  mode === "read" &&
  reads === undefined &&
  Object.values(input.shape).every((field) => fieldType(field as z.ZodType) !== undefined);

export const kebabCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The input that words make for a schema: numbers and yes/no read as such, anything else as text
 * for the schema to judge. Words win over what `base` (a file) says.
 * @throws MoothallError `core/usage` for a word that the input does not know.
 */
export function fromWords(schema: z.ZodObject, words: Words, base?: unknown): unknown {
  const names = Object.keys(words);
  if (names.length === 0 && base !== undefined) return base;
  const fields = new Map(
    Object.keys(schema.shape).flatMap((name) => [
      [kebabCase(name), name],
      [name, name],
    ]),
  );
  const input: Record<string, unknown> =
    typeof base === "object" && base !== null && !Array.isArray(base)
      ? { ...(base as object) }
      : {};
  for (const word of names) {
    const name = fields.get(word);
    const type = name === undefined ? undefined : fieldType(schema.shape[name] as z.ZodType);
    if (name === undefined || type === undefined) throw unknownWord(word, schema);
    input[name] = convert(type, words[word] as string | boolean | readonly string[]);
  }
  return input;
}

function unknownWord(word: string, schema: z.ZodObject): MoothallError {
  const known = Object.entries(schema.shape).filter(
    ([, field]) => fieldType(field as z.ZodType) !== undefined,
  );
  return new MoothallError({
    code: "core/usage",
    message: `'${word}' is not something that can be given here.`,
    hint:
      known.length === 0
        ? "It takes its input from a file or a body only."
        : `Known: ${known.map(([name]) => kebabCase(name)).join(", ")}.`,
  });
}

function convert(
  type: "text" | "number" | "boolean" | "list",
  value: string | boolean | readonly string[],
): unknown {
  if (type === "list") return typeof value === "string" ? [value] : value;
  const last = typeof value === "object" ? value[value.length - 1] : value;
  if (type === "number")
    return typeof last === "string" && last.trim() !== "" && Number.isFinite(Number(last))
      ? Number(last)
      : last;
  if (type === "boolean") return last === "true" ? true : last === "false" ? false : last;
  return last === true ? "" : last;
}

/** The times of every record, by which lists are filtered (`-from`, `-to`) and ordered too. */
export const recordTimes = ["created", "modified", "touched"] as const;

/**
 * A list query from words: `FIELD=value` (several: any of them), `FIELD-from`, `FIELD-to`,
 * `FIELD-missing=true`; `modified-from` and the like of `recordTimes`; `order=FIELD` or `order=-FIELD`, `limit`, `cursor`, `as-at`.
 * @throws MoothallError `core/usage`
 */
export function listQuery(fields: Fields, words: Words): ListQuery {
  const where: Condition[] = [];
  let query: ListQuery = {};
  for (const [word, given] of Object.entries(words)) {
    const values = typeof given === "object" ? [...given] : [String(given)];
    const last = values[values.length - 1] as string;
    switch (word) {
      case "order": {
        const descending = last.startsWith("-");
        query = {
          ...query,
          order: {
            field: descending ? last.slice(1) : last,
            direction: descending ? "descending" : "ascending",
          },
        };
        continue;
      }
      case "limit": {
        const limit = Number(last);
        if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
          throw usage(
            `limit must be a whole number from 1 to 1000, not '${last}'.`,
            "Leave it out for 50.",
          );
        query = { ...query, limit };
        continue;
      }
      case "cursor":
        query = { ...query, cursor: last };
        continue;
      case "as-at":
        query = { ...query, asAt: last };
        continue;
    }
    where.push(condition(fields, word, values));
  }
  return where.length === 0 ? query : { ...query, where };
}

function condition(fields: Fields, word: string, values: readonly string[]): Condition {
  const named = (name: string): Field | undefined =>
    Object.hasOwn(fields, name) ? fields[name] : undefined;
  const [only] = values;
  if (named(word) !== undefined) {
    return values.length === 1
      ? { field: word, is: "equals", value: only as string }
      : { field: word, is: "one-of", value: values };
  }
  const bound = /^(.+)-(from|to|missing)$/.exec(word);
  const field = bound?.[1];
  const isTime = bound?.[2] !== "missing" && recordTimes.some((time) => time === field);
  if (field === undefined || (named(field) === undefined && !isTime)) {
    throw usage(
      `'${word}' is not a field to filter by.`,
      `Known: ${[...Object.keys(fields), "order", "limit", "cursor", "as-at"].join(", ")}; a field also with -from, -to and -missing; ${recordTimes.join(", ")} with -from and -to.`,
    );
  }
  if (bound?.[2] === "missing") return { field, is: "missing" };
  return { field, is: bound?.[2] === "from" ? "at-least" : "at-most", value: only as string };
}

const usage = (message: string, hint: string): MoothallError =>
  new MoothallError({ code: "core/usage", message, hint });
