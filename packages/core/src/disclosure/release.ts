import {
  type Audit,
  type AuditedCell,
  attack,
  bound,
  inconsistent,
  nameOf,
  onlySmall,
  type Range,
  rangeAt,
  viewOf,
} from "./audit.ts";
import { type Layout, layoutOf, networkOf } from "./layout.ts";
import { Network } from "./network.ts";
import { type DisclosurePolicyInput, type Rules, readPolicy } from "./policy.ts";
import { rangesOf } from "./ranges.ts";
import { badTable, checkEmitted, type EmittedTable } from "./table.ts";

/** An entry that several releases together give away. */
export interface AuditedReleaseCell extends AuditedCell {
  /** The release it stands in, by its index in what was given. */
  readonly release: number;
  /** For what was added since an earlier release: the index of that one. */
  readonly since?: number;
}

export interface ReleaseAudit extends Audit {
  readonly cells: readonly AuditedReleaseCell[];
}

/**
 * Attacks tables of one shape that were published one after the other.
 *
 * `same-counts`: the same counts, hidden or totalled differently; what one shows is known in all.
 * Exact. A figure that was revised is an error, since these are not the same counts.
 *
 * `cumulative`: each counts all that the one before counted and what came since (a year to date).
 * What was added is itself a table, so a small difference of two figures shown is unsafe too. The
 * ranges found hold for sure, but may be wider than what a solver over all releases at once finds.
 *
 * @throws MoothallError as `auditTable`; `core/bad-table` when shapes differ.
 */
export function auditRelease(
  tables: readonly EmittedTable[],
  policy: DisclosurePolicyInput,
  relation: "same-counts" | "cumulative" = "same-counts",
): ReleaseAudit {
  const rules = readPolicy(policy);
  const [first] = tables;
  if (first === undefined) throw badTable("There is no table to audit.", "");
  for (const table of tables) checkEmitted(table);
  const layout = layoutOf(first.cells.length, first.cells[0]?.length ?? 0);
  for (const [index, table] of tables.entries()) {
    if (table.cells.length !== layout.rows || table.cells[0]?.length !== layout.columns) {
      throw badTable("The releases do not have the same rows and columns.", `/${index}`);
    }
  }
  const cells =
    relation === "cumulative"
      ? attackCumulative(tables, layout, rules)
      : attack(
          networkOf(layout),
          tables.map((table) => viewOf(table, layout)),
          rules,
          (entry) => ({ ...nameOf(first, layout, entry), release: tables.length - 1 }),
        );
  return { cells, safe: cells.every((cell) => !cell.unsafe) };
}

interface Bounds {
  readonly network: Network;
  readonly asked: number[];
}

function attackCumulative(
  tables: readonly EmittedTable[],
  layout: Layout,
  rules: Rules,
): AuditedReleaseCell[] {
  const places = (release: number) => (entry: number) => ({
    ...nameOf(tables[release] as EmittedTable, layout, entry),
    release,
    entry,
  });
  const releases = tables.map((table): Bounds => {
    const network = networkOf(layout);
    bound(network, [viewOf(table, layout)], 0);
    return { network, asked: [...Array(layout.entries).keys()] };
  });
  const added = releases.slice(1).map((): Bounds => {
    const network = networkOf(layout);
    bound(network, [], 0);
    return { network, asked: [...Array(layout.entries).keys()] };
  });
  // Each round narrows all tables by what the others leave; the ranges only ever shrink.
  for (let round = 0, narrowed = true; narrowed && round < 50; round += 1) {
    for (const each of [...releases, ...added]) narrowToRanges(each);
    narrowed = false;
    for (const [index, increment] of added.entries()) {
      narrowed =
        narrowSum(releases[index] as Bounds, increment, releases[index + 1] as Bounds) || narrowed;
    }
  }
  const found: AuditedReleaseCell[] = [];
  for (const [release, table] of tables.entries()) {
    const { network } = releases[release] as Bounds;
    const alone = attack(networkOf(layout), [viewOf(table, layout)], rules, places(release));
    for (const { entry, ...cell } of alone) {
      const range = boundsAt(network, entry);
      const unsafe = cell.unsafe || range.lowest === range.highest || onlySmall(range, rules);
      found.push({ ...cell, ...range, unsafe });
    }
  }
  for (const [index, { network }] of added.entries()) {
    for (let entry = 0; entry < layout.entries; entry += 1) {
      const range = boundsAt(network, entry);
      const isPublished = tables
        .slice(index, index + 2)
        .some((table) => viewOf(table, layout).entries[entry] !== undefined);
      if (!isPublished || !onlySmall(range, rules)) continue;
      const { entry: _, ...place } = places(index + 1)(entry);
      found.push({ ...place, ...range, unsafe: true, since: index });
    }
  }
  return found;
}

const boundsAt = ({ low, high }: Network, entry: number): Range =>
  rangeAt({ lowest: low, highest: high }, entry);

function narrowToRanges({ network, asked }: Bounds): void {
  const ranges = rangesOf(network, asked);
  if (ranges === undefined) throw inconsistent();
  network.low.set(ranges.lowest);
  network.high.set(ranges.highest);
}

/** Narrows the bounds of three tables of which the first two add up to the third. */
function narrowSum(before: Bounds, increment: Bounds, after: Bounds): boolean {
  let narrowed = false;
  const tighten = ({ network }: Bounds, entry: number, low: number, high: number) => {
    if (low > (network.low[entry] as number)) {
      network.low[entry] = low;
      narrowed = true;
    }
    if (high < (network.high[entry] as number)) {
      network.high[entry] = high;
      narrowed = true;
    }
  };
  for (const entry of before.asked) {
    const [a, b, c] = [before, increment, after].map(({ network }) => ({
      low: network.low[entry] as number,
      high: network.high[entry] as number,
    })) as [Limits, Limits, Limits];
    tighten(after, entry, a.low + b.low, a.high + b.high);
    tighten(before, entry, c.low - b.high, c.high - b.low);
    tighten(increment, entry, c.low - a.high, c.high - a.low);
  }
  return narrowed;
}

interface Limits {
  readonly low: number;
  readonly high: number;
}

export interface NestedTables {
  readonly fine: EmittedTable;
  /** The same counts with the rows put together in groups: districts in counties. */
  readonly coarse: EmittedTable;
  /** For each row of `fine`, the index of the row of `coarse` that holds it. */
  readonly groups: readonly number[];
}

/**
 * Attacks a table together with one whose rows are groups of its rows. Exact: rows in a tree and
 * flat columns are still one network. `release` is 0 for the fine table, 1 for the coarse one.
 *
 * @throws MoothallError as `auditTable`; `core/bad-table` when the two do not fit together.
 */
export function auditNested(tables: NestedTables, policy: DisclosurePolicyInput): ReleaseAudit {
  const { fine, coarse, groups } = tables;
  checkEmitted(fine);
  checkEmitted(coarse);
  const columns = fine.cells[0]?.length ?? 0;
  const inner = layoutOf(fine.cells.length, columns);
  const outer = layoutOf(coarse.cells.length, columns);
  if (coarse.cells[0]?.length !== columns) {
    throw badTable("The two tables do not have the same columns.", "/coarse");
  }
  if (
    groups.length !== inner.rows ||
    groups.some((group) => !Number.isInteger(group) || group < 0 || group >= outer.rows)
  ) {
    throw badTable("Every row of the fine table belongs to one row of the coarse one.", "/groups");
  }
  const ofFine = viewOf(fine, inner);
  const ofCoarse = viewOf(coarse, outer);
  const cells = outer.rows * columns;
  const below = inner.rows * columns + inner.rows;
  const views = [
    { ...ofFine, entries: [...ofFine.entries, ...Array(cells + outer.rows).fill(undefined)] },
    {
      ...ofCoarse,
      entries: [
        ...Array(below).fill(undefined),
        ...ofCoarse.entries.slice(cells + outer.rows),
        ...ofCoarse.entries.slice(0, cells + outer.rows),
      ],
    },
  ];
  const found = attack(nestedNetwork(inner, outer, groups), views, readPolicy(policy), (entry) =>
    entry < inner.entries
      ? { ...nameOf(fine, inner, entry), release: 0 }
      : { ...nameOf(coarse, outer, entry - inner.entries), release: 1 },
  );
  return { cells: found, safe: found.every((cell) => !cell.unsafe) };
}

/** Total → group total → row total → cell → group's cell → column total → total. */
function nestedNetwork(inner: Layout, outer: Layout, groups: readonly number[]): Network {
  const { rows, columns } = inner;
  const groupCell = (column: number, group: number) => rows + column * outer.rows + group;
  const groupTotal = (group: number) => groupCell(columns, group);
  const column = (index: number) => groupTotal(outer.rows) + index;
  const allRows = column(columns);
  const allColumns = allRows + 1;
  const each = (length: number) => [...Array(length).keys()];
  const groupOf = (row: number) => groups[row] as number;
  return new Network(allColumns + 1, [
    ...each(rows).flatMap((row) =>
      each(columns).map((at) => [row, groupCell(at, groupOf(row))] as const),
    ),
    ...each(rows).map((row) => [groupTotal(groupOf(row)), row] as const),
    ...each(columns).map((at) => [column(at), allRows] as const),
    [allRows, allColumns],
    ...each(outer.rows).flatMap((group) =>
      each(columns).map((at) => [groupCell(at, group), column(at)] as const),
    ),
    ...each(outer.rows).map((group) => [allColumns, groupTotal(group)] as const),
  ]);
}
