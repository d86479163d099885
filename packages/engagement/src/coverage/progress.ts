import { formatDate } from "@moothall/core";
import type { Coverage, CoverageQuestion } from "./coverage-input.ts";

/** Days from one day to a later one. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/**
 * Whether as many places were visited as the targets ask for by the day: in a straight line from
 * the start of the term over the interim targets to its end. Null where there is no term.
 */
export function progressOf(
  { term, target, interim = [], asAt }: CoverageQuestion,
  places: number,
  visited: number,
): Coverage["progress"] {
  if (term === undefined) return null;
  const end = target ?? places;
  const marks = [
    { by: term.start, places: 0 },
    ...interim.filter(({ by }) => by < term.end).toSorted((a, b) => (a.by < b.by ? -1 : 1)),
    { by: term.end, places: end },
  ];
  const next = marks.slice(1).find(({ by }) => by >= asAt);
  const expected = expectedAt(marks, asAt);
  const onTrack = visited >= expected;
  const missing = next === undefined ? 0 : Math.max(0, next.places - visited);
  const should = Math.ceil(expected);
  return {
    target: end,
    expected,
    onTrack,
    next: next === undefined ? null : { ...next, missing },
    words: `${visited} of ${end} places visited by ${formatDate(asAt)}; ${should} ${onTrack ? "were" : "would have been"} due by then: ${onTrack ? "on track" : `behind by ${should - visited}`}.`,
  };
}

function expectedAt(marks: readonly { by: string; places: number }[], day: string): number {
  for (const [index, mark] of marks.entries()) {
    const before = marks[index - 1];
    if (day > mark.by) continue;
    if (before === undefined) return 0;
    const span = daysBetween(before.by, mark.by);
    const part = span === 0 ? 1 : daysBetween(before.by, day) / span;
    return before.places + (mark.places - before.places) * part;
  }
  return marks.at(-1)?.places ?? 0;
}
