import { requireNumber } from "../weighting/effective-size.ts";
import { standardErrors, wilsonInterval } from "./margin-of-error.ts";

/** The fewest cases of which a percentage is told. */
export const leastBase = 20;

export type Direction = "rose" | "fell" | "no clear change";

export interface ChangeOfCounts {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** (after − before)/√(after + before); null where both are zero. */
  readonly z: number | null;
  /** After over before, with its interval of 95 %; null is unknown or without an upper bound. */
  readonly ratio: number | null;
  readonly ratioLow: number | null;
  readonly ratioHigh: number | null;
  /** In per cent of `before`; null from a base below 20. */
  readonly percent: number | null;
  readonly direction: Direction;
  readonly words: string;
}

/**
 * Whether a count of cases that come independently (Poisson) changed: z = (b − a)/√(a + b), and the
 * interval of the ratio that says the same: it lies to one side of 1 exactly when |z| > 1.96.
 *
 * @throws MoothallError `engagement/negative-count`, `engagement/not-a-number`
 */
export function changeOfCounts(before: number, after: number): ChangeOfCounts {
  requireNumber(before, 0, "count");
  requireNumber(after, 1, "count");
  const sum = before + after;
  const z = sum === 0 ? null : (after - before) / Math.sqrt(sum);
  const direction: Direction =
    z === null || Math.abs(z) <= standardErrors ? "no clear change" : z > 0 ? "rose" : "fell";
  // Given the sum, the later count is binomial: the odds of its share are the ratio.
  const [low, high] = sum === 0 ? [0, 1] : wilsonInterval(after / sum, sum);
  const percent = before < leastBase ? null : (100 * (after - before)) / before;
  return {
    before,
    after,
    difference: after - before,
    z,
    ratio: before === 0 ? null : after / before,
    ratioLow: sum === 0 ? null : low / (1 - low),
    ratioHigh: high >= 1 ? null : high / (1 - high),
    percent,
    direction,
    words: wordsOf(before, after, percent, direction),
  };
}

function wordsOf(
  before: number,
  after: number,
  percent: number | null,
  direction: Direction,
): string {
  const counts = `from ${before} to ${after}`;
  if (direction === "no clear change")
    return `No clear change: ${counts} is within what chance alone would do.`;
  const by = percent === null ? "" : `, by ${Math.abs(percent).toFixed(0)} %`;
  return `It ${direction} ${counts}${by}: more than chance alone would do.`;
}
