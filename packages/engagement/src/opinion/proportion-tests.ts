/** One side of 80 %: beyond it, the field's tool calls a statement representative. */
export const significant = 1.2816;

/**
 * How far a share of agreement is from one half, in standard errors, with one added to both counts:
 * 2√(n+1)·((s+1)/(n+1) − ½).
 */
export const proportionTest = (successes: number, size: number): number =>
  2 * Math.sqrt(size + 1) * ((successes + 1) / (size + 1) - 0.5);

/** How far two shares are apart, in standard errors, with one added to all four counts. */
export function twoProportionTest(
  successes: number,
  otherSuccesses: number,
  size: number,
  otherSize: number,
): number {
  const [n, m] = [size + 1, otherSize + 1];
  const [p, q] = [(successes + 1) / n, (otherSuccesses + 1) / m];
  const pooled = (successes + otherSuccesses + 2) / (n + m);
  const error = Math.sqrt(Math.max(0, pooled * (1 - pooled)) * (1 / n + 1 / m));
  return error === 0 ? 0 : (p - q) / error;
}
