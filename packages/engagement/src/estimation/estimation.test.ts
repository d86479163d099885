import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeOfCounts } from "./change-of-counts.ts";
import { estimate } from "./estimate.ts";
import { marginOfError } from "./margin-of-error.ts";
import { trend } from "./trend.ts";

const code = (of: string) => expect.objectContaining({ code: of });

describe("marginOfError", () => {
  it("gives the reference values", () => {
    expect(marginOfError({ share: 0.5, size: 1000 }).points.toFixed(4)).toBe("3.0990");
    expect(marginOfError({ share: 0.5, size: 400 }).points.toFixed(4)).toBe("4.8999");
  });

  it("uses Wilson's interval at 0 and 1, and the correction for a finite population", () => {
    // Wilson at 0 of n: z²/(n + z²).
    const z2 = 1.959964 ** 2;
    const none = marginOfError({ share: 0, size: 100 });
    expect(none).toMatchObject({ method: "wilson", low: 0 });
    expect(none.high).toBeCloseTo(z2 / (100 + z2), 12);
    expect(marginOfError({ share: 1, size: 100 }).low).toBeCloseTo(1 - z2 / (100 + z2), 12);
    expect(marginOfError({ share: 0.5, size: 100, population: 100 }).points).toBe(0);
    const half = marginOfError({ share: 0.5, size: 500, population: 999 });
    expect(half.points).toBeCloseTo(marginOfError({ share: 0.5, size: 1000 }).points, 10);
  });

  it("refuses what is no random sample, and what is no share or size", () => {
    expect(() => marginOfError({ share: 0.5, size: 9, design: "opt-in" })).toThrow(
      code("engagement/no-sampling-margin"),
    );
    expect(() => marginOfError({ share: 50, size: 9 })).toThrow(code("engagement/bad-share"));
    expect(() => marginOfError({ share: 0.5, size: 0 })).toThrow(code("engagement/bad-size"));
    expect(() => marginOfError({ share: 0.5, size: 9, population: 8 })).toThrow(
      code("engagement/bad-size"),
    );
  });
});

describe("estimate", () => {
  it("tells shares of those who answered, each option by itself", () => {
    const result = estimate({
      design: "random-sample",
      answers: [
        { value: ["speeding", "parking"], weight: 2 },
        { value: ["speeding"], weight: 1 },
        { value: "parking", weight: 1 },
        { value: null, count: 5 },
      ],
    });
    expect(result).toMatchObject({ base: 3, notAnswered: 5, weightedBase: 4, weighted: true });
    expect(result.estimates.map(({ option, count, value }) => [option, count, value])).toEqual([
      ["parking", 2, 0.75],
      ["speeding", 2, 0.75],
    ]);
    expect(result.effectiveSize).toBeCloseTo(16 / 6, 12);
    expect(result.estimates[0]?.margin).not.toBeNull();
    expect(result.notice).toBeNull();
  });

  it("never gives an opt-in consultation a sampling margin, and says why", () => {
    const result = estimate({ design: "opt-in", answers: [{ value: "yes", count: 2500 }] });
    expect(result.estimates).toEqual([{ option: "yes", count: 2500, value: 1, margin: null }]);
    expect(result.notice).toMatch(/no random sample/);
    const mean = estimate({ design: "opt-in", measure: "mean", answers: [{ value: 3, count: 9 }] });
    expect(mean.estimates[0]?.margin).toBeNull();
  });

  it("tells a mean with the margin of its mean", () => {
    const values = [1, 2, 3, 4, 5];
    const result = estimate({
      design: "random-sample",
      measure: "mean",
      answers: values.map((value) => ({ value })),
    });
    // Standard error of 1..5: √(2.5/5).
    expect(result.estimates[0]?.value).toBe(3);
    expect(result.estimates[0]?.margin?.points).toBeCloseTo(1.959964 * Math.sqrt(0.5), 10);
    expect(() =>
      estimate({ design: "opt-in", measure: "mean", answers: [{ value: "x" }] }),
    ).toThrow(code("engagement/not-a-number"));
  });

  it("refuses a question that nobody answered", () => {
    expect(() => estimate({ design: "opt-in", answers: [{ value: null }] })).toThrow(
      code("engagement/sample-empty"),
    );
  });
});

describe("changeOfCounts", () => {
  it("finds no clear change from 120 to 150", () => {
    const change = changeOfCounts(120, 150);
    expect(change.z).toBeCloseTo(30 / Math.sqrt(270), 12);
    expect(change).toMatchObject({ direction: "no clear change", percent: 25, ratio: 1.25 });
  });

  it("tells no percentage of fewer than 20, and no ratio to nothing", () => {
    expect(changeOfCounts(19, 60)).toMatchObject({ percent: null, direction: "rose" });
    expect(changeOfCounts(20, 5)).toMatchObject({ percent: -75, direction: "fell" });
    expect(changeOfCounts(0, 9)).toMatchObject({ ratio: null, ratioHigh: null });
    expect(changeOfCounts(0, 0)).toMatchObject({ z: null, direction: "no clear change" });
    expect(() => changeOfCounts(-1, 3)).toThrow(code("engagement/negative-count"));
  });

  it("has an interval that leaves 1 out exactly when the test finds a change", () => {
    const count = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(count, count, (before, after) => {
        const { direction, ratioLow, ratioHigh } = changeOfCounts(before, after);
        expect(direction === "rose").toBe(ratioLow !== null && ratioLow > 1);
        expect(direction === "fell").toBe(ratioHigh !== null && ratioHigh < 1);
      }),
    );
  });
});

describe("trend", () => {
  const wave = (name: string, share: number, effectiveSize = 1000) => ({
    wave: name,
    question: "safe-after-dark",
    version: 1,
    design: "random-sample" as const,
    share,
    effectiveSize,
  });

  it("tests each step and says it in plain words", () => {
    const { steps } = trend({ waves: [wave("2020", 0.5), wave("2021", 0.52), wave("2022", 0.6)] });
    expect(steps.map(({ direction }) => direction)).toEqual(["no clear change", "rose"]);
    expect(steps[0]?.z).toBeCloseTo(0.02 / Math.sqrt(0.51 * 0.49 * 0.002), 12);
    expect(steps[1]?.words).toBe(
      "It rose from 52.0 % to 60.0 %: more than the sampling alone would do.",
    );
  });

  it("refuses another wording, and tests no opt-in waves", () => {
    expect(() =>
      trend({ waves: [wave("2020", 0.5), { ...wave("2021", 0.5), version: 2 }] }),
    ).toThrow(
      expect.objectContaining({
        code: "engagement/question-changed",
        at: expect.objectContaining({ row: 2 }),
      }),
    );
    const { steps } = trend({
      waves: [wave("2020", 0.1), { ...wave("2021", 0.9), design: "opt-in" }],
    });
    expect(steps[0]).toMatchObject({ direction: "not tested", z: null, low: null });
    expect(() => trend({ waves: [wave("2020", 0.1)] })).toThrow(code("engagement/too-few-waves"));
  });
});
