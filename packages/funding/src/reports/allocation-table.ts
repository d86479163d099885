import {
  completeDocument,
  formatPeriod,
  formatSource,
  isDecimal,
  type ReportDocument,
} from "@moothall/core";
import { total } from "../amount.ts";
import { totalsOf } from "../checks/check-printed-totals.ts";
import type { AllocationTable } from "../resources/allocation-table.ts";
import { type Blocks, moneyCell, moneyColumn, type TableRows } from "./cells.ts";

/** An allocation, partners by programmes, with computed totals, and printed ones beside them where there are any. */
export function allocationTableReport(table: AllocationTable): ReportDocument {
  return completeDocument({
    title: table.title,
    blocks: [...table.years.flatMap((year) => tableOfYear(table, year)), ...printedTotals(table)],
  });
}

function tableOfYear(table: AllocationTable, year: string): Blocks {
  const cells = table.cells.filter((each) => each.year === year);
  const id = year.toLowerCase().replace(/[^a-z0-9-]/g, "-");
  if (cells.length === 0) {
    return [
      {
        type: "notice",
        id: `year-${id}`,
        text: `No amounts are recorded for ${formatPeriod(year)}.`,
      },
    ];
  }
  const sumOf = (chosen: AllocationTable["cells"]) =>
    chosen.length === 0 ? undefined : total(chosen.map((each) => each.amount));
  const partners = [
    ...table.partners.map((each) => ({ id: each.id as string | undefined, name: each.name })),
    ...(cells.some((each) => each.partner === undefined)
      ? [{ id: undefined, name: "No partner named" }]
      : []),
  ];
  const rows: TableRows = partners
    .map(({ id: partner, name }) => ({
      name,
      own: cells.filter((each) => each.partner === partner),
    }))
    .filter((each) => each.own.length > 0)
    .map(({ name, own }) => ({
      cells: [
        { text: name },
        ...table.programmes.map((programme) =>
          moneyCell(sumOf(own.filter((each) => each.programme === programme.id)), table.currency),
        ),
        moneyCell(sumOf(own), table.currency),
      ],
    }));
  return [
    {
      type: "table",
      id: `year-${id}`,
      caption: formatPeriod(year),
      columns: [
        { id: "partner", heading: "Partner", headsRow: true },
        ...table.programmes.map((each, index) => moneyColumn(`programme-${index + 1}`, each.title)),
        moneyColumn("total", "Total"),
      ],
      rows: [
        ...rows,
        {
          id: "total",
          total: true,
          cells: [
            { text: "Total" },
            ...table.programmes.map((programme) =>
              moneyCell(
                sumOf(cells.filter((each) => each.programme === programme.id)),
                table.currency,
              ),
            ),
            moneyCell(sumOf(cells), table.currency),
          ],
        },
      ],
      ...(table.sources !== undefined && { sources: table.sources }),
    },
  ];
}

function printedTotals(table: AllocationTable): Blocks {
  const totals = totalsOf(table);
  const printed = (table.printed ?? []).filter(
    (each) => totals.has(each.of) && isDecimal(each.value),
  );
  if (printed.length === 0) return [];
  return [
    {
      type: "table",
      id: "printed",
      caption: "Totals as printed, and as they come out",
      columns: [
        { id: "of", heading: "Total", headsRow: true },
        moneyColumn("printed", "Printed"),
        moneyColumn("computed", "Computed"),
        { id: "source", heading: "Source" },
      ],
      rows: printed.map((each) => ({
        cells: [
          { text: nameOf(table, each.of), value: each.of },
          { ...moneyCell(each.value, table.currency), source: each.source },
          moneyCell(totals.get(each.of), table.currency),
          { text: formatSource(each.source) },
        ],
      })),
    },
  ];
}

function nameOf(table: AllocationTable, of: string): string {
  const [, side, id] = /^total\.(programme|partner|year)\.(.+)$/.exec(of) ?? [];
  if (side === "programme") return table.programmes.find((each) => each.id === id)?.title ?? of;
  if (side === "partner") return table.partners.find((each) => each.id === id)?.name ?? of;
  return side === "year" && id !== undefined ? formatPeriod(id) : "Grand total";
}
