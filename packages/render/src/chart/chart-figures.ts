import { type BlockOf, type Cell, type Column, isDecimal, MoothallError } from "@moothall/core";
import { cellText, cellWords, columnHeading, notAvailable } from "../table-reading.ts";

export interface ChartFigure {
  /** Null where nothing is to be drawn: unknown or withheld, never zero. */
  readonly value: number | null;
  /** What the table shows. */
  readonly text: string;
  readonly status: string | undefined;
}

export interface ChartSeries {
  readonly name: string;
  readonly unit: string | undefined;
  /** One for each category. */
  readonly figures: readonly ChartFigure[];
}

export interface ChartFigures {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

/**
 * What a chart draws of its table, rows of totals left out.
 * @throws MoothallError `core/bad-document` when the table has no such column.
 */
export function chartFigures(chart: BlockOf<"chart">, table: BlockOf<"table">): ChartFigures {
  const rows = table.rows.filter((row) => row.total !== true);
  const place = (id: string): readonly [Column, number] => {
    const index = table.columns.findIndex((column) => column.id === id);
    const column = table.columns[index];
    if (column !== undefined) return [column, index];
    throw new MoothallError({
      code: "core/bad-document",
      message: `Chart '${chart.id}' draws column '${id}' of table '${table.id}', which is not there.`,
      hint: "Pass the document through completeDocument before rendering it.",
    });
  };
  const [, category] = place(chart.category);
  return {
    categories: rows.map(({ cells }) => {
      const cell = cells[category];
      return cell === undefined ? "" : cellText(cell);
    }),
    series: chart.values.map((id) => {
      const [column, index] = place(id);
      return {
        name: columnHeading(column),
        unit: column.unit,
        figures: rows.map(({ cells }) => figure(cells[index])),
      };
    }),
  };
}

function figure(cell: Cell | undefined): ChartFigure {
  if (cell === undefined) return { value: null, text: notAvailable, status: undefined };
  const exact = cell.value === undefined ? cell.text : cell.value;
  const value = isDecimal(exact) ? Number(exact) : Number.NaN;
  return Number.isFinite(value)
    ? { value, text: cellWords(cell), status: cell.status }
    : { value: null, text: cellWords(cell) || notAvailable, status: cell.status };
}

/** The values that are there. */
export const drawnValues = ({ series }: ChartFigures): readonly number[] =>
  series.flatMap(({ figures }) => figures.flatMap(({ value }) => (value === null ? [] : [value])));
