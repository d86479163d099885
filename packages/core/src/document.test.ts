import { describe, expect, it } from "vitest";
import { completeDocument, type ReportDocumentInput, tableOf } from "./index.ts";

const table = {
  type: "table" as const,
  id: "spend",
  caption: "Spend",
  columns: [
    { id: "year", heading: "Year" },
    { id: "amount", heading: "Amount", type: "money" as const, unit: "£" },
  ],
  rows: [{ cells: [{ text: "2016–17" }, { text: "£5.00", value: "5.00" }] }],
};
const chart = {
  type: "chart" as const,
  id: "spend-chart",
  kind: "bar" as const,
  table: "spend",
  category: "year",
  values: ["amount"],
  title: "Spend by year",
  finding: "Spend was £5.00.",
};
const of = (...blocks: ReportDocumentInput["blocks"]): ReportDocumentInput => ({
  title: "Report",
  blocks,
});

describe("documents", () => {
  it("are completed with what was left out", () => {
    const document = completeDocument(
      of({ type: "heading", id: "top", text: "Top" }, table, chart, {
        type: "page-break",
        id: "end",
      }),
    );
    expect(document.class).toBe("public");
    expect(document.blocks[0]).toEqual({ type: "heading", id: "top", level: 2, text: "Top" });
    expect(tableOf(document, "spend")?.columns[0]?.type).toBe("text");
    expect(tableOf(document, "spend-chart")).toBeUndefined();
    expect(completeDocument(document)).toEqual(document);
  });

  it("keep null as unknown and apart from zero", () => {
    const rows = [{ cells: [{ text: "2017–18" }, { text: "not known", value: null }] }];
    expect(
      tableOf(completeDocument(of({ ...table, rows })), "spend")?.rows[0]?.cells[1]?.value,
    ).toBeNull();
  });

  it.each<[string, ReportDocumentInput]>([
    ["two blocks of one id", of(table, { ...table })],
    [
      "two columns of one id",
      of({ ...table, columns: [table.columns[0], table.columns[0]] as never }),
    ],
    ["a row too short", of({ ...table, rows: [{ cells: [{ text: "2016–17" }] }] })],
    ["a chart of no table", of(chart)],
    ["a chart of a column that is not there", of(table, { ...chart, values: ["total"] })],
    ["a chart by a category that is not there", of(table, { ...chart, category: "month" })],
    ["a chart without its finding", of(table, { ...chart, finding: "" })],
    ["an id that cannot be an address", of({ type: "paragraph", id: "A b", text: "x" })],
    [
      "a number that is not text",
      of({ ...table, rows: [{ cells: [{ text: "a" }, { text: "b", value: 5 as never }] }] }),
    ],
    ["a field that nobody knows", { ...of(), colour: "red" } as ReportDocumentInput],
  ])("are refused with %s", (_, input) => {
    expect(() => completeDocument(input)).toThrow(
      expect.objectContaining({ code: "core/bad-document" }),
    );
  });
});
