import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalText, sameJson } from "./canonical.ts";

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
};

it("takes JSON for the same whatever the order of its properties", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const parsed = JSON.parse(JSON.stringify(value));
      expect(sameJson(parsed, reversed(parsed))).toBe(true);
      expect(canonicalText(reversed(parsed))).toBe(canonicalText(parsed));
    }),
  );
});

it("takes two values for the same exactly when their canonical texts are", () => {
  const small = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)));
  fc.assert(
    fc.property(small, small, (left, right) => {
      expect(sameJson(left, right)).toBe(canonicalText(left) === canonicalText(right));
    }),
  );
});

it.each([
  [{ a: 1 }, { a: 1, b: null }],
  [{ a: null }, { b: null }],
  [[], {}],
  [
    [1, 2],
    [2, 1],
  ],
  [null, {}],
  [0, false],
  ["", null],
])("tells %j from %j", (left, right) => {
  expect(sameJson(left, right)).toBe(false);
  expect(canonicalText(left)).not.toBe(canonicalText(right));
});
