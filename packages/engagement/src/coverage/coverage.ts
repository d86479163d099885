import { parseInput, parsePeriod } from "@moothall/core";
import { requireNumber } from "../weighting/effective-size.ts";
import {
  type Coverage,
  type CoverageInput,
  type CoverageQuestion,
  coverageInput,
} from "./coverage-input.ts";
import { equityOf } from "./equity.ts";
import { type Place, placesOfDay } from "./place-lineage.ts";
import { daysBetween, progressOf } from "./progress.ts";

/**
 * Which places were visited: by place, by population and by authority, against the term and its
 * targets, with the longest gap and the list of places that nobody has visited.
 *
 * Told as of a day: the places of that day count. A visit to a place that has become part of another
 * one is a visit to that one; where a place was divided since, its visit counts for neither part.
 *
 * @throws MoothallError `engagement/unknown-place` (with the row of the visit),
 * `engagement/duplicate-place`, `engagement/circular-successors`, `engagement/negative-count`,
 * `core/bad-input`
 */
export function coverage(input: CoverageInput): Coverage {
  const question = parseInput(coverageInput(), input, "coverage");
  for (const [index, { population }] of question.places.entries())
    if (typeof population === "number") requireNumber(population, index, "population");
  const lineage = placesOfDay(question.places, question.asAt);
  const counted = {
    qualifying: 0,
    outsideTerm: 0,
    notHeld: 0,
    notInPerson: 0,
    notOpen: 0,
    notKnown: 0,
  };
  const lastVisit = new Map<string, string>();
  const visitsOf = new Map<string | null, number>();
  const partly = new Set<string>();
  const days: string[] = [];
  for (const [index, visit] of question.visits.entries()) {
    const now = lineage.nowOf(visit.place, index);
    const day = dayOf(visit);
    const outcome = judge(visit, day, question);
    counted[outcome] += 1;
    if (outcome !== "qualifying") continue;
    days.push(day);
    const [only, ...others] = now;
    if (only === undefined) continue;
    if (others.length > 0) {
      for (const { code } of now) partly.add(code);
      continue;
    }
    if ((lastVisit.get(only.code) ?? "") < day) lastVisit.set(only.code, day);
    const authority = only.authority ?? null;
    visitsOf.set(authority, (visitsOf.get(authority) ?? 0) + 1);
  }
  const isVisited = ({ code }: Place) => lastVisit.has(code);
  const unvisited = lineage.current.filter((place) => !isVisited(place));
  const authorities = byAuthority(lineage.current, isVisited);
  const total = summary(lineage.current, isVisited);
  return {
    asAt: question.asAt,
    ...total,
    visits: counted,
    authorities,
    progress: progressOf(question, total.places, total.visited),
    longestGap: longestGap(days, question),
    longestAgo: longestAgo(lineage.current, lastVisit, question.asAt),
    neverVisited: unvisited
      .filter(({ code }) => !partly.has(code))
      .map(({ code, name = code, authority = null }) => ({ code, name, authority })),
    undecided: unvisited
      .filter(({ code }) => partly.has(code))
      .map(({ code, name = code }) => ({ code, name })),
    equity: equityOf(authorities, visitsOf),
  };
}

type Visit = CoverageQuestion["visits"][number];

/** The day by which the visit is known to have been. */
function dayOf({ date }: Visit): string {
  if (date.length === 10) return date;
  const { start, end } = parsePeriod(date);
  return end ?? start;
}

function judge(
  { held, inPerson, openToPublic, date }: Visit,
  day: string,
  { term, asAt }: CoverageQuestion,
): keyof Coverage["visits"] {
  if (held === false) return "notHeld";
  if (inPerson === false) return "notInPerson";
  if (openToPublic === false) return "notOpen";
  if (held !== true || inPerson !== true || openToPublic !== true) return "notKnown";
  const start = date.length === 10 ? date : parsePeriod(date).start;
  const inTerm = term === undefined || (term.start <= start && day <= term.end);
  return inTerm && day <= asAt ? "qualifying" : "outsideTerm";
}

function summary(places: readonly Place[], isVisited: (place: Place) => boolean) {
  let visited = 0;
  let population = 0;
  let covered = 0;
  let withoutPopulation = 0;
  for (const place of places) {
    const people = place.population ?? undefined;
    if (people === undefined) withoutPopulation += 1;
    population += people ?? 0;
    if (!isVisited(place)) continue;
    visited += 1;
    covered += people ?? 0;
  }
  return {
    places: places.length,
    visited,
    share: places.length === 0 ? null : visited / places.length,
    population,
    covered,
    populationShare: population === 0 ? null : covered / population,
    withoutPopulation,
  };
}

function byAuthority(places: readonly Place[], isVisited: (place: Place) => boolean) {
  const groups = new Map<string | null, Place[]>();
  for (const place of places) {
    const name = place.authority ?? null;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [place]);
    else group.push(place);
  }
  return [...groups]
    .sort(([left], [right]) => ((left ?? "\uffff") < (right ?? "\uffff") ? -1 : 1))
    .map(([authority, own]) => ({ authority, ...summary(own, isVisited) }));
}

function longestGap(
  days: readonly string[],
  { term, asAt }: CoverageQuestion,
): Coverage["longestGap"] {
  const ends = days.toSorted();
  const first = term?.start ?? ends[0];
  const last = term !== undefined && term.end < asAt ? term.end : asAt;
  if (first === undefined || first > last) return null;
  let longest = { days: -1, from: first, to: first };
  let from = first;
  for (const to of [...ends, last]) {
    const gap = daysBetween(from, to);
    if (gap > longest.days) longest = { days: gap, from, to };
    from = to;
  }
  return longest;
}

function longestAgo(
  places: readonly Place[],
  lastVisit: ReadonlyMap<string, string>,
  asAt: string,
): Coverage["longestAgo"] {
  let longest: Coverage["longestAgo"] = null;
  for (const { code, name = code } of places) {
    const date = lastVisit.get(code);
    if (date === undefined || (longest !== null && date >= longest.date)) continue;
    longest = { code, name, days: daysBetween(date, asAt), date };
  }
  return longest;
}
