import { exact, parseInput, toDecimal, toExactText } from "@moothall/core";
import * as z from "zod";
import { checkMethod } from "./check-method.ts";
import type { Formula } from "./formula.ts";
import { formulaOf, formulasWith } from "./formula-catalogue.ts";
import { method } from "./method.ts";
import type { Prepared, ValidBid } from "./prepare.ts";
import { type Ranking, rank } from "./rank.ts";
import type { ScoringOptions } from "./score.ts";

/** A method that is thought of, and about what price is expected. */
export const simulateInput = () =>
  method().extend({
    /** The price in the middle of what is expected; 100 where left out. */
    expectedPrice: z
      .string()
      .regex(/^[1-9][0-9]{0,14}(?:\.[0-9]{1,2})?$/, "must be a price above zero, as text")
      .default("100"),
  });

const paradoxes = {
  "losing-bid-decides": "Taking away a bid that does not win gives the award to another.",
  "small-difference-takes-all":
    "With two bids, a price lower by 1 % takes all the points for price.",
  "high-prices-undistinguished": "Two bids of different prices get the same points for price.",
  "equal-as-shown": "Two bids look equal as shown although one of them wins.",
  "quality-cannot-win": "Full quality loses to a quarter of it at a price lower by a quarter.",
  "price-cannot-win": "A price lower by half loses, with a quarter less quality.",
} as const;
type Paradox = keyof typeof paradoxes;

const exampleBid = () =>
  z.strictObject({ bidder: z.string(), price: z.string(), quality: z.string(), total: z.string() });

export const simulation = () =>
  z
    .strictObject({
      formula: z.strictObject({ id: z.string(), version: z.int() }),
      /** Sets of bids that were looked through. */
      tried: z.int(),
      warnings: z.array(
        z.strictObject({
          paradox: z.enum(Object.keys(paradoxes) as [Paradox, ...Paradox[]]),
          message: z.string(),
          example: z.strictObject({
            bids: z.array(exampleBid()),
            winner: z.string().nullable(),
            /** The bid that is taken away, and what follows. */
            removed: z.string().optional(),
            bidsAfter: z.array(exampleBid()).optional(),
            winnerAfter: z.string().nullable().optional(),
          }),
        }),
      ),
    })
    .meta({ description: "What a method is prone to, each with an example" });

export type SimulateInput = z.input<ReturnType<typeof simulateInput>>;
export type Simulation = z.output<ReturnType<typeof simulation>>;
type Warning = Simulation["warnings"][number];
type Rules = Pick<Prepared, "formula" | "parameters" | "priceWeight" | "tieRule"> & {
  readonly show: (ranking: Ranking) => z.output<ReturnType<typeof exampleBid>>[];
};

const priceShares = ["0.8", "0.9", "1", "1.2", "1.3", "1.5", "2", "2.4"] as const;
const qualityShares = ["0.1", "0.25", "0.4", "0.5", "0.75", "0.9", "1"] as const;

/**
 * Looks through sets of bids for the paradoxes that the settings of a method are prone to, before
 * it is declared, and shows one concrete case of each. The sets are fixed (prices from 0.8 to 2.4 of
 * the expected price, quality from a tenth to all of its weight, up to three bids), so that the answer is
 * the same every time; what is not found in them may still happen with other bids.
 * @throws MoothallError as `score` does for a method that cannot be applied.
 */
export function simulate(input: SimulateInput, options: ScoringOptions = {}): Simulation {
  const parsed = parseInput(simulateInput(), input, "simulate");
  const formula: Formula = formulaOf(parsed.formula, formulasWith(options.formulas));
  checkMethod(parsed, formula);
  const rules: Rules = {
    formula,
    parameters: new Map(
      Object.entries(parsed.parameters).map(([name, value]) => [name, exact(value)]),
    ),
    priceWeight: exact(parsed.weights.price),
    tieRule: parsed.tieRule,
    show: (ranking) =>
      ranking.bids.map(({ bid, total }) => ({
        bidder: bid.bidder,
        price: toDecimal(bid.price, 2),
        quality: toExactText(bid.quality),
        total: toDecimal(total, parsed.places),
      })),
  };
  const bids = possibleBids(parsed.expectedPrice, parsed.weights.quality, rules);
  const found: (Warning | undefined)[] = [];
  let tried = 0;
  const search = (sets: Iterable<readonly ValidBid[]>, test: Test) => {
    for (const set of sets) {
      tried += 1;
      const warning = test(set, rules);
      if (warning !== undefined) {
        found.push(warning);
        return;
      }
    }
  };
  const near = bidOf("B", parsed.expectedPrice, "1.01", parsed.weights.quality, "0.5", rules);
  const base = bidOf("A", parsed.expectedPrice, "1", parsed.weights.quality, "0.5", rules);
  search(triples(bids), losingBidDecides);
  search([[base, near]], smallDifferenceTakesAll);
  search(pairsWith(bids), highPricesUndistinguished);
  search(closePairs(parsed.expectedPrice, parsed.weights.quality, rules), equalAsShown);
  const of = (name: string, price: string, quality: string) =>
    bidOf(name, parsed.expectedPrice, price, parsed.weights.quality, quality, rules);
  search([[of("A", "1", "1"), of("B", "0.75", "0.25")]], loses("quality-cannot-win", "A"));
  search([[of("A", "0.5", "0.75"), of("B", "1", "1")]], loses("price-cannot-win", "A"));
  return {
    formula: { id: formula.id, version: formula.version },
    tried,
    warnings: found.filter((each) => each !== undefined),
  };
}

type Test = (set: readonly ValidBid[], rules: Rules) => Warning | undefined;

const warningOf = (
  paradox: Paradox,
  before: Ranking,
  rules: Rules,
  after: Partial<Warning["example"]> = {},
): Warning => ({
  paradox,
  message: paradoxes[paradox],
  example: { bids: rules.show(before), winner: before.winner, ...after },
});

const losingBidDecides: Test = (set, rules) => {
  const before = rank(set, rules);
  if (before.winner === null) return undefined;
  for (const { bidder } of set) {
    if (bidder === before.winner) continue;
    const after = rank(
      set.filter((bid) => bid.bidder !== bidder),
      rules,
    );
    if (after.winner !== null && after.winner !== before.winner) {
      return warningOf("losing-bid-decides", before, rules, {
        removed: bidder,
        bidsAfter: rules.show(after),
        winnerAfter: after.winner,
      });
    }
  }
  return undefined;
};

const smallDifferenceTakesAll: Test = (set, rules) => {
  const ranking = rank(set, rules);
  const [first, second] = ranking.bids;
  const all = first?.pricePoints?.sub(second?.pricePoints ?? first.pricePoints);
  return all !== undefined && all.n !== 0n && all.compare(rules.priceWeight) === 0
    ? warningOf("small-difference-takes-all", ranking, rules)
    : undefined;
};

const highPricesUndistinguished: Test = (set, rules) => {
  if (rules.priceWeight.n === 0n || rules.formula.takesPricePoints) return undefined;
  const ranking = rank(set, rules);
  const same = ranking.bids.some((one, index) =>
    ranking.bids
      .slice(index + 1)
      .some(
        (other) =>
          one.pricePoints !== null &&
          other.pricePoints !== null &&
          one.bid.price.compare(other.bid.price) !== 0 &&
          one.pricePoints.compare(other.pricePoints) === 0,
      ),
  );
  return same ? warningOf("high-prices-undistinguished", ranking, rules) : undefined;
};

const equalAsShown: Test = (set, rules) => {
  const ranking = rank(set, rules);
  const [first, second] = rules.show(ranking);
  return ranking.winner !== null && first !== undefined && first.total === second?.total
    ? warningOf("equal-as-shown", ranking, rules)
    : undefined;
};

const loses =
  (paradox: Paradox, bidder: string): Test =>
  (set, rules) => {
    const ranking = rank(set, rules);
    return ranking.winner !== null && ranking.winner !== bidder
      ? warningOf(paradox, ranking, rules)
      : undefined;
  };

function bidOf(
  bidder: string,
  expectedPrice: string,
  priceShare: string,
  qualityWeight: string,
  qualityShare: string,
  rules: Rules,
): ValidBid {
  const price = exact(toDecimal(exact(expectedPrice).mul(exact(priceShare)), 2));
  return {
    bidder,
    priceText: toDecimal(price, 2),
    price,
    quality: exact(qualityWeight).mul(exact(qualityShare)),
    // Points given by hand follow the price in no fixed way: half of them to each.
    pricePoints: rules.formula.takesPricePoints ? rules.priceWeight.div(2n) : undefined,
    byCriterion: [],
  };
}

const possibleBids = (price: string, weight: string, rules: Rules): ValidBid[] =>
  priceShares.flatMap((share) =>
    qualityShares.map((quality) => bidOf("", price, share, weight, quality, rules)),
  );

const named = (...bids: readonly ValidBid[]): ValidBid[] =>
  bids.map((bid, index) => ({ ...bid, bidder: "ABC"[index] as string }));

function* triples(bids: readonly ValidBid[]): Iterable<readonly ValidBid[]> {
  for (const [first, one] of bids.entries()) {
    for (const [second, two] of bids.entries()) {
      if (second <= first) continue;
      for (const three of bids.slice(second + 1)) yield named(one, two, three);
    }
  }
}

function* pairsWith(bids: readonly ValidBid[]): Iterable<readonly ValidBid[]> {
  const [low] = bids;
  if (low === undefined) return;
  for (const [first, one] of bids.entries()) {
    for (const two of bids.slice(first + 1)) yield named(low, one, two);
  }
}

/** A bid a penny dearer: where prices are large, a penny is lost in rounding. */
function* closePairs(price: string, weight: string, rules: Rules): Iterable<readonly ValidBid[]> {
  const one = bidOf("A", price, "1", weight, "0.5", rules);
  const dearer = one.price.add(exact("0.01"));
  yield [one, { ...one, bidder: "B", price: dearer, priceText: toDecimal(dearer, 2) }];
}
