import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cluster } from "./clusters.ts";
import { eigenvectors } from "./eigenvectors.ts";
import { groupConsensus } from "./group-consensus.ts";
import { opinionGroups } from "./opinion-groups.ts";
import { principalAxes } from "./principal-axes.ts";
import { proportionTest, twoProportionTest } from "./proportion-tests.ts";

describe("tests of proportions", () => {
  it("follow the published formulas", () => {
    expect(proportionTest(9, 9)).toBeCloseTo(2 * Math.sqrt(10) * 0.5, 12);
    expect(proportionTest(0, 0)).toBeCloseTo(1, 12);
    // (6/11 − 3/11)/√(9/22·13/22·(2/11))
    expect(twoProportionTest(5, 2, 10, 10)).toBeCloseTo(
      3 / 11 / Math.sqrt((9 / 22) * (13 / 22) * (2 / 11)),
      12,
    );
  });
});

describe("groupConsensus", () => {
  const well = {
    statement: "well-voted",
    groups: [
      { agrees: 60, disagrees: 30, votes: 100 },
      { agrees: 55, disagrees: 40, votes: 100 },
    ],
  };
  const barely = {
    statement: "barely-voted",
    groups: [
      { agrees: 1, disagrees: 0, votes: 1 },
      { agrees: 1, disagrees: 0, votes: 1 },
    ],
  };

  it("multiplies over groups, and shows the known flaw only in the legacy mode", () => {
    const legacy = groupConsensus({ statements: [well, barely], mode: "legacy" });
    expect(legacy.ranked.map(({ statement }) => statement)).toEqual(["barely-voted", "well-voted"]);
    expect(legacy.ranked[1]?.agreement).toBeCloseTo((61 / 102) * (56 / 102), 12);
    expect(legacy.ranked[0]?.agreement).toBeCloseTo(4 / 9, 12);
    const corrected = groupConsensus({ statements: [well, barely] });
    expect(corrected.ranked.map(({ statement }) => statement)).toEqual(["well-voted"]);
    expect(corrected.tooFewVotes.map(({ statement }) => statement)).toEqual(["barely-voted"]);
  });

  it("refuses more stances than votes", () => {
    const statements = [{ statement: "x", groups: [{ agrees: 2, disagrees: 0, votes: 1 }] }];
    expect(() => groupConsensus({ statements })).toThrow(
      expect.objectContaining({ code: "engagement/negative-count" }),
    );
  });
});

/** Two camps that differ on the first statements and agree on the last two. */
const camps = (people: number) =>
  Array.from({ length: people }, (_, person) =>
    Array.from({ length: 10 }, (_, statement) => ({
      participant: `p${person}`,
      statement: `s${statement}`,
      vote: statement >= 8 ? 1 : (person % 3 === 0) === ((statement + person) % 7 === 0) ? -1 : 1,
    })),
  ).flat();

describe("opinionGroups", () => {
  it("finds the camps, what sets them apart and what they agree on", () => {
    const votes = Array.from({ length: 30 }, (_, person) =>
      Array.from({ length: 8 }, (_, statement) => ({
        participant: person,
        statement,
        vote: statement >= 6 ? 1 : person < 20 === statement % 2 > 0 ? 1 : -1,
      })),
    ).flat();
    const result = opinionGroups({ votes });
    expect(result).toMatchObject({
      participants: 30,
      statements: 8,
      votes: 240,
      notGrouped: 0,
      mode: "corrected",
    });
    expect(result.groups.map(({ size }) => size)).toEqual([20, 10]);
    expect(result.silhouette).toBeCloseTo(1, 6);
    expect(result.consensus.slice(0, 2).map(({ statement }) => statement)).toEqual(["6", "7"]);
    const [first] = result.groups;
    expect(first?.members).toHaveLength(20);
    expect(first?.representative.map(({ statement }) => statement)).not.toContain("6");
    expect(first?.representative).toHaveLength(5);
  });

  it("does not depend on the order of the votes", () => {
    const votes = camps(24);
    fc.assert(
      fc.property(fc.shuffledSubarray(votes, { minLength: votes.length }), (shuffled) => {
        expect(opinionGroups({ votes: shuffled })).toEqual(opinionGroups({ votes }));
      }),
      { numRuns: 20 },
    );
  });

  it("counts the last of two votes, and refuses what is no vote by its row", () => {
    const votes = [...camps(20), { participant: "p0", statement: "s0", vote: 0 }];
    expect(opinionGroups({ votes })).toMatchObject({ votes: 200, changedVotes: 1 });
    for (const vote of [2, 0.5, Number.NaN]) {
      const bad = [
        { participant: "a", statement: "b", vote: 1 },
        { participant: "a", statement: "c", vote },
      ];
      expect(() => opinionGroups({ votes: bad })).toThrow(
        expect.objectContaining({
          code: "engagement/bad-vote",
          at: { row: 2, column: "vote" },
        }),
      );
    }
    const unnamed = [{ participant: "", statement: "b", vote: 1 }];
    expect(() => opinionGroups({ votes: unnamed })).toThrow(
      expect.objectContaining({ at: { row: 1, column: "participant" } }),
    );
    expect(() => opinionGroups({ votes: [] })).toThrow(
      expect.objectContaining({ code: "engagement/too-few-votes" }),
    );
  });

  it("is one group where everybody votes alike", () => {
    const votes = camps(18).map((each) => ({ ...each, vote: 1 }));
    expect(opinionGroups({ votes })).toMatchObject({ silhouette: null, groups: [{ size: 18 }] });
  });
});

describe("cluster", () => {
  it("puts every point in one cluster, with weights that add up", () => {
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate, fc.integer({ min: 1, max: 9 })), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.integer({ min: 1, max: 8 }),
        (rows, wanted) => {
          const points = {
            x: rows.map(([x]) => x),
            y: rows.map(([, y]) => y),
            weight: rows.map(([, , weight]) => weight),
          };
          const { of, weight } = cluster(points, wanted);
          expect(weight.length).toBeLessThanOrEqual(wanted);
          expect(of.every((index) => index >= 0 && index < weight.length)).toBe(true);
          expect(weight.reduce((sum, each) => sum + each, 0)).toBe(
            rows.reduce((sum, [, , each]) => sum + each, 0),
          );
        },
      ),
    );
  });
});

describe("eigenvectors", () => {
  it("turn a symmetric matrix into its axes, whatever it is", () => {
    const entry = fc.double({ min: -9, max: 9, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 16, maxLength: 16 }), (entries) => {
        const matrix = Float64Array.from(
          entries,
          (value, index) => value + (entries[(index % 4) * 4 + Math.floor(index / 4)] as number),
        );
        const { values, vectors } = eigenvectors(matrix, 4);
        for (let k = 0; k < 4; k += 1) {
          if (k > 0) expect(values[k - 1]).toBeGreaterThanOrEqual((values[k] as number) - 1e-12);
          for (let row = 0; row < 4; row += 1) {
            const image = [0, 1, 2, 3].reduce(
              (sum, i) => sum + (matrix[row * 4 + i] as number) * (vectors[i * 4 + k] as number),
              0,
            );
            expect(image).toBeCloseTo((values[k] as number) * (vectors[row * 4 + k] as number), 8);
          }
        }
      }),
    );
  });
});

describe("principalAxes", () => {
  it("are those of the covariance as a whole", () => {
    // Diagonal covariance of 9 statements, turned in the plane of the first two.
    const variances = [9, 4, 3.999, 3, 2, 1, 0.5, 0.1, 0];
    const [c, s] = [0.6, 0.8];
    const turned = (x: number[]) => [
      c * (x[0] as number) - s * (x[1] as number),
      s * (x[0] as number) + c * (x[1] as number),
      ...x.slice(2),
    ];
    const back = (x: number[]) => [
      c * (x[0] as number) + s * (x[1] as number),
      c * (x[1] as number) - s * (x[0] as number),
      ...x.slice(2),
    ];
    const [first, second] = principalAxes(9, (block, width) => {
      const result = new Float64Array(block.length);
      for (let k = 0; k < width; k += 1) {
        const vector = variances.map((_, row) => block[row * width + k] as number);
        const image = turned(back(vector).map((value, row) => value * (variances[row] as number)));
        for (const [row, value] of image.entries()) result[row * width + k] = value;
      }
      return result;
    });
    expect([first[0], first[1]].map((value) => value?.toFixed(6))).toEqual([
      "0.600000",
      "0.800000",
    ]);
    expect(Math.abs(second[0] as number)).toBeCloseTo(0.8, 5);
    expect(second[1]).toBeCloseTo((second[0] as number) > 0 ? -0.6 : 0.6, 5);
  });
});
