import { MoothallError } from "../error.ts";
import { type Layout, layoutOf, networkOf, placeOf } from "./layout.ts";
import type { Network } from "./network.ts";
import { type DisclosurePolicyInput, isSmall, type Rules, readPolicy } from "./policy.ts";
import { type Ranges, rangesOf } from "./ranges.ts";
import { checkEmitted, type EmittedTable } from "./table.ts";

/** The values that someone can narrow an entry down to; `highest` is null where nothing bounds it. */
export interface Range {
  readonly lowest: number;
  readonly highest: number | null;
}

/**
 * What can be worked out of one entry. `lowest` and `highest` are what arithmetic alone gives
 * (counts are whole, zero or more, and add up); `knowingPolicy` is what it gives to someone who
 * knows in addition whether the policy ever hides a zero. `unsafe`: either of the two leaves a
 * single value, or only small counts.
 */
export interface AuditedCell extends Range {
  /** The name of the row where rows are named, else its index from 0; null is the total. */
  readonly row: string | number | null;
  readonly column: string | number | null;
  readonly unsafe: boolean;
  /** Left out when no table fits what the policy says, so that it was not made by this policy. */
  readonly knowingPolicy?: Range;
}

export interface Audit {
  /** Every entry that is hidden, and every one that shows what the policy hides. */
  readonly cells: readonly AuditedCell[];
  readonly safe: boolean;
}

/**
 * Attacks a table as it was emitted: for every suppressed cell and total, the exact range of values
 * it can have. A figure shown that the policy calls small is listed as unsafe too.
 *
 * @throws MoothallError `core/bad-table`, `core/not-a-count`, `core/bad-disclosure-policy`;
 * `core/inconsistent-table` when no counts at all can add up to what is shown.
 */
export function auditTable(table: EmittedTable, policy: DisclosurePolicyInput): Audit {
  checkEmitted(table);
  const layout = layoutOf(table.cells.length, table.cells[0]?.length ?? 0);
  const cells = attack(networkOf(layout), [viewOf(table, layout)], readPolicy(policy), (entry) =>
    nameOf(table, layout, entry),
  );
  return { cells, safe: cells.every((cell) => !cell.unsafe) };
}

/**
 * Whether a table of this policy is safe: as `auditTable` finds, but without the exact ranges. Who
 * knows the policy knows no less than who does not, so attacking as that one is enough.
 */
export function isSafe(table: EmittedTable, rules: Rules): boolean {
  const layout = layoutOf(table.cells.length, table.cells[0]?.length ?? 0);
  const views = [viewOf(table, layout)];
  const asked = questioned(views);
  if (shownSmall(views, rules).length > 0) return false;
  const network = networkOf(layout);
  bound(network, views, rules.zeroIsHidden ? 0 : 1);
  const ranges = rangesOf(network, asked, rules.highestSmall + 1);
  return ranges !== undefined && asked.every((entry) => !gives(rangeAt(ranges, entry), rules));
}

/** What is shown of an entry: a figure, `null` where suppressed, `undefined` where left out. */
export type Shown = number | null | undefined;

/** What one paper shows of every entry of a network. */
export interface View {
  readonly entries: readonly Shown[];
  readonly roundedTo: number | undefined;
}

/** What a table shows, in the order of its layout. */
export const viewOf = (table: EmittedTable, layout: Layout): View => ({
  entries: [
    ...table.cells.flat(),
    ...(table.rowTotals ?? new Array<undefined>(layout.rows).fill(undefined)),
    ...(table.columnTotals ?? new Array<undefined>(layout.columns).fill(undefined)),
    table.total,
  ],
  roundedTo: table.roundedTo,
});

export type Place = Pick<AuditedCell, "row" | "column">;

export function nameOf(table: EmittedTable, layout: Layout, entry: number): Place {
  const [row, column] = placeOf(layout, entry);
  return {
    row: row === null ? null : (table.rows?.[row] ?? row),
    column: column === null ? null : (table.columns?.[column] ?? column),
  };
}

/** Attacks what several papers together show of the same entries. */
export function attack<Where extends Place>(
  network: Network,
  views: readonly View[],
  rules: Rules,
  place: (entry: number) => Where,
): (AuditedCell & Where)[] {
  const asked = questioned(views);
  bound(network, views, 0);
  const plain = rangesOf(network, asked);
  if (plain === undefined) throw inconsistent();
  let knowing: Ranges | undefined = plain;
  if (!rules.zeroIsHidden && asked.length > 0) {
    bound(network, views, 1);
    knowing = rangesOf(network, asked);
  }
  const ranges = asked.map((entry) => {
    const range = rangeAt(plain, entry);
    const known = knowing && rangeAt(knowing, entry);
    const unsafe = gives(range, rules) || (known !== undefined && gives(known, rules));
    return { entry, range, known, unsafe };
  });
  const hidden = new Set(asked);
  for (const [entry, shown] of shownSmall(views, rules)) {
    const range = { lowest: shown, highest: shown };
    if (!hidden.has(entry)) ranges.push({ entry, range, known: range, unsafe: true });
  }
  ranges.sort((a, b) => a.entry - b.entry);
  return ranges.map(({ entry, range, known, unsafe }) => ({
    ...place(entry),
    ...range,
    unsafe,
    ...(known !== undefined && { knowingPolicy: known }),
  }));
}

/** The entries whose exact value one of the papers does not say. */
const questioned = (views: readonly View[]): number[] => [
  ...new Set(
    views.flatMap(({ entries, roundedTo }) =>
      [...entries.keys()].filter((entry) =>
        roundedTo === undefined ? entries[entry] === null : entries[entry] !== undefined,
      ),
    ),
  ),
];

/** The entries of which a paper shows what the policy hides. */
const shownSmall = (views: readonly View[], rules: Rules): [entry: number, shown: number][] => {
  const found = new Map<number, number>();
  for (const { entries, roundedTo } of views) {
    if (roundedTo !== undefined) continue;
    for (const [entry, shown] of entries.entries()) {
      if (typeof shown === "number" && isSmall(rules, shown)) found.set(entry, shown);
    }
  }
  return [...found];
};

/** Sets what someone knows of each entry before adding up. */
export function bound(network: Network, views: readonly View[], leastHidden: number): void {
  network.low.fill(0, 0, network.entries);
  network.high.fill(Number.POSITIVE_INFINITY, 0, network.entries);
  for (const { entries, roundedTo } of views) {
    for (const [entry, shown] of entries.entries()) {
      if (shown === undefined) continue;
      const slack = roundedTo === undefined ? 0 : roundedTo - 1;
      const low = shown === null ? leastHidden : shown - slack;
      const high = shown === null ? Number.POSITIVE_INFINITY : shown + slack;
      network.low[entry] = Math.max(network.low[entry] as number, low);
      network.high[entry] = Math.min(network.high[entry] as number, high);
    }
  }
}

export const rangeAt = (ranges: Ranges, entry: number): Range => {
  const highest = ranges.highest[entry] as number;
  return {
    lowest: ranges.lowest[entry] as number,
    highest: highest === Number.POSITIVE_INFINITY ? null : highest,
  };
};

/** Whether a range gives a hidden value away: a single value, or only small ones. */
const gives = (range: Range, rules: Rules): boolean =>
  range.highest === range.lowest || onlySmall(range, rules);

export const onlySmall = ({ lowest, highest }: Range, rules: Rules): boolean =>
  highest !== null && lowest >= rules.lowestSmall && highest <= rules.highestSmall;

export const inconsistent = (): MoothallError =>
  new MoothallError({
    code: "core/inconsistent-table",
    message: "No counts can add up to what is shown: a total contradicts its parts.",
    hint: "Give the figures exactly as they were published; for a rounded table say `roundedTo`.",
  });
