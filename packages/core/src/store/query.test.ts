import { describe, expect, it } from "vitest";
import { indexRow, manyFields, sameModel, singleFields } from "./index-row.ts";
import {
  aggregateOfNone,
  checkAggregate,
  checkConditions,
  checkLimit,
  checkList,
} from "./query.ts";
import type { ResourceModel } from "./store.ts";

const model: ResourceModel = {
  kind: "a/b",
  fields: {
    pages: { type: "integer" },
    amount: { type: "decimal" },
    tags: { type: "text", many: true },
    open: { type: "boolean" },
  },
};

describe("checkConditions", () => {
  it("turns values into what is indexed", () => {
    expect(
      checkConditions(model, [
        { field: "amount", is: "at-least", value: "12.5" },
        { field: "tags", is: "one-of", value: ["a", "b", "a"] },
        { field: "open", is: "missing" },
        { field: "id", is: "equals", value: "x" },
      ]).map(({ many, values }) => [many, values]),
    ).toEqual([
      [false, [1250n]],
      [true, ["a", "b"]],
      [false, []],
      [false, ["x"]],
    ]);
  });

  it("refuses what is not declared, without inherited names", () => {
    for (const field of ["nothing", "constructor", "__proto__"])
      expect(() => checkConditions(model, [{ field, is: "missing" }])).toThrow("no indexed field");
    expect(() => checkConditions(model, [{ field: "tags", is: "at-least", value: "a" }])).toThrow();
    const value = Array.from({ length: 1001 }, (_, index) => index);
    expect(() => checkConditions(model, [{ field: "pages", is: "one-of", value }])).toThrow();
  });
});

describe("checkList", () => {
  it("gives cursors that hold for the same query only", () => {
    const query = { where: [{ field: "pages", is: "equals", value: 3 }] } as const;
    const cursor = checkList(model, query).cursorAfter({ value: null, id: "x" });
    expect(checkList(model, { ...query, cursor, limit: 3 }).after).toEqual({
      value: null,
      id: "x",
    });
    expect(() => checkList(model, { cursor })).toThrow();
    expect(() => checkList({ ...model, kind: "a/c" }, { ...query, cursor })).toThrow();
    expect(() => checkList(model, { ...query, cursor, asAt: "2026-01-01T00:00:00Z" })).toThrow();
  });

  it("keeps to the limits of a page", () => {
    expect([checkLimit(undefined), checkLimit(1), checkLimit(1000)]).toEqual([50, 1, 1000]);
    for (const limit of [0, -1, 1001, 2.5, Number.NaN]) expect(() => checkLimit(limit)).toThrow();
  });
});

it("adds up numbers only, and says what nothing adds up to", () => {
  const query = checkAggregate(model, { sum: ["amount", "pages"], least: ["pages"] });
  expect(aggregateOfNone(query)).toEqual([
    {
      group: {},
      count: 0,
      sum: { amount: null, pages: null },
      least: { pages: null },
      greatest: {},
    },
  ]);
  expect(aggregateOfNone({ ...query, groupBy: ["open"] })).toEqual([]);
  for (const wrong of [
    { sum: ["open"] },
    { groupBy: ["tags"] },
    { greatest: ["open"] },
    { sum: ["x"] },
  ])
    expect(() => checkAggregate(model, wrong)).toThrow();
});

it("indexes one value or several, in one order of fields", () => {
  expect([singleFields(model), manyFields(model)]).toEqual([["amount", "open", "pages"], ["tags"]]);
  expect(indexRow(model, { pages: 2, amount: "1.5", tags: ["b", "a", "b"] })).toEqual({
    values: [150n, null, 2n],
    many: [["b", "a"]],
  });
  expect(() => indexRow(model, { pages: [1, 2] })).toThrow("several values");
});

it("knows a model again whatever the order of its fields", () => {
  const { tags, ...rest } = model.fields;
  expect(sameModel(model, { ...model, fields: { ...(tags && { tags }), ...rest } })).toBe(true);
  expect(sameModel(model, { ...model, searchable: [] })).toBe(false);
  expect(sameModel(model, { ...model, fields: { ...model.fields, pages: { type: "text" } } })).toBe(
    false,
  );
});
