import { describe, expect, it } from "vitest";
import { checkRelations } from "./index.ts";

const source = { document: "Paper", paragraph: "1" };
const record = (items: number, text: string, value: string, more: object = {}) => ({
  items: Array.from({ length: items }, (_, index) => ({ id: `item-${index}` })),
  printed: [{ of: "items", text, value, source, ...more }],
  relations: [{ kind: "count", list: ["/items/*/id"], count: "items" }],
});
const check = (data: Readonly<Record<string, unknown>>, others: object = {}) =>
  checkRelations("assurance/threat-assessment/one", data, new Map(Object.entries(others)));

describe("a list and how many it is said to have", () => {
  it.each([
    [15, "15", "15", {}],
    [4, "four", "4", {}],
    [9, "fewer than ten", "10", { bound: "less-than" }],
    [1200, "some 1,200", "1200", { unit: "100" }],
  ])("says nothing where %i are said to be %s", (items, text, value, more) => {
    expect(check(record(items, text, value, more))).toEqual([]);
  });

  it.each([
    [14, "15", "15", {}],
    [16, "15", "15", {}],
    [10, "fewer than ten", "10", { bound: "less-than" }],
  ])("finds where %i are said to be %s", (items, text, value, more) => {
    expect(check(record(items, text, value, more))).toMatchObject([
      { rule: "core/count", severity: "error", evidence: { listed: items } },
    ]);
  });

  it("is passed over where a part of the list is not for this reader", () => {
    const data = {
      printed: [{ of: "reviews", text: "three", value: "3", source }],
      relations: [
        {
          kind: "count",
          list: ["one", "two"].map((id) => ({ record: `assurance/review/${id}`, of: "/stage" })),
          count: "reviews",
        },
      ],
    };
    expect(check(data, { "assurance/review/one": { stage: "held", printed: [] } })).toEqual([]);
    const both = { stage: "held", printed: [] };
    expect(
      check(data, { "assurance/review/one": both, "assurance/review/two": both }),
    ).toMatchObject([{ rule: "core/count" }]);
  });
});
