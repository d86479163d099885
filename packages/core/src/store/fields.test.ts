import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Field, fromIndexValue, indexValue, indexValues } from "./fields.ts";

describe("indexValue", () => {
  it.each<[Field, unknown, unknown]>([
    [{ type: "text" }, "a\u0000b\ud800", "a\ufffdb\ufffd"],
    [{ type: "text" }, "\u{1f600}", "\u{1f600}"],
    [{ type: "date" }, "2017-05-22", "2017-05-22"],
    [{ type: "instant" }, "2017-05-22T10:00:00+01:00", "2017-05-22T09:00:00.000000000Z"],
    [{ type: "instant" }, "2017-05-22", "2017-05-21T23:00:00.000000000Z"],
    [{ type: "integer" }, 7, 7n],
    [{ type: "integer" }, "-7", -7n],
    [{ type: "boolean" }, "false", 0n],
    [{ type: "decimal" }, "121229.5", 12122950n],
    [{ type: "decimal", places: 0 }, "3", 3n],
    [{ type: "decimal" }, "92233720368547758.07", 2n ** 63n - 1n],
  ])("%j of %j is %s", (field, value, expected) => {
    expect(indexValue("x", field, value)).toBe(expected);
  });

  it.each<[Field, unknown]>([
    [{ type: "text" }, 5],
    [{ type: "date" }, "22/05/2017"],
    [{ type: "integer" }, 1.5],
    [{ type: "integer" }, 2 ** 53],
    [{ type: "decimal" }, "1.005"],
    [{ type: "decimal" }, "92233720368547758.08"],
    [{ type: "decimal" }, "1e3"],
    [{ type: "boolean" }, 1],
  ])("%j refuses %j", (field, value) => {
    expect(() => indexValue("x", field, value)).toThrow();
  });

  it("gives a decimal back as it was", () => {
    fc.assert(
      fc.property(fc.integer(), (pence) => {
        const text = fromIndexValue({ type: "decimal" }, BigInt(pence));
        expect(indexValue("x", { type: "decimal" }, text)).toBe(BigInt(pence));
      }),
    );
  });
});

it("follows a pointer through arrays", () => {
  const document = { items: [{ cost: "1" }, {}, { cost: "2.5" }], tags: ["a", "b"], none: null };
  const at = (pointer: string, type: Field["type"]) =>
    indexValues("x", { type, pointer }, document);
  expect(at("/items/*/cost", "decimal")).toEqual([100n, 250n]);
  expect(at("/items/2/cost", "decimal")).toEqual([250n]);
  expect(at("/tags", "text")).toEqual(["a", "b"]);
  expect(at("/none", "text")).toEqual([]);
  expect(at("/missing/deep", "text")).toEqual([]);
});
