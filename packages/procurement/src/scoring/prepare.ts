import { type Exact, exact, zero } from "@moothall/core";
import { fault } from "../errors.ts";
import { checkMethod } from "./check-method.ts";
import type { Formula } from "./formula.ts";
import { formulaOf, formulasWith } from "./formula-catalogue.ts";
import type { TieRule } from "./method.ts";
import { type QualityOf, qualityUnder } from "./quality.ts";
import type { ParsedScoreInput, ScoredBid } from "./score-input.ts";

/** A bid that is compared with the others, in exact numbers. */
export interface ValidBid {
  readonly bidder: string;
  /** As it was given. */
  readonly priceText: string;
  readonly price: Exact;
  readonly quality: Exact;
  readonly pricePoints: Exact | undefined;
  readonly byCriterion: readonly { readonly id: string; readonly points: Exact }[];
}

/** Why a bid is out: which of the rules, and in words. */
export interface ExcludedBid {
  readonly bidder: string;
  readonly rule: "disqualified" | "qualifying-question" | "minimum-score" | "minimum-quality";
  readonly reason: string;
}

/** What ranking needs, read and checked once. */
export interface Prepared {
  readonly formula: Formula;
  readonly parameters: ReadonlyMap<string, Exact>;
  readonly priceWeight: Exact;
  readonly qualityWeight: Exact;
  readonly tieRule: TieRule;
  readonly currency: string;
  readonly valid: readonly ValidBid[];
  readonly excluded: readonly ExcludedBid[];
}

/**
 * Checks method and bids, and puts aside the bids that are out before the lowest, highest and mean
 * price are taken.
 * @throws MoothallError with the codes of `checkMethod`, and `procurement/unknown-formula`,
 * `/duplicate-bidder`, `/price-not-positive`, `/mixed-currencies`, `/no-valid-bid`,
 * `/quality-missing`, `/score-missing`, `/unknown-criterion`, `/score-out-of-range`,
 * `/answer-missing`, `/price-points-missing`.
 */
export function prepare(input: ParsedScoreInput, own: readonly Formula[] = []): Prepared {
  const formula = formulaOf(input.formula, formulasWith(own));
  checkMethod(input, formula);
  checkBids(input.bids);
  const qualityOf = input.criteria === undefined ? undefined : qualityUnder(input.criteria);
  const valid: ValidBid[] = [];
  const excluded: ExcludedBid[] = [];
  for (const [index, bid] of input.bids.entries()) {
    const read = readBid(bid, `/bids/${index}`, input, formula, qualityOf);
    if ("rule" in read) excluded.push(read);
    else valid.push(read);
  }
  if (valid.length === 0) {
    throw fault(
      "procurement/no-valid-bid",
      "No valid bid is left to score.",
      "Record the tender as unsuccessful, or check why each bid is out.",
      { pointer: "/bids" },
    );
  }
  return {
    formula,
    parameters: new Map(
      Object.entries(input.parameters).map(([name, value]) => [name, exact(value)]),
    ),
    priceWeight: exact(input.weights.price),
    qualityWeight: exact(input.weights.quality),
    tieRule: input.tieRule,
    currency: input.bids[0]?.currency ?? "GBP",
    valid,
    excluded,
  };
}

function checkBids(bids: readonly ScoredBid[]): void {
  const seen = new Set<string>();
  const currency = bids[0]?.currency ?? "GBP";
  for (const [index, bid] of bids.entries()) {
    if (seen.has(bid.bidder)) {
      throw fault(
        "procurement/duplicate-bidder",
        `The bidder '${bid.bidder}' is named twice.`,
        "Give each bid a bidder's name of its own; score lots and variants separately.",
        { pointer: `/bids/${index}/bidder` },
      );
    }
    seen.add(bid.bidder);
    if (exact(bid.price).compare(zero) <= 0) {
      throw fault(
        "procurement/price-not-positive",
        `The price ${bid.price} is not above zero.`,
        "Check the price; a bid without a price cannot be scored and is disqualified with a reason.",
        { pointer: `/bids/${index}/price` },
      );
    }
    if ((bid.currency ?? "GBP") !== currency) {
      throw fault(
        "procurement/mixed-currencies",
        `The bids are in ${currency} and in ${bid.currency ?? "GBP"}.`,
        "Convert them to one currency by the rate that the tender declared.",
        { pointer: `/bids/${index}/currency` },
      );
    }
  }
}

function readBid(
  bid: ScoredBid,
  pointer: string,
  input: ParsedScoreInput,
  formula: Formula,
  qualityOf: QualityOf | undefined,
): ValidBid | ExcludedBid {
  const { bidder } = bid;
  if (bid.disqualified !== undefined && bid.disqualified !== false) {
    const reason = bid.disqualified === true ? "disqualified" : bid.disqualified;
    return { bidder, rule: "disqualified", reason };
  }
  for (const { id, title } of input.questions ?? []) {
    const answer = bid.answers?.[id];
    if (answer === undefined)
      throw missing("answer-missing", bid, `question '${id}'`, `${pointer}/answers/${id}`);
    if (!answer) {
      return { bidder, rule: "qualifying-question", reason: `failed the question: ${title ?? id}` };
    }
  }
  const quality = readQuality(bid, pointer, input, qualityOf);
  if (quality.belowMinimum !== undefined) {
    const reason = `below the minimum score on ${quality.belowMinimum}`;
    return { bidder, rule: "minimum-score", reason };
  }
  if (
    input.minimumQuality !== undefined &&
    quality.points.compare(exact(input.minimumQuality)) < 0
  ) {
    const reason = `below the minimum quality of ${input.minimumQuality} points`;
    return { bidder, rule: "minimum-quality", reason };
  }
  return {
    bidder,
    priceText: bid.price,
    price: exact(bid.price),
    quality: quality.points,
    pricePoints: readPricePoints(bid, pointer, input, formula),
    byCriterion: quality.byCriterion,
  };
}

function readQuality(
  bid: ScoredBid,
  pointer: string,
  input: ParsedScoreInput,
  qualityOf: QualityOf | undefined,
) {
  if (qualityOf !== undefined) {
    if (bid.scores === undefined)
      throw missing("score-missing", bid, "scores", `${pointer}/scores`);
    return qualityOf(bid.scores, `${pointer}/scores`);
  }
  if (bid.quality === undefined)
    throw missing("quality-missing", bid, "quality", `${pointer}/quality`);
  const points = exact(bid.quality);
  if (points.compare(exact(input.weights.quality)) > 0) {
    throw above(bid.quality, "quality", input.weights.quality, `${pointer}/quality`);
  }
  return { points, byCriterion: [], belowMinimum: undefined };
}

function readPricePoints(
  bid: ScoredBid,
  pointer: string,
  input: ParsedScoreInput,
  formula: Formula,
): Exact | undefined {
  if (formula.takesPricePoints !== true) return undefined;
  if (bid.pricePoints === undefined) {
    throw missing("price-points-missing", bid, "price points", `${pointer}/pricePoints`);
  }
  const points = exact(bid.pricePoints);
  if (points.compare(exact(input.weights.price)) > 0) {
    throw above(bid.pricePoints, "price", input.weights.price, `${pointer}/pricePoints`);
  }
  return points;
}

const missing = (
  code: "answer-missing" | "score-missing" | "quality-missing" | "price-points-missing",
  { bidder }: ScoredBid,
  what: string,
  pointer: string,
) =>
  fault(
    `procurement/${code}`,
    `The bid of '${bidder}' is valid but has no ${what}.`,
    "Give it, or disqualify the bid with a reason; what is unknown is not zero.",
    { pointer },
  );

const above = (points: string, of: string, weight: string, pointer: string) =>
  fault(
    "procurement/score-out-of-range",
    `${points} points for ${of} are more than its weight of ${weight}.`,
    "Points are given out of the weight, not out of 100.",
    { pointer },
  );
