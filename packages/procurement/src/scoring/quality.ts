import { type Exact, exact, ratio } from "@moothall/core";
import { fault } from "../errors.ts";
import type { Criterion } from "./method.ts";

/** A criterion that is scored itself, and what a score of one on it is worth in points. */
interface Leaf {
  readonly id: string;
  readonly maximum: Exact;
  readonly minimum: Exact | undefined;
  /** Points for a score of 1, over the common denominator of the tree. */
  readonly factor: bigint;
}

export interface QualityOfBid {
  readonly points: Exact;
  /** Points by criterion, in the order of the tree. */
  readonly byCriterion: readonly { readonly id: string; readonly points: Exact }[];
  /** The first criterion on which the bid is below the minimum. */
  readonly belowMinimum: string | undefined;
}

export type QualityOf = (scores: Readonly<Record<string, string>>, pointer: string) => QualityOfBid;

/**
 * How scores become points under a tree of criteria: Σ weight × score / maximum, exactly. The whole
 * tree is brought to one denominator first, so that a bid costs one whole-number product a criterion.
 */
export function qualityUnder(criteria: readonly Criterion[]): QualityOf {
  const scored = leavesOf(criteria).map((leaf) => ({
    leaf,
    worth: exact(leaf.weight).div(exact(leaf.maximum as string)),
  }));
  const denominator = scored.reduce((common, { worth }) => multiple(common, worth.d), 1n);
  const leaves = scored.map(
    ({ leaf, worth }): Leaf => ({
      id: leaf.id,
      maximum: exact(leaf.maximum as string),
      minimum: leaf.minimum === undefined ? undefined : exact(leaf.minimum),
      factor: worth.n * (denominator / worth.d),
    }),
  );
  const known = new Set(leaves.map((leaf) => leaf.id));
  return (scores, pointer) => {
    for (const id of Object.keys(scores)) if (!known.has(id)) throw unknown(id, pointer);
    const parts = leaves.map((leaf) => partOf(leaf, scores[leaf.id], `${pointer}/${leaf.id}`));
    const places = parts.reduce((most, part) => Math.max(most, part.places), 0);
    const whole = parts.reduce(
      (total, part) => total + part.product * 10n ** BigInt(places - part.places),
      0n,
    );
    return {
      points: ratio(whole, denominator * 10n ** BigInt(places)),
      byCriterion: parts.map((part) => ({
        id: part.id,
        points: ratio(part.product, denominator * 10n ** BigInt(part.places)),
      })),
      belowMinimum: parts.find((part) => part.belowMinimum)?.id,
    };
  };
}

/** The criteria that are scored themselves, in the order of the tree. */
export const leavesOf = (criteria: readonly Criterion[]): Criterion[] =>
  criteria.flatMap((each) => (each.criteria === undefined ? [each] : leavesOf(each.criteria)));

function partOf(
  { id, maximum, minimum, factor }: Leaf,
  score: string | undefined,
  pointer: string,
) {
  if (score === undefined) {
    throw fault(
      "procurement/score-missing",
      `The criterion '${id}' has no score.`,
      "Score every criterion of every bid that is not disqualified; unknown is not zero.",
      { pointer },
    );
  }
  const value = exact(score);
  if (value.compare(maximum) > 0) {
    throw fault(
      "procurement/score-out-of-range",
      `The score ${score} on '${id}' is above its maximum.`,
      "Correct the score, or the maximum of the criterion.",
      { pointer },
    );
  }
  const point = score.indexOf(".");
  const digits = point < 0 ? score : score.slice(0, point) + score.slice(point + 1);
  return {
    id,
    product: BigInt(digits) * factor,
    places: point < 0 ? 0 : score.length - point - 1,
    belowMinimum: minimum !== undefined && value.compare(minimum) < 0,
  };
}

const unknown = (id: string, pointer: string) =>
  fault(
    "procurement/unknown-criterion",
    `There is no criterion '${id}' that is scored.`,
    "Score the criteria that have no parts, by their ids.",
    { pointer: `${pointer}/${id}` },
  );

const multiple = (left: bigint, right: bigint): bigint => (left / divisor(left, right)) * right;
const divisor = (left: bigint, right: bigint): bigint =>
  right === 0n ? left : divisor(right, left % right);
