import { type Layout, networkOf } from "./layout.ts";
import { costOfHidden, movement } from "./movement.ts";
import type { Network } from "./network.ts";
import { isSmall, type Rules } from "./policy.ts";

/** What it costs to hide an entry that could be shown: few are hidden, small ones first, totals last. */
const costOfCell = 1000;
const costOfTotal = 8000;

interface Work {
  readonly network: Network;
  readonly rules: Rules;
  readonly small: ReadonlySet<number>;
  readonly hidden: Uint8Array;
  /** What it costs to use each entry as cover; what it cost before it was hidden. */
  readonly costs: Float64Array;
  readonly costsOfShown: Float64Array;
  /** Why each hidden entry is safe: the entries along which its value can move. */
  readonly witnesses: Map<number, readonly number[]>;
}

/**
 * Chooses what to hide of a table: the small entries, and for each the cheapest others along which
 * it could grow beyond small while all that is shown stays as it is. Undefined when that cannot be.
 *
 * The total of all is never hidden, and taken as known even where it is not shown. So wherever an
 * entry grows another one shrinks, and the table in which it is largest has that other one at its
 * lower bound, which is small: who knows the rule cannot tell which of the two was the small one.
 *
 * @param entries cells and totals in the order of the layout.
 */
export function chooseHidden(
  entries: readonly number[],
  layout: Layout,
  rules: Rules,
  totalsAreShown: boolean,
): Uint8Array | undefined {
  const cells = layout.rows * layout.columns;
  const small = [...entries.keys()]
    .filter((entry) => entry < cells || totalsAreShown)
    .filter((entry) => isSmall(rules, entries[entry] as number))
    .sort((a, b) => (entries[a] as number) - (entries[b] as number) || a - b);
  if (small.includes(layout.total)) return undefined;
  const work = begin(entries, layout, rules, totalsAreShown, new Set(small));
  if (!rules.policy.secondary) return work.hidden;
  for (const entry of small) if (!cover(work, entry)) return undefined;
  prune(work, cells);
  return work.hidden;
}

function begin(
  entries: readonly number[],
  layout: Layout,
  rules: Rules,
  totalsAreShown: boolean,
  small: ReadonlySet<number>,
): Work {
  const network = networkOf(layout);
  const cells = layout.rows * layout.columns;
  const costsOfShown = new Float64Array(layout.entries);
  for (const [entry, value] of entries.entries()) {
    network.value[entry] = value;
    network.low[entry] = rules.zeroIsHidden ? 0 : 1;
    costsOfShown[entry] = (entry < cells ? costOfCell : costOfTotal) + Math.min(value, 999);
    if (value === 0 && !rules.zeroIsHidden) costsOfShown[entry] = Number.POSITIVE_INFINITY;
    // Totals that the table does not show bind nobody.
    if (entry >= cells && !totalsAreShown) costsOfShown[entry] = costOfHidden;
  }
  costsOfShown[layout.total] = Number.POSITIVE_INFINITY;
  const hidden = new Uint8Array(layout.entries);
  const costs = costsOfShown.slice();
  for (const entry of small) {
    hidden[entry] = 1;
    costs[entry] = costOfHidden;
  }
  return { network, rules, small, hidden, costs, costsOfShown, witnesses: new Map() };
}

/** How far an entry must be able to grow: a small one beyond small, another one at all. */
const growth = ({ network, rules }: Work, entry: number): number =>
  Math.max(1, rules.highestSmall + 1 - (network.value[entry] as number));

function cover(work: Work, entry: number): boolean {
  const { network, hidden, costs, witnesses } = work;
  const path = movement(network, costs, entry, growth(work, entry), true);
  if (path === undefined) return false;
  witnesses.set(entry, path);
  for (const other of path) {
    if ((costs[other] as number) <= costOfHidden) continue;
    hidden[other] = 1;
    costs[other] = costOfHidden;
    witnesses.set(other, [entry, ...path.filter((each) => each !== other)]);
  }
  return true;
}

/** Shows again what was hidden for entries that are safe without it by now, dearest first. */
function prune(work: Work, cells: number): void {
  const { hidden, costs, costsOfShown, witnesses, small, network } = work;
  const dependants = new Map<number, Set<number>>();
  const replace = (entry: number, path: readonly number[] | undefined) => {
    for (const other of witnesses.get(entry) ?? []) dependants.get(other)?.delete(entry);
    if (path === undefined) witnesses.delete(entry);
    else witnesses.set(entry, path);
    for (const other of path ?? []) {
      const known = dependants.get(other);
      if (known === undefined) dependants.set(other, new Set([entry]));
      else known.add(entry);
    }
  };
  for (const [entry, path] of [...witnesses]) replace(entry, path);
  const value = (entry: number) => network.value[entry] as number;
  const spare = [...hidden.keys()]
    .filter((entry) => hidden[entry] === 1 && !small.has(entry))
    .sort((a, b) => Number(b >= cells) - Number(a >= cells) || value(b) - value(a) || b - a);
  for (const entry of spare) {
    costs[entry] = costsOfShown[entry] as number;
    const found = otherWitnesses(work, entry, dependants.get(entry) ?? new Set());
    if (found === undefined) {
      costs[entry] = costOfHidden;
      continue;
    }
    hidden[entry] = 0;
    replace(entry, undefined);
    for (const [dependant, path] of found) replace(dependant, path);
  }
}

/** Another reason why each of these is safe once an entry is shown; undefined when one has none. */
function otherWitnesses(
  work: Work,
  shown: number,
  dependants: ReadonlySet<number>,
): Map<number, readonly number[]> | undefined {
  const { network, costs, small } = work;
  const found = new Map<number, readonly number[]>();
  for (const entry of dependants) {
    if (entry === shown) continue;
    const path =
      movement(network, costs, entry, growth(work, entry), true, costOfHidden) ??
      (small.has(entry) ? undefined : movement(network, costs, entry, 1, false, costOfHidden));
    if (path === undefined) return undefined;
    found.set(entry, path);
  }
  return found;
}
