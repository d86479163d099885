import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage } from "./coverage.ts";

const open = { held: true, inPerson: true, openToPublic: true };
const visit = (place: string, date: string, other: object = {}) => ({
  place,
  date,
  ...open,
  ...other,
});
const places = [
  { code: "a", name: "Aytown", authority: "North", population: 900 },
  { code: "b", name: "Beeham", authority: "North", population: 100 },
  { code: "c", name: "Ceeby", authority: "South", population: 500 },
  { code: "d", name: "Deeford", authority: "South", population: null },
];
const term = { start: "2016-05-12", end: "2020-05-11" };

describe("coverage", () => {
  it("tells coverage by place, people and authority, and who was never visited", () => {
    const result = coverage({
      places,
      visits: [
        visit("a", "2016-06-01"),
        visit("a", "2017-01-10"),
        visit("b", "2017-02-01", { held: false }),
        visit("b", "2017-02-01", { inPerson: false }),
        visit("b", "2017-02-01", { openToPublic: false }),
        visit("b", "2017-02-01", { openToPublic: null }),
        visit("c", "2015-01-01"),
        visit("d", "2017-03"),
      ],
      term,
      asAt: "2017-05-22",
    });
    expect(result).toMatchObject({
      places: 4,
      visited: 2,
      share: 0.5,
      population: 1500,
      covered: 900,
      populationShare: 0.6,
      withoutPopulation: 1,
      visits: {
        qualifying: 3,
        outsideTerm: 1,
        notHeld: 1,
        notInPerson: 1,
        notOpen: 1,
        notKnown: 1,
      },
      neverVisited: [
        { code: "b", name: "Beeham", authority: "North" },
        { code: "c", name: "Ceeby", authority: "South" },
      ],
      longestAgo: { code: "a", date: "2017-01-10", days: 132 },
      longestGap: { days: 223, from: "2016-06-01", to: "2017-01-10" },
      equity: { lowest: "South", highest: "North", ratio: 0 },
    });
    expect(result.authorities).toEqual([
      {
        authority: "North",
        places: 2,
        visited: 1,
        share: 0.5,
        population: 1000,
        covered: 900,
        populationShare: 0.9,
        withoutPopulation: 0,
      },
      {
        authority: "South",
        places: 2,
        visited: 1,
        share: 0.5,
        population: 500,
        covered: 0,
        populationShare: 0,
        withoutPopulation: 1,
      },
    ]);
  });

  it("says whether it is on track, over the interim targets", () => {
    const many = Array.from({ length: 383 }, (_, index) => ({ code: `p${index}` }));
    const visits = many.slice(0, 83).map(({ code }) => visit(code, "2017-05-01"));
    const interim = [{ by: "2017-06-30", places: 83 }];
    const result = coverage({ places: many, visits, term, interim, asAt: "2017-06-30" });
    expect(result.progress).toEqual({
      target: 383,
      expected: 83,
      onTrack: true,
      next: { by: "2017-06-30", places: 83, missing: 0 },
      words: "83 of 383 places visited by 30 June 2017; 83 were due by then: on track.",
    });
    const behind = coverage({
      places: many,
      visits: visits.slice(1),
      term,
      interim,
      asAt: "2017-06-30",
    });
    expect(behind.progress?.words).toMatch(/behind by 1\.$/);
  });

  it("survives a change of boundaries", () => {
    const changed = [
      { code: "old-1", validTo: "2018-03-31", successors: ["merged"] },
      { code: "old-2", validTo: "2018-03-31", successors: ["merged"] },
      { code: "merged", validFrom: "2018-04-01", population: 10 },
      { code: "whole", validTo: "2018-03-31", successors: ["part-1", "part-2"] },
      { code: "part-1", validFrom: "2018-04-01" },
      { code: "part-2", validFrom: "2018-04-01" },
    ];
    const visits = [visit("old-1", "2017-01-01"), visit("whole", "2017-01-01")];
    const before = coverage({ places: changed, visits, asAt: "2018-03-31" });
    expect(before).toMatchObject({ places: 3, visited: 2 });
    const after = coverage({ places: changed, visits, asAt: "2018-04-01" });
    expect(after).toMatchObject({ places: 3, visited: 1, neverVisited: [] });
    expect(after.undecided.map(({ code }) => code)).toEqual(["part-1", "part-2"]);
  });

  it.each([
    [
      "engagement/unknown-place",
      { visits: [visit("a", "2017-01-01"), visit("x", "2017-01-01")] },
      { row: 2, column: "place" },
    ],
    [
      "engagement/duplicate-place",
      { places: [{ code: "a" }, { code: "a" }] },
      { row: 2, column: "code" },
    ],
    [
      "engagement/negative-count",
      { places: [{ code: "a", population: -1 }] },
      { row: 1, column: "population" },
    ],
    [
      "engagement/circular-successors",
      {
        places: [
          { code: "a", validTo: "2010-01-01", successors: ["b"] },
          { code: "b", validTo: "2010-01-01", successors: ["a"] },
        ],
        visits: [visit("a", "2009-01-01")],
      },
      { pointer: "/places" },
    ],
  ])("refuses with %s", (code, input, at) => {
    const question = { places, visits: [], asAt: "2017-05-22", ...(input as object) };
    expect(() => coverage(question)).toThrow(expect.objectContaining({ code, at }));
  });

  it("has parts that add up, whatever is visited", () => {
    const register = fc.array(
      fc.record({ authority: fc.constantFrom("N", "S"), population: fc.nat(1000) }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(register, fc.array(fc.nat(29), { maxLength: 60 }), (rows, visited) => {
        const all = rows.map((row, index) => ({ code: `${index}`, ...row }));
        const visits = visited
          .filter((index) => index < all.length)
          .map((index) => visit(`${index}`, "2017-01-01"));
        const result = coverage({ places: all, visits, asAt: "2017-05-22" });
        expect(result.visited + result.neverVisited.length).toBe(result.places);
        for (const key of ["places", "visited", "population", "covered"] as const)
          expect(result.authorities.reduce((sum, each) => sum + each[key], 0)).toBe(result[key]);
      }),
    );
  });
});
