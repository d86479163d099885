import { type Cell, exact, formatDate, toDecimal } from "@moothall/core";

export const textCell = (text: string | null | undefined): Cell =>
  text === undefined || text === null ? { text: "", value: null } : { text };

export const dateCell = (date: string | null | undefined): Cell =>
  date === undefined || date === null
    ? { text: "", value: null }
    : { text: formatDate(date), value: date };

/** A count; null is suppressed or not known, never zero. */
export const countCell = (count: number | null | undefined): Cell =>
  count === undefined || count === null
    ? { text: "not shown", value: null }
    : { text: count.toLocaleString("en-GB"), value: String(count) };

/** A share from 0 to 1 as a percentage with one place. */
export function shareCell(share: number | null | undefined): Cell {
  if (share === undefined || share === null) return { text: "not shown", value: null };
  const percent = toDecimal(exact((share * 100).toFixed(6)), 1);
  return { text: `${percent} %`, value: percent };
}

/** A figure with so many places. */
export const figureCell = (value: number | null | undefined, places: number): Cell =>
  value === undefined || value === null
    ? { text: "", value: null }
    : { text: value.toFixed(places), value: value.toFixed(places) };
