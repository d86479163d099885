import { type BlockOf, completeDocument, unguardCell } from "@moothall/core";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, hostileTexts } from "../test/hostile-document.ts";
import { renderCsv, renderCsvFiles } from "./render-csv.ts";
import { visibleText } from "./visible-text.ts";

const dangerous = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;
const plainNumber = /^-?[0-9]+(\.[0-9]+)?$/;

const tableOfValues = (values: readonly string[]): BlockOf<"table"> =>
  completeDocument({
    title: "T",
    blocks: [
      {
        type: "table",
        id: "t",
        caption: "C",
        columns: [
          { id: "a", heading: "A" },
          { id: "b", heading: "B" },
        ],
        rows: values.map((value) => ({ cells: [{ text: "shown", value }, { text: value }] })),
      },
    ],
  }).blocks[0] as BlockOf<"table">;

describe("renderCsv", () => {
  it("writes values, not what is shown; nothing for null; statuses beside their column", () => {
    const { blocks } = completeDocument({
      title: "T",
      blocks: [
        {
          type: "table",
          id: "t",
          caption: "C",
          columns: [
            { id: "name", heading: "Name, full" },
            { id: "value", heading: "Value", type: "money", unit: "£" },
            { id: "share", heading: "Share", type: "number", unit: "%" },
          ],
          rows: [
            {
              cells: [
                { text: 'The "A"' },
                { text: "£1,234.50", value: "1234.50" },
                { text: "−5", value: "-5" },
              ],
            },
            {
              cells: [
                { text: "two\nlines" },
                { text: "fewer than 10", value: null, status: "suppressed" },
                { text: "0", value: "0" },
              ],
            },
          ],
        },
      ],
    });
    expect(renderCsv(blocks[0] as BlockOf<"table">)).toBe(
      '"Name, full",Value (£),Value status,Share (%)\r\n' +
        '"The ""A""",1234.50,"",-5\r\n' +
        '"two\nlines","",suppressed,0\r\n',
    );
  });

  it("can be read back by a parser, value for value", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (values) => {
        const [head, ...rows] = parse(renderCsv(tableOfValues(values))) as string[][];
        expect(head).toEqual(["A", "B"]);
        expect(rows.map((row) => row.map(unguardCell))).toEqual(
          values.map((value) => [visibleText(value), visibleText(value)]),
        );
      }),
    );
  });

  it("gives no field of hostile data a chance to run", () => {
    for (const text of hostileTexts) {
      for (const file of renderCsvFiles(documentOf(text))) {
        for (const field of (parse(file.text) as string[][]).flat()) {
          expect(dangerous.test(field) && !plainNumber.test(field)).toBe(false);
        }
        expect(file.text).not.toMatch(/(?![\r\n\t])\p{Cc}/u);
      }
    }
  });
});

it("renderCsvFiles names a file after each table", () => {
  expect(renderCsvFiles(documentOf("x")).map(({ table, name }) => [table, name])).toEqual([
    ["table", "table.csv"],
  ]);
  expect(renderCsvFiles(completeDocument({ title: "T", blocks: [] }))).toEqual([]);
});
