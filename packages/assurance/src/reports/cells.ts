import {
  type Cell,
  formatDate,
  formatMoney,
  formatPeriod,
  pounds,
  type Reference,
} from "@moothall/core";

export const textCell = (text: string | null | undefined): Cell =>
  text === undefined || text === null ? { text: "", value: null } : { text };

export const dateCell = (date: string | null | undefined): Cell =>
  date === undefined || date === null
    ? { text: "", value: null }
    : { text: formatDate(date), value: date };

export const periodCell = (period: string | null | undefined): Cell =>
  period === undefined || period === null
    ? { text: "", value: null }
    : { text: formatPeriod(period), value: period };

export const countCell = (count: number | null | undefined): Cell =>
  count === undefined || count === null
    ? { text: "not known", value: null }
    : { text: count.toLocaleString("en-GB"), value: String(count) };

/** Pounds; what is not known is empty, never £0. */
export const poundsCell = (amount: string | null, status?: string): Cell =>
  amount === null
    ? { text: "", value: null, ...(status !== undefined && { status }) }
    : { text: formatMoney(pounds(amount)), value: amount, ...(status !== undefined && { status }) };

/** A limit is no sum that was given: the cell says it in words and has no value. */
export const limitCell = (ceiling: string): Cell => ({
  text: `up to ${formatMoney(pounds(ceiling))}`,
  value: null,
});

export const linkCell = (text: string, reference: Reference): Cell => ({ text, reference });

/** `register/body/derbyshire-constabulary` → `derbyshire-constabulary`, where no name is at hand. */
export const holderCell = (
  reference: string | undefined,
  names: ReadonlyMap<string, string>,
): Cell =>
  reference === undefined
    ? { text: "", value: null }
    : {
        text: names.get(reference) ?? reference.split("/").slice(2).join("/"),
        reference: reference as Reference,
      };

/** A word of the schema for a reader: `partial-assurance` → `partial assurance`. */
export const wordCell = (word: string | null | undefined): Cell =>
  textCell(word?.replaceAll("-", " "));
