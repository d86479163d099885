import { type BlockOf, completeDocument, tilePlaces } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { coverageReport } from "./coverage-report.ts";

const tour = {
  id: "t",
  title: "Every place",
  body: "register/body/b",
  start: "2016-05-12",
  end: "2020-05-11",
  places: 3,
} as const;

const question = {
  places: [
    { code: "a", authority: "South" },
    { code: "b", authority: "North" },
    { code: "c", authority: "East" },
  ],
  visits: [{ place: "a", date: "2016-08-01", held: true, inPerson: true, openToPublic: true }],
  asAt: "2017-05-22",
};

function mapOf(tiles?: ReadonlyMap<string, { row: number; column: number }>) {
  const { blocks } = completeDocument(coverageReport(tour, question, tiles));
  const table = blocks.find((part) => part.id === "authorities") as BlockOf<"table">;
  const chart = blocks.find((part) => part.id === "map") as BlockOf<"chart">;
  return {
    finding: chart.finding,
    places: Object.fromEntries(
      tilePlaces(chart, table).map((place, index) => [table.rows[index]?.cells[0]?.text, place]),
    ),
  };
}

describe("the map of the coverage report", () => {
  it("places authorities where the register says", () => {
    const { places, finding } = mapOf(
      new Map([
        ["North", { row: 1, column: 1 }],
        ["South", { row: 2, column: 1 }],
        ["East", { row: 1, column: 2 }],
      ]),
    );
    expect(places).toEqual({
      North: { row: 1, column: 1 },
      South: { row: 2, column: 1 },
      East: { row: 1, column: 2 },
      All: undefined,
    });
    expect(finding).not.toContain("order of names");
  });

  it("places them by name, and says so, where one has no place or two have the same", () => {
    const byName = {
      East: { row: 1, column: 1 },
      North: { row: 1, column: 2 },
      South: { row: 2, column: 1 },
      All: undefined,
    };
    const same = { row: 1, column: 1 };
    for (const tiles of [
      undefined,
      new Map([["North", same]]),
      new Map(["North", "South", "East"].map((name) => [name, same])),
    ]) {
      expect(mapOf(tiles).places).toEqual(byName);
      expect(mapOf(tiles).finding).toContain("order of names");
    }
  });
});

describe("a tour of which no visit is recorded", () => {
  it("says that it is not known, and prints no zero", () => {
    const { summary, blocks } = completeDocument(coverageReport(tour, { ...question, visits: [] }));
    expect(summary).toContain("not known");
    const table = blocks.find((part) => part.id === "authorities") as BlockOf<"table">;
    for (const { cells } of table.rows)
      expect(cells.slice(2, 5).map(({ value }) => value)).toEqual([null, null, null]);
    expect(blocks.map(({ id }) => id)).not.toContain("never-visited");
    expect(JSON.stringify(blocks)).not.toContain("behind");
  });
});
