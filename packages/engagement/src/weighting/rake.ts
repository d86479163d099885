import { parseInput } from "@moothall/core";
import { type Cells, type CodedSample, cellsOf } from "./cells.ts";
import { codeSample } from "./code-sample.ts";
import { designEffectOf, effectiveSizeOf } from "./effective-size.ts";
import { requirePossible, rounding } from "./margins.ts";
import { type Weighted, type WeightInput, weightInput } from "./weight-input.ts";

export interface RakeOptions {
  /** Ends when no cell's weight changes by a larger part than this in a round; 1e-12. */
  readonly tolerance?: number | undefined;
  /** Most rounds; 2,000. */
  readonly iterations?: number | undefined;
}

export interface Raked {
  /** The weight of each respondent, in order. */
  readonly weights: Float64Array;
  readonly respondents: number;
  readonly effectiveSize: number;
  readonly designEffect: number;
  readonly converged: boolean;
  readonly iterations: number;
  readonly largestDifference: number;
  /** By margin and category: a weight is the design weight times the factor of each of its categories. */
  readonly factors: readonly Float64Array[];
}

/**
 * Weights a sample to the margins of its population by raking (iterative proportional fitting:
 * Deming and Stephan, 1940): margin after margin, the weights of each category are scaled to its
 * population, until nothing changes. The weights add up to the population.
 *
 * @throws MoothallError `engagement/margin-without-respondents`, `engagement/margin-without-population`,
 * `engagement/margins-differ`, `engagement/unknown-category`, `engagement/category-missing`,
 * `engagement/negative-count`, `engagement/not-a-number`, `engagement/sample-empty`,
 * `engagement/margin-missing`, `core/bad-input`
 */
export function rake(input: WeightInput): Weighted {
  const { sample, margins, tolerance, iterations } = parseInput(weightInput(), input, "rake");
  const coded = codeSample(sample, margins ?? {});
  const raked = rakeCoded(coded, coded.targets, { tolerance, iterations });
  const { weights, factors: _, ...rest } = raked;
  return {
    method: "raking",
    weights: coded.labels.map((labels, row) => ({ ...labels, weight: weights[row] as number })),
    ...rest,
  };
}

/**
 * Raking of many respondents at once, as columns of codes: a million in six margins take well under
 * a second. `targets[margin][category]` is the population.
 * @throws MoothallError as `rake`
 */
export function rakeCoded(
  sample: CodedSample,
  targets: readonly ArrayLike<number>[],
  options: RakeOptions = {},
): Raked {
  const cells = cellsOf(sample);
  requirePossible(cells, targets);
  const factors = new Float64Array(cells.length).fill(1);
  const ofCategories = targets.map(({ length }) => new Float64Array(length).fill(1));
  const { tolerance = 1e-12, iterations: most = 2000 } = options;
  let iterations = 0;
  let settled = false;
  const before = new Float64Array(cells.length);
  while (!settled && iterations < most) {
    before.set(factors);
    for (const [margin, target] of targets.entries())
      scaleMargin(cells, factors, ofCategories[margin] as Float64Array, margin, target);
    iterations += 1;
    settled = largestChange(before, factors) < tolerance;
  }
  const largestDifference = differenceFromTargets(cells, factors, targets);
  // Margins that no weights can meet together make rounds that repeat themselves: settled, not met.
  const converged = settled && largestDifference < 2 * rounding;
  const result = resultOf(cells, factors, sample);
  return { ...result, converged, iterations, largestDifference, factors: ofCategories };
}

function scaleMargin(
  { codes, sums, length }: Cells,
  factors: Float64Array,
  ofCategories: Float64Array,
  margin: number,
  target: ArrayLike<number>,
): void {
  const code = codes[margin] as Int32Array;
  const totals = new Float64Array(target.length);
  for (let cell = 0; cell < length; cell += 1) {
    const category = code[cell] as number;
    totals[category] =
      (totals[category] as number) + (factors[cell] as number) * (sums[cell] as number);
  }
  const scale = totals.map((total, category) =>
    total > 0 ? (target[category] as number) / total : 1,
  );
  for (let cell = 0; cell < length; cell += 1)
    factors[cell] = (factors[cell] as number) * (scale[code[cell] as number] as number);
  for (const [category, by] of scale.entries())
    ofCategories[category] = (ofCategories[category] as number) * by;
}

function largestChange(before: Float64Array, after: Float64Array): number {
  let largest = 0;
  for (let cell = 0; cell < after.length; cell += 1) {
    const was = before[cell] as number;
    const change = was === 0 ? 0 : Math.abs((after[cell] as number) / was - 1);
    if (!(change <= largest)) largest = change;
  }
  return largest;
}

function differenceFromTargets(
  { codes, sums, length }: Cells,
  factors: Float64Array,
  targets: readonly ArrayLike<number>[],
): number {
  let largest = 0;
  for (const [margin, target] of targets.entries()) {
    const totals = new Float64Array(target.length);
    const code = codes[margin] as Int32Array;
    for (let cell = 0; cell < length; cell += 1) {
      const category = code[cell] as number;
      totals[category] =
        (totals[category] as number) + (factors[cell] as number) * (sums[cell] as number);
    }
    for (let category = 0; category < target.length; category += 1) {
      const wanted = target[category] as number;
      if (wanted === 0) continue;
      largest = Math.max(largest, Math.abs((totals[category] as number) / wanted - 1));
    }
  }
  return largest;
}

/** Weights and what they come to, from the factor of each cell. */
export function resultOf(cells: Cells, factors: Float64Array, sample: CodedSample) {
  const sums = { respondents: 0, sum: 0, squares: 0 };
  for (let cell = 0; cell < cells.length; cell += 1) {
    const factor = factors[cell] as number;
    sums.respondents += cells.respondents[cell] as number;
    sums.sum += factor * (cells.sums[cell] as number);
    sums.squares += factor * factor * (cells.squares[cell] as number);
  }
  const weights = new Float64Array(sample.size);
  for (let row = 0; row < sample.size; row += 1) {
    const factor = factors[cells.cellOfRow[row] as number] as number;
    weights[row] = factor * (sample.designWeights?.[row] ?? 1);
  }
  return {
    weights,
    respondents: sums.respondents,
    effectiveSize: effectiveSizeOf(sums),
    designEffect: designEffectOf(sums),
  };
}
