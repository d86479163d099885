import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectiveSize } from "./effective-size.ts";
import { postStratify } from "./post-stratify.ts";
import { rake, rakeCoded } from "./rake.ts";

// R's `survey` package, `rake` on the table of Kalton's example: counts of a (1–4) within b (1–3).
const counts = [20, 50, 100, 30, 40, 140, 50, 100, 40, 310, 50, 70];
const sample = counts.map((count, index) => ({
  a: String((index % 4) + 1),
  b: String(Math.floor(index / 4) + 1),
  count,
}));
const margins = {
  a: { "1": 175, "2": 550, "3": 430, "4": 345 },
  b: { "1": 365, "2": 415, "3": 720 },
};
const reference: Record<string, number[]> = {
  "1": [1.810805093, 1.452821945, 2.016775509],
  "2": [1.083564444, 0.869351544, 1.206814715],
  "3": [2.1960891, 1.761938073, 2.445883727],
  "4": [1.833225532, 1.470810024, 2.041746166],
};

describe("rake", () => {
  it("gives the reference weights to nine significant figures", () => {
    const result = rake({ sample, margins });
    for (const { a = "", b = "", weight } of result.weights as {
      a?: string;
      b?: string;
      weight: number;
    }[])
      expect(weight).toBeCloseTo(reference[a]?.[Number(b) - 1] as number, 8);
    expect(result.effectiveSize.toPrecision(9)).toBe("909.354887");
    expect(result.designEffect.toFixed(9)).toBe("1.099680679");
    expect(result).toMatchObject({ method: "raking", converged: true, respondents: 1000 });
    expect(result.largestDifference).toBeLessThan(1e-12);
  });

  it("gives the same whether respondents stand one by one or counted, in any order", () => {
    const singly = sample
      .flatMap(({ a, b, count }) => Array.from({ length: count }, () => ({ a, b })))
      .reverse();
    const result = rake({ sample: singly, margins });
    expect(result.effectiveSize).toBeCloseTo(909.354887, 5);
    expect(result.weights[0]).toMatchObject({ a: "4", b: "3" });
    expect(result.weights[0]?.weight).toBeCloseTo(2.041746166, 8);
  });

  it("meets every margin, for any sample that has all combinations", () => {
    const positive = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(
        fc.array(positive, { minLength: 6, maxLength: 6 }),
        fc.array(positive, { minLength: 6, maxLength: 6 }),
        (people, population) => {
          const rows = people.map((count, index) => ({
            x: `${index % 2}`,
            y: `${Math.floor(index / 2)}`,
            count,
          }));
          const sum = (keep: (index: number) => boolean) =>
            population.reduce((total, each, index) => total + (keep(index) ? each : 0), 0);
          const x = { "0": sum((i) => i % 2 === 0), "1": sum((i) => i % 2 === 1) };
          const y = Object.fromEntries(
            [0, 1, 2].map((row) => [String(row), sum((i) => Math.floor(i / 2) === row)]),
          );
          const result = rake({ sample: rows, margins: { x, y } });
          expect(result.converged).toBe(true);
          for (const [margin, wanted] of Object.entries({ x, y } as Record<
            string,
            Record<string, number>
          >)) {
            for (const [category, target] of Object.entries(wanted)) {
              const total = result.weights.reduce(
                (all, row, index) =>
                  all +
                  (rows[index]?.[margin as "x"] === category
                    ? row.weight * (people[index] as number)
                    : 0),
                0,
              );
              expect(total / target).toBeCloseTo(1, 8);
            }
          }
          expect(result.effectiveSize).toBeLessThanOrEqual(result.respondents * (1 + 1e-12));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("starts from design weights", () => {
    const result = rake({
      sample: [
        { a: "x", weight: 3 },
        { a: "x", weight: 1 },
        { a: "y", weight: 2 },
      ],
      margins: { a: { x: 40, y: 60 } },
    });
    expect(result.weights.map(({ weight }) => weight)).toEqual([30, 10, 60]);
    expect(result.effectiveSize).toBeCloseTo(10_000 / 4600, 12);
  });

  it("says when it does not converge", () => {
    const result = rake({
      sample: [
        { a: "1", b: "1" },
        { a: "2", b: "2" },
      ],
      margins: { a: { "1": 10, "2": 90 }, b: { "1": 90, "2": 10 } },
    });
    expect(result.converged).toBe(false);
    expect(result.largestDifference).toBeGreaterThan(0.5);
  });

  it.each([
    ["engagement/margin-without-respondents", { margins: { a: { "1": 1, "2": 1, "9": 1 } } }],
    ["engagement/margin-without-population", { margins: { a: { "1": 0, "2": 5 } } }],
    ["engagement/margins-differ", { margins: { a: { "1": 1, "2": 1 }, b: { "1": 2, "2": 1 } } }],
    ["engagement/negative-count", { margins: { a: { "1": -1, "2": 5 } } }],
    ["engagement/unknown-category", { margins: { a: { "1": 5 } } }],
    ["engagement/category-missing", { margins: { c: { "1": 5 } } }],
    ["engagement/margin-missing", { margins: {} }],
    ["engagement/sample-empty", { sample: [], margins: { a: { "1": 5 } } }],
    ["engagement/negative-count", { sample: [{ a: "1", count: -2 }], margins: { a: { "1": 5 } } }],
  ])("refuses with %s", (code, input) => {
    const rows = [
      { a: "1", b: "1" },
      { a: "2", b: "2" },
    ];
    expect(() => rake({ sample: rows, ...(input as object) } as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("names the row of what it refuses", () => {
    const input = { sample: [{ a: "1" }, { a: "2" }], margins: { a: { "1": 5 } } };
    expect(() => rake(input)).toThrow(expect.objectContaining({ at: { row: 2, column: "a" } }));
  });

  it("takes more combinations than fit a table", () => {
    const margin = Array.from({ length: 5 }, () => Int32Array.from({ length: 60 }, (_, i) => i));
    const target = new Float64Array(60).fill(2);
    const result = rakeCoded(
      { size: 60, codes: margin, categories: margin.map(() => 60) },
      margin.map(() => target),
    );
    expect(result.weights.every((weight) => Math.abs(weight - 2) < 1e-12)).toBe(true);
  });
});

describe("postStratify", () => {
  it("weights each stratum to its population", () => {
    const result = postStratify({
      sample: [
        { a: "1", b: "1", count: 10 },
        { a: "1", b: "2", count: 20 },
      ],
      population: [
        { a: "1", b: "1", count: 30 },
        { a: "1", b: "2", count: 10 },
      ],
    });
    expect(result.weights).toEqual([
      { a: "1", b: "1", weight: 3 },
      { a: "1", b: "2", weight: 0.5 },
    ]);
    expect(result.effectiveSize).toBeCloseTo(1600 / (90 + 5), 12);
  });

  it("refuses a stratum that nobody answered for", () => {
    const input = {
      sample: [{ a: "1" }],
      population: [
        { a: "1", count: 5 },
        { a: "2", count: 5 },
      ],
    };
    expect(() => postStratify(input)).toThrow(
      expect.objectContaining({ code: "engagement/margin-without-respondents" }),
    );
  });
});

describe("effectiveSize", () => {
  it("is the number of respondents where weights are equal, and scales away", () => {
    expect(effectiveSize([2, 2, 2, 2])).toBe(4);
    expect(effectiveSize([1, 3])).toBe(1.6);
    expect(effectiveSize([1, 3], [2, 2])).toBe(3.2);
    expect(() => effectiveSize([])).toThrow(
      expect.objectContaining({ code: "engagement/sample-empty" }),
    );
  });
});
