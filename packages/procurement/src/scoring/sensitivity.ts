import { exact, nonNegativeDecimal, parseInput } from "@moothall/core";
import * as z from "zod";
import { abnormallyLow, lowPrice } from "./abnormally-low.ts";
import { checkMethod } from "./check-method.ts";
import type { Formula } from "./formula.ts";
import { formulasWith } from "./formula-catalogue.ts";
import { isQualityZero, underFormula, whyNotTried } from "./other-formulas.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { type Ranking, rank } from "./rank.ts";
import type { ScoringOptions } from "./score.ts";
import { type ParsedScoreInput, scoreInput } from "./score-input.ts";
import { smallestOf, smallestPriceChanges, smallestQualityChanges } from "./smallest-change.ts";

/** What `score` takes, and, where there is one, the office's own estimate of the price. */
export const sensitivityInput = () =>
  scoreInput().omit({ declared: true }).extend({ estimate: nonNegativeDecimal().optional() });

const change = () =>
  z.strictObject({
    bidder: z.string(),
    from: z.string(),
    to: z.string(),
    change: z.string(),
    winner: z.string().nullable(),
  });

export const sensitivitySheet = () =>
  z
    .strictObject({
      formula: z.string(),
      winner: z.string().nullable(),
      tied: z.array(z.string()),
      byFormula: z.array(
        z.strictObject({
          formula: z.string(),
          winner: z.string().nullable(),
          tied: z.array(z.string()),
          /** Bidders in their order under that formula. */
          order: z.array(z.string()),
        }),
      ),
      notTried: z.array(z.strictObject({ formula: z.string(), reason: z.string() })),
      leaveOneOut: z.array(
        z.strictObject({
          removed: z.string(),
          /** Null where several share first place, or where no bid is left. */
          winner: z.string().nullable(),
          tied: z.array(z.string()),
          /** A bid that did not win was taken out and the award went to another. */
          paradox: z.boolean(),
        }),
      ),
      /** The smallest of all changes of a price, and of a quality score; null where none changes the award. */
      smallestPriceChange: change().nullable(),
      smallestQualityChange: change().nullable(),
      /** The smallest for every bid, in each direction that changes the award. */
      priceChanges: z.array(change()),
      qualityChanges: z.array(change()),
      abnormallyLow: z.array(lowPrice()),
    })
    .meta({ description: "What the award depends on" });

export type SensitivityInput = z.input<ReturnType<typeof sensitivityInput>>;
export type SensitivitySheet = z.output<ReturnType<typeof sensitivitySheet>>;

/**
 * How firmly an award stands: the winner under every formula, without each bid, and the smallest
 * change of a price or a quality score that gives it to another; and how low each price is.
 * @throws MoothallError as `score`.
 */
export function sensitivity(
  input: SensitivityInput,
  options: ScoringOptions = {},
): SensitivitySheet {
  const parsed = parseInput(sensitivityInput(), input, "sensitivity");
  const prepared = prepare(parsed, options.formulas);
  const ranking = rank(prepared.valid, prepared);
  const { winner } = ranking;
  const price = winner === null ? [] : smallestPriceChanges(prepared, winner);
  const quality = winner === null ? [] : smallestQualityChanges(prepared, winner);
  return {
    formula: prepared.formula.id,
    winner,
    tied: [...ranking.tied],
    ...underEveryFormula(parsed, options),
    leaveOneOut: leaveOneOut(prepared, ranking),
    smallestPriceChange: smallestOf(price),
    smallestQualityChange: smallestOf(quality),
    priceChanges: price,
    qualityChanges: quality,
    abnormallyLow: abnormallyLow(
      prepared.valid,
      parsed.estimate === undefined ? undefined : exact(parsed.estimate),
    ),
  };
}

function underEveryFormula(
  parsed: ParsedScoreInput,
  options: ScoringOptions,
): Pick<SensitivitySheet, "byFormula" | "notTried"> {
  const byFormula: SensitivitySheet["byFormula"] = [];
  const notTried: SensitivitySheet["notTried"] = [];
  for (const formula of formulasWith(options.formulas).values()) {
    const ranking = rankUnder(formula, parsed, options);
    if (typeof ranking === "string") notTried.push({ formula: formula.id, reason: ranking });
    else {
      byFormula.push({
        formula: formula.id,
        winner: ranking.winner,
        tied: [...ranking.tied],
        order: ranking.bids.map((each) => each.bid.bidder),
      });
    }
  }
  return { byFormula, notTried };
}

/** The ranking under another formula, or why there is none. */
function rankUnder(
  formula: Formula,
  parsed: ParsedScoreInput,
  options: ScoringOptions,
): Ranking | string {
  const reason = whyNotTried(formula, parsed);
  if (reason !== undefined) return reason;
  const input = underFormula(parsed, formula);
  checkMethod(input, formula);
  try {
    const prepared = prepare(input, options.formulas);
    return rank(prepared.valid, prepared);
  } catch (error) {
    if (isQualityZero(error)) return "a valid bid has no quality points";
    throw error;
  }
}

function leaveOneOut(prepared: Prepared, ranking: Ranking): SensitivitySheet["leaveOneOut"] {
  return prepared.valid.map(({ bidder }) => {
    const left = prepared.valid.filter((bid) => bid.bidder !== bidder);
    if (left.length === 0) return { removed: bidder, winner: null, tied: [], paradox: false };
    const after = rank(left, prepared);
    const paradox =
      ranking.winner !== null && bidder !== ranking.winner && after.winner !== ranking.winner;
    return { removed: bidder, winner: after.winner, tied: [...after.tied], paradox };
  });
}
