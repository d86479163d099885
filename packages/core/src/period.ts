import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { formatDate, months, parseDate } from "./date.ts";
import { MoothallError } from "./error.ts";
import { shared } from "./shared-schema.ts";

export type PeriodKind =
  | "day"
  | "month"
  | "quarter"
  | "year"
  | "financial-quarter"
  | "financial-year"
  | "range"
  | "as-at";

/** A stretch of days, both ends included; `end` is null where it is open; `as-at` has one day. */
export interface Period {
  readonly kind: PeriodKind;
  readonly start: string;
  readonly end: string | null;
}

/**
 * A period, as text:
 *
 * | text | means |
 * |---|---|
 * | `2017-05-22` | a day |
 * | `2017-05` | a month |
 * | `2017-Q2` | a quarter of the calendar year, April to June |
 * | `2017` | a calendar year |
 * | `FY2016-Q1` | a quarter of the financial year, April to June 2016 |
 * | `FY2016` | the financial year from 1 April 2016 to 31 March 2017 |
 * | `2016-04-01/2016-09-30` | a range of days, both included |
 * | `2016-04-01/..` | from a day on, open-ended |
 * | `@2017-03-31` | the position as at a day |
 */
export const period = shared(() =>
  z
    .string()
    .refine(
      (text) => read(text) !== undefined,
      "must be a period such as 2017-05-22, 2017-05, 2017-Q2, 2017, FY2016, FY2016-Q1, 2016-04-01/2016-09-30, 2016-04-01/.. or @2017-03-31",
    )
    .meta({
      description:
        "Period: day, month, quarter, year, financial year (FY2016 starts 1 April 2016), range, or as at (@)",
    }),
);

/** @throws MoothallError `core/bad-period` when the text is no period. */
export function parsePeriod(text: string): Period {
  const found = read(text);
  if (found === undefined) {
    throw new MoothallError({
      code: "core/bad-period",
      message: `'${text}' is not a period.`,
      hint: "Write 2017-05-22, 2017-05, 2017-Q2, 2017, FY2016 (from April 2016), FY2016-Q1, 2016-04-01/2016-09-30, 2016-04-01/.. or @2017-03-31.",
    });
  }
  return found;
}

function read(text: string): Period | undefined {
  let match = /^(FY)?([0-9]{4})(?:-Q([1-4]))?$/.exec(text);
  if (match !== null) {
    const financial = match[1] !== undefined;
    const year = Number(match[2]);
    const first = new Temporal.PlainDate(year, financial ? 4 : 1, 1);
    if (match[3] === undefined) return span(financial ? "financial-year" : "year", first, 12);
    const start = first.add({ months: 3 * (Number(match[3]) - 1) });
    return span(financial ? "financial-quarter" : "quarter", start, 3);
  }
  match = /^([0-9]{4})-([0-9]{2})$/.exec(text);
  if (match !== null) {
    const month = Number(match[2]);
    return month >= 1 && month <= 12
      ? span("month", new Temporal.PlainDate(Number(match[1]), month, 1), 1)
      : undefined;
  }
  match = /^(@?)([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\/([0-9]{4}-[0-9]{2}-[0-9]{2}|\.\.))?$/.exec(text);
  if (match === null) return undefined;
  try {
    const start = parseDate(match[2] as string).toString();
    if (match[1] === "@")
      return match[3] === undefined ? { kind: "as-at", start, end: start } : undefined;
    if (match[3] === undefined) return { kind: "day", start, end: start };
    if (match[3] === "..") return { kind: "range", start, end: null };
    const end = parseDate(match[3]).toString();
    return end < start ? undefined : { kind: "range", start, end };
  } catch {
    return undefined;
  }
}

/** Undefined where it would end after the year 9999, which dates as text cannot say. */
function span(kind: PeriodKind, first: Temporal.PlainDate, monthCount: number): Period | undefined {
  const end = first.add({ months: monthCount }).subtract({ days: 1 });
  return end.year > 9999 ? undefined : { kind, start: first.toString(), end: end.toString() };
}

/** Whether the day lies in the period, both ends included. */
export const periodContains = (outer: Period, day: string): boolean =>
  outer.start <= day && (outer.end === null || day <= outer.end);

/** Whether the two periods share a day. */
export const periodsOverlap = (left: Period, right: Period): boolean =>
  (right.end === null || left.start <= right.end) && (left.end === null || right.start <= left.end);

/** For a reader: `2016–17`, `Quarter 1 2016–17`, `May 2017`, `22 May 2017`, `as at 31 March 2017`. */
export function formatPeriod(text: string): string {
  const { kind, start, end } = parsePeriod(text);
  const year = Number(start.slice(0, 4));
  const month = Number(start.slice(5, 7));
  switch (kind) {
    case "day":
      return formatDate(start);
    case "as-at":
      return `as at ${formatDate(start)}`;
    case "month":
      return `${months[month - 1]} ${year}`;
    case "quarter":
      return `${months[month - 1]} to ${months[month + 1]} ${year}`;
    case "year":
      return String(year);
    case "financial-year":
      return `${year}–${String((year + 1) % 100).padStart(2, "0")}`;
    case "financial-quarter": {
      const from = month === 1 ? year - 1 : year;
      return `Quarter ${month === 1 ? 4 : (month - 1) / 3} ${from}–${String((from + 1) % 100).padStart(2, "0")}`;
    }
    case "range":
      return end === null
        ? `from ${formatDate(start)}`
        : `${formatDate(start)} to ${formatDate(end)}`;
  }
}
