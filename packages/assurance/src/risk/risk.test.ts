import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Risk } from "../resources/risk.ts";
import { assessRisk, byGravity } from "./assess-risk.ts";
import { movement } from "./movement.ts";
import { rankThreats } from "./rank-threats.ts";
import { riskMatrix } from "./risk-matrix.ts";
import { riskLevels, scoreRisk } from "./score-risk.ts";

const step = (most: number) => fc.integer({ min: 1, max: most });
const onMatrix = fc
  .constantFrom(3, 4, 5)
  .chain((matrix) =>
    fc.record({ matrix: fc.constant(matrix), likelihood: step(matrix), impact: step(matrix) }),
  );

describe("scoreRisk", () => {
  // National Patient Safety Agency, A risk matrix for risk managers (2008), table 3.
  it.each([
    [1, 1, 1, "low"],
    [3, 1, 3, "low"],
    [2, 2, 4, "medium"],
    [2, 3, 6, "medium"],
    [2, 4, 8, "high"],
    [3, 4, 12, "high"],
    [3, 5, 15, "extreme"],
    [4, 4, 16, "extreme"],
    [5, 5, 25, "extreme"],
  ])("puts likelihood %i and impact %i at %i, %s, on 5 × 5", (likelihood, impact, score, level) => {
    expect(scoreRisk({ likelihood, impact })).toEqual({ score, of: 25, level });
  });

  it("never lowers the level where likelihood or impact rises", () => {
    fc.assert(
      fc.property(onMatrix, ({ matrix, likelihood, impact }) => {
        const level = (one: number, other: number) =>
          riskLevels.indexOf(scoreRisk({ likelihood: one, impact: other, matrix }).level);
        const here = level(likelihood, impact);
        if (likelihood < matrix) expect(level(likelihood + 1, impact)).toBeGreaterThanOrEqual(here);
        if (impact < matrix) expect(level(likelihood, impact + 1)).toBeGreaterThanOrEqual(here);
        expect(level(impact, likelihood)).toBe(here);
      }),
    );
  });

  it("takes the bands of the register", () => {
    const bands = { medium: 5, high: 10, extreme: 20 };
    expect(scoreRisk({ likelihood: 3, impact: 5, bands }).level).toBe("high");
    expect(scoreRisk({ likelihood: 5, impact: 5, bands: { medium: 2, high: 3 } }).level).toBe(
      "high",
    );
  });

  it.each([
    [{ likelihood: 6, impact: 1 }, "assurance/outside-matrix", "/likelihood"],
    [{ likelihood: 1, impact: 0 }, "assurance/outside-matrix", "/impact"],
    [{ likelihood: 1, impact: 4, matrix: 3 }, "assurance/outside-matrix", "/impact"],
    [{ likelihood: 1.5, impact: 1 }, "assurance/outside-matrix", "/likelihood"],
    [{ likelihood: 1, impact: 1, matrix: 6 }, "assurance/outside-matrix", "/matrix"],
    [{ likelihood: 1, impact: 1, bands: { medium: 4, high: 4 } }, "assurance/bad-bands", "/bands"],
  ])("refuses %j", (input, code, pointer) => {
    expect(() => scoreRisk(input)).toThrow(expect.objectContaining({ code, at: { pointer } }));
  });
});

describe("rankThreats", () => {
  it("shows ties, leaves the places after them free, and tells what rose", () => {
    const ranking = rankThreats({
      items: [
        { id: "drugs", score: "12.50" },
        { id: "cyber", score: "20" },
        { id: "alcohol", score: "12.5" },
        { id: "roads", score: "3" },
      ],
      before: [
        { id: "drugs", rank: 1 },
        { id: "roads", rank: 2 },
        { id: "alcohol", rank: 3 },
      ],
    });
    expect(ranking.map(({ id, rank, tied, risen }) => [id, rank, tied, risen])).toEqual([
      ["cyber", 1, false, null],
      ["alcohol", 2, true, 1],
      ["drugs", 2, true, -1],
      ["roads", 4, false, -2],
    ]);
  });

  it("is a permutation in which a higher score never has a lower place", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }).map(String), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(scores, (all) => {
        const items = all.map((score, index) => ({ id: `t${index}`, score }));
        const ranking = rankThreats({ items });
        expect(ranking.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
        for (const left of ranking)
          for (const right of ranking)
            expect(Math.sign(left.rank - right.rank)).toBe(
              Math.sign(Number(right.score) - Number(left.score)) + 0,
            );
      }),
    );
  });

  it("refuses an id that stands twice", () => {
    const twice = { id: "a", score: "1" };
    expect(() => rankThreats({ items: [twice, twice] })).toThrow(
      expect.objectContaining({ code: "assurance/duplicate-item", at: { pointer: "/items/1" } }),
    );
  });
});

const riskAt = (number: string, likelihood: number, impact: number): Risk => ({
  id: `r.${number}`,
  register: "assurance/risk-register/r",
  number,
  title: `Risk ${number}`,
  residual: { likelihood, impact },
  status: "open",
});

describe("riskMatrix", () => {
  it("holds each risk once: in its cell, or without a place", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ likelihood: step(5), impact: step(5) }), { maxLength: 20 }),
        (places) => {
          const risks = places.map(({ likelihood, impact }, index) =>
            assessRisk(riskAt(String(index), likelihood, impact), { matrix: 4 }),
          );
          const { rows, unplaced } = riskMatrix(risks, "residual", 4);
          const placed = rows.flat().flatMap((cell) => cell.risks);
          expect([...placed, ...unplaced].sort()).toEqual(
            risks.map(({ risk }) => risk.number).sort(),
          );
          for (const number of unplaced) {
            const { likelihood, impact } = places[Number(number)] as {
              likelihood: number;
              impact: number;
            };
            expect(Math.max(likelihood, impact)).toBe(5);
          }
        },
      ),
    );
  });

  it("has the greatest likelihood on top and the least impact first", () => {
    const { rows } = riskMatrix([assessRisk(riskAt("1", 3, 1), { matrix: 3 })], "residual", 3);
    expect(rows[0]?.[0]).toMatchObject({ likelihood: 3, impact: 1, risks: ["1"] });
  });
});

describe("byGravity", () => {
  it("puts the gravest first, then by number as a reader counts", () => {
    const risks = [riskAt("10", 2, 2), riskAt("9", 2, 2), riskAt("1", 5, 5)];
    expect(
      risks
        .map((each) => assessRisk(each, {}))
        .sort(byGravity)
        .map(({ risk }) => risk.number),
    ).toEqual(["1", "9", "10"]);
  });
});

describe("movement", () => {
  it("tells what is new, gone, moved, the same and not known", () => {
    const placed = (id: string, value: number | null) => ({ id, label: id.toUpperCase(), value });
    const before = [placed("a", 4), placed("b", 4), placed("c", null), placed("d", 1)];
    const after = [placed("a", 6), placed("b", 4), placed("c", 2), placed("e", 9)];
    expect(movement(before, after).map(({ id, change, outcome }) => [id, change, outcome])).toEqual(
      [
        ["a", 2, "moved"],
        ["b", 0, "same"],
        ["c", null, "unknown"],
        ["e", null, "new"],
        ["d", null, "gone"],
      ],
    );
  });
});
