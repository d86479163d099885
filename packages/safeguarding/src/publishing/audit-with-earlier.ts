import { isMoothallError } from "@moothall/core";
import {
  auditRelease,
  auditTable,
  type DisclosurePolicyInput,
  type EmittedTable,
} from "@moothall/core/disclosure";
import { periodOf } from "../comparability/periods.ts";
import { type Axis, emittedOf, type PublishedTable } from "../resources/published-table.ts";

export interface ReleaseFinding {
  readonly safe: boolean;
  /** Ids of the earlier tables that it was attacked together with. */
  readonly with: readonly string[];
}

/**
 * Attacks a table together with those published earlier of the same indicator: the same table shown
 * otherwise, a table that this one adds to (a year to date), and tables that share its totals.
 *
 * Where figures were revised since, the earlier table no longer counts the same and cannot be added
 * to the attack as such; the new one then stands on its own.
 */
export function auditWithEarlier(
  table: PublishedTable,
  earlier: readonly PublishedTable[],
  policy: DisclosurePolicyInput,
): ReleaseFinding {
  const emitted = emittedOf(table);
  const related = earlier.filter(
    (each) =>
      each.indicator === table.indicator &&
      each.definition === table.definition &&
      each.id !== table.id,
  );
  const used: string[] = [];
  const attack = (found: readonly PublishedTable[], safe: () => boolean): boolean => {
    try {
      const held = safe();
      used.push(...found.map(({ id }) => id));
      return held;
    } catch (error) {
      if (isMoothallError(error) && error.code === "core/inconsistent-table") return true;
      throw error;
    }
  };
  const same = related.filter((each) => isSameTable(each, table));
  const results = [
    ...same.map((each) =>
      attack([each], () => auditRelease([emittedOf(each), emitted], policy).safe),
    ),
    ...cumulative(related, table).map((pair) =>
      attack(
        pair.filter(({ id }) => id !== table.id),
        () => auditRelease(pair.map(emittedOf), policy, "cumulative").safe,
      ),
    ),
    ...related
      .filter((each) => !same.includes(each))
      .flatMap((each) => {
        const joined = withKnownTotals(table, each);
        return joined === undefined ? [] : [attack([each], () => auditTable(joined, policy).safe)];
      }),
  ];
  return { safe: results.every(Boolean), with: [...new Set(used)].toSorted() };
}

const sameAxis = (left: Axis, right: Axis): boolean =>
  left.by === right.by &&
  left.dimension === right.dimension &&
  left.keys.length === right.keys.length &&
  left.keys.every((key, index) => key === right.keys[index]);

const isSameTable = (left: PublishedTable, right: PublishedTable): boolean =>
  left.period === right.period &&
  left.area === right.area &&
  sameAxis(left.rows, right.rows) &&
  sameAxis(left.columns, right.columns);

/** Pairs of tables of one shape of which the later begins on the same day and ends later. */
function cumulative(
  related: readonly PublishedTable[],
  table: PublishedTable,
): readonly (readonly PublishedTable[])[] {
  if (table.period === undefined) return [];
  const own = periodOf(table.period);
  return related.flatMap((each) => {
    if (
      each.period === undefined ||
      each.area !== table.area ||
      !sameAxis(each.rows, table.rows) ||
      !sameAxis(each.columns, table.columns)
    )
      return [];
    const other = periodOf(each.period);
    if (other.start !== own.start || other.end === own.end) return [];
    return [(other.end ?? "9999") < (own.end ?? "9999") ? [each, table] : [table, each]];
  });
}

/**
 * The table with the totals that another one shows of the same rows, columns or whole; undefined
 * where that one shows none that this one hides.
 */
function withKnownTotals(table: PublishedTable, other: PublishedTable): EmittedTable | undefined {
  const emitted = emittedOf(table);
  if (other.period !== table.period || other.area !== table.area) return undefined;
  // A rounded total is not the total; the same table rounded is attacked as such.
  if (other.roundedTo !== undefined) return undefined;
  const from = (axis: Axis): readonly (number | null)[] | undefined =>
    sameAxis(axis, other.rows)
      ? other.rowTotals
      : sameAxis(axis, other.columns)
        ? other.columnTotals
        : undefined;
  const fill = (
    own: readonly (number | null)[] | undefined,
    known: readonly (number | null)[] | undefined,
  ) => {
    if (known === undefined) return own;
    return own?.map((value, index) => value ?? known[index] ?? null) ?? known;
  };
  const rowTotals = fill(table.rowTotals, from(table.rows));
  const columnTotals = fill(table.columnTotals, from(table.columns));
  const total = table.total ?? other.total;
  const gained =
    rowTotals !== table.rowTotals || columnTotals !== table.columnTotals || total !== table.total;
  return gained ? { ...emitted, rowTotals, columnTotals, total } : undefined;
}
