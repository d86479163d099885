import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleSetOf } from "./rule-set.ts";
import { runs } from "./runs.ts";
import { xmr } from "./xmr.ts";

describe("runs", () => {
  it.each([
    // plot-the-dots, its own tests.
    [[1, 2, 3, 4, 5, 6], []],
    [[1, 2, 3, 3, 4, 5, 6], []],
    [[1, 2, 3, 4, 5, 6, 7], [{ start: 0, end: 6, direction: "up" }]],
    [[7, 6, 5, 4, 3, 2, 1], [{ start: 0, end: 6, direction: "down" }]],
  ])("of %j", (values, expected) => {
    expect(runs(values)).toEqual(expected);
  });

  it("does not reach across what is not known", () => {
    expect(runs([1, 2, 3, 4, null, 5, 6, 7, 8])).toEqual([]);
  });

  it("finds every point of a run, and only runs", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 }), (values) => {
        for (const { start, end, direction } of runs(values, 3)) {
          for (let index = start + 1; index <= end; index += 1) {
            const step = (values[index] as number) - (values[index - 1] as number);
            expect(Math.sign(step)).toBe(direction === "up" ? 1 : -1);
          }
          expect(end - start + 1).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });
});

describe("xmr", () => {
  const dots = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

  it("gives the screened limits of the published example", () => {
    // plot-the-dots, vignette on deviations, printed to two places.
    const found = xmr(dots, { screen: true });
    expect(found.mean).toBeCloseTo(1.94, 2);
    expect(found.lower).toBeCloseTo(-0.72, 2);
    expect(found.upper).toBeCloseTo(4.6, 2);
    expect(found.points.filter(({ screened }) => screened)).toHaveLength(2);
    expect(found.points[4]?.signals).toContainEqual({ rule: "outside-limits", direction: "up" });
  });

  it("differs without screening", () => {
    expect(xmr(dots).upper).toBeGreaterThan(6);
  });

  it("takes no moving range across what is not known", () => {
    const found = xmr([1, 2, null, 9, 10]);
    expect(found.points.map(({ movingRange }) => movingRange)).toEqual([null, 1, null, null, 1]);
    expect(found.meanMovingRange).toBe(1);
  });

  it("reads seven on one side as a shift by one rule set and not by another", () => {
    const values = [5, 1, 5, 1, 5, 1, 5, 1, 4, 4.1, 4, 4.1, 4, 4.1, 4, 1, 1, 2];
    const rulesAt = (name: string) =>
      xmr(values, { rules: ruleSetOf(name) }).points[10]?.signals.map(({ rule }) => rule);
    expect(rulesAt("plot-the-dots@1")).toContain("shift");
    expect(rulesAt("western-electric")).not.toContain("shift");
  });

  it("marks two of three in the outer third, by a rule that says so", () => {
    const values = [8, 12, 8, 12, 8, 12, 8, 12, 8, 12, 20, 12, 20, 12, 8, 12, 8, 12, 8];
    const found = xmr(values);
    expect(20).toBeGreaterThan(found.mean + ((found.upper - found.mean) * 2) / 3);
    expect(20).toBeLessThan(found.upper);
    const near = found.points.flatMap(({ signals }, index) =>
      signals.some(({ rule }) => rule === "near-limit") ? [index] : [],
    );
    expect(near).toEqual([10, 12]);
    const without = xmr(values, { rules: ruleSetOf("ihi-run-chart") });
    expect(without.points.flatMap(({ signals }) => signals)).toEqual([]);
  });

  it("moves with its values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 }),
        fc.integer({ min: -500, max: 500 }),
        (values, offset) => {
          const [one, other] = [xmr(values), xmr(values.map((value) => value + offset))];
          expect(other.mean).toBeCloseTo(one.mean + offset, 8);
          expect(other.upper - other.lower).toBeCloseTo(one.upper - one.lower, 8);
        },
      ),
    );
  });

  it("refuses a series that is too short, and a rule set that is not there", () => {
    expect(() => xmr([1, null, 2])).toThrow(
      expect.objectContaining({ code: "safeguarding/series-too-short" }),
    );
    expect(() => ruleSetOf("plot-the-dots@9")).toThrow(
      expect.objectContaining({ code: "safeguarding/unknown-rule-set" }),
    );
  });
});
