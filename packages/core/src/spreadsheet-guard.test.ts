import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardCell, unguardCell } from "./spreadsheet-guard.ts";

const dangerous = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;
const plainNumber = /^-?[0-9]+(\.[0-9]+)?$/;

describe("guardCell", () => {
  it("disarms what a spreadsheet would run", () => {
    expect(
      ["=1+1", "+44 1332", "-1+1", "@SUM(A1)", "\t=1", "\rx", " =1", "\ufeff=1", "＝1", "--5"].map(
        guardCell,
      ),
    ).toEqual([
      "'=1+1",
      "'+44 1332",
      "'-1+1",
      "'@SUM(A1)",
      "'\t=1",
      "'\rx",
      "' =1",
      "'\ufeff=1",
      "'＝1",
      "'--5",
    ]);
  });

  it("leaves numbers and words", () => {
    for (const value of ["-5.20", "-0", "12", "", "Derby", "a=b", "O'Neill", "2017-05-22"]) {
      expect(guardCell(value)).toBe(value);
    }
  });

  it("is undone by unguardCell, whatever the value", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."'=-+@\t\r\n 1.") }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const guarded = guardCell(value);
        expect(unguardCell(guarded)).toBe(value);
        expect(dangerous.test(guarded) && !plainNumber.test(guarded)).toBe(false);
        expect(guarded).not.toMatch(/^[\t\r\n]/);
      }),
    );
  });
});
