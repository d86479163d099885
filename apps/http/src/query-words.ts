import { MoothallError } from "@moothall/core";
import type { Words } from "@moothall/host";
import type { Context } from "hono";

/** The query of the address as words: a text, or several where a word is given several times. */
export function queryWords({ req }: Context): Words {
  const start = req.url.indexOf("?");
  // Without a prototype, so that a word such as `__proto__` is a word like any other.
  const words: Record<string, string | string[]> = Object.create(null);
  if (start < 0) return words;
  for (const [name, value] of new URLSearchParams(req.url.slice(start + 1))) {
    const held = words[name];
    words[name] =
      held === undefined ? value : typeof held === "string" ? [held, value] : [...held, value];
  }
  return words;
}

/** The last value of a word, and the words without it. */
export function takeWord(words: Words, name: string): [value: string | undefined, rest: Words] {
  if (!(name in words)) return [undefined, words];
  const { [name]: given, ...rest } = words;
  const last = typeof given === "object" ? given.at(-1) : given;
  return [last === undefined ? undefined : String(last), rest];
}

/** @throws MoothallError `core/usage` when there are words that mean nothing here. */
export function refuseWords(words: Words, known: readonly string[] = []): void {
  const [unknown] = Object.keys(words).filter((word) => !known.includes(word));
  if (unknown === undefined) return;
  throw new MoothallError({
    code: "core/usage",
    message: `'${unknown}' is not something that can be given here.`,
    hint: known.length === 0 ? "Leave the query out." : `Known: ${known.join(", ")}.`,
  });
}

/** A whole number from 1 to 1,000. @throws MoothallError `core/usage` */
export function pageSize(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new MoothallError({
    code: "core/usage",
    message: `limit must be a whole number from 1 to 1000, not '${text}'.`,
    hint: "Leave it out for 50.",
  });
}

/** The address of the page that starts at a cursor, of the list that this request asks for. */
export function addressOfPage({ req }: Context, cursor: string): string {
  const start = req.url.indexOf("?");
  const kept =
    start < 0
      ? []
      : req.url
          .slice(start + 1)
          .split("&")
          .filter((word) => word !== "" && !word.startsWith("cursor="));
  return `${req.path}?${[...kept, `cursor=${encodeURIComponent(cursor)}`].join("&")}`;
}

/** This request's address with other words, from the root. */
export function addressWith({ req }: Context, words: Words): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(words)) {
    for (const each of typeof value === "object" ? value : [value])
      query.append(name, String(each));
  }
  const text = query.toString();
  return text === "" ? req.path : `${req.path}?${text}`;
}
