import { describe, expect, it } from "vitest";
import { tileLayout } from "./tile-layout.ts";

const names = (count: number) => Array.from({ length: count }, (_, index) => `area ${index}`);

describe("tiles in the order of names", () => {
  it.each([1, 2, 9, 121, 400, 576, 700])(
    "have a place of their own within the map, of %i",
    (count) => {
      const { places, byName } = tileLayout(names(count), new Map());
      expect(byName).toBe(true);
      expect(places.size).toBe(Math.min(count, 576));
      expect(new Set([...places.values()].map(({ row, column }) => `${row}/${column}`)).size).toBe(
        places.size,
      );
      for (const { row, column } of places.values())
        expect(Math.min(row, column) >= 1 && Math.max(row, column) <= 24).toBe(true);
    },
  );
});
