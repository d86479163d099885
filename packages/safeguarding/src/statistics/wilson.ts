import { fault } from "../errors.ts";
import { requireCount } from "./count.ts";
import { zOf } from "./normal-quantile.ts";

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's score interval of a proportion (Wilson 1927; method of the public health observatories),
 * as shares from 0 to 1. For cohorts only: of people or cases of whom some had the outcome. The
 * outcomes of one period over the cases of the same period are no proportion.
 *
 * @param numerator whole number, at most the denominator.
 * @param confidence share, 0.95 where left out.
 * @throws MoothallError `safeguarding/numerator-over-denominator`, `safeguarding/negative-count`,
 * `safeguarding/fraction-of-a-person`, `safeguarding/percentage-without-base` for a base of 0,
 * `safeguarding/bad-confidence`
 */
export function wilson(numerator: number, denominator: number, confidence = 0.95): Interval {
  requireCount(numerator, "/numerator");
  requireCount(denominator, "/denominator");
  if (denominator === 0) {
    throw fault(
      "safeguarding/percentage-without-base",
      "A proportion of nobody is not a figure.",
      "Show it as not applicable; give the base once there is one.",
      { pointer: "/denominator" },
    );
  }
  if (numerator > denominator) {
    throw fault(
      "safeguarding/numerator-over-denominator",
      "More had the outcome than there were.",
      "Correct the counts; a ratio of one period's outcomes to its cases may exceed 1, but is no proportion and has no interval.",
      { pointer: "/numerator" },
    );
  }
  const z = zOf(confidence);
  const square = z * z;
  const middle = 2 * numerator + square;
  const half = z * Math.sqrt(square + 4 * numerator * (1 - numerator / denominator));
  const width = 2 * (denominator + square);
  return {
    lower: numerator === 0 ? 0 : (middle - half) / width,
    upper: numerator === denominator ? 1 : (middle + half) / width,
  };
}
