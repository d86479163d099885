import { fault } from "../errors.ts";
import { type Rule, type RuleSet, ruleSets } from "./rule-set.ts";
import { runs, sides } from "./runs.ts";

export interface XmrOptions {
  readonly rules?: RuleSet;
  /** Leave moving ranges of 3.267 times their mean and more out of the mean, once. */
  readonly screen?: boolean;
}

export interface Signal {
  readonly rule: Rule["rule"];
  readonly direction: "up" | "down";
}

export interface XmrPoint {
  readonly value: number | null;
  /** From the point before; null for the first, and beside one that is not known. */
  readonly movingRange: number | null;
  /** The moving range was left out of the mean by the screening. */
  readonly screened: boolean;
  readonly signals: readonly Signal[];
}

export interface Xmr {
  readonly mean: number;
  readonly meanMovingRange: number;
  /** The natural process limits. Not cut off at zero, below which a count cannot fall. */
  readonly lower: number;
  readonly upper: number;
  readonly ruleSet: { readonly name: string; readonly version: string };
  readonly points: readonly XmrPoint[];
}

/** 3/d₂ of two points, d₂ = 1.128, as the field prints it. */
const perMovingRange = 2.66;
/** D₄ of two points, as the field prints it. */
const screeningFactor = 3.267;

/**
 * A chart of individual values and moving ranges (Wheeler): mean ± 2.66 × mean moving range, and the
 * points that stand out by a named set of rules. A value that is not known is a gap: no moving range,
 * run or side reaches across it.
 *
 * @param values in order of time, of one segment: never across a break in series.
 * @throws MoothallError `safeguarding/series-too-short` where no two known values follow each other.
 */
export function xmr(values: readonly (number | null)[], options: XmrOptions = {}): Xmr {
  const ruleSet = options.rules ?? (ruleSets[0] as RuleSet);
  const ranges = values.map((value, index) => {
    const before = values[index - 1] ?? null;
    return value === null || before === null ? null : Math.abs(value - before);
  });
  const known = ranges.filter((range) => range !== null);
  if (known.length === 0) {
    throw fault(
      "safeguarding/series-too-short",
      "A control chart needs two values that follow each other.",
      "Give a longer series; a chart is worth reading from about twelve values on.",
    );
  }
  const top = options.screen === true ? screeningFactor * meanOf(known) : Number.POSITIVE_INFINITY;
  const isScreened = (range: number) => range >= top && top > 0;
  const kept = known.filter((range) => !isScreened(range));
  const meanMovingRange = meanOf(kept);
  const mean = meanOf(values.filter((value) => value !== null));
  const reach = perMovingRange * meanMovingRange;
  const limits = { mean, lower: mean - reach, upper: mean + reach };
  const signals = values.map(() => [] as Signal[]);
  for (const rule of ruleSet.rules) mark(rule, values, limits, signals);
  return {
    ...limits,
    meanMovingRange,
    ruleSet: { name: ruleSet.name, version: ruleSet.version },
    points: values.map((value, index) => {
      const movingRange = ranges[index] ?? null;
      return {
        value,
        movingRange,
        screened: movingRange !== null && isScreened(movingRange),
        signals: signals[index] ?? [],
      };
    }),
  };
}

interface Limits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

function mark(
  rule: Rule,
  values: readonly (number | null)[],
  limits: Limits,
  signals: readonly Signal[][],
): void {
  const add = (index: number, direction: "up" | "down") =>
    signals[index]?.push({ rule: rule.rule, direction });
  switch (rule.rule) {
    case "outside-limits":
      for (const [index, value] of values.entries()) {
        if (value !== null && value > limits.upper) add(index, "up");
        if (value !== null && value < limits.lower) add(index, "down");
      }
      return;
    case "trend":
    case "shift": {
      const found =
        rule.rule === "trend" ? runs(values, rule.length) : sides(values, limits.mean, rule.length);
      for (const { start, end, direction } of found)
        for (let index = start; index <= end; index += 1) add(index, direction);
      return;
    }
    case "near-limit":
      for (const direction of ["up", "down"] as const)
        for (const index of nearLimit(rule, values, limits, direction)) add(index, direction);
  }
}

function nearLimit(
  rule: Extract<Rule, { rule: "near-limit" }>,
  values: readonly (number | null)[],
  { mean, lower, upper }: Limits,
  direction: "up" | "down",
): ReadonlySet<number> {
  const sign = direction === "up" ? 1 : -1;
  const limit = (direction === "up" ? upper : lower) * sign;
  const line = mean * sign + ((limit - mean * sign) * rule.sigmas) / 3;
  const isNear = (value: number | null | undefined) =>
    value !== null &&
    value !== undefined &&
    value * sign > line &&
    (!rule.insideLimits || value * sign <= limit);
  const found = new Set<number>();
  for (let start = 0; start + rule.of <= values.length; start += 1) {
    const window = Array.from({ length: rule.of }, (_, offset) => start + offset);
    if (window.some((index) => values[index] === null)) continue;
    const near = window.filter((index) => isNear(values[index]));
    if (near.length >= rule.needs) for (const index of near) found.add(index);
  }
  return found;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
