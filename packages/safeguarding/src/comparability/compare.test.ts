import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "./compare.ts";
import { periodFaults, yearEarlier } from "./periods.ts";
import { segmentsOf } from "./segments.ts";

const change = { date: "2016-06-22", cause: "the recording system was replaced" };
const at = (period: string, value: string | null = "1") => ({ period, value });

describe("segmentsOf", () => {
  it.each([
    [["2016-05", "2016-06", "2016-07"], ["2016-06"]],
    [["2016-Q1", "2016-Q2", "2016-Q3"], ["2016-Q2"]],
    [["FY2015", "FY2016", "FY2017"], ["FY2016"]],
    [["2016-04-01/2016-06-21", "2016-06-22/2017-03-31"], []],
  ])("%j leaves out %j", (periods, astride) => {
    const found = segmentsOf(
      periods.map((period) => at(period)),
      [change],
    );
    expect(found.astride.map(({ period }) => period)).toEqual(astride);
    expect(found.segments.map(({ points }) => points.length)).toEqual([1, 1]);
  });

  it("puts each point in one segment, or astride", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 4 }),
        (offsets, days) => {
          const points = offsets.map((offset) =>
            at(`${2014 + Math.floor(offset / 12)}-${String((offset % 12) + 1).padStart(2, "0")}`),
          );
          const breaks = days.map((day) => ({
            date: new Date(Date.UTC(2014, 0, 1 + day)).toISOString().slice(0, 10),
            cause: "a change",
          }));
          const { segments, astride } = segmentsOf(points, breaks);
          expect(segments.flatMap((each) => each.points).length + astride.length).toBe(
            points.length,
          );
        },
      ),
    );
  });
});

describe("compare", () => {
  it("works a change out exactly", () => {
    expect(compare({ from: at("2011", "39"), to: at("2012", "25") })).toEqual({
      from: "39",
      to: "25",
      change: "-14",
      percent: "-35.9",
      direction: "down",
    });
    expect(compare({ from: at("2011", "0"), to: at("2012", "25") }).percent).toBeNull();
  });

  it.each([
    ["FY2015", "FY2016"],
    ["FY2014", "FY2017"],
    ["2016-05", "2016-07"],
    ["2016-06", "2016-07"],
    ["2016-07", "2016-05"],
    ["FY2016", "FY2016"],
    ["2015-07-01/2016-03-31", "2016-07-01/2017-03-31"],
  ])("refuses %s with %s across the break, by name", (from, to) => {
    expect(() => compare({ from: at(from), to: at(to), breaks: [change] })).toThrow(
      expect.objectContaining({
        code: "safeguarding/comparison-across-break",
        message: expect.stringContaining("22 June 2016 (the recording system was replaced)"),
      }),
    );
  });

  it("compares on either side, and across a declared bridge", () => {
    expect(compare({ from: at("2016-04"), to: at("2016-05"), breaks: [change] }).direction).toBe(
      "level",
    );
    expect(compare({ from: at("2016-07"), to: at("2016-08"), breaks: [change] }).direction).toBe(
      "level",
    );
    const bridged = { ...change, bridge: { factor: "1.5", method: "one month counted both ways" } };
    const found = compare({
      from: at("2016-05", "10"),
      to: at("2016-07", "18"),
      breaks: [bridged],
    });
    expect(found).toMatchObject({ from: "15", change: "3", percent: "20.0", bridged: [bridged] });
    const back = compare({ from: at("2016-07", "18"), to: at("2016-05", "10"), breaks: [bridged] });
    expect(back).toMatchObject({ from: "18", to: "15", change: "-3" });
    expect(() => compare({ from: at("2016-06"), to: at("2016-07"), breaks: [bridged] })).toThrow(
      expect.objectContaining({ code: "safeguarding/comparison-across-break" }),
    );
  });

  it.each([
    [{ from: at("2016"), to: at("2017-Q1") }, "periods-not-alike"],
    [{ from: at("2016", null), to: at("2017") }, "value-missing"],
    [
      { from: { ...at("2016"), definition: 1 }, to: { ...at("2017"), definition: 2 } },
      "definitions-differ",
    ],
  ])("refuses %j", (input, code) => {
    expect(() => compare(input)).toThrow(expect.objectContaining({ code: `safeguarding/${code}` }));
  });
});

describe("periods", () => {
  it("finds what is missing, doubled and overlapping, kind by kind", () => {
    expect(periodFaults(["2016-01", "2016-03", "2016"])).toEqual([
      { fault: "missing", periods: ["2016-01", "2016-03"], missing: ["2016-02"] },
    ]);
    expect(periodFaults(["2016", "2016"])).toMatchObject([{ fault: "doubled" }]);
    expect(periodFaults(["2016-01-01/2016-03-31", "2016-03-01/2016-04-30"])).toMatchObject([
      { fault: "overlapping" },
    ]);
    expect(periodFaults(["FY2015-Q3", "FY2015-Q4", "FY2016-Q1"])).toEqual([]);
    expect(periodFaults(["2015-Q4", "2016-Q2"])).toMatchObject([{ missing: ["2016-Q1"] }]);
  });

  it.each([
    ["2016", "2015"],
    ["FY2016-Q4", "FY2015-Q4"],
    ["2016-07", "2015-07"],
    ["@2017-04-01", "@2016-04-01"],
    ["2016-04-01/2017-02-28", "2015-04-01/2016-02-28"],
    ["2016-02-29", undefined],
  ])("a year before %s is %s", (period, earlier) => {
    expect(yearEarlier(period)).toBe(earlier);
  });
});
