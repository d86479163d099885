import { fault } from "../errors.ts";
import type { Cells } from "./cells.ts";

/** By how much, as a part of the whole, margins may differ that were rounded apart. */
export const rounding = 1e-6;

/** How a margin and a category are called in a message. */
export interface Names {
  readonly margins: readonly string[];
  readonly categories: readonly (readonly string[])[];
}

/**
 * Whether some weights can meet the margins at all, as far as each margin alone tells.
 * @throws MoothallError `engagement/negative-count`, `engagement/not-a-number`,
 * `engagement/margins-differ`, `engagement/margin-without-respondents`,
 * `engagement/margin-without-population`, `engagement/margin-missing`
 */
export function requirePossible(
  cells: Cells,
  targets: readonly ArrayLike<number>[],
  names?: Names,
): void {
  if (targets.length === 0) throw noMargin();
  const place = (margin: number, category: number) => ({
    margin: names?.margins[margin] ?? String(margin + 1),
    category: names?.categories[margin]?.[category] ?? String(category + 1),
  });
  const totals = targets.map((target, margin) => {
    let total = 0;
    for (let category = 0; category < target.length; category += 1) {
      total += requirePopulation(target[category], place(margin, category));
    }
    return total;
  });
  const [first = 0] = totals;
  for (const [margin, total] of totals.entries()) {
    if (total > 0 && Math.abs(total - first) <= rounding * first) continue;
    throw differ(place(0, 0).margin, first, place(margin, 0).margin, total);
  }
  for (const [margin, target] of targets.entries()) {
    const respondents = respondentsOf(cells, margin, target.length);
    for (let category = 0; category < target.length; category += 1) {
      const there = respondents[category] as number;
      const population = target[category] as number;
      if (population > 0 && there === 0) throw withoutRespondents(place(margin, category));
      if (population === 0 && there > 0) throw withoutPopulation(place(margin, category));
    }
  }
}

function respondentsOf(cells: Cells, margin: number, categories: number): Float64Array {
  const found = new Float64Array(categories);
  const code = cells.codes[margin] as Int32Array;
  for (let cell = 0; cell < cells.length; cell += 1) {
    const category = code[cell] as number;
    found[category] = (found[category] as number) + (cells.sums[cell] as number);
  }
  return found;
}

interface Place {
  readonly margin: string;
  readonly category: string;
}

const at = ({ margin, category }: Place) => ({
  pointer: `/margins/${escaped(margin)}/${escaped(category)}`,
});
const escaped = (segment: string) => segment.replaceAll("~", "~0").replaceAll("/", "~1");

function requirePopulation(value: number | undefined, place: Place): number {
  if (value === undefined || !Number.isFinite(value)) {
    throw fault(
      "engagement/not-a-number",
      `The population of '${place.category}' in '${place.margin}' is not a number.`,
      "Give the population as a number; leave out a category that is not known.",
      at(place),
    );
  }
  if (value < 0) {
    throw fault(
      "engagement/negative-count",
      `The population of '${place.category}' in '${place.margin}' is negative.`,
      "Correct the figure.",
      at(place),
    );
  }
  return value;
}

const withoutRespondents = (place: Place) =>
  fault(
    "engagement/margin-without-respondents",
    `Nobody of '${place.category}' in '${place.margin}' answered, though people live there.`,
    "No weight can stand for people who did not answer: put the category together with another one.",
    at(place),
  );

const withoutPopulation = (place: Place) =>
  fault(
    "engagement/margin-without-population",
    `People of '${place.category}' in '${place.margin}' answered, though its population is zero.`,
    "Correct the population, or the category of those respondents.",
    at(place),
  );

const differ = (one: string, first: number, other: string, second: number) =>
  fault(
    "engagement/margins-differ",
    one === other
      ? `Margin '${one}' adds up to ${first}.`
      : `Margin '${one}' adds up to ${first} and '${other}' to ${second}: not the same population.`,
    "Take all margins from the same population and date.",
    { pointer: `/margins/${escaped(other)}` },
  );

const noMargin = () =>
  fault(
    "engagement/margin-missing",
    "No population is given to weight to.",
    "Give at least one margin, such as the population by age.",
    { pointer: "/margins" },
  );
