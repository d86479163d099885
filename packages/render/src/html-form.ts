import type { MarkupValue } from "./markup.ts";
import { markup } from "./markup.ts";

/** A field that a reader fills in. */
export interface FormField {
  /** Under which it is sent. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: "text" | "date" | "number";
  readonly required?: boolean;
  /** Among which it is chosen; anything where left out. */
  readonly choices?: readonly { readonly value: string; readonly text: string }[];
}

/** A form that is sent by GET: what it asks for is the address of a page. */
export interface PageForm {
  readonly action: string;
  readonly fields: readonly FormField[];
  /** What is written on its button. */
  readonly button: string;
}

export const htmlForm = ({ action, fields, button }: PageForm): MarkupValue =>
  markup`<form class="asked" action="${action}" method="get">
${fields.map(field)}<p><button type="submit">${button}</button></p>
</form>
`;

function field({ name, label, hint, type, required = false, choices }: FormField): MarkupValue {
  const id = `field_${name}`;
  const described = hint !== undefined && markup` aria-describedby="${id}_hint"`;
  const needed = required && markup` required`;
  return markup`<p><label for="${id}">${label}${!required && " (optional)"}</label>
${hint !== undefined && markup`<span class="hint" id="${id}_hint">${hint}</span>\n`}${
  choices === undefined
    ? markup`<input id="${id}" name="${name}" type="${type}"${needed}${described}>`
    : markup`<select id="${id}" name="${name}"${needed}${described}>
<option value=""></option>
${choices.map(({ value, text }) => markup`<option value="${value}">${text}</option>\n`)}</select>`
}</p>
`;
}

/** The field of every page's head in which a reader searches. */
export const htmlSearch = ({
  action,
  value,
}: {
  readonly action: string;
  readonly value?: string;
}): MarkupValue =>
  markup`<search><form class="search" action="${action}" method="get">
<label for="search_words">Search</label>
<input id="search_words" name="q" type="search"${value !== undefined && markup` value="${value}"`}>
<button type="submit">Search</button>
</form></search>
`;
