import { describe, expect, it } from "vitest";
import { isMoothallError } from "../error.ts";
import { auditNested, auditRelease, auditTable } from "./index.ts";

const policy = { small: [1, 4] as [number, number], zero: "publish" as const };
const codeOf = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    if (isMoothallError(error)) return error.code;
  }
  return undefined;
};

describe("auditing one table", () => {
  it("says what a lone suppressed cell is, by names where it has them", () => {
    const table = {
      rows: ["a", "b"],
      columns: ["x", "y"],
      cells: [
        [null, 20],
        [15, 30],
      ],
      rowTotals: [23, 45],
      columnTotals: [18, 50],
      total: 68,
    };
    expect(auditTable(table, policy)).toEqual({
      cells: [
        {
          row: "a",
          column: "x",
          lowest: 3,
          highest: 3,
          unsafe: true,
          knowingPolicy: { lowest: 3, highest: 3 },
        },
      ],
      safe: false,
    });
  });

  it("sees that two hidden cells under 5 are both small when zero is never hidden", () => {
    const audit = auditTable({ cells: [[null, null, 20]], rowTotals: [25], total: 25 }, policy);
    expect(audit.cells.map((cell) => [cell.lowest, cell.highest, cell.unsafe])).toEqual([
      [0, 5, true],
      [0, 5, true],
    ]);
    expect(audit.cells[0]?.knowingPolicy).toEqual({ lowest: 1, highest: 4 });
  });

  it("finds that two hidden cells in every line are not enough", () => {
    // Hidden in a ring of three rows and columns; the bounds leave one table.
    const table = {
      cells: [
        [null, null, 9],
        [9, null, null],
        [null, 9, null],
      ],
      rowTotals: [9, 29, 29],
      columnTotals: [29, 29, 9],
      total: 67,
    };
    const { safe, cells } = auditTable(table, { small: [0, 4] });
    expect(safe).toBe(false);
    expect(cells.every((cell) => cell.lowest === cell.highest)).toBe(true);
  });

  it("has no upper bound where no total is shown", () => {
    expect(auditTable({ cells: [[null, 20]] }, policy).cells).toEqual([
      {
        row: 0,
        column: 0,
        lowest: 0,
        highest: null,
        unsafe: false,
        knowingPolicy: { lowest: 1, highest: null },
      },
    ]);
  });

  it("lists a small figure that stands in the open", () => {
    const audit = auditTable({ cells: [[2, 20, 0]] }, policy);
    expect(audit.safe).toBe(false);
    expect(audit.cells).toMatchObject([{ row: 0, column: 0, lowest: 2, unsafe: true }]);
  });

  it("refuses totals that contradict their parts", () => {
    expect(codeOf(() => auditTable({ cells: [[5, 6]], rowTotals: [12] }, policy))).toBe(
      "core/inconsistent-table",
    );
    expect(codeOf(() => auditTable({ cells: [[5, null]], rowTotals: [4] }, policy))).toBe(
      "core/inconsistent-table",
    );
    expect(codeOf(() => auditTable({ cells: [[5, -6]] }, policy))).toBe("core/not-a-count");
    expect(codeOf(() => auditTable({ cells: [[5, 6]], total: 11, rowTotals: [] }, policy))).toBe(
      "core/bad-table",
    );
  });
});

describe("auditing releases together", () => {
  const hiddenOneWay = { cells: [[null, null, 30, 9]], total: 60 };
  const hiddenAnother = { cells: [[null, 18, null, 9]], total: 60 };

  it("puts together what each of two tables of the same counts shows", () => {
    expect(auditRelease([hiddenOneWay], policy).safe).toBe(true);
    expect(auditRelease([hiddenAnother], policy).safe).toBe(true);
    const audit = auditRelease([hiddenOneWay, hiddenAnother], policy);
    expect(audit.safe).toBe(false);
    expect(audit.cells[0]).toMatchObject({ row: 0, column: 0, lowest: 3, highest: 3, release: 1 });
    expect(codeOf(() => auditRelease([{ cells: [[5]] }, { cells: [[6]] }], policy))).toBe(
      "core/inconsistent-table",
    );
    expect(codeOf(() => auditRelease([{ cells: [[5]] }, { cells: [[6, 7]] }], policy))).toBe(
      "core/bad-table",
    );
    expect(codeOf(() => auditRelease([], policy))).toBe("core/bad-table");
  });

  it("subtracts one year to date from the next", () => {
    const first = { cells: [[10, 20]] };
    const audit = auditRelease([first, { cells: [[12, 40]] }], policy, "cumulative");
    expect(audit.cells).toEqual([
      { row: 0, column: 0, lowest: 2, highest: 2, unsafe: true, release: 1, since: 0 },
    ]);
    expect(auditRelease([first, { cells: [[10, 40]] }], policy, "cumulative").safe).toBe(true);
    expect(codeOf(() => auditRelease([first, { cells: [[9, 40]] }], policy, "cumulative"))).toBe(
      "core/inconsistent-table",
    );
  });

  it("bounds what was hidden by what was shown later", () => {
    const first = { cells: [[null, null]], total: 23 };
    const audit = auditRelease([first, { cells: [[20, 3]], total: 23 }], policy, "cumulative");
    const [cell] = audit.cells;
    expect(cell).toMatchObject({ lowest: 20, highest: 20, unsafe: true, release: 0 });
  });

  it("subtracts districts from their county", () => {
    const fine = { rows: ["d1", "d2", "d3", "d4"], cells: [[null], [20], [null], [30]], total: 80 };
    const coarse = { rows: ["c1", "c2"], cells: [[23], [57]], total: 80 };
    const groups = [0, 0, 1, 1];
    expect(auditTable(fine, policy).safe).toBe(true);
    const audit = auditNested({ fine, coarse, groups }, policy);
    expect(audit.cells.map((cell) => [cell.row, cell.lowest, cell.highest, cell.release])).toEqual([
      ["d1", 3, 3, 0],
      ["d3", 27, 27, 0],
    ]);
    const hidden = { ...coarse, cells: [[null], [null]] };
    expect(auditNested({ fine, coarse: hidden, groups }, policy).safe).toBe(true);
    expect(codeOf(() => auditNested({ fine, coarse, groups: [0, 0, 1, 2] }, policy))).toBe(
      "core/bad-table",
    );
  });
});
