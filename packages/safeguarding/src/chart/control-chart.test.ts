import { describe, expect, it } from "vitest";
import { controlChart } from "./control-chart.ts";

const change = { date: "2016-06-22", cause: "the recording system was replaced" };
const months = (year: number, values: readonly number[], first = 1) =>
  values.map((value, index) => ({
    period: `${year}-${String(index + first).padStart(2, "0")}`,
    value: String(value),
  }));

describe("controlChart", () => {
  it("charts each segment on its own and leaves June 2016 out of both", () => {
    const points = months(2016, [10, 12, 11, 10, 12, 99, 30, 32, 31, 30, 32, 31]);
    const { segments, astride } = controlChart({ points, breaks: [change] });
    expect(astride).toEqual(["2016-06"]);
    expect(segments.map(({ points: own }) => own.length)).toEqual([5, 6]);
    expect(segments.map(({ limits }) => limits?.mean)).toEqual([11, 31]);
    expect(segments.flatMap(({ points: own }) => own.flatMap((each) => each.signals))).toEqual([]);
    expect(segments[1]?.points[0]?.movingRange).toBeNull();
  });

  it("works on years and quarters, and with a break outside the series", () => {
    const years = ["2014", "2015", "2016", "2017"].map((period) => ({ period, value: "1" }));
    expect(controlChart({ points: years, breaks: [change] }).astride).toEqual(["2016"]);
    const quarters = ["FY2016-Q1", "FY2016-Q2"].map((period) => ({ period, value: "1" }));
    expect(controlChart({ points: quarters, breaks: [change] }).astride).toEqual(["FY2016-Q1"]);
    const outside = controlChart({ points: years, breaks: [{ ...change, date: "1999-06-22" }] });
    expect(outside.segments).toHaveLength(1);
    expect(outside.astride).toEqual([]);
  });

  it("takes a missing month for a gap", () => {
    const points = [...months(2015, [1, 2, 3]), ...months(2015, [9, 10], 6)];
    const [segment] = controlChart({ points }).segments;
    expect(segment?.points.map(({ movingRange }) => movingRange)).toEqual([null, 1, 1, null, 1]);
  });

  it.each([[["2015-01", "2015-01"]], [["2015-01-01/2015-02-10", "2015-02-01/2015-03-01"]]])(
    "refuses periods that share days: %j",
    (periods) => {
      expect(() =>
        controlChart({ points: periods.map((period) => ({ period, value: "1" })) }),
      ).toThrow(expect.objectContaining({ code: "safeguarding/periods-overlap" }));
    },
  );
});
