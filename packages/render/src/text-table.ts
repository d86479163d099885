import { type BlockOf, formatSource } from "@moothall/core";
import { columnWidths } from "./column-widths.ts";
import {
  cellWords,
  columnHeading,
  isNumeric,
  type TableSources,
  tableSources,
} from "./table-reading.ts";
import type { Paint } from "./text-paint.ts";
import { lineOfText } from "./visible-text.ts";
import { ledLines, padded, terminalWidth, wrappedLines } from "./wrapped-lines.ts";

type Table = BlockOf<"table">;

const gap = "  ";
/** A column of words stays readable down to this width, if no word of it is longer. */
const leastWords = 12;

/** A table for a terminal: columns where they fit, otherwise one row after the other. */
export function textTable(table: Table, width: number, paint: Paint): readonly string[] {
  const sources = tableSources(table);
  const grid = table.rows.map((row) =>
    row.cells.map((cell) => {
      const number = sources.numberOf(cell);
      return number === undefined ? cellWords(cell) : `${cellWords(cell)} [${number}]`;
    }),
  );
  return [
    ...wrappedLines(table.caption, width).map((line) => paint("bold", line)),
    ...(table.rows.length === 0
      ? ["No rows."]
      : (columns(table, grid, width, paint) ?? records(table, grid, width))),
    ...(table.notes ?? []).flatMap((note) => ledLines("-", note, width)),
    ...sourceLines(sources, width),
  ];
}

function columns(
  table: Table,
  grid: readonly (readonly string[])[],
  width: number,
  paint: Paint,
): readonly string[] | undefined {
  const headings = table.columns.map(columnHeading);
  const numeric = table.columns.map(isNumeric);
  const wishes = table.columns.map((_, index) => {
    const texts = [headings[index] ?? "", ...grid.map((row) => row[index] ?? "")];
    const natural = Math.max(1, ...texts.flatMap(lineWidths));
    const longestWord = Math.max(
      1,
      ...texts.flatMap((text) => text.split(/\s+/u).map(terminalWidth)),
    );
    // Broken figures mislead; words may break when there is no other way.
    const figures =
      numeric[index] === true
        ? Math.max(1, ...grid.flatMap((row) => lineWidths(row[index] ?? "")))
        : 1;
    return { natural, least: Math.max(figures, Math.min(longestWord, leastWords)) };
  });
  const widths = columnWidths(wishes, width - gap.length * (table.columns.length - 1));
  if (widths === undefined) return undefined;
  const line = (cells: readonly string[]) => rowLines(cells, widths, numeric);
  const rule = widths.map((each) => "─".repeat(each)).join(gap);
  return [
    ...line(headings).map((text) => paint("bold", text)),
    rule,
    ...grid.flatMap((cells, index) => [
      ...(table.rows[index]?.total === true ? [rule] : []),
      ...line(cells),
    ]),
  ];
}

const lineWidths = (text: string): number[] =>
  wrappedLines(text, Number.MAX_SAFE_INTEGER).map(terminalWidth);

function rowLines(
  cells: readonly string[],
  widths: readonly number[],
  numeric: readonly boolean[],
): readonly string[] {
  const wrapped = cells.map((text, index) => wrappedLines(text, widths[index] ?? 1));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, index) => padded(lines[line] ?? "", widths[index] ?? 1, numeric[index] === true))
      .join(gap)
      .trimEnd(),
  );
}

/** Each row as lines of `Heading: cell`, for a terminal that is too narrow for the columns. */
const records = (
  table: Table,
  grid: readonly (readonly string[])[],
  width: number,
): readonly string[] =>
  grid.flatMap((cells, index) => [
    ...(index === 0 ? [] : [""]),
    ...cells.flatMap((text, place) => {
      const column = table.columns[place];
      return column === undefined
        ? []
        : wrappedLines(`${lineOfText(columnHeading(column))}: ${text}`, width);
    }),
  ]);

const sourceLines = ({ list }: TableSources, width: number): readonly string[] =>
  list.flatMap((source, index) =>
    list.length === 1
      ? wrappedLines(`Source: ${formatSource(source)}`, width)
      : ledLines(`[${index + 1}]`, formatSource(source), width),
  );
