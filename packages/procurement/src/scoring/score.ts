import {
  type Exact,
  greatest,
  least,
  parseInput,
  sum,
  toDecimal,
  toExactText,
} from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";
import { declarationOf, hashOf } from "./declaration.ts";
import type { Formula } from "./formula.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { type RankedBid, type Ranking, rank } from "./rank.ts";
import { type ParsedScoreInput, type ScoreInput, scoreInput } from "./score-input.ts";

const shown = () => z.string();

/** A score sheet that a stranger can recompute: results, and everything that they follow from. */
export const scoreSheet = () =>
  z
    .strictObject({
      formula: z.strictObject({
        id: z.string(),
        version: z.int(),
        title: z.string(),
        expression: z.string(),
        parameters: z.record(z.string(), z.string()),
      }),
      weights: z.strictObject({ price: shown(), quality: shown() }),
      rounding: z.strictObject({
        mode: z.literal("half-up"),
        places: z.int(),
        ranksOn: z.literal("exact"),
      }),
      tieRule: z.string(),
      /** What is ranked by: total points (highest first) or money per quality point (lowest first). */
      ranksBy: z.enum(["points", "lowest-figure"]),
      currency: z.string(),
      declaration: z.strictObject({ hash: z.string(), at: z.string().optional() }),
      /** Lowest, highest and mean price of the valid bids: the denominators of the formulas. */
      prices: z.strictObject({ lowest: shown(), highest: shown(), mean: shown(), valid: z.int() }),
      results: z.array(
        z.strictObject({
          bidder: z.string(),
          price: shown(),
          /** Null under a formula that gives no points for price. */
          priceScore: z.string().nullable(),
          qualityScore: shown(),
          total: shown(),
          rank: z.int(),
          /** The same in full: decimals that end, or fractions such as `154220/3`. */
          exact: z.strictObject({
            priceScore: z.string().nullable(),
            qualityScore: shown(),
            total: shown(),
          }),
          criteria: z
            .array(z.strictObject({ id: z.string(), points: shown(), exact: shown() }))
            .optional(),
        }),
      ),
      excluded: z.array(
        z.strictObject({
          bidder: z.string(),
          rule: z.enum(["disqualified", "qualifying-question", "minimum-score", "minimum-quality"]),
          reason: z.string(),
        }),
      ),
      winner: z.string().nullable(),
      tied: z.array(z.string()),
      /** Bids that look equal as shown but are not, so that the table alone does not give their order. */
      equalAsShown: z.array(z.strictObject({ total: shown(), bidders: z.array(z.string()) })),
    })
    .meta({ description: "Score sheet" });

export type ScoreSheet = z.output<ReturnType<typeof scoreSheet>>;

export interface ScoringOptions {
  /** A council's own formulas, beside those of the catalogue. */
  readonly formulas?: readonly Formula[];
}

/**
 * Scores the bids of a tender or lot. Ranks on exact values; rounds half up, once, for display.
 *
 * Prices and points are decimals as text. Bids that are disqualified, fail a question or a minimum
 * are out before the lowest, highest or mean price is taken. A tie for first that the declared rule
 * does not separate gives `winner: null` and the bidders in `tied`.
 * @throws MoothallError `core/bad-input`, the codes of `prepare`, and
 * `procurement/declaration-changed` when the method is not the one that was declared.
 */
export function score(input: ScoreInput, options: ScoringOptions = {}): ScoreSheet {
  const parsed = parseInput(scoreInput(), input, "score");
  const prepared = prepare(parsed, options.formulas);
  return sheetOf(parsed, prepared, rank(prepared.valid, prepared));
}

function sheetOf(input: ParsedScoreInput, prepared: Prepared, ranking: Ranking): ScoreSheet {
  const { formula } = prepared;
  const show = (value: Exact) => toDecimal(value, input.places);
  const prices = prepared.valid.map((bid) => bid.price);
  return {
    formula: {
      id: formula.id,
      version: formula.version,
      title: formula.title,
      expression: formula.expression,
      parameters: input.parameters,
    },
    weights: input.weights,
    rounding: { mode: "half-up", places: input.places, ranksOn: "exact" },
    tieRule: input.tieRule,
    ranksBy: formula.ranksBy,
    currency: prepared.currency,
    declaration: checkedDeclaration(input, formula),
    prices: {
      lowest: toExactText(least(prices)),
      highest: toExactText(greatest(prices)),
      mean: toExactText(sum(prices).div(BigInt(prices.length))),
      valid: prices.length,
    },
    results: ranking.bids.map((each) => resultOf(each, show)),
    excluded: prepared.excluded.map((each) => ({ ...each })),
    winner: ranking.winner,
    tied: [...ranking.tied],
    equalAsShown: equalAsShown(ranking, show),
  };
}

function checkedDeclaration(input: ParsedScoreInput, formula: Formula) {
  const hash = hashOf(declarationOf(input, formula));
  const { declared } = input;
  if (declared !== undefined && declared.hash !== hash) {
    throw fault(
      "procurement/declaration-changed",
      "The method is not the one that was declared before the bids were opened.",
      "Score by the declared method; to change it, cancel the tender and begin again.",
      { pointer: "/declared/hash" },
    );
  }
  return { hash, ...(declared?.at !== undefined && { at: declared.at }) };
}

function resultOf(
  { bid, pricePoints, total, rank: place }: RankedBid,
  show: (value: Exact) => string,
): ScoreSheet["results"][number] {
  return {
    bidder: bid.bidder,
    price: bid.priceText,
    priceScore: pricePoints === null ? null : show(pricePoints),
    qualityScore: show(bid.quality),
    total: show(total),
    rank: place,
    exact: {
      priceScore: pricePoints === null ? null : toExactText(pricePoints),
      qualityScore: toExactText(bid.quality),
      total: toExactText(total),
    },
    ...(bid.byCriterion.length > 0 && {
      criteria: bid.byCriterion.map(({ id, points }) => ({
        id,
        points: show(points),
        exact: toExactText(points),
      })),
    }),
  };
}

/** Neighbours in the ranking that share what is shown but not their rank. */
function equalAsShown(ranking: Ranking, show: (value: Exact) => string) {
  const groups = new Map<string, RankedBid[]>();
  for (const each of ranking.bids) {
    const total = show(each.total);
    const group = groups.get(total);
    if (group === undefined) groups.set(total, [each]);
    else group.push(each);
  }
  return [...groups]
    .filter(([, group]) =>
      group.some((each) => each.total.compare((group[0] as RankedBid).total) !== 0),
    )
    .map(([total, group]) => ({ total, bidders: group.map((each) => each.bid.bidder) }));
}
