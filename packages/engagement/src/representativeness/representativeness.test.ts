import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { representativeness, rScore } from "./representativeness.ts";

describe("representativeness", () => {
  it("compares rates and shares, those who did not say apart", () => {
    const result = representativeness({
      groups: [
        { group: "women", participants: 60, population: 600 },
        { group: "men", participants: 20, population: 400 },
      ],
      preferNotToSay: 15,
      notKnown: 5,
    });
    expect(result.rScore).toBeCloseTo(0.05 / 0.1, 12);
    expect(result.proportionalSimilarity).toBeCloseTo(0.6 + 0.25, 12);
    expect(result.disclosureRate).toBe(0.8);
    expect(result).toMatchObject({ participants: 100, preferNotToSay: 15, notKnown: 5 });
  });

  it("is 1 exactly when all groups take part alike, and never out of 0 to 1", () => {
    const groups = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 50 }), (populations, factor) => {
        const alike = populations.map((population) => ({
          population: population * factor,
          participants: population,
        }));
        expect(rScore(alike)).toBeCloseTo(1, 12);
        const [first, ...rest] = alike;
        const missing = [{ ...(first as { population: number }), participants: 0 }, ...rest];
        expect(rScore(missing)).toBe(0);
      }),
    );
  });

  it("refuses a group without population, negative counts, and nobody", () => {
    const refuse = (groups: { participants: number; population: number }[], code: string) =>
      expect(() => rScore(groups)).toThrow(expect.objectContaining({ code }));
    refuse([{ participants: 1, population: 0 }], "engagement/group-without-population");
    refuse([{ participants: -1, population: 5 }], "engagement/negative-count");
    refuse([{ participants: 0, population: 5 }], "engagement/sample-empty");
    refuse([{ participants: Number.NaN, population: 5 }], "engagement/not-a-number");
  });
});
