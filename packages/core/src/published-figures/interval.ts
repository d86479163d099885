import { type Exact, exact, greatest, least, toDecimal, toExactText } from "../exact.ts";

/** Numbers between two ends; an end that is null is open without limit. */
export interface Interval {
  readonly low: Exact | null;
  readonly high: Exact | null;
  /** Whether the end itself is left out. */
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export const between = (
  low: Exact | null,
  high: Exact | null,
  open: { readonly low?: boolean; readonly high?: boolean } = {},
): Interval => ({
  low,
  high,
  lowOpen: open.low ?? false,
  highOpen: open.high ?? false,
});

export const point = (value: Exact): Interval => between(value, value);

const everything = between(null, null);

export const add = (left: Interval, right: Interval): Interval => ({
  low: left.low && right.low && left.low.add(right.low),
  high: left.high && right.high && left.high.add(right.high),
  lowOpen: left.lowOpen || right.lowOpen,
  highOpen: left.highOpen || right.highOpen,
});

export const negate = ({ low, high, lowOpen, highOpen }: Interval): Interval => ({
  low: high?.neg() ?? null,
  high: low?.neg() ?? null,
  lowOpen: highOpen,
  highOpen: lowOpen,
});

export const subtract = (left: Interval, right: Interval): Interval => add(left, negate(right));

/** The ends are counted in, so that nothing possible is left out. */
export function multiply(left: Interval, right: Interval): Interval {
  if (left.low && left.high && right.low && right.high) {
    const corners = [left.low, left.high].flatMap((one) =>
      [right.low, right.high].flatMap((other) => (other === null ? [] : [one.mul(other)])),
    );
    return between(least(corners), greatest(corners));
  }
  const zero = exact("0");
  for (const [finite, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const { low, high } = finite;
    if (!low || !high || low.compare(zero) < 0) continue;
    const ends = (end: Exact | null) => end && [low.mul(end), high.mul(end)];
    const [lowest, highest] = [ends(other.low), ends(other.high)];
    return between(lowest && least(lowest), highest && greatest(highest));
  }
  if (!left.low || !right.low || left.low.compare(zero) < 0 || right.low.compare(zero) < 0)
    return everything;
  return between(left.low.mul(right.low), left.high && right.high && left.high.mul(right.high));
}

/** Undefined where the divisor can be nothing but zero; without limit where it can be zero. */
export function divide(left: Interval, right: Interval): Interval | undefined {
  const zero = exact("0");
  if (right.low?.compare(zero) === 0 && right.high?.compare(zero) === 0) return undefined;
  const spansZero =
    (right.low === null || right.low.compare(zero) <= 0) &&
    (right.high === null || right.high.compare(zero) >= 0);
  if (spansZero) return everything;
  if (right.low === null || right.high === null) return everything;
  return multiply(left, between(right.high.inverse(), right.low.inverse()));
}

/** Whether one number can lie in both. */
export const meets = (left: Interval, right: Interval): boolean =>
  canBeAtMost(left, right) && canBeAtMost(right, left);

/** Whether a number of the left can be less than or equal to one of the right. */
export function canBeAtMost(left: Interval, right: Interval): boolean {
  if (left.low === null || right.high === null) return true;
  const order = left.low.compare(right.high);
  return order < 0 || (order === 0 && !left.lowOpen && !right.highOpen);
}

/** Whether a number of the left can be less than one of the right. */
export const canBeLess = (left: Interval, right: Interval): boolean =>
  left.low === null || right.high === null || left.low.compare(right.high) < 0;

/** The smallest interval that holds them all. */
export function hull(parts: readonly Interval[]): Interval {
  return parts.reduce((left, right) => {
    const low = lower(left, right);
    const high = negate(lower(negate(left), negate(right)));
    return {
      low: low.low,
      lowOpen: low.lowOpen,
      high: high.high,
      highOpen: high.highOpen,
    };
  });
}

/** What lies in them all; undefined where nothing does. */
export function common(parts: readonly Interval[]): Interval | undefined {
  let whole: Interval = everything;
  for (const part of parts) {
    if (!meets(whole, part)) return undefined;
    const low = upper(whole, part);
    const high = negate(upper(negate(whole), negate(part)));
    whole = {
      low: low.low,
      lowOpen: low.lowOpen,
      high: high.high,
      highOpen: high.highOpen,
    };
  }
  return whole;
}

/** Which of two starts lower. */
function lower(left: Interval, right: Interval): Interval {
  if (left.low === null || right.low === null) return left.low === null ? left : right;
  const order = left.low.compare(right.low);
  return order < 0 || (order === 0 && !left.lowOpen) ? left : right;
}

/** Which of two starts higher. */
const upper = (left: Interval, right: Interval): Interval =>
  lower(left, right) === left ? right : left;

/** For a reader: `12.5`, `between 11.5 and 12.5`, `12 or more`. */
export function formatInterval({ low, high }: Interval): string {
  if (low === null) return high === null ? "anything" : `${written(high)} or less`;
  if (high === null) return `${written(low)} or more`;
  return low.compare(high) === 0 ? written(low) : `between ${written(low)} and ${written(high)}`;
}

/** In full, or to four places where that does not end. */
function written(value: Exact): string {
  const text = toExactText(value);
  return text.includes("/") ? toDecimal(value, 4) : text;
}
