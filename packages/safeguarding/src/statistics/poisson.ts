import { fault } from "../errors.ts";
import { requireCount } from "./count.ts";
import { zOf } from "./normal-quantile.ts";
import type { Interval } from "./wilson.ts";

/**
 * Byar's interval of a count (Breslow and Day 1987), the field's method from ten upwards.
 * @throws MoothallError `safeguarding/too-few-for-byar` below ten, and as `poissonExact`.
 */
export function byar(count: number, confidence = 0.95): Interval {
  requireCount(count, "/count");
  if (count < 10) {
    throw fault(
      "safeguarding/too-few-for-byar",
      "Byar's method is not exact enough for fewer than ten.",
      "Take the exact method.",
      { pointer: "/count" },
    );
  }
  return approximate(count, zOf(confidence));
}

function approximate(count: number, z: number): Interval {
  const bound = (events: number, direction: 1 | -1) =>
    events * (1 - 1 / (9 * events) + (direction * z) / (3 * Math.sqrt(events))) ** 3;
  return { lower: bound(count, -1), upper: bound(count + 1, 1) };
}

/**
 * The exact interval of a count of independent events (Garwood 1936): the two expectations of which
 * one makes so many or more, the other so many or fewer, just too unlikely. The same as
 * χ²(α/2; 2x)/2 and χ²(1−α/2; 2x+2)/2.
 *
 * @throws MoothallError `safeguarding/negative-count`, `safeguarding/fraction-of-a-person`,
 * `safeguarding/bad-confidence`
 */
export function poissonExact(count: number, confidence = 0.95): Interval {
  requireCount(count, "/count");
  const tail = (1 - confidence) / 2;
  const near = approximate(Math.max(count, 1), zOf(confidence));
  return {
    lower: count === 0 ? 0 : solve((mean) => atLeast(count, mean), tail, near.lower),
    upper: solve((mean) => -atMost(count, mean), -tail, near.upper),
  };
}

/** The interval of the field's usual method: exact below ten, Byar's from ten. */
export const poissonInterval = (count: number, confidence = 0.95): Interval =>
  (count < 10 ? poissonExact : byar)(count, confidence);

/** Where a growing function reaches a value, by halving a bracket until no number lies between. */
function solve(growing: (mean: number) => number, value: number, near: number): number {
  let low = Math.max(near, 1e-6);
  let high = low;
  while (growing(low) > value) low /= 2;
  while (growing(high) < value) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (growing(middle) < value) low = middle;
    else high = middle;
  }
}

/** The chance of so many events or fewer; the terms are added from the largest one on. */
function atMost(count: number, mean: number): number {
  if (count > mean) return 1 - atLeast(count + 1, mean);
  let term = probability(count, mean);
  let sum = 0;
  for (let events = count; events >= 0 && sum + term !== sum; events -= 1) {
    sum += term;
    term *= events / mean;
  }
  return sum;
}

/** The chance of so many events or more; likewise. */
function atLeast(count: number, mean: number): number {
  if (count < mean) return 1 - atMost(count - 1, mean);
  let term = probability(count, mean);
  let sum = 0;
  for (let events = count + 1; sum + term !== sum; events += 1) {
    sum += term;
    term *= mean / events;
  }
  return sum;
}

const probability = (count: number, mean: number): number =>
  Math.exp(count * Math.log(mean) - mean - logFactorial(count));

/** By adding up while that is exact, then by Stirling's series. */
function logFactorial(count: number): number {
  if (count < 30) {
    let product = 1;
    for (let factor = 2; factor <= count; factor += 1) product *= factor;
    return Math.log(product);
  }
  const n = count + 1;
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5) - 1 / (1680 * n ** 7);
  return (n - 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2 + series;
}
