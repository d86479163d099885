import type { CountTable, EmittedTable } from "@moothall/core/disclosure";
import { fault } from "../errors.ts";
import { within } from "../resources/breakdown.ts";
import { dimensionOf, type Indicator } from "../resources/indicator.ts";
import { factOf, latestVintage, type Observation } from "../resources/observation.ts";
import type { Axis } from "../resources/published-table.ts";
import { requireCount } from "../statistics/count.ts";

/** Which observations make a table. */
export interface TableSpecification {
  readonly indicator: string;
  readonly definition: number;
  readonly period?: string | undefined;
  readonly area?: string | undefined;
  readonly rows: Axis;
  readonly columns: Axis;
}

export interface BuiltTable extends CountTable {
  readonly publishTotals: boolean;
  /** Why there are no totals, for a note. */
  readonly withoutTotals?: string;
  readonly system?: string;
}

/**
 * Puts observations together to a table of counts. Totals are left out where adding up would count
 * something twice: people over periods, positions on several days, categories that overlap.
 *
 * @throws MoothallError `safeguarding/table-incomplete` for a cell without a known count (the place,
 * never a figure), `safeguarding/negative-count`, `safeguarding/fraction-of-a-person`,
 * `safeguarding/unknown-category`
 */
export function countTableOf(
  specification: TableSpecification,
  indicator: Indicator,
  observations: readonly Observation[],
): BuiltTable {
  const { rows, columns } = specification;
  for (const [name, axis] of [
    ["rows", rows],
    ["columns", columns],
  ] as const)
    requireCategories(axis, indicator, name);
  const ofFact = new Map(
    latestVintage(observations)
      .filter(({ definition }) => definition === specification.definition)
      .map((each) => [factOf({ ...each, body: undefined }), each]),
  );
  const systems = new Set<string>();
  const counts = rows.keys.map((row, at) =>
    columns.keys.map((column, over) => {
      const found = ofFact.get(factAt(specification, row, column) as string);
      const value = found?.value ?? null;
      if (value === null) throw incomplete(row, column, `/cells/${at}/${over}`);
      const count = Number(value);
      requireCount(count, `/cells/${at}/${over}`);
      if (found?.system !== undefined) systems.add(found.system);
      return count;
    }),
  );
  const without = whyNoTotals(specification, indicator);
  return {
    rows: rows.keys,
    columns: columns.keys,
    counts,
    publishTotals: without === undefined,
    ...(without !== undefined && { withoutTotals: without }),
    ...(systems.size > 0 && { system: [...systems].toSorted().join(", ") }),
  };
}

/** Of a cell, or of a total where the row or the column is left out; undefined where that is no fact. */
function factAt(
  { indicator, period, area, rows, columns }: TableSpecification,
  row: string | undefined,
  column: string | undefined,
): string | undefined {
  let breakdown: string | undefined;
  let ofPeriod = period;
  let ofArea = area;
  for (const [axis, key] of [
    [rows, row],
    [columns, column],
  ] as const) {
    if (key === undefined) {
      if (axis.by !== "category") return undefined;
    } else if (axis.by === "category") breakdown = within(breakdown, axis.dimension ?? "", key);
    else if (axis.by === "period") ofPeriod = key;
    else ofArea = `register/area/${key}`;
  }
  return factOf({
    indicator,
    period: ofPeriod ?? "",
    area: ofArea,
    breakdown,
  } as Observation);
}

/**
 * The table with what public papers have printed of its cells and totals in place of what it hides,
 * as an outsider would fill it in; and which cells those are, by `row/column`.
 */
export function withPrintedFigures(
  specification: TableSpecification,
  shown: EmittedTable,
  observations: readonly Observation[],
): { readonly table: EmittedTable; readonly printed: ReadonlySet<string> } {
  const ofFact = new Map(
    observations
      .filter(({ disclosedIn, value }) => disclosedIn !== undefined && value !== null)
      .map((each) => [factOf({ ...each, body: undefined }), Number(each.value)]),
  );
  const printed = new Set<string>();
  const known = (
    value: number | null,
    row: string | undefined,
    column: string | undefined,
  ): number | null => {
    const fact = value === null ? factAt(specification, row, column) : undefined;
    const figure = fact === undefined ? undefined : ofFact.get(fact);
    if (figure === undefined || !Number.isSafeInteger(figure) || figure < 0) return value;
    printed.add(`${row ?? ""}/${column ?? ""}`);
    return figure;
  };
  const { rows, columns } = specification;
  const table = {
    ...shown,
    cells: shown.cells.map((line, row) =>
      line.map((value, column) => known(value, rows.keys[row], columns.keys[column])),
    ),
    rowTotals: shown.rowTotals?.map((value, row) => known(value, rows.keys[row], undefined)),
    columnTotals: shown.columnTotals?.map((value, column) =>
      known(value, undefined, columns.keys[column]),
    ),
  };
  return { table, printed };
}

function requireCategories(axis: Axis, indicator: Indicator, name: string): void {
  if (axis.by !== "category") return;
  const dimension = dimensionOf(indicator, axis.dimension ?? "");
  const unknown =
    dimension === undefined
      ? axis.dimension
      : axis.keys.find((key) => !dimension.categories.some(({ id }) => id === key));
  if (dimension !== undefined && unknown === undefined) return;
  throw fault(
    "safeguarding/unknown-category",
    `The indicator has no ${dimension === undefined ? "dimension" : "category"} '${unknown ?? ""}'.`,
    "Name a dimension and categories that the indicator declares.",
    { pointer: `/${name}` },
  );
}

function whyNoTotals(
  { rows, columns }: TableSpecification,
  indicator: Indicator,
): string | undefined {
  const axes = [rows, columns];
  if (axes.some(({ by }) => by === "period")) {
    if (indicator.timing === "stock") return "Positions on several days do not add up.";
    if (indicator.counts === "people") return "One person may be counted in several periods.";
  }
  const overlap = axes
    .filter(({ by }) => by === "category")
    .map(({ dimension }) => dimensionOf(indicator, dimension ?? "")?.overlap)
    .find((each) => each !== undefined);
  return overlap === undefined ? undefined : `The categories overlap: ${overlap}.`;
}

const incomplete = (row: string, column: string, pointer: string) =>
  fault(
    "safeguarding/table-incomplete",
    `There is no known count for ${row}, ${column}; unknown is not zero.`,
    "Record the count, or leave the row or column out of the table.",
    { pointer },
  );
