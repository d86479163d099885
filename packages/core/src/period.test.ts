import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  formatPeriod,
  type Period,
  type PeriodKind,
  parsePeriod,
  period,
  periodContains,
  periodsOverlap,
} from "./index.ts";

describe("periods", () => {
  it.each([
    ["2017-05-22", "day", "2017-05-22", "2017-05-22", "22 May 2017"],
    ["2016-02", "month", "2016-02-01", "2016-02-29", "February 2016"],
    ["2017-Q2", "quarter", "2017-04-01", "2017-06-30", "April to June 2017"],
    ["2017", "year", "2017-01-01", "2017-12-31", "2017"],
    ["FY2016", "financial-year", "2016-04-01", "2017-03-31", "2016–17"],
    ["FY1999", "financial-year", "1999-04-01", "2000-03-31", "1999–00"],
    ["FY2016-Q1", "financial-quarter", "2016-04-01", "2016-06-30", "Quarter 1 2016–17"],
    ["FY2016-Q4", "financial-quarter", "2017-01-01", "2017-03-31", "Quarter 4 2016–17"],
    [
      "2016-04-01/2016-09-30",
      "range",
      "2016-04-01",
      "2016-09-30",
      "1 April 2016 to 30 September 2016",
    ],
    ["2016-04-01/..", "range", "2016-04-01", null, "from 1 April 2016"],
    ["@2017-03-31", "as-at", "2017-03-31", "2017-03-31", "as at 31 March 2017"],
  ])("reads %s as a %s", (text, kind, start, end, written) => {
    expect(parsePeriod(text)).toEqual({ kind, start, end });
    expect(formatPeriod(text)).toBe(written);
    expect(period().safeParse(text).success).toBe(true);
  });

  it.each([
    "",
    "2017-13",
    "2017-00",
    "2017-Q5",
    "FY2016-Q0",
    "FY16",
    "2016/17",
    "2016-04-01/2016-03-31",
    "2017-02-29",
    "@2017-02-30",
    "@2017-03-31/2017-04-01",
    "../2017-04-01",
    "2017-04-01/",
    "FY9999",
    "FY9999-Q4",
    " 2017",
    "2017\n",
  ])("refuses %j", (text) => {
    expect(() => parsePeriod(text)).toThrow(expect.objectContaining({ code: "core/bad-period" }));
    expect(period().safeParse(text).success).toBe(false);
  });

  it("covers a year with its parts, each day once", () => {
    const year = fc.integer({ min: 1, max: 9998 }).map((value) => String(value).padStart(4, "0"));
    const next = (day: string) =>
      new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(year, fc.constantFrom("", "FY"), (digits, prefix) => {
        const whole = parsePeriod(`${prefix}${digits}`);
        const quarters = [1, 2, 3, 4].map((each) => parsePeriod(`${prefix}${digits}-Q${each}`));
        expect(quarters[0]?.start).toBe(whole.start);
        expect(quarters[3]?.end).toBe(whole.end);
        for (const [index, quarter] of quarters.slice(1).entries()) {
          expect(quarter.start).toBe(next(quarters[index]?.end ?? ""));
          expect(periodsOverlap(quarter, whole)).toBe(true);
          expect(periodsOverlap(quarter, quarters[index] as typeof quarter)).toBe(false);
        }
      }),
    );
  });

  it("holds both its ends, and nothing beyond", () => {
    const half = parsePeriod("2016-04-01/2016-09-30");
    for (const day of ["2016-04-01", "2016-06-22", "2016-09-30"]) {
      expect(periodContains(half, day)).toBe(true);
    }
    for (const day of ["2016-03-31", "2016-10-01"]) expect(periodContains(half, day)).toBe(false);
    const open = parsePeriod("2016-04-01/..");
    expect(periodContains(open, "2999-01-01")).toBe(true);
    expect(periodsOverlap(open, half)).toBe(true);
    expect(periodsOverlap(open, parsePeriod("FY2015"))).toBe(false);
    expect(periodsOverlap(parsePeriod("FY2015"), open)).toBe(false);
  });

  it("is what Temporal makes of it", () => {
    const digits = (most: number, width: number) =>
      fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(width, "0"));
    const year = fc.oneof(digits(9999, 4), fc.constantFrom("1900", "2000", "2016", "2100", "9999"));
    const month = fc.tuple(year, digits(13, 2)).map((parts) => parts.join("-"));
    const day = fc.tuple(month, digits(32, 2)).map((parts) => parts.join("-"));
    const text = fc.oneof(
      fc.tuple(fc.constantFrom("", "FY"), year, fc.constantFrom("", "-Q1", "-Q3", "-Q4", "-Q5")),
      month.map((each) => [each]),
      fc.tuple(fc.constantFrom("", "@"), day, fc.constantFrom("", "/..")),
      fc.tuple(day, fc.constant("/"), day),
    );
    const readSafely = (given: string) => {
      try {
        return parsePeriod(given);
      } catch {
        return undefined;
      }
    };
    fc.assert(
      fc.property(text, (parts) => {
        const given = parts.join("");
        expect(readSafely(given)).toEqual(readByTemporal(given));
      }),
      { numRuns: 2000 },
    );
  });
});

function readByTemporal(text: string): Period | undefined {
  try {
    const [, financial, year, quarter] = /^(FY)?([0-9]{4})(?:-Q([1-4]))?$/.exec(text) ?? [];
    if (year !== undefined) {
      const first = new Temporal.PlainDate(Number(year), financial === undefined ? 1 : 4, 1);
      if (quarter === undefined)
        return spanByTemporal(financial === undefined ? "year" : "financial-year", first, 12);
      const start = first.add({ months: 3 * (Number(quarter) - 1) });
      return spanByTemporal(financial === undefined ? "quarter" : "financial-quarter", start, 3);
    }
    if (/^[0-9]{4}-[0-9]{2}$/.test(text)) return spanByTemporal("month", readDay(`${text}-01`), 1);
    const [, at, from, to] = /^(@?)([-0-9]{10})(?:\/([-0-9]{10}|\.\.))?$/.exec(text) ?? [];
    if (from === undefined || (at === "@" && to !== undefined)) return undefined;
    const start = readDay(from).toString();
    if (to === undefined) return { kind: at === "@" ? "as-at" : "day", start, end: start };
    if (to === "..") return { kind: "range", start, end: null };
    const end = readDay(to).toString();
    return end < start ? undefined : { kind: "range", start, end };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const readDay = (text: string) => Temporal.PlainDate.from(text, { overflow: "reject" });

function spanByTemporal(
  kind: PeriodKind,
  first: Temporal.PlainDate,
  months: number,
): Period | undefined {
  const end = first.add({ months }).subtract({ days: 1 });
  return end.year > 9999 ? undefined : { kind, start: first.toString(), end: end.toString() };
}
