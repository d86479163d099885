import { fieldType } from "@moothall/core";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { fromWords, listQuery } from "./input.ts";

const input = z.strictObject({
  meeting: z.iso.date(),
  days: z.int().default(5),
  publishTotals: z.boolean().optional(),
  names: z.array(z.string()).optional(),
  weights: z.strictObject({ price: z.string() }).optional(),
});

describe("input from words", () => {
  test("numbers, yes and no, lists and text", () => {
    expect(
      fromWords(input, { meeting: "2026-06-18", days: "7", "publish-totals": true, names: "one" }),
    ).toEqual({
      meeting: "2026-06-18",
      days: 7,
      publishTotals: true,
      names: ["one"],
    });
  });

  test("words win over a file and leave the rest of it", () => {
    expect(
      fromWords(input, { days: "9" }, { meeting: "2026-06-18", days: 1, weights: { price: "60" } }),
    ).toEqual({ meeting: "2026-06-18", days: 9, weights: { price: "60" } });
  });

  test("what is no number stays as it is, for the schema to refuse", () => {
    expect(fromWords(input, { days: "seven" })).toEqual({ days: "seven" });
    expect(fromWords(input, { days: "" })).toEqual({ days: "" });
  });

  test.each(["weights", "unknown", "__proto__", "constructor"])(
    "'%s' cannot be given as a word",
    (word) => {
      expect(() => fromWords(input, Object.fromEntries([[word, "x"]]))).toThrow(
        expect.objectContaining({ code: "core/usage" }),
      );
    },
  );

  test("kinds of flags", () => {
    expect(Object.entries(input.shape).map(([name, schema]) => [name, fieldType(schema)])).toEqual([
      ["meeting", "text"],
      ["days", "number"],
      ["publishTotals", "boolean"],
      ["names", "list"],
      ["weights", undefined],
    ]);
  });
});

describe("a list query from words", () => {
  const fields = { supplier: { type: "text" }, value: { type: "decimal" } } as const;

  test("filters, order and page", () => {
    expect(
      listQuery(fields, {
        supplier: ["A", "B"],
        "value-from": "10",
        "value-to": "20.5",
        "modified-from": "2017-05-22T10:00:00Z",
        order: "-value",
        limit: "5",
        cursor: "c",
        "as-at": "2017-05-22T10:00:00Z",
      }),
    ).toEqual({
      where: [
        { field: "supplier", is: "one-of", value: ["A", "B"] },
        { field: "value", is: "at-least", value: "10" },
        { field: "value", is: "at-most", value: "20.5" },
        { field: "modified", is: "at-least", value: "2017-05-22T10:00:00Z" },
      ],
      order: { field: "value", direction: "descending" },
      limit: 5,
      cursor: "c",
      asAt: "2017-05-22T10:00:00Z",
    });
  });

  test.each([
    [{ suplier: "A" }],
    [{ "colour-from": "1" }],
    [{ modified: "2017-05-22T10:00:00Z" }],
    [{ "modified-missing": "true" }],
    [{ limit: "0" }],
    [{ limit: "1001" }],
    [{ limit: "many" }],
    [{ constructor: "x" }],
  ])("refuses %j, since a misspelt filter must not answer everything", (words) => {
    expect(() => listQuery(fields, words)).toThrow(expect.objectContaining({ code: "core/usage" }));
  });
});
