import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnWidths } from "./column-widths.ts";

describe("columnWidths", () => {
  it("gives all that is asked for where there is room", () => {
    expect(
      columnWidths(
        [
          { natural: 10, least: 5 },
          { natural: 4, least: 4 },
        ],
        14,
      ),
    ).toEqual([10, 4]);
  });

  it("takes from the widest first, and gives up under the least", () => {
    const wishes = [
      { natural: 60, least: 8 },
      { natural: 20, least: 8 },
      { natural: 6, least: 6 },
    ];
    expect(columnWidths(wishes, 56)).toEqual([30, 20, 6]);
    expect(columnWidths(wishes, 22)).toEqual([8, 8, 6]);
    expect(columnWidths(wishes, 21)).toBeUndefined();
  });

  it("always fits, and keeps every column between its least and its natural width", () => {
    const wish = fc
      .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 90 }))
      .map(([least, more]) => ({ least, natural: least + more }));
    fc.assert(
      fc.property(
        fc.array(wish, { minLength: 1 }),
        fc.integer({ min: 1, max: 300 }),
        (wishes, room) => {
          const widths = columnWidths(wishes, room);
          if (widths === undefined) {
            expect(wishes.reduce((sum, { least }) => sum + least, 0)).toBeGreaterThan(room);
            return;
          }
          expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(room);
          for (const [index, { least, natural }] of wishes.entries()) {
            expect(widths[index]).toBeGreaterThanOrEqual(least);
            expect(widths[index]).toBeLessThanOrEqual(natural);
          }
        },
      ),
    );
  });
});
