import { type BreakInSeries, describeBreak } from "./break.ts";
import { periodOf } from "./periods.ts";

/** A stretch of a series within which figures were counted in one way. */
export interface Segment<Point> {
  /** The break that it begins with; undefined for the first. */
  readonly since: BreakInSeries | undefined;
  /** The break that it ends with; undefined for the last. */
  readonly until: BreakInSeries | undefined;
  readonly points: readonly Point[];
}

export interface Segmented<Point> {
  readonly segments: readonly Segment<Point>[];
  /** Points whose period holds a break that is not its first day: they belong to neither side. */
  readonly astride: readonly Point[];
}

/**
 * Cuts a series at its breaks, whatever its periods are and whether or not a break falls on the
 * first day of one or lies outside the series: a period that ends before the break belongs to the
 * segment before, one that begins on it or later to the segment after, and one that holds it
 * otherwise to neither. A break on 22 June 2016 leaves out June 2016, its quarter and its year.
 *
 * @throws MoothallError `core/bad-period`
 */
export function segmentsOf<Point extends { readonly period: string }>(
  points: readonly Point[],
  breaks: readonly BreakInSeries[],
): Segmented<Point> {
  const ordered = breaks.toSorted((left, right) => (left.date < right.date ? -1 : 1));
  const parts = Array.from({ length: ordered.length + 1 }, () => [] as Point[]);
  const astride: Point[] = [];
  for (const point of points) {
    const place = placeOf(point.period, ordered);
    if (place === undefined) astride.push(point);
    else parts[place]?.push(point);
  }
  return {
    segments: parts.map((part, index) => ({
      since: ordered[index - 1],
      until: ordered[index],
      points: part,
    })),
    astride,
  };
}

/** How many breaks lie before a period; undefined when one lies within it. */
function placeOf(period: string, breaks: readonly BreakInSeries[]): number | undefined {
  const { start, end } = periodOf(period);
  const before = breaks.filter(({ date }) => date <= start).length;
  const beforeEnd = breaks.filter(({ date }) => end === null || date <= end).length;
  return before === beforeEnd ? before : undefined;
}

/** The breaks that lie between two periods or within one of them, in order. */
export function breaksBetween<Each extends BreakInSeries>(
  from: string,
  to: string,
  breaks: readonly Each[],
): readonly Each[] {
  const [left, right] = [periodOf(from), periodOf(to)];
  const start = left.start < right.start ? left.start : right.start;
  const ends = [left.end, right.end];
  const end = ends.includes(null) ? null : (ends.toSorted().at(-1) as string);
  return breaks
    .filter(({ date }) => date > start && (end === null || date <= end))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
}

/** Whether the day of the break lies in the period, other than as its first. */
export function isAstride(period: string, { date }: BreakInSeries): boolean {
  const { start, end } = periodOf(period);
  return start < date && (end === null || date <= end);
}

/** For a reader: `before the break of 22 June 2016 (…)`, `since …`, `all`. */
export const describeSegment = ({ since, until }: Segment<unknown>): string =>
  [since && `since ${describeBreak(since)}`, until && `before ${describeBreak(until)}`]
    .filter((part) => part !== undefined)
    .join(", ") || "all periods";
