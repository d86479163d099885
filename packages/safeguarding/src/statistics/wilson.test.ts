import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zOf } from "./normal-quantile.ts";
import { wilson } from "./wilson.ts";

describe("zOf", () => {
  it.each([
    // Wichura, Algorithm AS 241, and tables of the normal distribution.
    [0.5, 0.6744897501960817],
    [0.9, 1.6448536269514722],
    [0.95, 1.959963984540054],
    [0.99, 2.5758293035489004],
    [0.998, 3.090232306167813],
    [0.9999, 3.890591886413123],
  ])("%d → %d", (confidence, z) => {
    expect(Math.abs(zOf(confidence) - z)).toBeLessThan(1e-12);
  });

  it.each([0, 0.4, 1, Number.NaN, 95])("refuses %d", (confidence) => {
    expect(() => zOf(confidence)).toThrow(
      expect.objectContaining({ code: "safeguarding/bad-confidence" }),
    );
  });
});

describe("wilson", () => {
  it.each([
    // PHEindicatormethods, testdata_Proportion and testdata_Byars_Wilson.
    [1, 100, 0.95, 0.0017674320641406511, 0.054486196178705294],
    [5, 100, 0.95, 0.02154367915436798, 0.11175046923191911],
    [65, 100, 0.95, 0.55254443296887967, 0.73635751756902468],
    [65, 100, 0.998, 0.49549465740704313, 0.77835406140896968],
  ])("%d of %d at %d", (numerator, denominator, confidence, lower, upper) => {
    const found = wilson(numerator, denominator, confidence);
    expect(Math.abs(found.lower - lower)).toBeLessThan(1e-12);
    expect(Math.abs(found.upper - upper)).toBeLessThan(1e-12);
  });

  it("holds the share, stays within 0 and 1, and mirrors", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 5000 }), (part, whole) => {
        const numerator = Math.min(part, whole);
        const { lower, upper } = wilson(numerator, whole);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower - 1e-12).toBeLessThanOrEqual(numerator / whole);
        expect(upper + 1e-12).toBeGreaterThanOrEqual(numerator / whole);
        expect(wilson(whole - numerator, whole).upper).toBeCloseTo(1 - lower, 12);
      }),
    );
  });

  it.each([
    [101, 100, "numerator-over-denominator"],
    [-1, 100, "negative-count"],
    [1.5, 100, "fraction-of-a-person"],
    [1, -2, "negative-count"],
    [0, 0, "percentage-without-base"],
  ])("refuses %d of %d", (numerator, denominator, code) => {
    expect(() => wilson(numerator, denominator)).toThrow(
      expect.objectContaining({ code: `safeguarding/${code}` }),
    );
  });
});
