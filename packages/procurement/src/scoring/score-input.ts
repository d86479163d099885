import { currency, decimal, instant, nonNegativeDecimal } from "@moothall/core";
import * as z from "zod";
import { methodShape } from "./method.ts";

/**
 * A bid as it is scored. `quality` is points out of the quality weight; with criteria, `scores`
 * holds the score of each instead. `disqualified` says why, or just `true`.
 */
export const scoredBid = () =>
  z.strictObject({
    bidder: z.string().min(1).max(300),
    /** Whole price over the contract's life, as text; must be above zero. */
    price: decimal(),
    currency: currency().optional(),
    quality: nonNegativeDecimal().optional(),
    /** Score by id of criterion, each from 0 to its maximum. */
    scores: z.record(z.string(), nonNegativeDecimal()).optional(),
    /** Whether the bid passed, by id of question. */
    answers: z.record(z.string(), z.boolean()).optional(),
    /** For `direct-points` only: points from 0 to the price weight. */
    pricePoints: nonNegativeDecimal().optional(),
    disqualified: z.union([z.boolean(), z.string().min(1)]).optional(),
  });

/** The method and the bids: all that is needed to recompute a score sheet. */
export const scoreInput = () =>
  z.strictObject({
    ...methodShape,
    bids: z.array(scoredBid()).min(1).max(1000),
    /** Hash and time of the declaration; scoring by anything else is refused. */
    declared: z.strictObject({ hash: z.string().min(1), at: instant().optional() }).optional(),
  });

export type ScoreInput = z.input<ReturnType<typeof scoreInput>>;
export type ParsedScoreInput = z.output<ReturnType<typeof scoreInput>>;
export type ScoredBid = z.output<ReturnType<typeof scoredBid>>;
