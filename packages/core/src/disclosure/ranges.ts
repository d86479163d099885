import type { Network } from "./network.ts";

export interface Ranges {
  /** By arc; only those that were asked for mean anything. */
  readonly lowest: Float64Array;
  /** Infinity where nothing bounds it. */
  readonly highest: Float64Array;
}

/**
 * The lowest and the highest value that each of these entries can have in any table that fits the
 * bounds of the network; undefined when no table fits. Exact, in whole numbers.
 *
 * With `enough`, only as far as it takes to see which entries cannot reach that value, and which
 * have a single one.
 */
export function rangesOf(
  network: Network,
  asked: readonly number[],
  enough = Number.POSITIVE_INFINITY,
): Ranges | undefined {
  if (!network.settle()) return undefined;
  const { value, low, high, tail, head } = network;
  const lowest = value.slice(0, network.entries);
  const highest = lowest.slice();
  // Every table met on the way is a witness for all entries, which spares most of the searches.
  const witness = () => {
    for (const arc of asked) {
      const present = value[arc] as number;
      if (present < (lowest[arc] as number)) lowest[arc] = present;
      if (present > (highest[arc] as number)) highest[arc] = present;
    }
  };
  for (const arc of asked) {
    const from = tail[arc] as number;
    const to = head[arc] as number;
    const goal = Math.min(high[arc] as number, Math.max(enough, (lowest[arc] as number) + 1));
    if ((highest[arc] as number) < goal) {
      const room = goal - (value[arc] as number);
      const risen = network.push(to, from, arc, room);
      witness();
      if (risen === Number.POSITIVE_INFINITY) highest[arc] = risen;
    }
    const reached = highest[arc] as number;
    if (reached >= enough && reached > (lowest[arc] as number)) continue;
    if ((lowest[arc] as number) > (low[arc] as number)) {
      network.push(from, to, arc, (value[arc] as number) - (low[arc] as number));
      witness();
    }
  }
  return { lowest, highest };
}
