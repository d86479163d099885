import { fault } from "../errors.ts";

/** What a set of weights comes to: respondents, the sum of weights and of their squares. */
export interface WeightSums {
  readonly respondents: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * Kish's effective sample size, (Σw)²/Σw²: how many respondents of a simple random sample tell as
 * much as these (Kish, Survey Sampling, 1965).
 * @param weights One weight for each respondent, or for each row of `counts` respondents.
 * @throws MoothallError `engagement/negative-count`, `engagement/not-a-number`, `engagement/sample-empty`
 */
export const effectiveSize = (weights: ArrayLike<number>, counts?: ArrayLike<number>): number =>
  effectiveSizeOf(sumWeights(weights, counts));

/** Kish's design effect of weighting, n·Σw²/(Σw)²; 1 where all weights are equal. */
export const designEffect = (weights: ArrayLike<number>, counts?: ArrayLike<number>): number =>
  designEffectOf(sumWeights(weights, counts));

export const effectiveSizeOf = ({ sum, squares }: WeightSums): number => (sum * sum) / squares;

export const designEffectOf = ({ respondents, sum, squares }: WeightSums): number =>
  (respondents * squares) / (sum * sum);

function sumWeights(weights: ArrayLike<number>, counts?: ArrayLike<number>): WeightSums {
  let respondents = 0;
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < weights.length; row += 1) {
    const weight = requireNumber(weights[row], row, "weight");
    const count = counts === undefined ? 1 : requireNumber(counts[row], row, "count");
    respondents += count;
    sum += count * weight;
    squares += count * weight * weight;
  }
  if (sum === 0) throw noRespondents();
  return { respondents, sum, squares };
}

/** @throws MoothallError `engagement/negative-count`, `engagement/not-a-number` that names the row. */
export function requireNumber(value: number | undefined, index: number, column: string): number {
  if (value === undefined || !Number.isFinite(value)) {
    throw fault(
      "engagement/not-a-number",
      `The ${column} in row ${index + 1} is not a number.`,
      "Give a number of zero or more.",
      { row: index + 1, column },
    );
  }
  if (value < 0) {
    throw fault(
      "engagement/negative-count",
      `The ${column} in row ${index + 1} is negative.`,
      "Nobody can be counted fewer than zero times: correct the row.",
      { row: index + 1, column },
    );
  }
  return value;
}

export const noRespondents = () =>
  fault(
    "engagement/sample-empty",
    "There are no respondents to weight.",
    "Give at least one row with a count above zero.",
    { pointer: "/sample" },
  );
