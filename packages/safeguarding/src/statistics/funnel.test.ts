import { describe, expect, it } from "vitest";
import { funnel, limitsAt } from "./funnel.ts";

describe("limitsAt", () => {
  it("gives the limits of the published test data", () => {
    // PHEindicatormethods, funnel test data: 80.642448 %, n = 539, printed to six places.
    const found = limitsAt("proportion", 0.80642448, 539);
    expect(found.lower95 * 100).toBeCloseTo(77.306949, 5);
    expect(found.upper95 * 100).toBeCloseTo(83.977947, 5);
    expect(found.lower998 * 100).toBeCloseTo(75.38344, 5);
    expect(found.upper998 * 100).toBeCloseTo(85.901456, 5);
  });
});

describe("funnel", () => {
  it("leaves out of the average what is not known, and says where each lies", () => {
    const found = funnel({
      entries: [
        { name: "a", numerator: 50, denominator: 100 },
        { name: "b", numerator: 95, denominator: 100 },
        { name: "c", numerator: null, denominator: 100 },
        { name: "d", numerator: 500, denominator: 1000 },
      ],
    });
    expect(found.average).toBeCloseTo(645 / 1200, 12);
    expect(found.entries.map(({ position }) => position)).toEqual([
      "within",
      "beyond-high",
      null,
      "low",
    ]);
  });

  it.each([
    [{ numerator: 5, denominator: 4 }, "numerator-over-denominator"],
    [{ numerator: 0, denominator: 0 }, "percentage-without-base"],
    [{ numerator: -1, denominator: 4 }, "negative-count"],
  ])("refuses %j", (entry, code) => {
    expect(() => funnel({ entries: [{ name: "a", ...entry }] })).toThrow(
      expect.objectContaining({ code: `safeguarding/${code}` }),
    );
  });

  it("refuses a name given twice", () => {
    const entry = { name: "a", numerator: 1, denominator: 4 };
    expect(() => funnel({ entries: [entry, entry] })).toThrow(
      expect.objectContaining({ code: "safeguarding/duplicate-entry" }),
    );
  });
});
