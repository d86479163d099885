import { describe, expect, it } from "vitest";
import type { Area } from "./area.ts";
import { type AreaNode, areasAbove, areaTree } from "./area-tree.ts";

const areas: readonly Area[] = [
  { id: "force", name: "Force", kind: "police-force-area" },
  { id: "county", name: "County", kind: "county", parent: "register/area/force" },
  { id: "north", name: "North", kind: "district", parent: "register/area/county" },
  {
    id: "east",
    name: "East",
    kind: "district",
    parent: "register/area/county",
    validTo: "2019-03-31",
  },
];

const namesOf = (nodes: readonly AreaNode[]): unknown[] =>
  nodes.map(({ area, parts }) => (parts.length === 0 ? area.id : [area.id, namesOf(parts)]));

describe("areaTree", () => {
  it("puts each area under the one of which it is part, by name", () => {
    expect(namesOf(areaTree(areas, "2019-03-31"))).toEqual([
      ["force", [["county", ["east", "north"]]]],
    ]);
  });

  it("leaves out what does not hold on the day", () => {
    expect(namesOf(areaTree(areas, "2019-04-01"))).toEqual([["force", [["county", ["north"]]]]]);
  });

  it("puts at the top what has no parent on the day", () => {
    expect(namesOf(areaTree(areas.slice(2), "2017-05-22"))).toEqual(["east", "north"]);
  });

  it("loses nothing where areas are said to be part of each other", () => {
    const around: readonly Area[] = [
      { id: "a", name: "A", kind: "locality", parent: "register/area/b" },
      { id: "b", name: "B", kind: "locality", parent: "register/area/a" },
      { id: "c", name: "C", kind: "locality", parent: "register/area/b" },
    ];
    expect(namesOf(areaTree(around, "2017-05-22"))).toEqual(["a", ["b", ["c"]]]);
    expect(areasAbove(around, "c", "2017-05-22").map((each) => each.id)).toEqual(["b", "a"]);
  });
});

describe("areasAbove", () => {
  it("names the nearest first", () => {
    expect(areasAbove(areas, "north", "2017-05-22").map((each) => each.id)).toEqual([
      "county",
      "force",
    ]);
    expect(areasAbove(areas, "nowhere", "2017-05-22")).toEqual([]);
  });
});
