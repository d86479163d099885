import { describe, expect, it } from "vitest";
import { formulaCatalogue } from "./formula-catalogue.ts";
import { score } from "./score.ts";
import { simulate } from "./simulate.ts";

const settings = (formula: string) => ({
  formula,
  weights: { price: "60", quality: "40" },
  ...(formula === "absolute-benchmark" && { parameters: { benchmark: "100" } }),
});

describe("simulate", () => {
  it.each(formulaCatalogue.filter((each) => each.relative).map((each) => [each.id]))(
    "shows for %s a losing bid that decides the award, and scoring it again agrees",
    (formula) => {
      const found = simulate(settings(formula)).warnings.find(
        (each) => each.paradox === "losing-bid-decides",
      );
      const { bids, winner, removed, winnerAfter } = found?.example ?? {
        bids: [],
        winner: null,
      };
      const scored = (left: typeof bids) =>
        score({
          ...settings(formula),
          bids: left.map(({ bidder, price, quality }) => ({ bidder, price, quality })),
        }).winner;
      expect(winner).not.toBeNull();
      expect(removed).not.toBe(winner);
      expect(scored(bids)).toBe(winner);
      expect(scored(bids.filter((bid) => bid.bidder !== removed))).toBe(winnerAfter);
      expect(winnerAfter).not.toBe(winner);
    },
  );

  it.each([["absolute-benchmark"], ["price-per-quality-point"], ["direct-points"]])(
    "finds no such bid for %s",
    (formula) => {
      expect(simulate(settings(formula)).warnings.map((each) => each.paradox)).not.toContain(
        "losing-bid-decides",
      );
    },
  );

  it("warns that a range gives all points for a small difference, and that a clamp hides one", () => {
    const paradoxes = (formula: string) =>
      simulate(settings(formula)).warnings.map((each) => each.paradox);
    expect(paradoxes("linear-range")).toContain("small-difference-takes-all");
    expect(paradoxes("proportional")).not.toContain("small-difference-takes-all");
    expect(paradoxes("deviation-from-lowest")).toContain("high-prices-undistinguished");
  });

  it("is the same every time", () => {
    expect(simulate(settings("mean-based"))).toEqual(simulate(settings("mean-based")));
  });

  it("refuses a method that cannot be applied", () => {
    expect(() => simulate({ weights: { price: "1", quality: "1" } })).toThrow(
      expect.objectContaining({ code: "procurement/weights-do-not-sum" }),
    );
  });
});
