import { type Exact, exact, ratio, sum, toDecimal, toExactText, zero } from "@moothall/core";
import * as z from "zod";
import type { ValidBid } from "./prepare.ts";

/**
 * Shares below which a price is worth a question. The law of the United Kingdom names no number
 * (Procurement Act 2023, s.19(3)(c), (4) and (5)): the supplier is told and may explain, and a bid
 * that is explained is not disregarded. These are the rules of Ukraine's ProZorro, for comparison.
 */
export const lowPriceRules = [
  { id: "mean-of-others", percent: "40", source: "ProZorro: 40 % below the mean of the others" },
  { id: "next-bid", percent: "30", source: "ProZorro: 30 % below the next bid" },
] as const;

export const lowPrice = () =>
  z.strictObject({
    bidder: z.string(),
    /** Per cent of each denominator by which the price lies below it; negative where above. Null where there is none. */
    belowMeanOfAll: z.string(),
    belowMeanOfOthers: z.string().nullable(),
    /** Of the next higher price. */
    belowNext: z.string().nullable(),
    belowEstimate: z.string().nullable(),
    denominators: z.strictObject({
      meanOfAll: z.string(),
      meanOfOthers: z.string().nullable(),
      next: z.string().nullable(),
      estimate: z.string().nullable(),
    }),
    /** The rules by which the price would be questioned. */
    flaggedBy: z.array(z.enum(["mean-of-others", "next-bid"])),
  });

export type LowPrice = z.output<ReturnType<typeof lowPrice>>;

/** How far each price lies below every denominator in use, exactly, shown in per cent. */
export function abnormallyLow(
  valid: readonly Pick<ValidBid, "bidder" | "price">[],
  estimate?: Exact,
): LowPrice[] {
  const total = sum(valid.map((bid) => bid.price));
  return valid.map(({ bidder, price }) => {
    const meanOfAll = total.div(BigInt(valid.length));
    const meanOfOthers =
      valid.length < 2 ? undefined : total.sub(price).div(BigInt(valid.length - 1));
    const next = valid
      .map((bid) => bid.price)
      .filter((other) => other.compare(price) > 0)
      .reduce<Exact | undefined>(
        (low, other) => (low === undefined || other.compare(low) < 0 ? other : low),
        undefined,
      );
    const exceeds = (denominator: Exact | undefined, percent: string): boolean =>
      denominator !== undefined && below(price, denominator).compare(exact(percent)) >= 0;
    return {
      bidder,
      belowMeanOfAll: toDecimal(below(price, meanOfAll), 2),
      belowMeanOfOthers: shown(price, meanOfOthers),
      belowNext: shown(price, next),
      belowEstimate: shown(price, estimate),
      denominators: {
        meanOfAll: toExactText(meanOfAll),
        meanOfOthers: textOf(meanOfOthers),
        next: textOf(next),
        estimate: textOf(estimate),
      },
      flaggedBy: lowPriceRules
        .filter(({ id, percent }) => exceeds(id === "next-bid" ? next : meanOfOthers, percent))
        .map((rule) => rule.id),
    };
  });
}

const below = (price: Exact, denominator: Exact): Exact =>
  denominator.compare(zero) === 0
    ? zero
    : denominator.sub(price).div(denominator).mul(ratio(100n, 1n));

const shown = (price: Exact, denominator: Exact | undefined): string | null =>
  denominator === undefined ? null : toDecimal(below(price, denominator), 2);

const textOf = (value: Exact | undefined): string | null =>
  value === undefined ? null : toExactText(value);
