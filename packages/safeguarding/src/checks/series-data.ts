import type { Break } from "../resources/break.ts";
import type { Indicator } from "../resources/indicator.ts";
import type { Observation } from "../resources/observation.ts";

/** An indicator with all of its observations and breaks: what most checks and reports look at. */
export interface IndicatorData {
  readonly indicator: Indicator;
  /** All vintages. */
  readonly observations: readonly Observation[];
  readonly breaks: readonly Break[];
}

/** What makes a series: everything of a fact but its period. */
export const seriesKeyOf = ({ area, body, breakdown }: Observation): string =>
  [area ?? "", body ?? "", breakdown ?? ""].join(" ");

export const groupBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

export const about = ({ id }: { readonly id: string }): string => `safeguarding/observation/${id}`;
