import { exact, isMoothallError } from "@moothall/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decision13, decision13Printed, decision14 } from "./decisions-of-2017.test-data.ts";
import type { Formula } from "./formula.ts";
import { formulaCatalogue } from "./formula-catalogue.ts";
import { score } from "./score.ts";
import type { ScoreInput } from "./score-input.ts";

const codeOf = (input: unknown): string => {
  try {
    score(input as ScoreInput);
  } catch (error) {
    if (isMoothallError(error)) return error.code;
    throw error;
  }
  return "none";
};

const bids = (...prices: readonly (readonly [string, string, string])[]) =>
  prices.map(([bidder, price, quality]) => ({ bidder, price, quality }));

const pricesOf = (formula: string) =>
  score({
    ...decision13,
    formula,
    parameters: formula === "absolute-benchmark" ? { benchmark: "121229" } : {},
  });

describe("score", () => {
  it("reproduces decision 13/2017 to the penny", () => {
    const sheet = score(decision13);
    expect(
      sheet.results.map(({ bidder, priceScore, qualityScore, total, rank }) => ({
        bidder,
        priceScore,
        qualityScore,
        total,
        rank,
      })),
    ).toEqual(decision13Printed);
    expect(sheet.winner).toBe("A");
    expect(sheet.tied).toEqual([]);
    expect(sheet.results[1]?.exact.priceScore).toBe("6220200/121229");
  });

  it("puts the bid of decision 14/17 out before the lowest price is taken", () => {
    const sheet = score(decision14);
    expect(sheet.results).toMatchObject([
      { bidder: "D", priceScore: "40.00", qualityScore: "27.00", total: "67.00", rank: 1 },
    ]);
    expect(sheet.excluded).toEqual([
      {
        bidder: "H",
        rule: "qualifying-question",
        reason: "failed the question: Management of sub-contractors",
      },
    ]);
    const cheaper = { ...decision14, bids: decision14.bids.map((bid) => ({ ...bid })) };
    (cheaper.bids[0] as { price: string }).price = "1.00";
    expect(score(cheaper).prices).toMatchObject({ lowest: "538872.24", valid: 1 });
  });

  // Domain paper, scoring catalogue, column "on the real case below".
  it.each([
    ["proportional", ["60.00", "52.41", "51.92"]],
    ["deviation-from-lowest", ["60.00", "51.31", "50.66"]],
    ["linear-range", ["60.00", "4.15", "0.00"]],
    ["mean-based", ["35.46", "27.56", "26.98"]],
  ])("gives the price scores of the real case by %s", (formula, expected) => {
    const sheet = pricesOf(formula);
    expect(
      ["A", "B", "C"].map(
        (bidder) => sheet.results.find((each) => each.bidder === bidder)?.priceScore,
      ),
    ).toEqual(expected);
  });

  it("makes the second bidder the winner by price per quality point", () => {
    const sheet = pricesOf("price-per-quality-point");
    expect(
      sheet.results.map(({ bidder, total, priceScore }) => [bidder, total, priceScore]),
    ).toEqual([
      ["B", "5338.00", null],
      ["A", "5510.41", null],
      ["C", "6367.90", null],
    ]);
    expect(sheet.ranksBy).toBe("lowest-figure");
  });

  it("clamps the benchmark, and gives all points to all where the range is empty", () => {
    const sheet = score({
      formula: "absolute-benchmark",
      parameters: { benchmark: "100" },
      weights: { price: "50", quality: "50" },
      bids: bids(["low", "80", "0"], ["at", "100", "0"], ["half", "150", "0"], ["far", "250", "0"]),
    });
    expect(sheet.results.map(({ priceScore }) => priceScore)).toEqual([
      "50.00",
      "50.00",
      "25.00",
      "0.00",
    ]);
    const equal = score({
      formula: "linear-range",
      weights: { price: "60", quality: "40" },
      bids: bids(["A", "10", "1"], ["B", "10", "2"]),
    });
    expect(equal.results.map(({ priceScore }) => priceScore)).toEqual(["60.00", "60.00"]);
  });

  it("takes price points that were given directly", () => {
    const sheet = score({
      formula: "direct-points",
      weights: { price: "60", quality: "40" },
      bids: [
        { bidder: "A", price: "10", quality: "20", pricePoints: "40.5" },
        { bidder: "B", price: "12", quality: "30", pricePoints: "30" },
      ],
    });
    expect(sheet.results.map(({ bidder, total }) => [bidder, total])).toEqual([
      ["A", "60.50"],
      ["B", "60.00"],
    ]);
  });

  it("scores quality by weighted criteria with minimum scores", () => {
    const sheet = score({
      weights: { price: "40", quality: "60" },
      criteria: [
        {
          id: "delivery",
          weight: "40",
          criteria: [
            { id: "plan", weight: "30", maximum: "5" },
            { id: "team", weight: "10", maximum: "3" },
          ],
        },
        { id: "social-value", weight: "20", maximum: "10", minimum: "4" },
      ],
      bids: [
        { bidder: "A", price: "100", scores: { plan: "4", team: "1", "social-value": "7.5" } },
        { bidder: "B", price: "90", scores: { plan: "5", team: "3", "social-value": "3.9" } },
      ],
    });
    // 30×4/5 + 10×1/3 + 20×7.5/10 = 24 + 10/3 + 15
    expect(sheet.results[0]).toMatchObject({
      bidder: "A",
      qualityScore: "42.33",
      total: "82.33",
      exact: { qualityScore: "127/3" },
    });
    expect(sheet.results[0]?.criteria).toEqual([
      { id: "plan", points: "24.00", exact: "24" },
      { id: "team", points: "3.33", exact: "10/3" },
      { id: "social-value", points: "15.00", exact: "15" },
    ]);
    expect(sheet.excluded).toMatchObject([{ bidder: "B", rule: "minimum-score" }]);
    expect(sheet.prices.lowest).toBe("100");
  });

  it("leaves a tie for first without a winner, unless a declared rule separates it", () => {
    const input: ScoreInput = {
      formula: "absolute-benchmark",
      parameters: { benchmark: "100" },
      weights: { price: "50", quality: "50" },
      bids: bids(["Z", "100", "20"], ["Y", "150", "45"], ["X", "200", "5"]),
    };
    const sheet = score(input);
    expect(sheet).toMatchObject({ winner: null, tied: ["Y", "Z"] });
    expect(sheet.results.map(({ bidder, rank }) => [bidder, rank])).toEqual([
      ["Y", 1],
      ["Z", 1],
      ["X", 3],
    ]);
    expect(score({ ...input, tieRule: "lower-price" })).toMatchObject({ winner: "Z", tied: [] });
    expect(score({ ...input, tieRule: "higher-quality" })).toMatchObject({ winner: "Y", tied: [] });
  });

  it("flags bids that look equal but are not", () => {
    const sheet = score({
      weights: { price: "60", quality: "40" },
      bids: bids(["A", "120000.00", "20"], ["B", "120000.01", "20"]),
    });
    expect(sheet.winner).toBe("A");
    expect(sheet.equalAsShown).toEqual([{ total: "80.00", bidders: ["A", "B"] }]);
  });

  it("takes a council's own formula, and refuses one that takes a name in use", () => {
    const stepped: Formula = {
      id: "derbyshire-stepped",
      version: 1,
      title: "Stepped",
      expression: "W for the lowest, half of W for all others",
      relative: true,
      ranksBy: "points",
      points: ({ price, lowest, weight }) =>
        price.compare(lowest) === 0 ? weight : weight.div(2n),
    };
    const sheet = score({ ...decision13, formula: "derbyshire-stepped" }, { formulas: [stepped] });
    expect(sheet.results.map(({ priceScore }) => priceScore)).toEqual(["60.00", "30.00", "30.00"]);
    expect(() => score(decision13, { formulas: [{ ...stepped, id: "proportional" }] })).toThrow(
      expect.objectContaining({ code: "procurement/bad-formula" }),
    );
  });

  it("refuses a method that was changed after its declaration", () => {
    const { declaration } = score(decision13);
    expect(score({ ...decision13, declared: { hash: declaration.hash } }).winner).toBe("A");
    const changed = {
      ...decision13,
      formula: "proportional",
      declared: { hash: declaration.hash },
    };
    expect(codeOf(changed)).toBe("procurement/declaration-changed");
  });

  it.each([
    ["core/bad-input", { ...decision13, bids: [] }],
    ["core/bad-input", { ...decision13, bids: [{ bidder: "A", price: 121229, quality: "22" }] }],
    ["core/bad-input", { ...decision13, bids: [{ bidder: "A", price: "NaN", quality: "22" }] }],
    ["core/bad-input", { ...decision13, bids: [{ bidder: "A", price: "1", quality: "-1" }] }],
    ["core/bad-input", { bids: decision13.bids }],
    ["procurement/unknown-formula", { ...decision13, formula: "cheapest" }],
    ["procurement/unknown-formula", { ...decision13, formula: "constructor" }],
    ["procurement/weights-do-not-sum", { ...decision13, weights: { price: "60", quality: "30" } }],
    [
      "procurement/weights-do-not-sum",
      { ...decision13, criteria: [{ id: "a", weight: "39.99", maximum: "5" }] },
    ],
    [
      "procurement/weights-do-not-sum",
      {
        ...decision13,
        criteria: [{ id: "a", weight: "40", criteria: [{ id: "b", weight: "30", maximum: "5" }] }],
      },
    ],
    [
      "procurement/duplicate-criterion",
      {
        ...decision13,
        criteria: [
          { id: "a", weight: "20", maximum: "5" },
          { id: "a", weight: "20", maximum: "5" },
        ],
      },
    ],
    [
      "procurement/duplicate-bidder",
      { ...decision13, bids: bids(["A", "1", "1"], ["A", "2", "1"]) },
    ],
    ["procurement/price-not-positive", { ...decision13, bids: bids(["A", "0.00", "1"]) }],
    ["procurement/price-not-positive", { ...decision13, bids: bids(["A", "-1", "1"]) }],
    [
      "procurement/mixed-currencies",
      {
        ...decision13,
        bids: [
          { bidder: "A", price: "1", quality: "1" },
          { bidder: "B", price: "1", currency: "EUR", quality: "1" },
        ],
      },
    ],
    [
      "procurement/no-valid-bid",
      { ...decision13, bids: [{ bidder: "A", price: "1", disqualified: "late" }] },
    ],
    ["procurement/quality-missing", { ...decision13, bids: [{ bidder: "A", price: "1" }] }],
    ["procurement/score-out-of-range", { ...decision13, bids: bids(["A", "1", "40.01"]) }],
    [
      "procurement/answer-missing",
      { ...decision14, bids: [{ bidder: "A", price: "1", quality: "1" }] },
    ],
    ["procurement/parameter-missing", { ...decision13, formula: "absolute-benchmark" }],
    ["procurement/unknown-parameter", { ...decision13, parameters: { benchmark: "1" } }],
    ["procurement/price-points-missing", { ...decision13, formula: "direct-points" }],
    [
      "procurement/quality-is-zero",
      { ...decision13, formula: "price-per-quality-point", bids: bids(["A", "1", "0"]) },
    ],
    [
      "procurement/score-missing",
      {
        ...decision13,
        criteria: [{ id: "a", weight: "40", maximum: "5" }],
        bids: [{ bidder: "A", price: "1", scores: {} }],
      },
    ],
    [
      "procurement/unknown-criterion",
      {
        ...decision13,
        criteria: [{ id: "a", weight: "40", maximum: "5" }],
        bids: [{ bidder: "A", price: "1", scores: { a: "1", b: "1" } }],
      },
    ],
  ])("refuses with %s", (code, input) => {
    expect(codeOf(input)).toBe(code);
  });

  it("names the field of every fault", () => {
    expect(() =>
      score({ ...decision13, bids: [{ bidder: "A", price: 1 as never, quality: "1" }] }),
    ).toThrow(expect.objectContaining({ at: { pointer: "/bids/0/price" } }));
  });
});

const price = fc
  .integer({ min: 1, max: 100_000_000 })
  .map((pence) => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`)
  .filter((text) => text !== "0.00");
const quality = fc
  .integer({ min: 1, max: 4000 })
  .map((points) => `${Math.floor(points / 100)}.${String(points % 100).padStart(2, "0")}`);
const someBids = fc
  .array(fc.record({ price, quality }), { minLength: 1, maxLength: 8 })
  .map((list) => list.map((bid, index) => ({ bidder: `bidder-${index}`, ...bid })));
const computed = formulaCatalogue.filter((formula) => formula.takesPricePoints !== true);
const formulaId = fc.constantFrom(...computed.map((formula) => formula.id));
const inputOf = (formula: string, list: ScoreInput["bids"]): ScoreInput => ({
  formula,
  weights: { price: "60", quality: "40" },
  ...(formula === "absolute-benchmark" && { parameters: { benchmark: "1000" } }),
  bids: list,
});

describe("score, whatever the bids", () => {
  it("does not depend on their order", () => {
    fc.assert(
      fc.property(formulaId, someBids, fc.infiniteStream(fc.nat()), (formula, list, random) => {
        const shuffled = list
          .map((bid) => ({ bid, key: random.next().value as number }))
          .sort((left, right) => left.key - right.key)
          .map(({ bid }) => bid);
        expect(score(inputOf(formula, shuffled))).toEqual(score(inputOf(formula, list)));
      }),
    );
  });

  it("keeps the ranks when the same quality is added to all, where points are added", () => {
    const added = computed.filter((each) => each.ranksBy === "points").map((each) => each.id);
    fc.assert(
      fc.property(fc.constantFrom(...added), someBids, (formula, list) => {
        const ranks = (bids: typeof list) =>
          score({ ...inputOf(formula, bids), weights: { price: "20", quality: "80" } }).results.map(
            ({ bidder, rank }) => [bidder, rank],
          );
        const more = list.map((bid) => ({
          ...bid,
          quality:
            String(Number(bid.quality.split(".")[0]) + 30) +
            (bid.quality.includes(".") ? `.${bid.quality.split(".")[1]}` : ""),
        }));
        expect(ranks(more)).toEqual(ranks(list));
      }),
    );
  });

  it("shows ranks that agree with the totals shown, or flags them", () => {
    fc.assert(
      fc.property(formulaId, someBids, (formula, list) => {
        const sheet = score(inputOf(formula, list));
        const sign = sheet.ranksBy === "points" ? 1 : -1;
        const flagged = sheet.equalAsShown.flatMap((each) => each.bidders);
        for (const [index, one] of sheet.results.entries()) {
          for (const other of sheet.results.slice(index + 1)) {
            const apart = exact(one.total).compare(exact(other.total)) * sign;
            expect(apart).toBeGreaterThanOrEqual(0);
            if (one.rank < other.rank && apart === 0) {
              expect(flagged).toEqual(expect.arrayContaining([one.bidder, other.bidder]));
            }
            if (one.rank === other.rank) expect(one.exact.total).toBe(other.exact.total);
          }
        }
      }),
    );
  });

  it("gives price points from 0 to the weight", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          "proportional",
          "deviation-from-lowest",
          "linear-range",
          "mean-based",
          "absolute-benchmark",
        ),
        someBids,
        (formula, list) => {
          for (const { priceScore } of score(inputOf(formula, list)).results) {
            const points = exact(priceScore as string);
            expect(points.compare(exact("0"))).toBeGreaterThanOrEqual(0);
            expect(points.compare(exact("60"))).toBeLessThanOrEqual(0);
          }
        },
      ),
    );
  });
});
