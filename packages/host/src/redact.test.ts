import type { PublicationClass } from "@moothall/core";
import { isWithheld, protectedCells, protectTable } from "@moothall/core/disclosure";
import { classified } from "@moothall/core/plugin";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { countTables, redactOutput, unclassifiedParts } from "./redact.ts";

const open = <Schema extends z.ZodType>(schema: Schema) => classified(schema, "public");
const hidden = (of: PublicationClass = "restricted") => classified(z.string(), of);

describe("parts of an output that say no class", () => {
  test.each([
    ["a bare text", z.string(), ["/"]],
    ["a bare field", z.strictObject({ a: open(z.string()), b: z.number() }), ["/b"]],
    ["a field behind wrappers", z.strictObject({ a: z.string().nullable().optional() }), ["/a"]],
    ["one branch of a union", z.union([open(z.string()), z.strictObject({ a: z.int() })]), ["/a"]],
    [
      "a branch told by a word",
      z.discriminatedUnion("type", [z.strictObject({ type: z.literal("won") })]),
      ["/type"],
    ],
    ["items", z.array(z.strictObject({ a: z.string() })), ["/*/a"]],
    ["a record of anything", z.record(z.string(), open(z.string())), ["/*"]],
    ["an object that lets more through", z.looseObject({ a: open(z.string()) }), ["/*"]],
    ["anything", z.unknown(), ["/"]],
    ["the end of a transformation", z.string().transform((text) => text.length), ["/"]],
    ["a whole that says it", open(z.array(z.strictObject({ a: z.string() }))), []],
    ["nothing to say", z.strictObject({ a: z.null(), b: open(z.string()) }), []],
  ])("%s", (_, schema, parts) => {
    expect(unclassifiedParts(schema)).toEqual(parts);
  });

  test("a schema that holds itself is looked at once", () => {
    const node: z.ZodType = z.strictObject({
      a: open(z.string()),
      get next() {
        return node.optional();
      },
    });
    expect(unclassifiedParts(node)).toEqual([]);
  });
});

describe("tables of counts in an output", () => {
  const table = z.array(z.array(z.int().nullable()));
  test.each([
    ["bare", table, ["/"]],
    ["said to be public", z.strictObject({ cells: open(table.optional()) }), ["/cells"]],
    [
      "below a public whole",
      open(z.strictObject({ a: z.strictObject({ cells: table }) })),
      ["/a/cells"],
    ],
    ["in a branch", z.union([z.null(), z.strictObject({ cells: table })]), ["/cells"]],
    ["of a class of its own", z.strictObject({ cells: classified(table, "confidential") }), []],
    ["protected", z.strictObject({ cells: open(protectedCells().optional()) }), []],
    ["one list of numbers", z.strictObject({ totals: open(z.array(z.int())) }), []],
    ["lists of texts", z.strictObject({ rows: open(z.array(z.array(z.string()))) }), []],
  ])("%s", (_, schema, paths) => {
    expect(countTables(schema, "confidential")).toEqual(paths);
  });

  test("protected cells are those of the table itself, not a copy of them", () => {
    const made = protectTable(
      {
        rows: ["a", "b", "c"],
        columns: ["x", "y", "z"],
        counts: [
          [12, 3, 20],
          [31, 9, 14],
          [5, 6, 8],
        ],
      },
      { small: [1, 4] },
    );
    if (isWithheld(made)) throw new Error("withheld");
    expect(protectedCells().safeParse(made.cells).success).toBe(true);
    expect(protectedCells().safeParse(structuredClone(made.cells)).success).toBe(false);
    expect(protectedCells().safeParse([[12, 3, 20]]).success).toBe(false);
    expect(z.toJSONSchema(protectedCells())).toMatchObject({ type: "array" });
  });
});

describe("what a caller sees of an output", () => {
  const schema = z.strictObject({
    title: open(z.string()),
    price: hidden().optional(),
    names: z.array(hidden("confidential")),
    winner: z.union([z.null(), z.strictObject({ bidder: open(z.string()), score: hidden() })]),
    either: z.union([open(z.string()), z.strictObject({ secret: hidden() })]),
  });
  const value = {
    title: "Roof",
    price: "12",
    names: ["X"],
    winner: { bidder: "A", score: "9" },
    either: { secret: "S" },
  };

  test("public", () =>
    expect(redactOutput(schema, value, "public")).toEqual({
      title: "Roof",
      names: [],
      winner: { bidder: "A" },
      either: {},
    }));
  test("restricted", () =>
    expect(redactOutput(schema, value, "restricted")).toEqual({ ...value, names: [] }));
  test("confidential", () => expect(redactOutput(schema, value, "confidential")).toEqual(value));
  test("a whole above the caller is nothing", () =>
    expect(redactOutput(hidden(), "x", "public")).toBeUndefined());

  test("a primitive that one branch of a union withholds is withheld", () => {
    const union = z.union([open(z.int()), hidden()]);
    expect(redactOutput(z.strictObject({ a: union }), { a: "secret" }, "public")).toEqual({});
    expect(redactOutput(z.strictObject({ a: union }), { a: 1 }, "public")).toEqual({ a: 1 });
  });

  test("planted words are gone wherever they stand", () => {
    const any: fc.Arbitrary<{ schema: z.ZodType; value: unknown }> = fc.letrec<{
      node: { schema: z.ZodType; value: unknown };
    }>((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        fc.constant({ schema: hidden(), value: "PLANTED" }),
        fc.constant({ schema: open(z.string()), value: "said" }),
        tie("node").map(({ schema: inner, value: held }) => ({
          schema: z.array(inner),
          value: [held, held],
        })),
        tie("node").map(({ schema: inner, value: held }) => ({
          schema: inner.nullable().optional(),
          value: held,
        })),
        tie("node").map(({ schema: inner, value: held }) => ({
          schema: z.union([z.null(), inner, z.int()]),
          value: held,
        })),
        fc.tuple(tie("node"), tie("node")).map(([left, right]) => ({
          schema: z.strictObject({ left: left.schema, right: right.schema }),
          value: { left: left.value, right: right.value },
        })),
      ),
    })).node;
    fc.assert(
      fc.property(any, ({ schema: tree, value: held }) => {
        expect(JSON.stringify(redactOutput(tree, held, "public")) ?? "").not.toContain("PLANTED");
        expect(redactOutput(tree, held, "confidential")).toEqual(held);
      }),
    );
  });
});
