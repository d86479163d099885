import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPeriod } from "./periods.ts";
import { rollingYear } from "./rolling-year.ts";

const series = (first: string, values: readonly (string | null)[]) => {
  let period = first;
  return values.map((value) => {
    const point = { period, value };
    period = nextPeriod(period) as string;
    return point;
  });
};
const ones = (count: number) => Array.from({ length: count }, () => "1");
const recordingSystem = { date: "2016-06-22", cause: "the recording system was replaced" };

describe("rollingYear", () => {
  it("adds up twelve months, from the first on that has a year behind it", () => {
    expect(rollingYear({ points: series("2016-03", [...ones(12), "5"]) })).toEqual({
      years: [
        { to: "2017-02", period: "2016-03-01/2017-02-28", value: "12" },
        { to: "2017-03", period: "2016-04-01/2017-03-31", value: "16" },
      ],
      leftOut: series("2016-03", ones(11)).map(({ period }) => ({
        to: period,
        because: "missing",
      })),
    });
  });

  it.each([
    ["FY2015-Q1", "FY2015-Q4", "2015-04-01/2016-03-31"],
    ["2015-Q1", "2015-Q4", "2015-01-01/2015-12-31"],
  ])("adds up four quarters from %s", (first, to, period) => {
    expect(rollingYear({ points: series(first, ["10", "20", "30", "40"]), to })).toEqual({
      years: [{ to, period, value: "100" }],
      leftOut: [],
    });
  });

  it("refuses a year with a break in it, by name, and offers those on either side", () => {
    const points = series("2014-07", ones(36));
    expect(() => rollingYear({ points, breaks: [recordingSystem], to: "2016-09" })).toThrow(
      expect.objectContaining({
        code: "safeguarding/comparison-across-break",
        message: expect.stringContaining("break of 22 June 2016"),
      }),
    );
    const { years, leftOut } = rollingYear({ points, breaks: [recordingSystem] });
    // To May 2016, and from the first year that begins with July.
    expect(years.map(({ to }) => to)).toEqual([
      ...series("2015-06", ones(12)).map(({ period }) => period),
      "2017-06",
    ]);
    expect(leftOut.filter(({ because }) => because === "break").map(({ to }) => to)).toEqual(
      series("2016-06", ones(12)).map(({ period }) => period),
    );
  });

  it("begins anew on a break that is the first day of a month", () => {
    const points = series("2016-07", ones(12));
    const breaks = [{ ...recordingSystem, date: "2016-07-01" }];
    expect(rollingYear({ points, breaks }).years).toEqual([
      { to: "2017-06", period: "2016-07-01/2017-06-30", value: "12" },
    ]);
  });

  it("carries figures over a declared bridge, but not the month that holds the break", () => {
    const bridge = { factor: "1.5", method: "dual run" };
    const points = series("2016-01", ones(12));
    expect(
      rollingYear({ points, breaks: [{ ...recordingSystem, date: "2016-07-01", bridge }] }).years,
    ).toMatchObject([{ to: "2016-12", value: "15", bridged: [{ date: "2016-07-01" }] }]);
    expect(() =>
      rollingYear({ points, breaks: [{ ...recordingSystem, bridge }], to: "2016-12" }),
    ).toThrow(expect.objectContaining({ code: "safeguarding/comparison-across-break" }));
  });

  it.each([
    [series("2016-01", [...ones(11), null]), "2016-12", "value-missing"],
    [series("2016-01", ones(11)), "2016-11", "value-missing"],
    [
      series("2016-01", ones(12)).filter(({ period }) => period !== "2016-05"),
      "2016-12",
      "value-missing",
    ],
    [[], "2016-12", "value-missing"],
    [series("2014", ones(3)), "2016", "periods-not-alike"],
    [
      [...series("2016-01", ones(3)), { period: "2016-Q2", value: "1" }],
      undefined,
      "periods-not-alike",
    ],
    [
      [...series("2016-01", ones(12)), { period: "2016-12", value: "1" }],
      undefined,
      "duplicate-entry",
    ],
  ])("of %j to %s is refused", (points, to, code) => {
    expect(() => rollingYear({ points, ...(to !== undefined && { to }) })).toThrow(
      expect.objectContaining({ code: `safeguarding/${code}` }),
    );
  });

  it("is the plain sum of the last twelve, in whatever order they come", () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(values, (numbers) => {
        const points = series("2013-01", numbers.map(String));
        const { years } = rollingYear({ points: points.toReversed() });
        expect(years.map(({ value }) => Number(value))).toEqual(
          numbers
            .slice(11)
            .map((_, index) =>
              numbers.slice(index, index + 12).reduce((total, each) => total + each, 0),
            ),
        );
      }),
    );
  });
});
