import { visibleText } from "./visible-text.ts";

/** Text that is markup already. Only `markup` makes it, so that data can never pass for it. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type MarkupValue = string | number | Markup | undefined | false | readonly MarkupValue[];

/**
 * HTML or SVG from a template. Every value is escaped unless it is markup itself; `undefined` and
 * `false` are nothing. Values may stand between tags and inside quoted attributes, nowhere else.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  let text = strings[0] ?? "";
  for (const [index, value] of values.entries())
    text += written(value) + (strings[index + 1] ?? "");
  return new Markup(text);
}

function written(value: MarkupValue): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Markup) return value.toString();
  if (typeof value === "object") return value.map(written).join("");
  return visibleText(String(value)).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
