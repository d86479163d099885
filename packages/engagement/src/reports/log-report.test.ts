import { type BlockOf, completeDocument } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { activitySchema } from "../resources/activity.ts";
import { placeSchema } from "../resources/place.ts";
import { logReport } from "./log-report.ts";

const body = "register/body/b";
const places = ["a", "b"].map((id) =>
  placeSchema.parse({ id, name: id, kind: "town", authority: "register/area/north" }),
);
const activity = (id: string, fields: object) =>
  activitySchema.parse({
    id,
    title: id,
    body,
    kind: "visit",
    date: "2021-11-01/2022-06-30",
    status: "held",
    ...fields,
  });

describe("the report of a log", () => {
  it("counts an activity once in each area, and areas without any as none", () => {
    const { blocks, summary } = completeDocument(
      logReport(
        {
          id: "l",
          title: "Log",
          body,
          period: "2021-11-01/2022-06-30",
          inEach: { areas: ["register/area/north", "register/area/east"], atLeast: 2 },
        },
        {
          places,
          activities: [
            activity("1", { places: ["engagement/place/a", "engagement/place/b"] }),
            activity("2", { places: ["engagement/place/a"], areas: ["register/area/south"] }),
            activity("3", { kind: "stall" }),
          ],
          names: new Map(["north", "south", "east"].map((id) => [`register/area/${id}`, id])),
          tiles: new Map(),
        },
      ),
    );
    const rowsOf = (id: string) =>
      (blocks.find((part) => part.id === id) as BlockOf<"table">).rows.map(({ cells }) =>
        cells.slice(0, 2).map(({ text }) => text),
      );
    expect(rowsOf("areas")).toEqual([
      ["east", "0"],
      ["north", "2"],
      ["south", "1"],
    ]);
    expect(rowsOf("kinds")).toEqual([
      ["stall", "1"],
      ["visit", "2"],
    ]);
    expect(rowsOf("activities")).toHaveLength(3);
    expect(summary).toContain("3 activities");
    expect(summary).toContain("Most are in north (2), fewest in east (0).");
  });
});
