import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  auditTable,
  type CountTable,
  type DisclosurePolicyInput,
  type EmittedTable,
  isWithheld,
  protectTable,
} from "./index.ts";

const policy: DisclosurePolicyInput = { small: [1, 4], zero: "publish", secondary: true };

const named = (counts: number[][], publishTotals = true): CountTable => ({
  rows: counts.map((_, index) => `r${index}`),
  columns: (counts[0] ?? []).map((_, index) => `c${index}`),
  counts,
  publishTotals,
});

const grid = (rows: number, columns: number, most: number) =>
  fc.array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: most })), {
      minLength: columns,
      maxLength: columns,
    }),
    { minLength: rows, maxLength: rows },
  );
const smallGrid = fc.oneof(
  ...(
    [
      [2, 2],
      [2, 3],
      [3, 2],
      [1, 3],
      [4, 1],
    ] as const
  ).map(([rows, columns]) => ({
    weight: 10,
    arbitrary: grid(rows, columns, 14),
  })),
  { weight: 1, arbitrary: grid(3, 3, 5) },
);

const isGivenAway = (lowest: number, highest: number, [from, to]: readonly [number, number]) =>
  lowest === highest || (lowest >= from && highest <= to);

describe("an attacker who goes through every table that fits", () => {
  it.each([
    ["who does not know the rule", 0],
    ["who knows that a zero is never hidden", 1],
  ])("%s recovers nothing from 2,000 protected tables", (_, leastHidden) => {
    let shown = 0;
    fc.assert(
      fc.property(smallGrid, (counts) => {
        const table = protectTable(named(counts), policy);
        if (isWithheld(table)) return;
        shown += 1;
        const found = bruteForce(table, leastHidden);
        expect(found.tables).toBeGreaterThan(0);
        for (const [row, line] of table.cells.entries()) {
          for (const [column, value] of line.entries()) {
            if (value !== null) {
              expect(value).toBe(counts[row]?.[column]);
              expect(value === 0 || value > 4).toBe(true);
              continue;
            }
            const lowest = found.lowest[row]?.[column] as number;
            const highest = found.highest[row]?.[column] as number;
            expect(isGivenAway(lowest, highest, [1, 4])).toBe(false);
          }
        }
      }),
      { numRuns: 2000, seed: 7 },
    );
    expect(shown).toBeGreaterThan(1000);
  });

  it("recovers nothing where zeros are hidden as well", () => {
    fc.assert(
      fc.property(smallGrid, (counts) => {
        const table = protectTable(named(counts), { small: [0, 4] });
        if (isWithheld(table)) return;
        const found = bruteForce(table, 0);
        for (const [row, line] of table.cells.entries()) {
          for (const [column, value] of line.entries()) {
            if (value !== null) expect(value).toBeGreaterThan(4);
            else {
              const lowest = found.lowest[row]?.[column] as number;
              const highest = found.highest[row]?.[column] as number;
              expect(isGivenAway(lowest, highest, [0, 4])).toBe(false);
            }
          }
        }
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it("finds the ranges that the audit finds, whatever is hidden", () => {
    fc.assert(
      fc.property(
        smallGrid,
        fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
        (counts, hide) => {
          let at = 0;
          const mark = (value: number) => (hide[at++ % 15] ? null : value);
          const table: EmittedTable = {
            cells: counts.map((line) => line.map(mark)),
            rowTotals: counts.map((line) => mark(line.reduce((a, b) => a + b, 0))),
            columnTotals: (counts[0] ?? []).map((_, column) =>
              mark(counts.reduce((sum, line) => sum + (line[column] ?? 0), 0)),
            ),
            total: counts.flat().reduce((a, b) => a + b, 0),
          };
          const plain = bruteForce(table, 0);
          const knowing = bruteForce(table, 1);
          for (const cell of auditTable(table, policy).cells) {
            if (cell.row === null || cell.column === null) continue;
            const row = cell.row as number;
            const column = cell.column as number;
            if (table.cells[row]?.[column] !== null) continue;
            expect(cell.lowest).toBe(plain.lowest[row]?.[column]);
            expect(cell.highest).toBe(plain.highest[row]?.[column]);
            expect(cell.knowingPolicy !== undefined).toBe(knowing.tables > 0);
            if (knowing.tables === 0) continue;
            expect(cell.knowingPolicy).toEqual({
              lowest: knowing.lowest[row]?.[column],
              highest: knowing.highest[row]?.[column],
            });
            expect(cell.unsafe).toBe(
              isGivenAway(cell.lowest, cell.highest ?? 1e9, [1, 4]) ||
                isGivenAway(
                  knowing.lowest[row]?.[column] as number,
                  knowing.highest[row]?.[column] as number,
                  [1, 4],
                ),
            );
          }
        },
      ),
      { numRuns: 1000, seed: 11 },
    );
  });
});

describe("larger tables", () => {
  it("are safe by their own audit, show what is not small where they can, and never change", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 3, max: 300 }),
        fc.boolean(),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (rows, columns, most, totals, stream) => {
          const counts = Array.from({ length: rows }, () =>
            Array.from({ length: columns }, () =>
              Math.floor((stream.next().value ?? 0) ** 2 * most),
            ),
          );
          const table = protectTable(named(counts, totals), policy);
          expect(JSON.stringify(protectTable(named(counts, totals), policy))).toBe(
            JSON.stringify(table),
          );
          if (isWithheld(table)) return;
          expect(auditTable(table, policy).safe).toBe(true);
          expect(table.rowTotals === undefined).toBe(!totals);
          for (const [row, line] of table.cells.entries()) {
            for (const [column, value] of line.entries()) {
              if (value !== null) expect(value).toBe(counts[row]?.[column]);
              else expect(counts[row]?.[column]).toBeGreaterThan(0);
            }
          }
        },
      ),
      { numRuns: 150, seed: 3 },
    );
  });

  it("hides no more than it must: showing any one more makes the table unsafe", () => {
    fc.assert(
      fc.property(grid(4, 4, 30), (counts) => {
        const table = protectTable(named(counts), policy);
        if (isWithheld(table)) return;
        for (const [row, line] of table.cells.entries()) {
          for (const [column, value] of line.entries()) {
            const count = counts[row]?.[column] as number;
            if (value !== null || count <= 4) continue;
            const cells = table.cells.map((each) => [...each]);
            (cells[row] as (number | null)[])[column] = count;
            expect(auditTable({ ...table, cells }, policy).safe).toBe(false);
          }
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

/**
 * An attacker without any theory, for tests: goes through every table of whole numbers that fits
 * what is shown and notes the least and the greatest value of each cell.
 */
function bruteForce(
  table: EmittedTable,
  leastHidden: number,
): { lowest: number[][]; highest: number[][]; tables: number } {
  const rows = table.cells.length;
  const columns = table.cells[0]?.length ?? 0;
  const shown = table.cells.flat();
  const total = table.total as number;
  const cells = new Array<number>(rows * columns).fill(0);
  const lowest = shown.map(() => Number.POSITIVE_INFINITY);
  const highest = shown.map(() => -1);
  let tables = 0;
  const rowSum = new Array<number>(rows).fill(0);
  const columnSum = new Array<number>(columns).fill(0);
  const fits = (sum: number, said: number | null | undefined, done: boolean) =>
    said === undefined ||
    (said === null ? !done || sum >= leastHidden : done ? sum === said : sum <= said);
  /** The last cell of a line with a known total, or of all, has one value left. */
  const determined = (row: number, column: number, left: number): number | null => {
    const ofRow = table.rowTotals?.[row];
    const ofColumn = table.columnTotals?.[column];
    if (column === columns - 1 && typeof ofRow === "number") return ofRow - (rowSum[row] as number);
    if (row === rows - 1 && typeof ofColumn === "number") {
      return ofColumn - (columnSum[column] as number);
    }
    return row === rows - 1 && column === columns - 1 ? left : null;
  };
  const place = (at: number, left: number): void => {
    if (at === cells.length) {
      if (left !== 0) return;
      tables += 1;
      for (const [index, value] of cells.entries()) {
        lowest[index] = Math.min(lowest[index] as number, value);
        highest[index] = Math.max(highest[index] as number, value);
      }
      return;
    }
    const row = Math.floor(at / columns);
    const column = at % columns;
    const said = shown[at] ?? determined(row, column, left);
    const from = said ?? leastHidden;
    if (from < (shown[at] === null ? leastHidden : 0)) return;
    const to = Math.min(said ?? left, left);
    for (let value = from; value <= to; value += 1) {
      const inRow = (rowSum[row] as number) + value;
      const inColumn = (columnSum[column] as number) + value;
      const rowFits = fits(inRow, table.rowTotals?.[row], column === columns - 1);
      if (!rowFits || !fits(inColumn, table.columnTotals?.[column], row === rows - 1)) continue;
      cells[at] = value;
      rowSum[row] = inRow;
      columnSum[column] = inColumn;
      place(at + 1, left - value);
      rowSum[row] = inRow - value;
      columnSum[column] = inColumn - value;
    }
  };
  place(0, total);
  const grid = (list: number[]) =>
    table.cells.map((_, row) => list.slice(row * columns, (row + 1) * columns));
  return { lowest: grid(lowest), highest: grid(highest), tables };
}
