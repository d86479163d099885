import { type Exact, ratio } from "@moothall/core";

/** Tukey's fences: what lies beyond one and a half times the spread of the middle half. */
export interface Fences {
  readonly lower: Exact;
  readonly upper: Exact;
  readonly firstQuartile: Exact;
  readonly thirdQuartile: Exact;
  readonly count: number;
}

/** A quantile by Hyndman and Fan's definition 8 (R's type 8), exactly. `share` is from 0 to 1. */
export function quantile(sorted: readonly Exact[], share: Exact): Exact {
  const third = ratio(1n, 3n);
  const position = share.mul(ratio(BigInt(sorted.length), 1n).add(third)).add(third);
  const whole = position.n / position.d;
  const clamp = (index: bigint): Exact =>
    sorted[Math.min(Math.max(Number(index), 1), sorted.length) - 1] as Exact;
  const low = clamp(whole);
  return low.add(
    clamp(whole + 1n)
      .sub(low)
      .mul(position.sub(ratio(whole, 1n))),
  );
}

/** Undefined for fewer than four values, of which the middle half says nothing. */
export function fencesOf(values: readonly Exact[]): Fences | undefined {
  if (values.length < 4) return undefined;
  const sorted = values.toSorted((left, right) => left.compare(right));
  const firstQuartile = quantile(sorted, ratio(1n, 4n));
  const thirdQuartile = quantile(sorted, ratio(3n, 4n));
  const reach = thirdQuartile.sub(firstQuartile).mul(ratio(3n, 2n));
  return {
    lower: firstQuartile.sub(reach),
    upper: thirdQuartile.add(reach),
    firstQuartile,
    thirdQuartile,
    count: values.length,
  };
}
