import { decimal, period } from "@moothall/core";
import * as z from "zod";
import { breakInSeries } from "../comparability/break.ts";
import { comparePeriods, periodFaults } from "../comparability/periods.ts";
import { describeSegment, type Segment, segmentsOf } from "../comparability/segments.ts";
import { fault } from "../errors.ts";
import { ruleSetOf } from "./rule-set.ts";
import { xmr } from "./xmr.ts";

const point = () => z.strictObject({ period: period(), value: decimal().nullable() });

export const controlChartInput = () =>
  z.strictObject({
    points: z.array(point()),
    breaks: z.array(breakInSeries()).default([]),
    rules: z.string().default("plot-the-dots").describe("Rule set, as name or name@version"),
    screen: z.boolean().default(false).describe("Leave extreme moving ranges out, once"),
  });

export type ControlChartInput = z.input<ReturnType<typeof controlChartInput>>;

const signal = () =>
  z.strictObject({
    rule: z.enum(["outside-limits", "trend", "shift", "near-limit"]),
    direction: z.enum(["up", "down"]),
  });

export const controlChartOutput = () =>
  z.strictObject({
    ruleSet: z.strictObject({ name: z.string(), version: z.string() }),
    segments: z.array(
      z.strictObject({
        name: z.string(),
        /** Null where the segment has no two values that follow each other. */
        limits: z
          .strictObject({
            mean: z.number(),
            meanMovingRange: z.number(),
            lower: z.number(),
            upper: z.number(),
          })
          .nullable(),
        points: z.array(
          z.strictObject({
            period: z.string(),
            value: z.string().nullable(),
            movingRange: z.number().nullable(),
            screened: z.boolean(),
            signals: z.array(signal()),
          }),
        ),
      }),
    ),
    /** Periods in which a break lies: they belong to no segment. */
    astride: z.array(z.string()),
  });

export type ControlChart = z.output<ReturnType<typeof controlChartOutput>>;

/**
 * A control chart of a series that may have breaks: each segment with a mean and limits of its own,
 * and no moving range or run across a break or a missing period.
 *
 * @throws MoothallError `safeguarding/periods-overlap` (also a period given twice),
 * `safeguarding/periods-not-alike`, `safeguarding/unknown-rule-set`, `core/bad-period`
 */
export function controlChart(input: ControlChartInput): ControlChart {
  const rules = ruleSetOf(input.rules ?? "plot-the-dots");
  const ordered = input.points.toSorted((left, right) => comparePeriods(left.period, right.period));
  const points = ordered.length < 2 ? ordered : requireSeries(ordered);
  const { segments, astride } = segmentsOf(points, input.breaks ?? []);
  return {
    ruleSet: { name: rules.name, version: rules.version },
    segments: segments
      .filter((segment) => segment.points.length > 0)
      .map((segment) => chartOf(segment, { rules, screen: input.screen ?? false })),
    astride: astride.filter((each) => !isFilled(each)).map((each) => each.period),
  };
}

type Point = { readonly period: string; readonly value: string | null };

const filled: unique symbol = Symbol("filled");
const isFilled = (point: Point): boolean => filled in point;

/** The series with a gap in place of every period that is missing. */
function requireSeries(points: readonly Point[]): readonly Point[] {
  const faults = periodFaults(points.map((each) => each.period));
  const wrong = faults.find((each) => each.fault !== "missing");
  if (wrong !== undefined) {
    throw fault(
      "safeguarding/periods-overlap",
      `${wrong.periods[0]} and ${wrong.periods[1]} share days.`,
      "Give each period once; months and quarters make two charts.",
      { pointer: "/points" },
    );
  }
  const missing = faults
    .flatMap((each) => each.missing ?? [])
    .map((each) => ({ period: each, value: null, [filled]: true }));
  return [...points, ...missing].toSorted((left, right) =>
    comparePeriods(left.period, right.period),
  );
}

function chartOf(
  segment: Segment<Point>,
  options: Parameters<typeof xmr>[1],
): ControlChart["segments"][number] {
  const values = segment.points.map(({ value }) => (value === null ? null : Number(value)));
  const hasRange = values.some(
    (value, index) => value !== null && typeof values[index - 1] === "number",
  );
  const chart = hasRange ? xmr(values, options) : undefined;
  return {
    name: describeSegment(segment),
    limits:
      chart === undefined
        ? null
        : {
            mean: chart.mean,
            meanMovingRange: chart.meanMovingRange,
            lower: chart.lower,
            upper: chart.upper,
          },
    points: segment.points.flatMap((each, index) => {
      if (isFilled(each)) return [];
      const { movingRange = null, screened = false, signals = [] } = chart?.points[index] ?? {};
      return [
        { period: each.period, value: each.value, movingRange, screened, signals: [...signals] },
      ];
    }),
  };
}
