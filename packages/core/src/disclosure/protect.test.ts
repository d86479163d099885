import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMoothallError } from "../error.ts";
import {
  auditTable,
  type CountTable,
  deriveProtected,
  isProtected,
  isWithheld,
  type ProtectedTable,
  protectTable,
} from "./index.ts";

const small: [number, number] = [1, 4];
const table: CountTable = {
  rows: ["north", "south", "east"],
  columns: ["2015", "2016", "2017"],
  counts: [
    [3, 20, 11],
    [15, 30, 9],
    [8, 0, 22],
  ],
};
const shown = (counts: CountTable = table, policy = {}, options = {}): ProtectedTable => {
  const made = protectTable(counts, { small, zero: "publish", ...policy }, options);
  if (isWithheld(made)) throw new Error(`withheld: ${made.reason}`);
  return made;
};
const failure = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    if (isMoothallError(error)) return error;
  }
  throw new Error("did not fail");
};

describe("protecting a table", () => {
  it("hides the small count behind three others and keeps the totals", () => {
    expect(shown()).toEqual({
      rows: ["north", "south", "east"],
      columns: ["2015", "2016", "2017"],
      cells: [
        [null, 20, null],
        [null, 30, null],
        [8, 0, 22],
      ],
      rowTotals: [34, 54, 30],
      columnTotals: [26, 50, 42],
      total: 118,
    });
  });

  it("shows a table as it is when nothing in it is small", () => {
    const counts = [
      [30, 20],
      [0, 5],
    ];
    expect(shown({ rows: ["a", "b"], columns: ["x", "y"], counts }).cells).toEqual(counts);
  });

  it("hides a small total as well, which a single row or column gives away", () => {
    const made = shown({ rows: ["all"], columns: ["x", "y", "z"], counts: [[3, 20, 8]] });
    expect(made.cells).toEqual([[null, 20, null]]);
    expect(made.columnTotals).toEqual([null, 20, null]);
    expect(made.total).toBe(31);
  });

  it("does not let a complement through: 97 of 100 says 3", () => {
    const made = shown({
      rows: ["a", "b"],
      columns: ["yes", "no"],
      counts: [
        [97, 3],
        [60, 40],
      ],
    });
    expect(made.cells[0]).toEqual([null, null]);
  });

  it("hides beside a small count another one where no totals are shown", () => {
    const counts = [
      [3, 20],
      [15, 30],
    ];
    const input = { rows: ["a", "b"], columns: ["x", "y"], counts, publishTotals: false };
    const made = shown(input);
    expect(made.cells).toEqual([
      [null, 20],
      [null, 30],
    ]);
    expect(Object.keys(made)).toEqual(["rows", "columns", "cells"]);
    expect(shown(input, { secondary: false }).cells).toEqual([
      [null, 20],
      [15, 30],
    ]);
  });

  it.each([
    ["one small count", [[3]], {}],
    [
      "nothing but small counts",
      [
        [1, 2],
        [3, 1],
      ],
      {},
    ],
    [
      "one small count among zeros",
      [
        [0, 3],
        [0, 0],
      ],
      {},
    ],
    [
      "a small count that may not be hidden behind others",
      [
        [3, 20],
        [15, 30],
      ],
      { secondary: false },
    ],
    [
      "zeros rounded to a base that leaves only small counts",
      [
        [3, 20],
        [15, 0],
      ],
      { small: [0, 4], rounding: 5 },
    ],
  ])("withholds %s, saying so without a figure", (_, counts, policy) => {
    const input = {
      rows: counts.map((__, index) => `r${"ab"[index]}`),
      columns: (counts[0] ?? []).map((__, index) => `c${"ab"[index]}`),
      counts,
    };
    const made = protectTable(input, { small, ...policy } as never);
    expect(isWithheld(made) && made.withheld).toBe(true);
    expect(isWithheld(made) && made.reason).toMatch(/\w/);
    expect(isProtected(made)).toBe(true);
  });

  it("marks what it made, which cannot be changed or copied with its mark", () => {
    const made = shown();
    expect(isProtected(made)).toBe(true);
    expect(isProtected({ ...made })).toBe(false);
    expect(isProtected(structuredClone(made))).toBe(false);
    expect(Object.isFrozen(made.cells[0])).toBe(true);
    // @ts-expect-error a table that was merely written down is not a protected one
    const forged: ProtectedTable = { rows: [], columns: [], cells: [] };
    expect(isProtected(forged)).toBe(false);
  });

  it("publishes the counts under an override until it expires", () => {
    const override = {
      by: "Chief executive",
      reason: "Consent of all concerned",
      expires: "2026-06-30",
    };
    expect(shown(table, { override }, { today: "2026-06-30" })).toMatchObject({
      cells: table.counts,
      override,
    });
    expect(shown(table, { override }, { today: "2026-07-01" }).cells[0]?.[0]).toBeNull();
    expect(failure(() => shown(table, { override })).code).toBe("core/bad-disclosure-policy");
  });
});

describe("rounding", () => {
  it("adds up, and keeps every figure next to the truth", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 10 }),
        fc.array(fc.array(fc.nat(60), { minLength: 4, maxLength: 4 }), {
          minLength: 1,
          maxLength: 6,
        }),
        (base, counts) => {
          const rows = counts.map((_, index) => `r${index}`);
          const made = protectTable(
            { rows, columns: ["a", "b", "c", "d"], counts },
            { small: [1, 1], rounding: base },
          );
          if (isWithheld(made)) return;
          const totals = made.rowTotals as number[];
          for (const [row, line] of made.cells.entries()) {
            expect((line as number[]).reduce((a, b) => a + b, 0)).toBe(totals[row]);
            for (const [column, value] of (line as number[]).entries()) {
              expect(value % base).toBe(0);
              expect(Math.abs(value - (counts[row]?.[column] as number))).toBeLessThan(base);
            }
          }
          expect(totals.reduce((a, b) => a + b, 0)).toBe(made.total);
          expect((made.columnTotals as number[]).reduce((a, b) => a + b, 0)).toBe(made.total);
          expect(made.roundedTo).toBe(base);
        },
      ),
    );
  });

  it("goes to the nearest multiple where that adds up", () => {
    const counts = [
      [11, 19],
      [21, 29],
    ];
    const made = shown({ rows: ["a", "b"], columns: ["x", "y"], counts }, { rounding: 5 });
    expect(made.cells).toEqual([
      [10, 20],
      [20, 30],
    ]);
    expect(auditTable(made, { small, rounding: 5 }).safe).toBe(true);
  });
});

describe("what is derived", () => {
  it("is hidden with its numerator or its base", () => {
    const made = shown({ rows: ["all"], columns: ["x", "y", "z"], counts: [[3, 20, 8]] });
    const of = (derivation: Parameters<typeof deriveProtected>[1]) =>
      deriveProtected(made, derivation);
    expect(of({ kind: "share", of: "row", places: 1 })).toEqual([[null, "64.5", null]]);
    expect(of({ kind: "share", of: "column", places: 1 })).toEqual([[null, "100.0", null]]);
    expect(of({ kind: "rate", per: 1000n, bases: ["4000"], places: 2 })).toEqual([
      [null, "5.00", null],
    ]);
    expect(of({ kind: "rate", per: 1000n, bases: [null], places: 2 })).toEqual([
      [null, null, null],
    ]);
  });

  it("ranks what is shown, equals sharing a place", () => {
    const counts = [[20], [9], [20], [6]];
    const made = shown({ rows: ["a", "b", "c", "d"], columns: ["x"], counts });
    expect(deriveProtected(made, { kind: "rank" })).toEqual([["=1"], ["3"], ["=1"], ["4"]]);
  });

  it("is refused for a rate without a base for every row", () => {
    const derive = () => deriveProtected(shown(), { kind: "rate", per: 1n, bases: [], places: 0 });
    expect(failure(derive).code).toBe("core/bad-table");
  });
});

describe("bad input", () => {
  const one = (value: number): CountTable => ({ rows: ["a"], columns: ["x"], counts: [[value]] });

  it.each([-7, 7.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])(
    "refuses %d as a count",
    (value) => {
      const error = failure(() => protectTable(one(value), { small }));
      expect(error.code).toBe("core/not-a-count");
      expect(error.at).toEqual({ pointer: "/counts/0/0" });
      expect(error.message).not.toMatch(/[0-9]/);
    },
  );

  it("refuses a table whose lists do not fit, names twice, or has nothing in it", () => {
    for (const bad of [
      { ...table, rows: ["a"] },
      { ...table, columns: ["x", "y"] },
      { ...table, rows: ["a", "a", "b"] },
      {
        ...table,
        counts: [
          [1, 2, 3],
          [1, 2],
          [1, 2, 3],
        ],
      },
      { rows: [], columns: [], counts: [] },
    ]) {
      expect(failure(() => protectTable(bad, { small })).code).toBe("core/bad-table");
    }
  });

  it("refuses a policy that is none", () => {
    for (const bad of [
      {},
      { small: [2, 4] },
      { small: [0, 0] },
      { small, zero: "hide" },
      { small, rounding: 1 },
    ]) {
      expect(failure(() => protectTable(table, bad as never)).code).toBe(
        "core/bad-disclosure-policy",
      );
    }
  });
});
