import { type Exact, greatest, least, sum } from "@moothall/core";
import type { Prepared, ValidBid } from "./prepare.ts";

/** A bid with its exact scores. `price` is null under a formula that gives no price points. */
export interface RankedBid {
  readonly bid: ValidBid;
  readonly pricePoints: Exact | null;
  /** What is ranked by: points, or the figure of which the lowest wins. */
  readonly total: Exact;
  /** 1 for the first; bids that nothing separates share a rank, and the next rank is left out. */
  readonly rank: number;
}

export interface Ranking {
  /** By rank, then by bidder. */
  readonly bids: readonly RankedBid[];
  readonly winner: string | null;
  /** The bidders who share first place, where several do. */
  readonly tied: readonly string[];
}

/** Applies the formula to the valid bids and ranks them on exact totals. */
export function rank(
  valid: readonly ValidBid[],
  method: Pick<Prepared, "formula" | "parameters" | "priceWeight" | "tieRule">,
): Ranking {
  const { formula } = method;
  const prices = valid.map((bid) => bid.price);
  const shared = {
    weight: method.priceWeight,
    lowest: least(prices),
    highest: greatest(prices),
    mean: sum(prices).div(BigInt(prices.length)),
    parameters: method.parameters,
  };
  const scored = valid.map((bid) => {
    const context = {
      ...shared,
      price: bid.price,
      quality: bid.quality,
      pricePoints: bid.pricePoints,
    };
    if (formula.ranksBy === "lowest-figure") {
      return { bid, pricePoints: null, total: formula.figure(context) };
    }
    const pricePoints = formula.points(context);
    return { bid, pricePoints, total: pricePoints.add(bid.quality) };
  });
  const before = (left: (typeof scored)[number], right: (typeof scored)[number]): number => {
    const byTotal = left.total.compare(right.total);
    if (byTotal !== 0) return formula.ranksBy === "lowest-figure" ? byTotal : -byTotal;
    if (method.tieRule === "lower-price") return left.bid.price.compare(right.bid.price);
    if (method.tieRule === "higher-quality") return right.bid.quality.compare(left.bid.quality);
    return 0;
  };
  scored.sort(
    (left, right) => before(left, right) || compareText(left.bid.bidder, right.bid.bidder),
  );
  let place = 1;
  const bids = scored.map((each, index): RankedBid => {
    const previous = scored[index - 1];
    if (previous !== undefined && before(previous, each) !== 0) place = index + 1;
    return { ...each, rank: place };
  });
  const first = bids.filter((each) => each.rank === 1).map((each) => each.bid.bidder);
  return {
    bids,
    winner: first.length === 1 ? (first[0] as string) : null,
    tied: first.length === 1 ? [] : first,
  };
}

/** Order of code points: the same on every machine. */
export const compareText = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;
