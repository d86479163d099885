import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decision13, decision14 } from "./decisions-of-2017.test-data.ts";
import { score } from "./score.ts";
import type { ScoreInput } from "./score-input.ts";
import { sensitivity } from "./sensitivity.ts";

describe("sensitivity", () => {
  it("says that the choice of formula decides the award of decision 13/2017", () => {
    const sheet = sensitivity(decision13);
    expect(sheet.winner).toBe("A");
    expect(sheet.byFormula.map(({ formula, winner }) => [formula, winner])).toEqual([
      ["proportional", "A"],
      ["deviation-from-lowest", "A"],
      ["linear-range", "A"],
      ["mean-based", "A"],
      ["price-per-quality-point", "B"],
    ]);
    expect(sheet.leaveOneOut).toEqual([
      { removed: "A", winner: "B", tied: [], paradox: false },
      { removed: "B", winner: "A", tied: [], paradox: false },
      { removed: "C", winner: "A", tied: [], paradox: false },
    ]);
    expect(sheet.smallestQualityChange).toMatchObject({
      bidder: "A",
      change: "-4.70",
      winner: "B",
    });
  });

  // Domain paper: proportional, W = 60, prices 80/120/200, quality 0/20/40 → 60/60/64; drop the first → 80/76.
  it("finds the losing bid that decides the award", () => {
    const sheet = sensitivity({
      formula: "proportional",
      weights: { price: "60", quality: "40" },
      bids: [
        { bidder: "A", price: "80", quality: "0" },
        { bidder: "B", price: "120", quality: "20" },
        { bidder: "C", price: "200", quality: "40" },
      ],
    });
    expect(sheet.winner).toBe("C");
    expect(sheet.leaveOneOut[0]).toEqual({ removed: "A", winner: "B", tied: [], paradox: true });
    expect(sheet.notTried).toContainEqual({
      formula: "price-per-quality-point",
      reason: "a valid bid has no quality points",
    });
  });

  it("answers for one bid alone", () => {
    const sheet = sensitivity(decision14);
    expect(sheet).toMatchObject({ winner: "D", smallestPriceChange: null });
    expect(sheet.leaveOneOut).toEqual([{ removed: "D", winner: null, tied: [], paradox: false }]);
    expect(sheet.abnormallyLow[0]).toMatchObject({ belowMeanOfOthers: null, belowNext: null });
  });

  const pence = (value: number) =>
    `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;

  it("finds the smallest change of price that any search would find", () => {
    const formulas = [
      "proportional",
      "deviation-from-lowest",
      "linear-range",
      "mean-based",
      "price-per-quality-point",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...formulas),
        fc.array(
          fc.record({
            price: fc.integer({ min: 1, max: 15 }),
            quality: fc.integer({ min: 1, max: 40 }),
          }),
          {
            minLength: 2,
            maxLength: 4,
          },
        ),
        (formula, list) => {
          const inputOf = (bids: typeof list): ScoreInput => ({
            formula,
            weights: { price: "60", quality: "40" },
            bids: bids.map(({ price, quality }, index) => ({
              bidder: `b${index}`,
              price: pence(price),
              quality: String(quality),
            })),
          });
          const sheet = sensitivity(inputOf(list));
          fc.pre(sheet.winner !== null);
          const top = Math.max(...list.map(({ price }) => price)) * 10;
          for (const [index, bid] of list.entries()) {
            const flips = (price: number) =>
              score(inputOf(list.with(index, { ...bid, price }))).winner !== sheet.winner;
            const found = sheet.priceChanges.filter((each) => each.bidder === `b${index}`);
            let down = bid.price - 1;
            while (down >= 1 && !flips(down)) down -= 1;
            let up = bid.price + 1;
            while (up <= top && !flips(up)) up += 1;
            expect(found.map(({ to }) => to)).toEqual([
              ...(down >= 1 ? [pence(down)] : []),
              ...(up <= top ? [pence(up)] : []),
            ]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("finds the smallest change of quality to a hundredth", () => {
    const sheet = sensitivity(decision13);
    for (const change of sheet.qualityChanges) {
      const at = (quality: string) =>
        score({
          ...decision13,
          bids: decision13.bids.map((bid) =>
            bid.bidder === change.bidder ? { ...bid, quality } : bid,
          ),
        }).winner;
      expect(at(change.to)).toBe(change.winner);
      const back = Number(change.to) - Math.sign(Number(change.change)) * 0.01;
      expect(at(back.toFixed(2))).toBe("A");
    }
  });
});
