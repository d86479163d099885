import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  columnPointer,
  fieldType,
  listCell,
  listItems,
  recordCell,
  recordColumns,
} from "./record-columns.ts";

const schema = z.strictObject({
  id: z.string(),
  value: z.strictObject({ amount: z.string(), currency: z.string().default("GBP") }).optional(),
  steps: z.int().min(3).optional(),
  open: z.boolean().default(true),
  owners: z.array(z.string()).optional(),
  history: z.array(z.strictObject({ date: z.string() })).optional(),
});

describe("recordColumns", () => {
  it("gives every field a column, those of an object each their own", () => {
    expect(recordColumns(schema).map(({ heading, type }) => [heading, type])).toEqual([
      ["id", "text"],
      ["value.amount", "text"],
      ["value.currency", "text"],
      ["steps", "number"],
      ["open", "boolean"],
      ["owners", "list"],
      ["history", "json"],
    ]);
    expect(recordColumns(schema).map(columnPointer)[1]).toBe("/value/amount");
  });

  it("writes a record's cells, empty where there is nothing", () => {
    const record = { id: "a", steps: 4, open: false, owners: ["x", "y"], history: [{ date: "d" }] };
    expect(recordColumns(schema).map((column) => recordCell(record, column))).toEqual([
      "a",
      "",
      "",
      "4",
      "false",
      "x; y",
      '[{"date":"d"}]',
    ]);
  });
});

describe("a list in a cell", () => {
  it("comes back as it was, whatever its items hold", () => {
    const item = fc.oneof(
      fc.string(),
      fc.constantFrom("a; b", "[", '["x"]', " x", "", ";", "a\nb"),
    );
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(listItems(listCell(items))).toEqual(items);
      }),
    );
  });

  it("is plain where it can be, and read where somebody wrote it by hand", () => {
    expect(listCell(["a", "b"])).toBe("a; b");
    expect(listItems("a;b ; ;c")).toEqual(["a", "b", "c"]);
    expect(listItems("[sic] a; b")).toEqual(["[sic] a", "b"]);
  });
});

describe("fieldType", () => {
  it("sees through what makes a field optional or changes it on the way in", () => {
    expect(fieldType(z.int().optional().nullable())).toBe("number");
    expect(fieldType(z.enum(["a"]).default("a"))).toBe("text");
    expect(fieldType(z.array(z.strictObject({})))).toBeUndefined();
  });
});
