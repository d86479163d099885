import { describe, expect, it } from "vitest";
import { interval } from "./interval.ts";

describe("interval", () => {
  it("makes a rate of a count and a population", () => {
    // PHEindicatormethods, testdata_Rate: 20 in 100, per 100.
    const { lower, upper } = interval({ method: "usual", count: 20, population: 100, per: 100 });
    expect(lower).toBeCloseTo(12.211428834875937, 10);
    expect(upper).toBeCloseTo(30.889880369197066, 10);
    expect(interval({ method: "usual", count: 1, population: 100, per: 100 }).lower).toBeCloseTo(
      0.025317807984289897,
      12,
    );
  });

  it("refuses a throughput ratio an interval", () => {
    expect(() =>
      interval({ method: "wilson", numerator: 510, denominator: 3040, ratio: "throughput" }),
    ).toThrow(expect.objectContaining({ code: "safeguarding/ratio-has-no-interval" }));
  });

  it.each([
    [{ method: "wilson", numerator: 5 }, "percentage-without-base"],
    [{ method: "wilson", denominator: 5 }, "value-missing"],
    [{ method: "byar" }, "value-missing"],
  ] as const)("refuses %j", (input, code) => {
    expect(() => interval(input)).toThrow(
      expect.objectContaining({ code: `safeguarding/${code}` }),
    );
  });
});
