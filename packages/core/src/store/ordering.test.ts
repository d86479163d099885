import fc from "fast-check";
import { expect, it } from "vitest";
import { compareCodePoints, comparePositions, meetsCondition } from "./ordering.ts";

it("orders texts as their UTF-8 bytes", () => {
  const text = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(text, text, (left, right) => {
      const bytes = Buffer.compare(Buffer.from(left), Buffer.from(right));
      expect(Math.sign(compareCodePoints(left, right))).toBe(bytes);
    }),
  );
  expect(compareCodePoints("\uffee", "\u{1f600}")).toBeLessThan(0);
});

it("orders by value and id, with missing values last in either direction", () => {
  const positions = [
    { value: null, id: "b" },
    { value: 10n, id: "a" },
    { value: 9n, id: "c" },
    { value: 9n, id: "b" },
    { value: null, id: "a" },
  ];
  const ids = (direction: "ascending" | "descending") =>
    positions
      .toSorted(comparePositions({ field: "x", direction }))
      .map(({ value, id }) => `${value}${id}`);
  expect(ids("ascending")).toEqual(["9b", "9c", "10a", "nulla", "nullb"]);
  expect(ids("descending")).toEqual(["10a", "9c", "9b", "nullb", "nulla"]);
});

it("meets conditions by any of several values", () => {
  const condition = (
    is: "equals" | "one-of" | "at-least" | "at-most" | "missing",
    ...values: bigint[]
  ) => ({
    field: "x",
    many: true,
    is,
    values,
  });
  expect(meetsCondition(condition("equals", 2n), [1n, 2n])).toBe(true);
  expect(meetsCondition(condition("one-of", 3n, 4n), [1n, 2n])).toBe(false);
  expect(meetsCondition(condition("missing"), [])).toBe(true);
  expect(meetsCondition(condition("missing"), [null])).toBe(true);
  expect(meetsCondition(condition("at-least", 10n), [9n])).toBe(false);
  expect(meetsCondition(condition("at-most", 10n), [9n])).toBe(true);
  expect(meetsCondition(condition("at-most", 10n), [null])).toBe(false);
});
