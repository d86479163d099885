import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPeriod, parsePeriod, period, periodContains, periodsOverlap } from "./index.ts";

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
});
