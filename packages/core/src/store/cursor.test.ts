import fc from "fast-check";
import { expect, it } from "vitest";
import { readCursor, readSearchCursor, writeCursor, writeSearchCursor } from "./cursor.ts";

it("gives back the position that was written", () => {
  const value = fc.oneof(
    fc.string(),
    fc.constant(null),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  );
  fc.assert(
    fc.property(value, fc.string(), (value, id) => {
      expect(readCursor("q", writeCursor("q", { value, id }))).toEqual({ value, id });
    }),
  );
  expect(readSearchCursor("q", writeSearchCursor("q", 12))).toBe(12);
});

it("refuses whatever was not written for the query", () => {
  const cursor = writeCursor("q", { value: "secret", id: "a" });
  for (const forged of [cursor.slice(1), "", "e30", writeSearchCursor("q", 1)])
    expect(() => readCursor("q", forged)).toThrow("not one of this query");
  expect(() => readCursor("other", cursor)).toThrow("not one of this query");
  expect(() => readSearchCursor("q", cursor)).toThrow("not one of this query");
  expect(() => readCursor("q", Buffer.from('["q",["99x"],"a"]').toString("base64url"))).toThrow();
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readCursor("q", text)).toThrow("not one of this query");
    }),
  );
});
