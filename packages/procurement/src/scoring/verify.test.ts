import { describe, expect, it } from "vitest";
import { decision13, decision13Printed } from "./decisions-of-2017.test-data.ts";
import { formulaCatalogue } from "./formula-catalogue.ts";
import { score } from "./score.ts";
import { verify } from "./verify.ts";

const { formula: _, ...withoutFormula } = decision13;

describe("verify", () => {
  it("finds that only deviation-from-lowest, rounded half up, reproduces decision 13/2017", () => {
    const found = verify({ ...withoutFormula, published: decision13Printed });
    expect(found.reproducedBy).toEqual([
      { formula: "deviation-from-lowest", version: 1, rounding: "half-up" },
    ]);
    expect(found.contradictions).toEqual([]);
    expect(found.notTried.map(({ formula }) => formula)).toEqual([
      "absolute-benchmark",
      "direct-points",
    ]);
  });

  it("says by how much the others miss it: truncation gives 51.30", () => {
    const { notReproducedBy } = verify({ ...withoutFormula, published: decision13Printed });
    const cut = notReproducedBy.find(
      (each) => each.formula === "deviation-from-lowest" && each.rounding === "truncate",
    );
    expect(cut?.largestDifference).toBe("0.01");
    expect(cut?.differences).toContainEqual({
      bidder: "B",
      field: "priceScore",
      published: "51.31",
      computed: "51.30",
    });
  });

  it.each(
    formulaCatalogue.filter((each) => !each.takesPricePoints).map((each) => [each.id] as const),
  )("recognises a table that %s made", (formula) => {
    const parameters = formula === "absolute-benchmark" ? { benchmark: "120000" } : {};
    const published = score({ ...decision13, formula, parameters }).results.map(
      ({ bidder, priceScore, total, rank }) => ({
        bidder,
        ...(priceScore !== null && { priceScore }),
        total,
        rank,
      }),
    );
    const all = { ...withoutFormula, formula, parameters, published };
    expect(verify(all).reproducedBy[0]).toMatchObject({ formula, rounding: "half-up" });
  });

  it("tells a total of rounded parts from a rounded total", () => {
    // 60 × 1/9 = 6.666… → 6.67 and 10.006 → 10.01 add up to 16.68; the exact total is 16.672…
    const input = {
      weights: { price: "60", quality: "40" },
      bids: [
        { bidder: "A", price: "1", quality: "10" },
        { bidder: "B", price: "9", quality: "10.006" },
      ],
    };
    const by = (total: string) =>
      verify({ ...input, published: [{ bidder: "B", total }] })
        .reproducedBy.filter((each) => each.formula === "proportional")
        .map((each) => each.rounding);
    expect(by("16.68")).toEqual(["half-up-before-adding"]);
    expect(by("16.67")).toEqual(["half-up", "truncate"]);
  });

  it("finds where a table contradicts itself", () => {
    const found = verify({
      ...withoutFormula,
      published: [
        { bidder: "A", priceScore: "60.00", qualityScore: "22.00", total: "83.00", rank: 2 },
        { bidder: "B", total: "77.31", rank: 1 },
      ],
    });
    expect(found.reproducedBy).toEqual([]);
    expect(found.contradictions.map(({ bidder }) => bidder)).toEqual(["A", "B"]);
  });

  it("refuses a table that tells nothing, or another's", () => {
    expect(() => verify({ ...withoutFormula, published: [{ bidder: "A" }] })).toThrow(
      expect.objectContaining({ code: "procurement/nothing-published" }),
    );
    expect(() => verify({ ...withoutFormula, published: [{ bidder: "X", rank: 1 }] })).toThrow(
      expect.objectContaining({ code: "procurement/unknown-bidder" }),
    );
  });
});
