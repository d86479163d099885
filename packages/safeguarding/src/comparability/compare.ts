import { decimal, exact, formatPeriod, period, toDecimal, toExactText } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";
import { type BreakInSeries, breakInSeries, describeBreak } from "./break.ts";
import { areAlike, comparePeriods } from "./periods.ts";
import { breaksBetween, isAstride } from "./segments.ts";

const side = () =>
  z.strictObject({
    period: period(),
    /** Decimal as text; null where unknown or suppressed. */
    value: decimal().nullable(),
    /** Left out where it does not matter or is the same on both sides. */
    area: z.string().optional(),
    /** Version of the indicator's definition. */
    definition: z.int().optional(),
  });

export const compareInput = () =>
  z.strictObject({
    from: side(),
    to: side(),
    breaks: z.array(breakInSeries()).default([]),
    /** Places of the percentage. */
    places: z.int().min(0).max(6).default(1),
  });

export type CompareInput = z.input<ReturnType<typeof compareInput>>;

export const comparison = () =>
  z.strictObject({
    from: z.string(),
    to: z.string(),
    /** `to` less `from`, exact. */
    change: z.string(),
    /** Of `from`, rounded half up; null where `from` is zero. */
    percent: z.string().nullable(),
    direction: z.enum(["up", "down", "level"]),
    /** The bridges over which the earlier figure was carried. */
    bridged: z.array(breakInSeries()).optional(),
  });

export type Comparison = z.output<ReturnType<typeof comparison>>;

/**
 * The change between two figures of one indicator: two periods, or two areas in one period. Where
 * a break with a declared bridge lies between, the earlier figure is carried over it.
 *
 * @throws MoothallError `safeguarding/comparison-across-break` when a break without a bridge lies
 * between, or any within one of the periods; `safeguarding/definitions-differ`,
 * `safeguarding/periods-not-alike` (also a year beside a part of one), `safeguarding/value-missing`
 */
export function compare({ from, to, breaks = [], places = 1 }: CompareInput): Comparison {
  requireComparable(from, to, breaks);
  if (from.value === null || to.value === null) {
    throw fault(
      "safeguarding/value-missing",
      "One of the two figures is not known or is suppressed; unknown is not zero.",
      "Compare periods or areas of which both figures are known.",
      { pointer: from.value === null ? "/from/value" : "/to/value" },
    );
  }
  const over = breaksBetween(from.period, to.period, breaks);
  const reversed = comparePeriods(from.period, to.period) > 0;
  const factor = over.reduce(
    (product, { bridge }) => product.mul(exact(bridge?.factor ?? "1")),
    exact("1"),
  );
  const start = exact(from.value).mul(reversed ? exact("1") : factor);
  const end = exact(to.value).mul(reversed ? factor : exact("1"));
  const change = end.sub(start);
  const sign = change.compare(0);
  return {
    from: toExactText(start),
    to: toExactText(end),
    change: toExactText(change),
    percent: start.compare(0) === 0 ? null : toDecimal(change.mul(100n).div(start.abs()), places),
    direction: sign > 0 ? "up" : sign < 0 ? "down" : "level",
    ...(over.length > 0 && { bridged: over.map(plain) }),
  };
}

const plain = ({ date, cause, bridge }: BreakInSeries) => ({
  date,
  cause,
  ...(bridge !== undefined && { bridge }),
});

/**
 * Whether two figures may stand beside each other at all, before their values are looked at.
 * @throws MoothallError as `compare`
 */
export function requireComparable(
  from: { readonly period: string; readonly definition?: number | undefined },
  to: { readonly period: string; readonly definition?: number | undefined },
  breaks: readonly BreakInSeries[],
): void {
  const between = breaksBetween(from.period, to.period, breaks);
  const blocking = between.find(
    (each) =>
      each.bridge === undefined || isAstride(from.period, each) || isAstride(to.period, each),
  );
  if (blocking !== undefined) throw acrossBreak(from.period, to.period, blocking);
  if (!areAlike(from.period, to.period)) {
    throw fault(
      "safeguarding/periods-not-alike",
      `${formatPeriod(from.period)} and ${formatPeriod(to.period)} are not of one length.`,
      "Compare months with months, years with years, or give ranges of the same length.",
    );
  }
  if (
    from.definition !== undefined &&
    to.definition !== undefined &&
    from.definition !== to.definition
  ) {
    throw fault(
      "safeguarding/definitions-differ",
      `The figures follow versions ${from.definition} and ${to.definition} of the definition.`,
      "Compare figures of one version, or count one of them anew.",
    );
  }
}

function acrossBreak(from: string, to: string, blocking: BreakInSeries) {
  const astride = [from, to].find((each) => isAstride(each, blocking));
  const periods =
    from === to ? formatPeriod(from) : `${formatPeriod(from)} and ${formatPeriod(to)}`;
  return fault(
    "safeguarding/comparison-across-break",
    `${periods} cannot be compared: ${describeBreak(blocking)} lies ${
      astride === undefined
        ? "between them"
        : `within ${formatPeriod(astride)}, which was counted in two ways`
    }.`,
    `Compare periods that end before ${blocking.date}, or periods that begin on it or later${
      blocking.bridge === undefined ? ", or declare a bridge for the break" : ""
    }.`,
  );
}
