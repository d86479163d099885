import { decimal, type Exact, exact, formatPeriod, period, sum, toExactText } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";
import { breakInSeries, describeBreak } from "./break.ts";
import { comparePeriods, nextPeriod, periodOf } from "./periods.ts";
import { breaksBetween, isAstride } from "./segments.ts";

/** How many periods of a kind a year has. */
const perYear: Readonly<Record<string, number>> = { month: 12, quarter: 4, "financial-quarter": 4 };

export const rollingYearInput = () =>
  z.strictObject({
    /** Counts of months or of quarters, in any order; null where unknown or suppressed. */
    points: z.array(z.strictObject({ period: period(), value: decimal().nullable() })),
    breaks: z.array(breakInSeries()).default([]),
    /** Only the year that ends with this period. */
    to: period().optional(),
  });

export type RollingYearInput = z.input<ReturnType<typeof rollingYearInput>>;

export const rollingYearOutput = () =>
  z.strictObject({
    years: z.array(
      z.strictObject({
        /** The last period of the year. */
        to: z.string(),
        /** From its first day to its last. */
        period: z.string(),
        value: z.string(),
        /** The bridges over which earlier figures were carried. */
        bridged: z.array(breakInSeries()).optional(),
      }),
    ),
    /** Periods at which no year ends that can be added up, and why. */
    leftOut: z.array(z.strictObject({ to: z.string(), because: z.enum(["break", "missing"]) })),
  });

export type RollingYears = z.output<ReturnType<typeof rollingYearOutput>>;

type Year = RollingYears["years"][number];
type Missing = { readonly missing: true } | { readonly broken: string };

/**
 * Sums of the last twelve months (or four quarters) at each period: of events, which add up. Never
 * over a break, save over a declared bridge, and never with a period missing or unknown.
 *
 * @throws MoothallError `safeguarding/comparison-across-break` for a year asked for that a break
 * lies in, and where breaks leave no year at all; `safeguarding/value-missing` for a year asked for
 * of which a period is missing; `safeguarding/periods-not-alike` for other periods than months or
 * quarters, or both; `safeguarding/duplicate-entry` for a period given twice
 */
export function rollingYear(input: RollingYearInput): RollingYears {
  const { points, breaks, to } = rollingYearInput().parse(input);
  const values = new Map(points.map((each) => [each.period, each.value]));
  const ordered = [...values.keys()].toSorted(comparePeriods);
  const kinds = new Set(
    [...ordered, ...(to === undefined ? [] : [to])].map((each) => periodOf(each).kind),
  );
  const length = kinds.size === 1 ? perYear[[...kinds][0] as string] : undefined;
  if (length === undefined && kinds.size > 0) {
    throw fault(
      "safeguarding/periods-not-alike",
      "A rolling year is added up from months, or from quarters.",
      "Give months (2016-04) or quarters (2016-Q2, FY2016-Q1), and not both.",
    );
  }
  if (values.size < points.length) {
    throw fault(
      "safeguarding/duplicate-entry",
      "A period is given twice.",
      "Give each month or quarter once, as its latest revision.",
    );
  }
  const yearAt = (last: string): Year | Missing => {
    const end = ordered.indexOf(last);
    const window = ordered.slice(Math.max(0, end + 1 - (length ?? 0)), end + 1);
    const start = startOfYear(last);
    const closing = periodOf(last).end as string;
    const within = breaksBetween(start, closing, breaks);
    const blocking = within.find(
      (each) => each.bridge === undefined || window.some((period) => isAstride(period, each)),
    );
    if (blocking !== undefined) return { broken: describeBreak(blocking) };
    const isWhole =
      window.length === length &&
      window.every(
        (period, index) => index === 0 || nextPeriod(window[index - 1] as string) === period,
      );
    if (!isWhole || window.some((period) => values.get(period) === null)) return { missing: true };
    const added: Exact = sum(
      window.map((period) =>
        within
          .filter(({ date }) => periodOf(period).start < date)
          .reduce(
            (value, { bridge }) => value.mul(exact(bridge?.factor ?? "1")),
            exact(values.get(period) as string),
          ),
      ),
    );
    return {
      to: last,
      period: `${start}/${closing}`,
      value: toExactText(added),
      ...(within.length > 0 && {
        bridged: within.map(({ date, cause, bridge }) => ({
          date,
          cause,
          ...(bridge !== undefined && { bridge }),
        })),
      }),
    };
  };
  const found = (to === undefined ? ordered : [to]).map((last) => [last, yearAt(last)] as const);
  const years = found.flatMap(([, year]) => ("value" in year ? [year] : []));
  const broken = found.find(([, year]) => "broken" in year);
  if (years.length === 0 && broken !== undefined) {
    throw fault(
      "safeguarding/comparison-across-break",
      `The year to ${formatPeriod(broken[0])} cannot be added up: ${(broken[1] as { broken: string }).broken} lies within it, so it was counted in two ways.`,
      "Add up a year that ends before the break, or one that begins with it, or declare a bridge.",
    );
  }
  if (years.length === 0 && to !== undefined) {
    throw fault(
      "safeguarding/value-missing",
      `The year to ${formatPeriod(to)} cannot be added up: not all of its periods are known.`,
      "Give all twelve months or four quarters; unknown is not zero.",
    );
  }
  return {
    years,
    leftOut: found.flatMap(([last, year]) =>
      "value" in year
        ? []
        : [{ to: last, because: "broken" in year ? ("break" as const) : ("missing" as const) }],
    ),
  };
}

/** The first day of the year that ends with a month or quarter: the day after it ended a year before. */
function startOfYear(last: string): string {
  const end = periodOf(last).end as string;
  const month = (Number(end.slice(5, 7)) % 12) + 1;
  const year = Number(end.slice(0, 4)) - (month === 1 ? 0 : 1);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
}
