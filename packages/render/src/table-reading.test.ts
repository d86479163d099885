import { type BlockOf, completeDocument, type ReportDocumentInput } from "@moothall/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellWords,
  columnHeading,
  rowAnchors,
  rowHeadings,
  tableSources,
} from "./table-reading.ts";

type TableInput = Extract<ReportDocumentInput["blocks"][number], { type: "table" }>;

const table = (change: Partial<TableInput> = {}): BlockOf<"table"> =>
  completeDocument({
    title: "T",
    blocks: [
      {
        type: "table",
        id: "t",
        caption: "C",
        columns: [{ id: "a", heading: "A" }],
        rows: [],
        ...change,
      },
    ],
  }).blocks[0] as BlockOf<"table">;

describe("cellWords", () => {
  it("says the status, and that a null without words is not available", () => {
    expect(cellWords({ text: "12", status: "provisional" })).toBe("12 (provisional)");
    expect(cellWords({ text: "", value: null })).toBe("not available");
    expect(cellWords({ text: "", value: null, status: "withheld" })).toBe(
      "not available (withheld)",
    );
    expect(cellWords({ text: "fewer than 10", value: null })).toBe("fewer than 10");
    expect(cellWords({ text: "" })).toBe("");
  });
});

it("columnHeading adds the unit once", () => {
  expect(columnHeading({ id: "a", heading: "Price", type: "money", unit: "£" })).toBe("Price (£)");
  expect(columnHeading({ id: "a", heading: "Price (£)", type: "money", unit: "£" })).toBe(
    "Price (£)",
  );
});

it("rowHeadings takes the first column where none is named", () => {
  const columns = [
    { id: "a", heading: "A" },
    { id: "b", heading: "B", headsRow: true },
  ];
  expect([...rowHeadings(table())]).toEqual([0]);
  expect([...rowHeadings(table({ columns }))]).toEqual([1]);
});

describe("tableSources", () => {
  const [one, two] = [
    { document: "Pack", item: "1" },
    { document: "Pack", item: "2" },
  ];

  it("numbers each source once, the table's own first", () => {
    const given = table({
      sources: [two],
      rows: [
        { cells: [{ text: "a", source: one }] },
        { cells: [{ text: "b", source: { ...two } }] },
      ],
    });
    const { list, numberOf } = tableSources(given);
    expect(list).toEqual([two, one]);
    expect(given.rows.map(({ cells }) => cells.map(numberOf))).toEqual([[2], [1]]);
  });

  it("marks no cell when all rests on one source", () => {
    const given = table({ rows: [{ cells: [{ text: "a", source: one }] }] });
    expect(tableSources(given).list).toEqual([one]);
    expect(given.rows.map(({ cells }) => cells.map(tableSources(given).numberOf))).toEqual([
      [undefined],
    ]);
  });
});

describe("rowAnchors", () => {
  const anchorsOf = (...ids: (string | undefined)[]) =>
    rowAnchors(
      table({
        rows: ids.map((id) => ({ ...(id !== undefined && { id }), cells: [{ text: "x" }] })),
      }),
    );

  it("names a row by its id, otherwise by its place", () => {
    expect(anchorsOf("opcc.2017-13", undefined, "a b", "opcc.2017-13")).toEqual([
      "t_opcc.2017-13",
      "t__2",
      "t_a_20_b",
      "t__4",
    ]);
  });

  it("never gives two rows one anchor, nor one that an address cannot hold", () => {
    const id = fc.option(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.constantFrom("_1", "_2", "1", "_", "\u0001", "_1_"),
      ),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(id), (ids) => {
        const anchors = anchorsOf(...ids);
        expect(new Set(anchors).size).toBe(ids.length);
        for (const anchor of anchors) expect(anchor).toMatch(/^t_[A-Za-z0-9._-]+$/);
      }),
    );
  });
});
