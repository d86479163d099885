import * as z from "zod";
import { formatDate, months } from "./date.ts";
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

// Plain arithmetic on the digits: every observation names a period, and going through Temporal takes
// seven times as long. The tests hold it against Temporal.
function read(text: string): Period | undefined {
  let match = /^(FY)?([0-9]{4})(?:-Q([1-4]))?$/.exec(text);
  if (match !== null) {
    const financial = match[1] !== undefined;
    const first = financial ? 4 : 1;
    if (match[3] === undefined)
      return span(financial ? "financial-year" : "year", Number(match[2]), first, 12);
    const month = first + 3 * (Number(match[3]) - 1);
    return span(financial ? "financial-quarter" : "quarter", Number(match[2]), month, 3);
  }
  match = /^([0-9]{4})-([0-9]{2})$/.exec(text);
  if (match !== null) {
    const month = Number(match[2]);
    return month >= 1 && month <= 12 ? span("month", Number(match[1]), month, 1) : undefined;
  }
  match = /^(@?)([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\/([0-9]{4}-[0-9]{2}-[0-9]{2}|\.\.))?$/.exec(text);
  if (match === null) return undefined;
  const [, at, start = "", end] = match;
  if (!isDay(start)) return undefined;
  if (at === "@") return end === undefined ? { kind: "as-at", start, end: start } : undefined;
  if (end === undefined) return { kind: "day", start, end: start };
  if (end === "..") return { kind: "range", start, end: null };
  return isDay(end) && end >= start ? { kind: "range", start, end } : undefined;
}

/** From the first of a month on; the month may lie beyond December. Undefined after the year 9999. */
function span(kind: PeriodKind, year: number, from: number, count: number): Period | undefined {
  const to = from + count - 1;
  const [firstYear, firstMonth] = [year + Math.floor((from - 1) / 12), ((from - 1) % 12) + 1];
  const [lastYear, lastMonth] = [year + Math.floor((to - 1) / 12), ((to - 1) % 12) + 1];
  if (lastYear > 9999) return undefined;
  return {
    kind,
    start: dayText(firstYear, firstMonth, 1),
    end: dayText(lastYear, lastMonth, daysIn(lastYear, lastMonth)),
  };
}

/** Whether `yyyy-mm-dd` is a day of the Gregorian calendar, counted backwards before 1582 too. */
function isDay(text: string): boolean {
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const dayText = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

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
