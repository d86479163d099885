import { type BlockOf, type Cell, guardCell, type ReportDocument } from "@moothall/core";
import { stringify } from "csv-stringify/sync";
import { isTable } from "./block-words.ts";
import { columnHeading } from "./table-reading.ts";
import { visibleText } from "./visible-text.ts";

export interface CsvFile {
  /** The id of the table. */
  readonly table: string;
  /** `contracts.csv` */
  readonly name: string;
  readonly text: string;
}

/**
 * One table as CSV (RFC 4180: comma, CRLF, a head line, UTF-8 without a byte order mark). Cells
 * carry exact values, not what is shown; unknown and withheld ones (null) are empty. A column in
 * which a cell has a status is followed by a column of those, so that a reader can tell the two
 * apart. Formulas are disarmed as `guardCell` says, and `unguardCell` undoes it.
 */
export function renderCsv(table: BlockOf<"table">): string {
  const withStatus = table.columns.map((_, index) =>
    table.rows.some((row) => row.cells[index]?.status !== undefined),
  );
  const spread = <Item>(
    items: readonly Item[],
    value: (item: Item) => string,
    status: (item: Item) => string,
  ) =>
    items.flatMap((item, index) =>
      withStatus[index] ? [value(item), status(item)] : [value(item)],
    );
  const head = spread(table.columns, columnHeading, (column) => `${column.heading} status`);
  const body = table.rows.map((row) => spread(row.cells, csvValue, (cell) => cell.status ?? ""));
  return stringify(
    [head, ...body].map((line) => line.map((value) => guardCell(visibleText(value)))),
    // The writer quotes what holds its own line end; other line ends and outer spaces need it too.
    { record_delimiter: "windows", quoted_match: /[\r\n]|^\s|\s$/, quoted_empty: true },
  );
}

const csvValue = (cell: Cell): string =>
  cell.value === undefined ? cell.text : (cell.value ?? "");

/** The CSV of every table of a document, in order. */
export const renderCsvFiles = (document: ReportDocument): readonly CsvFile[] =>
  document.blocks
    .filter(isTable)
    .map((table) => ({ table: table.id, name: `${table.id}.csv`, text: renderCsv(table) }));
