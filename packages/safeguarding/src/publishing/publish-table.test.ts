import { auditTable, protectTable } from "@moothall/core/disclosure";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Indicator, indicatorSchema } from "../resources/indicator.ts";
import { type Observation, observationSchema } from "../resources/observation.ts";
import {
  classifyPublishedTable,
  emittedOf,
  type PublishedTable,
  publishedTableSchema,
} from "../resources/published-table.ts";
import { type Publication, publishTable } from "./publish-table.ts";

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
const dimension = (id: string, count: number, overlap?: string) => ({
  id,
  title: id,
  categories: ids(id, count).map((each) => ({ id: each, title: each })),
  ...(overlap !== undefined && { overlap }),
});

const indicator = (overlap?: string): Indicator =>
  indicatorSchema.parse({
    id: "concerns",
    title: "Concerns",
    theme: "adults",
    definitions: [{ version: 1, text: "Concerns raised" }],
    unit: "concerns",
    counts: "cases",
    timing: "flow",
    measure: { type: "count" },
    polarity: { direction: "none" },
    dimensions: [dimension("a", 8, overlap), dimension("b", 8)],
  });

const observationsOf = (counts: readonly (readonly number[])[], period = "FY2016") =>
  counts.flatMap((line, row) =>
    line.map((value, column) =>
      observationSchema.parse({
        id: `concerns.${period.toLowerCase().replace("/", "-")}.${row}.${column}`,
        indicator: "safeguarding/indicator/concerns",
        period,
        breakdown: `a=a${row + 1};b=b${column + 1}`,
        value: String(value),
      }),
    ),
  );

const publication = (
  rows: number,
  columns: number,
  more: Partial<Publication> = {},
): Publication => ({
  id: "concerns.fy2016",
  title: "Concerns",
  indicator: "safeguarding/indicator/concerns",
  definition: 1,
  period: "FY2016",
  rows: { by: "category", dimension: "a", keys: ids("a", rows) },
  columns: { by: "category", dimension: "b", keys: ids("b", columns) },
  derive: ["share-of-row", "share-of-total", "rank"],
  places: 1,
  policy: { small: [1, 4], zero: "publish", secondary: true },
  today: "2017-05-22",
  ...more,
});

const publish = (
  counts: readonly (readonly number[])[],
  earlier: readonly PublishedTable[] = [],
  more: Partial<Publication> = {},
) =>
  publishTable(publication(counts.length, counts[0]?.length ?? 0, more), {
    indicator: indicator(),
    observations: observationsOf(counts, more.period ?? "FY2016"),
    earlier,
  });

const tableOf = (made: ReturnType<typeof publish>): PublishedTable => {
  if (made.withheld) throw new Error(made.reason);
  return made.table;
};

const counts = [
  [12, 3, 20, 7],
  [31, 9, 14, 2],
  [5, 6, 8, 30],
];

describe("publishTable", () => {
  it("hides, and hides everything that is derived from what it hides", () => {
    const table = tableOf(publish(counts));
    expect(publishedTableSchema.parse(table)).toEqual(table);
    expect(table.cells[0]?.[1]).toBeNull();
    expect(classifyPublishedTable(table)).toEqual({ record: "public" });
    for (const { values } of table.derived ?? []) {
      for (const [row, line] of values.entries()) {
        for (const [column, value] of line.entries())
          if (table.cells[row]?.[column] === null) expect(value).toBeNull();
      }
    }
  });

  it("shows no small count, and nothing from which one follows, of any table", () => {
    fc.assert(
      fc.property(
        fc
          .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
          .chain(([rows, columns]) =>
            fc.array(
              fc.array(fc.oneof(fc.nat(6), fc.nat(60)), { minLength: columns, maxLength: columns }),
              { minLength: rows, maxLength: rows },
            ),
          ),
        (given) => {
          const made = publish(given);
          expect(JSON.stringify(publish(given))).toBe(JSON.stringify(made));
          if (made.withheld) return;
          const shown = [made.table.cells, made.table.rowTotals, made.table.columnTotals].flat(2);
          for (const value of shown) expect([1, 2, 3, 4]).not.toContain(value);
          expect(auditTable(emittedOf(made.table), made.table.policy).safe).toBe(true);
          expect(classifyPublishedTable(made.table).record).toBe("public");
        },
      ),
      { numRuns: 300 },
    );
  });

  it("keeps a table confidential that did not come out of protection", () => {
    const table = tableOf(publish(counts));
    const raw = { ...table, cells: counts, derived: undefined };
    expect(classifyPublishedTable(raw as PublishedTable)).toEqual({ record: "confidential" });
    const oneHidden = { ...raw, cells: [[12, null, 20, 7], ...counts.slice(1)] };
    expect(classifyPublishedTable(oneHidden as PublishedTable).record).toBe("confidential");
  });

  it("withholds what an earlier release would give away", () => {
    const policy = publication(3, 4).policy;
    const table = tableOf(publish(counts));
    // The same counts, shown before under a laxer policy that hid other cells.
    const earlier: PublishedTable = {
      ...table,
      id: "concerns.fy2016.first",
      cells: table.cells.map((line, row) =>
        line.map((value, column) =>
          value === null && row === 1 ? (counts[row]?.[column] ?? null) : value,
        ),
      ),
    };
    expect(
      auditTable(emittedOf(earlier), { ...policy, small: [1, 1] }).cells.length,
    ).toBeGreaterThan(0);
    expect(publish(counts, [earlier])).toEqual({
      withheld: true,
      reason: expect.stringContaining("published already"),
    });
  });

  it("withholds a year to date that differs by a small count", () => {
    const first = [
      [20, 30],
      [40, 50],
    ];
    const second = [
      [22, 37],
      [49, 58],
    ];
    const quarter = tableOf(
      publish(first, [], { id: "concerns.q1", period: "2016-04-01/2016-06-30" }),
    );
    const made = publish(second, [quarter], { id: "concerns.q2", period: "2016-04-01/2016-09-30" });
    expect(made.withheld).toBe(true);
    const safe = publish(
      [
        [30, 40],
        [50, 60],
      ],
      [quarter],
      { id: "concerns.q2", period: "2016-04-01/2016-09-30" },
    );
    expect(tableOf(safe).auditedWith).toEqual(["safeguarding/published-table/concerns.q1"]);
  });

  it("takes the totals that another table shows for known", () => {
    const policy = publication(2, 2).policy;
    const small = [
      [3, 9, 2],
      [8, 40, 30],
      [1, 20, 25],
    ];
    const made = protectTable({ rows: ids("a", 3), columns: ids("b", 3), counts: small }, policy);
    const table = tableOf(publish(small));
    expect(JSON.stringify(table.cells)).toBe(JSON.stringify("cells" in made ? made.cells : null));
    const other: PublishedTable = {
      ...table,
      id: "concerns.by-a",
      columns: { by: "category", dimension: "c", keys: ["c1"] },
      cells: [[14], [78], [46]],
      rowTotals: [14, 78, 46],
      columnTotals: [138],
      total: 138,
      derived: undefined,
    };
    const known = emittedOf({ ...table, rowTotals: [14, 78, 46] });
    expect(publish(small, [other]).withheld).toBe(!auditTable(known, policy).safe);
  });

  it("withholds what figures printed in public papers would give away", () => {
    const observations = observationsOf(counts);
    const shown = tableOf(publish(counts)).cells;
    const hidden = observations.filter((_, index) => shown.flat()[index] === null);
    const sources = { indicator: indicator(), earlier: [] };
    const printed = (which: readonly Observation[]) =>
      observations.map((each) =>
        which.includes(each) ? { ...each, disclosedIn: { document: "A pack" } } : each,
      );
    // Every hidden figure but one, so that it follows; then all of them, so that nothing is left to hide.
    const all = hidden.length;
    expect(all).toBeGreaterThan(1);
    for (const [count, withheld] of [
      [0, false],
      [all - 1, true],
      [all, false],
    ] as const) {
      const given = { ...sources, observations: printed(hidden.slice(0, count)) };
      expect(publishTable(publication(3, 4), given).withheld).toBe(withheld);
    }
  });

  it("leaves totals out where adding up would count twice", () => {
    const made = publishTable(publication(3, 4), {
      indicator: indicator("a concern may have several categories"),
      observations: observationsOf(counts.map((line) => line.map((value) => value + 10))),
      earlier: [],
    });
    expect(tableOf(made)).not.toHaveProperty("total");
    expect(tableOf(made).method).toContain("overlap");
  });

  it("refuses a cell without a count, a part of a person, and a category that is not there", () => {
    const broken = (change: (each: Observation) => Observation) => () =>
      publishTable(publication(3, 4), {
        indicator: indicator(),
        observations: observationsOf(counts).map(change),
        earlier: [],
      });
    expect(broken((each) => ({ ...each, value: null }))).toThrow(
      expect.objectContaining({ code: "safeguarding/table-incomplete" }),
    );
    expect(broken((each) => ({ ...each, value: "3.5" }))).toThrow(
      expect.objectContaining({
        code: "safeguarding/fraction-of-a-person",
        message: expect.not.stringContaining("3.5"),
      }),
    );
    expect(() =>
      publish(counts, [], { rows: { by: "category", dimension: "z", keys: ids("z", 3) } }),
    ).toThrow(expect.objectContaining({ code: "safeguarding/unknown-category" }));
  });

  it("withholds a table that is too small to hide anything in", () => {
    expect(publish([[2]])).toEqual({ withheld: true, reason: expect.any(String) });
  });
});
