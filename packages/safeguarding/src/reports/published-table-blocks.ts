import { type Cell, formatDate, formatPeriod } from "@moothall/core";
import type { Axis, PublishedTable } from "../resources/published-table.ts";
import { type BlockInput, grouped, suppressedMark } from "./figure-cell.ts";

/** A protected table and what was derived from what it shows. */
export function publishedTableBlocks(table: PublishedTable): BlockInput[] {
  const columns = titlesOf(table.columns);
  const rows = titlesOf(table.rows);
  const withTotals = table.total !== undefined;
  return [
    {
      type: "table",
      id: `${table.id}-table`,
      caption: `${table.title}${table.period === undefined ? "" : `, ${formatPeriod(table.period)}`}`,
      columns: [
        { id: "of", heading: "Of", headsRow: true },
        ...columns.map((heading, index) => ({
          id: `column-${index + 1}`,
          heading,
          type: "number" as const,
        })),
        ...(withTotals ? [{ id: "total", heading: "Total", type: "number" as const }] : []),
      ],
      rows: [
        ...table.cells.map((line, index) => ({
          cells: [
            { text: rows[index] ?? "" },
            ...line.map(countCell),
            ...(withTotals ? [countCell(table.rowTotals?.[index] ?? null)] : []),
          ],
        })),
        ...(withTotals
          ? [
              {
                total: true,
                cells: [
                  { text: "Total" },
                  ...(table.columnTotals ?? []).map(countCell),
                  countCell(table.total ?? null),
                ],
              },
            ]
          : []),
      ],
      notes: notesOf(table),
    },
    ...(table.derived ?? []).map(
      ({ kind, values }): BlockInput => ({
        type: "table",
        id: `${table.id}-${kind}`,
        caption: `${table.title}: ${captions[kind]}`,
        columns: [
          { id: "of", heading: "Of", headsRow: true },
          ...columns.map((heading, index) => ({
            id: `column-${index + 1}`,
            heading,
            type: kind === "rank" ? ("text" as const) : ("number" as const),
          })),
        ],
        rows: values.map((line, index) => ({
          cells: [
            { text: rows[index] ?? "" },
            ...line.map((value) =>
              value === null ? suppressed : { text: kind === "rank" ? value : `${value}%`, value },
            ),
          ],
        })),
        notes: ["Worked out from the figures shown alone."],
      }),
    ),
  ];
}

const captions = {
  "share-of-row": "per cent of the row's total",
  "share-of-column": "per cent of the column's total",
  "share-of-total": "per cent of the total",
  rank: "place within the column, by size",
} as const;

const suppressed: Cell = { text: suppressedMark, value: null, status: "suppressed" };

const countCell = (value: number | null): Cell =>
  value === null ? suppressed : { text: grouped(String(value)), value: String(value) };

const titlesOf = ({ by, keys, titles }: Axis): readonly string[] =>
  titles ?? (by === "period" ? keys.map(formatPeriod) : keys);

const notesOf = (table: PublishedTable): string[] => [
  ...(table.cells.flat().includes(null)
    ? [
        `${suppressedMark} is suppressed, so that nobody can be identified; not every figure so marked is small.`,
      ]
    : []),
  ...(table.roundedTo === undefined ? [] : [`Figures are rounded to ${table.roundedTo}.`]),
  ...(table.method === undefined ? [] : [table.method]),
  `Published ${formatDate(table.published)}${table.system === undefined ? "" : `, from ${table.system}`}.`,
];
