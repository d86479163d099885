import * as z from "zod";
import { parseDate } from "../date.ts";
import { MoothallError } from "../error.ts";
import { shared } from "../shared-schema.ts";
import { isSafe } from "./audit.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { type DisclosurePolicyInput, type Rules, readPolicy } from "./policy.ts";
import { roundTable } from "./round.ts";
import { chooseHidden } from "./suppress.ts";
import { type CountTable, checkCounts } from "./table.ts";

/** Only this module makes values of this type: nothing else can say of a table that it is protected. */
declare const made: unique symbol;
interface Made {
  readonly [made]: true;
}

/** A table that may be published: `null` is suppressed, one mark for all. */
export interface ProtectedTable extends Made {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (number | null)[])[];
  /** Left out, with the other totals, where totals are not published. */
  readonly rowTotals?: readonly (number | null)[];
  readonly columnTotals?: readonly (number | null)[];
  readonly total?: number | null;
  /** Every figure is a multiple of this base next to the truth, and they add up. */
  readonly roundedTo?: number;
  /** The counts are as they are, because somebody decided so. */
  readonly override?: { readonly by: string; readonly reason: string; readonly expires: string };
}

/** What is published in place of a table that cannot be made safe. */
export interface WithheldTable extends Made {
  readonly withheld: true;
  readonly reason: string;
}

export type Protected = ProtectedTable | WithheldTable;

const protectedTables = new WeakSet<object>();
const cellsOfProtected = new WeakSet<object>();

/** Whether this very object was made by `protectTable`; a copy of it was not. */
export const isProtected = (value: unknown): value is Protected =>
  typeof value === "object" && value !== null && protectedTables.has(value);

/**
 * The schema of counts that an operation shows to callers below the class that it reads at: the very
 * `cells` of a table that `protectTable` made, and nothing that looks like them. The host refuses to
 * load an operation that shows a table of counts otherwise.
 */
export const protectedCells = shared(() =>
  z
    .unknown()
    .refine(
      (value) => typeof value === "object" && value !== null && cellsOfProtected.has(value),
      "must be the cells of a table that protectTable made",
    )
    .meta({
      type: "array",
      items: { type: "array", items: { anyOf: [{ type: "integer" }, { type: "null" }] } },
      description: "Counts of a protected table; null is suppressed",
    }),
);

export const isWithheld = (table: Protected): table is WithheldTable => "withheld" in table;

export interface ProtectOptions {
  /** Today, yyyy-mm-dd: needed where the policy has an override, to see whether it has expired. */
  readonly today?: string;
}

/**
 * Makes a table of counts safe to publish under a policy: hides the small ones, and as few others
 * as it takes so that no hidden one can be worked out, neither by adding up nor by knowing the
 * policy; or rounds all of them to a base. What comes out is attacked before it is handed back, and
 * withheld when the attack succeeds. The same table gives the same bytes on every run.
 *
 * Against: arithmetic, and arithmetic with the policy. Not against somebody who runs this very
 * algorithm over every table that fits what is shown and keeps those that come out alike: of the
 * smallest tables (two rows, two or three columns) that still gives some away, so publish those
 * rounded, or put together with others.
 *
 * Where totals are shown, a total is a count too: a small one is hidden like a cell. Where they are
 * not, other cells are still hidden beside the small ones, so that the mark does not say which are
 * small; totals that stand in another paper have to be given as shown here.
 *
 * @throws MoothallError `core/bad-table`, `core/not-a-count`, `core/bad-disclosure-policy`. No
 * message holds a count.
 */
export function protectTable(
  table: CountTable,
  policy: DisclosurePolicyInput,
  options: ProtectOptions = {},
): Protected {
  checkCounts(table);
  const rules = readPolicy(policy);
  const layout = layoutOf(table.counts.length, table.columns.length);
  const entries = entriesWithTotals(table, layout);
  const totals = table.publishTotals ?? true;
  const { override, rounding } = rules.policy;
  if (override !== undefined && isInForce(override.expires, options.today)) {
    return publish({ ...shape(table, layout, entries, totals), override: { ...override } });
  }
  if (rounding !== undefined) {
    const rounded = roundTable(entries, layout, rounding);
    return publishIfSafe(
      { ...shape(table, layout, rounded, totals), roundedTo: rounding },
      rules,
      `Rounded to ${rounding}, the table would still give small counts away.`,
    );
  }
  const hidden = chooseHidden(entries, layout, rules, totals);
  if (hidden === undefined) {
    return withhold("The counts are too few or too small to hide any of them behind others.");
  }
  const shown = entries.map((value, entry) => (hidden[entry] === 1 ? null : value));
  const visible = totals ? shown : shown.slice(0, layout.rows * layout.columns);
  if (visible.includes(null) && !visible.some((value) => value !== null && value > 0)) {
    return withhold("No figure would be left to show.");
  }
  return publishIfSafe(
    shape(table, layout, shown, totals),
    rules,
    "What would be shown gives hidden counts away.",
  );
}

type Unmade = Omit<ProtectedTable, typeof made>;

function publishIfSafe(table: Unmade, rules: Rules, otherwise: string): Protected {
  return isSafe(table, rules) ? publish(table) : withhold(otherwise);
}

const publish = (table: Unmade): Protected => mark(table as ProtectedTable);

const withhold = (reason: string): Protected => mark({ withheld: true, reason } as WithheldTable);

function mark<T extends Protected>(table: T): T {
  freeze(table);
  protectedTables.add(table);
  if ("cells" in table) cellsOfProtected.add(table.cells);
  return table;
}

/** A protected table cannot be changed afterwards, or the mark would mean nothing. */
function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}

function entriesWithTotals({ counts }: CountTable, layout: Layout): number[] {
  const rowTotals = counts.map((line) => line.reduce((sum, value) => sum + value, 0));
  const columnTotals = Array.from({ length: layout.columns }, (_, column) =>
    counts.reduce((sum, line) => sum + (line[column] as number), 0),
  );
  const total = rowTotals.reduce((sum, value) => sum + value, 0);
  return [...counts.flat(), ...rowTotals, ...columnTotals, total];
}

function shape(
  { rows, columns }: CountTable,
  layout: Layout,
  entries: readonly (number | null)[],
  totals: boolean,
): Unmade {
  const cells = layout.rows * layout.columns;
  return {
    rows: [...rows],
    columns: [...columns],
    cells: rows.map((_, row) => entries.slice(row * layout.columns, (row + 1) * layout.columns)),
    ...(totals && {
      rowTotals: entries.slice(cells, cells + layout.rows),
      columnTotals: entries.slice(cells + layout.rows, layout.total),
      total: entries[layout.total] as number | null,
    }),
  };
}

function isInForce(expires: string, today: string | undefined): boolean {
  if (today === undefined) {
    throw new MoothallError({
      code: "core/bad-disclosure-policy",
      message: "The policy has an override, and it is not said what day it is.",
      hint: "Give `today`, so that an override that has expired is not used.",
      at: { pointer: "/policy/override/expires" },
    });
  }
  return parseDate(today).toString() <= parseDate(expires).toString();
}
