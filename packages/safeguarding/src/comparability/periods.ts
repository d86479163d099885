import { type Period, parsePeriod, periodsOverlap } from "@moothall/core";
import { Temporal } from "temporal-polyfill";

/** Series name the same few hundred periods over and over, and reading one is dear. */
const known = new Map<string, Period>();
const mostKnown = 10_000;

/** @throws MoothallError `core/bad-period` when the text is no period. */
export function periodOf(text: string): Period {
  const found = known.get(text);
  if (found !== undefined) return found;
  const period = parsePeriod(text);
  if (known.size >= mostKnown) known.clear();
  known.set(text, period);
  return period;
}

/** In the order of their first day, then of their last. */
export const comparePeriods = (left: string, right: string): number => {
  const [one, other] = [periodOf(left), periodOf(right)];
  return compareText(one.start, other.start) || compareText(one.end ?? "9999", other.end ?? "9999");
};

const compareText = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** Days of a period, both ends counted; undefined where it is open. */
export const daysOf = ({ start, end }: Period): number | undefined =>
  end === null
    ? undefined
    : Temporal.PlainDate.from(start).until(Temporal.PlainDate.from(end)).days + 1;

/**
 * Whether figures of two periods can stand beside each other: both of one kind, or of nearly one
 * length (quarters have 90 to 92 days, years 365 or 366). A position as at a day goes with a day.
 */
export function areAlike(left: string, right: string): boolean {
  const [one, other] = [periodOf(left), periodOf(right)];
  if (one.kind !== "range" && one.kind === other.kind) return true;
  const [short, long] = [daysOf(one), daysOf(other)].toSorted(
    (first, second) => (first ?? 0) - (second ?? 0),
  );
  return short !== undefined && long !== undefined && long - short <= long * 0.035;
}

/** The period just after one of a regular kind; undefined for ranges, days of position and days. */
export function nextPeriod(text: string): string | undefined {
  const { kind, start } = periodOf(text);
  const year = Number(start.slice(0, 4));
  const month = Number(start.slice(5, 7));
  switch (kind) {
    case "month":
      return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
    case "quarter":
      return month === 10 ? `${year + 1}-Q1` : `${year}-Q${(month + 2) / 3 + 1}`;
    case "financial-quarter":
      return month === 1 ? `FY${year}-Q1` : `FY${year}-Q${(month - 1) / 3 + 1}`;
    case "year":
      return String(year + 1);
    case "financial-year":
      return `FY${year + 1}`;
    default:
      return undefined;
  }
}

/** The same period a year earlier; undefined for ranges and days of position. */
export function yearEarlier(text: string): string | undefined {
  const year = /^(FY|@)?([0-9]{4})(.*)$/.exec(text);
  if (year === null) return undefined;
  const [, before = "", digits, after = ""] = year;
  const moved = (part: string) => part.replace(/^[0-9]{4}/, (each) => String(Number(each) - 1));
  const range = /^(-[0-9]{2}-[0-9]{2})\/(.+)$/.exec(after);
  const earlier =
    range === null
      ? `${before}${Number(digits) - 1}${after}`
      : `${Number(digits) - 1}${range[1]}/${moved(range[2] as string)}`;
  try {
    periodOf(earlier);
    return earlier;
  } catch {
    // 29 February of a leap year has no day a year earlier.
    return undefined;
  }
}

export interface PeriodFault {
  readonly fault: "doubled" | "overlapping" | "missing";
  readonly periods: readonly [string, string];
  /** Of what is missing, the periods. */
  readonly missing?: readonly string[];
}

/**
 * What is wrong with the periods of one series: the same twice, two that share days, or a gap.
 * Periods of different kinds (months and the year that they add up to) are looked at apart, as a
 * series each.
 */
export function periodFaults(periods: readonly string[]): PeriodFault[] {
  const kinds = new Set(periods.map((each) => periodOf(each).kind));
  return [...kinds].flatMap((kind) => {
    const ordered = periods.filter((each) => periodOf(each).kind === kind).toSorted(comparePeriods);
    return ordered.slice(1).flatMap((later, index): PeriodFault[] => {
      const earlier = ordered[index] as string;
      if (earlier === later) return [{ fault: "doubled", periods: [earlier, later] }];
      if (periodsOverlap(periodOf(earlier), periodOf(later)))
        return [{ fault: "overlapping", periods: [earlier, later] }];
      const missing = between(earlier, later);
      return missing.length === 0 ? [] : [{ fault: "missing", periods: [earlier, later], missing }];
    });
  });
}

function between(earlier: string, later: string): string[] {
  const missing: string[] = [];
  const end = periodOf(later).start;
  let next = nextPeriod(earlier);
  while (next !== undefined && periodOf(next).start < end) {
    missing.push(next);
    next = nextPeriod(next);
  }
  return missing;
}
