import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvRows } from "./csv-rows.ts";

const read = (
  text: string,
  sizes: readonly number[] = [text.length],
): { cells: readonly string[]; damaged: boolean }[] => {
  const reader = new CsvRows(",");
  const rows = [];
  let at = 0;
  for (const size of [...sizes, text.length]) {
    rows.push(...reader.push(text.slice(at, at + size)));
    at += size;
  }
  rows.push(...reader.end());
  return rows.map(({ cells, damaged }) => ({ cells, damaged }));
};

const write = (cells: readonly string[]): string =>
  cells
    .map((cell) =>
      /[",\r\n]/.test(cell) || cell === "" ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(",");

describe("CsvRows", () => {
  it("reads what was written, however it is cut into pieces and whatever ends its lines", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "b", '"', ",", "\n", " ", "1"),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom("\n", "\r\n"),
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 }),
        (rows, end, sizes) => {
          const text = rows.map((row) => write(row) + end).join("");
          expect(read(text, sizes)).toEqual(rows.map((cells) => ({ cells, damaged: false })));
        },
      ),
    );
  });

  it("loses one row, and no more, to a mark that is not closed", () => {
    expect(read('a,b\n1,"open\n2,"x, y"\n3,z\n')).toEqual([
      { cells: ["a", "b"], damaged: false },
      { cells: ["1", '"open'], damaged: true },
      { cells: ["2", "x, y"], damaged: false },
      { cells: ["3", "z"], damaged: false },
    ]);
    expect(read('a,b\n1,"open\n2,y\n').map((each) => each.damaged)).toEqual([false, true, false]);
  });

  it("loses one row to text after a closing mark", () => {
    expect(read('"a"b,c\n1,2\n').map((each) => each.damaged)).toEqual([true, false]);
  });

  it("keeps a last line without an end", () => {
    expect(read("a,b\n1,2")).toEqual([
      { cells: ["a", "b"], damaged: false },
      { cells: ["1", "2"], damaged: false },
    ]);
  });
});
