import { completeDocument, formatPeriod, type ReportDocument } from "@moothall/core";
import { type FundPosition, type Ledger, position } from "../decide/position.ts";
import type { Fund } from "../resources/fund.ts";
import { moneyCell, moneyColumn } from "./cells.ts";

/** What a fund holds, has promised, released, paid, got back and has left, by year and in all. */
export function fundPositionReport(fund: Fund, ledger: Ledger): ReportDocument {
  const of = position(fund, ledger);
  const cells = (line: FundPosition["total"]) =>
    [line.budget, line.committed, line.released, line.paid, line.recovered, line.free].map((each) =>
      moneyCell(each, fund.currency),
    );
  return completeDocument({
    title: `Position of ${fund.title}`,
    blocks: [
      {
        type: "table",
        id: "position",
        caption: "By financial year",
        columns: [
          { id: "year", heading: "Year", headsRow: true },
          moneyColumn("budget", "Budget and brought forward"),
          moneyColumn("committed", "Committed"),
          moneyColumn("released", "Released"),
          moneyColumn("paid", "Paid"),
          moneyColumn("recovered", "Recovered"),
          moneyColumn("free", "Free"),
        ],
        rows: [
          ...of.years.map((line) => ({
            id: line.year,
            cells: [{ text: formatPeriod(line.year), value: line.year }, ...cells(line)],
          })),
          { id: "total", total: true, cells: [{ text: "Total" }, ...cells(of.total)] },
        ],
        notes: [
          "Free = budget and brought forward − committed + recovered. Money paid on out of another award is counted once.",
        ],
      },
    ],
  });
}
