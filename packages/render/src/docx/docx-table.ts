import type { BlockOf } from "@moothall/core";
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import { columnWidths } from "../column-widths.ts";
import {
  cellWords,
  columnHeading,
  isNumeric,
  rowHeadings,
  tableSources,
} from "../table-reading.ts";
import { terminalWidth } from "../wrapped-lines.ts";
import { textWidth } from "./docx-style.ts";
import { lineRun, runs, sourceParagraph, sourceRun } from "./docx-text.ts";

type TableBlock = BlockOf<"table">;

/** Letters of the cells' size that fit into a line of the page. */
const lettersOfLine = 84;
const none = { style: BorderStyle.NONE };
const thin = { style: BorderStyle.SINGLE, size: 4, color: "C3CAD2" };

/** A table with its caption, notes and sources; `place` numbers the lists of the file. */
export function docxTable(table: TableBlock, place: number): (Paragraph | Table)[] {
  const sources = tableSources(table);
  const listed = (reference: string) => ({ numbering: { reference, level: 0, instance: place } });
  return [
    new Paragraph({ style: "Caption", children: [lineRun(table.caption)] }),
    grid(table),
    new Paragraph({ style: "Cell" }),
    ...(table.notes ?? []).map(
      (note) => new Paragraph({ style: "Source", ...listed("bullets"), children: runs(note) }),
    ),
    ...(sources.list.length === 1
      ? sources.list.map(sourceParagraph)
      : sources.list.map(
          (source) =>
            new Paragraph({ style: "Source", ...listed("sources"), children: [sourceRun(source)] }),
        )),
  ];
}

function grid(table: TableBlock): Table {
  const { numberOf } = tableSources(table);
  const heads = rowHeadings(table);
  const widths = gridWidths(table);
  const cell = (children: ParagraphChild[], column: number) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { left: 60, right: 60 },
      children: [
        new Paragraph({
          style: "Cell",
          alignment:
            table.columns[column] !== undefined && isNumeric(table.columns[column])
              ? AlignmentType.RIGHT
              : AlignmentType.LEFT,
          children,
        }),
      ],
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: thin,
      bottom: thin,
      left: none,
      right: none,
      insideHorizontal: thin,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.columns.map((column, index) =>
          cell([lineRun(columnHeading(column), { bold: true })], index),
        ),
      }),
      ...table.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.cells.map((each, index) => {
              const number = numberOf(each);
              const words =
                number === undefined ? cellWords(each) : `${cellWords(each)} [${number}]`;
              return cell(runs(words, { bold: row.total === true || heads.has(index) }), index);
            }),
          }),
      ),
    ],
  });
}

/** The width of each column, as much as its text asks for; together the width of the text. */
function gridWidths(table: TableBlock): number[] {
  const wishes = table.columns.map((column, index) => {
    const texts = [
      columnHeading(column),
      ...table.rows.map(({ cells }) => cellsText(cells[index])),
    ];
    const words = texts.flatMap((text) => text.split(/\s+/u)).map(terminalWidth);
    return {
      natural: Math.max(3, ...texts.map(terminalWidth)) + 2,
      least: Math.min(20, Math.max(3, ...words) + 2),
    };
  });
  const letters = columnWidths(wishes, lettersOfLine) ?? wishes.map(({ least }) => least);
  const total = letters.reduce((sum, each) => sum + each, 0);
  return letters.map((each) => Math.floor((each / total) * textWidth));
}

const cellsText = (cell: TableBlock["rows"][number]["cells"][number] | undefined): string =>
  cell === undefined ? "" : cellWords(cell);
