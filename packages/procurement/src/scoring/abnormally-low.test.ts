import { exact } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { abnormallyLow } from "./abnormally-low.ts";

const bids = (...prices: readonly string[]) =>
  prices.map((price, index) => ({ bidder: `b${index}`, price: exact(price) }));

describe("abnormallyLow", () => {
  // Domain paper: bid 1 is 9.10 % below the mean of all bids and 13.06 % below the mean of the others.
  it("names the denominator", () => {
    const [first] = abnormallyLow(bids("121229.00", "138788.00", "140093.71"), exact("100000"));
    expect(first).toMatchObject({
      belowMeanOfAll: "9.10",
      belowMeanOfOthers: "13.06",
      belowNext: "12.65",
      belowEstimate: "-21.23",
      flaggedBy: [],
    });
  });

  it("flags at 40 % below the others and 30 % below the next, not before", () => {
    const flaggedBy = (...prices: readonly string[]) =>
      abnormallyLow(bids(...prices))[0]?.flaggedBy;
    expect(flaggedBy("60", "100", "100")).toEqual(["mean-of-others", "next-bid"]);
    expect(flaggedBy("70", "100", "150")).toEqual(["mean-of-others", "next-bid"]);
    expect(flaggedBy("70.01", "100", "100")).toEqual([]);
    expect(flaggedBy("75", "100", "150")).toEqual(["mean-of-others"]);
  });
});
