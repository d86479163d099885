import type { Exact } from "@moothall/core";

/** What a formula may look at: the bid's own price and what the valid bids have in common. */
export interface PriceContext {
  /** The bid's price, above zero. */
  readonly price: Exact;
  /** The price weight, in points. */
  readonly weight: Exact;
  /** Lowest, highest and mean price of the valid bids. */
  readonly lowest: Exact;
  readonly highest: Exact;
  readonly mean: Exact;
  /** Quality points of the bid. */
  readonly quality: Exact;
  /** Points given to the price directly, where the formula takes such. */
  readonly pricePoints: Exact | undefined;
  /** Declared parameters by name. */
  readonly parameters: ReadonlyMap<string, Exact>;
}

/** All prices of the valid bids, for one bid whose price is being moved. */
export interface MovedPrice {
  readonly others: readonly Exact[];
  readonly parameters: ReadonlyMap<string, Exact>;
}

interface FormulaFacts {
  /** Permanent, kebab-case. A council prefixes its own: `derbyshire-stepped`. */
  readonly id: string;
  /** Raised whenever the same input could give another result. */
  readonly version: number;
  readonly title: string;
  /** In words or symbols, for the score sheet: `W × L / p`. */
  readonly expression: string;
  /** Whether the score of one bid depends on the others, so that a losing bid can move the winner. */
  readonly relative: boolean;
  /** Parameters that have to be declared with it: name → what it is. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Whether the points are given by hand (`pricePoints` of each bid) instead of computed. */
  readonly takesPricePoints?: boolean;
  /**
   * Prices of the moved bid at which the formula bends (clamps, changes of order); between two of
   * them the lead of one bid over another must rise or fall throughout. With it the smallest change
   * that flips an award is exact to the penny; without it, as good as doubling and halving finds.
   */
  readonly bends?: (moved: MovedPrice) => readonly Exact[];
}

/** Gives points for price, added to the quality points; the highest total wins. */
export interface PointsFormula extends FormulaFacts {
  readonly ranksBy: "points";
  readonly points: (context: PriceContext) => Exact;
}

/** Gives one figure out of price and quality; the lowest wins. Weights play no part. */
export interface FigureFormula extends FormulaFacts {
  readonly ranksBy: "lowest-figure";
  readonly figure: (context: PriceContext) => Exact;
}

/**
 * A scoring formula: data with an id and a version, and a pure function on exact rationals. Another
 * package can make its own and pass it to `score`, `verify`, `sensitivity` and `simulate`.
 */
export type Formula = PointsFormula | FigureFormula;
