import { describe, expect, it } from "vitest";
import {
  type BlockOf,
  completeDocument,
  type ReportDocumentInput,
  tableOf,
  tilePlaces,
} from "./index.ts";

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
const placed = {
  ...table,
  id: "areas",
  columns: [
    { id: "area", heading: "Area" },
    { id: "share", heading: "Share", type: "number" as const },
    { id: "row", heading: "Map row", type: "number" as const },
    { id: "column", heading: "Map column", type: "number" as const },
  ],
  rows: [
    { cells: [{ text: "North" }, { text: "5" }, { text: "1" }, { text: "2" }] },
    { cells: [{ text: "South" }, { text: "7" }, { text: "2" }, { text: "2" }] },
    {
      cells: [{ text: "Nowhere" }, { text: "1" }, { text: "", value: null }, { text: "" }],
    },
    {
      total: true,
      cells: [{ text: "All" }, { text: "13" }, { text: "" }, { text: "" }],
    },
  ],
};
const map = {
  ...chart,
  id: "map",
  kind: "tile-map" as const,
  table: "areas",
  category: "area",
  values: ["share"],
  tiles: { row: "row", column: "column" },
};
const placedAt = (row: string, column: string) => ({
  ...placed,
  rows: [
    ...placed.rows,
    {
      cells: [{ text: "Other" }, { text: "2" }, { text: row }, { text: column }],
    },
  ],
});
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
    expect(document.blocks[0]).toEqual({
      type: "heading",
      id: "top",
      level: 2,
      text: "Top",
    });
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

  it("say where the rows of a table stand in a tile map", () => {
    const { blocks } = completeDocument(of(placed, map));
    const [drawn, drawing] = blocks as [BlockOf<"table">, BlockOf<"chart">];
    expect(tilePlaces(drawing, drawn)).toEqual([
      { row: 1, column: 2 },
      { row: 2, column: 2 },
      undefined,
      undefined,
    ]);
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
    ["a tile map without places", of(placed, { ...map, tiles: undefined })],
    ["places in a chart that is no map", of(placed, { ...map, kind: "bar" })],
    ["a tile map of two columns", of(placed, { ...map, values: ["share", "share"] })],
    [
      "a tile map by a column that is not there",
      of(placed, { ...map, tiles: { row: "row", column: "x" } }),
    ],
    ["two tiles on one place", of(placedAt("2", "2"), map)],
    ["a tile at row 0", of(placedAt("0", "2"), map)],
    ["a tile between two columns", of(placedAt("3", "1.5"), map)],
    ["a chart without its finding", of(table, { ...chart, finding: "" })],
    ["an id that cannot be an address", of({ type: "paragraph", id: "A b", text: "x" })],
    [
      "a number that is not text",
      of({
        ...table,
        rows: [{ cells: [{ text: "a" }, { text: "b", value: 5 as never }] }],
      }),
    ],
    ["a field that nobody knows", { ...of(), colour: "red" } as ReportDocumentInput],
  ])("are refused with %s", (_, input) => {
    expect(() => completeDocument(input)).toThrow(
      expect.objectContaining({ code: "core/bad-document" }),
    );
  });
});
