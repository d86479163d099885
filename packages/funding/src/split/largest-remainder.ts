import { exact } from "@moothall/core";
import { fault } from "../errors.ts";

/** Weights as whole numbers in the proportion of the decimals given. */
export function wholeWeights(weights: readonly string[]): bigint[] {
  const exacts = weights.map(exact);
  const scale = exacts.reduce((most, each) => (each.d > most ? each.d : most), 1n);
  // Decimals have powers of ten below the line, reduced: a common multiple clears them all.
  const common = exacts.reduce(
    (multiple, each) => (multiple * each.d) / gcd(multiple, each.d),
    scale,
  );
  return exacts.map((each) => (each.n * common) / each.d);
}

const gcd = (left: bigint, right: bigint): bigint =>
  right === 0n ? left : gcd(right, left % right);

/**
 * Divides whole pence in proportion to weights by the largest remainder (Hamilton): each part is
 * the exact share cut to whole pence, and the pence left over go one each to the largest
 * remainders, the earlier position first where two are equal.
 * @throws MoothallError `funding/no-weight` when all weights are zero.
 */
export function largestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, each) => sum + each, 0n);
  if (whole === 0n) {
    throw fault(
      "funding/no-weight",
      "All weights are zero, so there is nothing to divide by.",
      "Give at least one partner a weight above zero.",
    );
  }
  const size = total < 0n ? -total : total;
  const parts = weights.map((weight) => (size * weight) / whole);
  const remainders = weights.map((weight) => (size * weight) % whole);
  let left = Number(size - parts.reduce((sum, each) => sum + each, 0n));
  const order = weights
    .map((_, index) => index)
    .toSorted((one, other) => compare(remainders[other], remainders[one]) || one - other);
  for (const index of order) {
    if (left === 0) break;
    parts[index] = (parts[index] as bigint) + 1n;
    left -= 1;
  }
  return total < 0n ? parts.map((each) => -each) : parts;
}

const compare = (left: bigint | undefined, right: bigint | undefined): number =>
  (left as bigint) < (right as bigint) ? -1 : left === right ? 0 : 1;
