import { describe, expect, it } from "vitest";
import { activitySchema } from "../resources/activity.ts";
import { activityLogSchema } from "../resources/activity-log.ts";
import { placeSchema } from "../resources/place.ts";
import { tourSchema } from "../resources/tour.ts";
import { checkActivityLogs } from "./check-activity-logs.ts";
import { checkDates } from "./check-dates.ts";
import { checkTours } from "./check-tours.ts";

const body = "register/body/b";
const area = (id: string) => `register/area/${id}`;
const place = (id: string, authority: string, fields: object = {}) =>
  placeSchema.parse({ id, name: id, kind: "village", authority: area(authority), ...fields });

describe("a log", () => {
  const log = activityLogSchema.parse({
    id: "l",
    title: "Log",
    body,
    period: "2021-11-01/2022-06-30",
    inEach: { areas: [area("north"), area("south")], atLeast: 2 },
  });
  const visit = (id: string, fields: object) =>
    activitySchema.parse({
      id,
      title: id,
      body,
      kind: "visit",
      date: "2022-01",
      status: "held",
      log: "engagement/activity-log/l",
      ...fields,
    });
  const places = [place("a", "north"), place("b", "north"), place("c", "south")];
  const at = (...ids: string[]) => ({ places: ids.map((id) => `engagement/place/${id}`) });

  it("lists as many in each area as it says, by place and by area, each activity once", () => {
    const held = [
      visit("1", at("a", "b")),
      visit("2", { areas: [area("north")] }),
      visit("3", { ...at("c"), areas: [area("south")] }),
      visit("4", { ...at("c"), status: "cancelled" }),
      visit("5", { ...at("c"), log: undefined }),
    ];
    expect(checkActivityLogs([log], held, places).map(({ evidence }) => evidence)).toEqual([
      { area: area("south"), atLeast: 2, listed: 1 },
    ]);
    expect(checkActivityLogs([log], [...held, visit("6", at("c"))], places)).toEqual([]);
  });
});

describe("a tour", () => {
  const tour = (fields: object) =>
    tourSchema.parse({
      id: "t",
      title: "Tour",
      body,
      start: "2016-05-12",
      end: "2020-05-13",
      places: 2,
      ...fields,
    });
  const places = [
    place("a", "north"),
    place("b", "north"),
    place("old", "north", { validTo: "2010-03-31" }),
  ];

  it("has its targets within its term and its places, and its places in the register", () => {
    expect(checkTours([tour({ interim: [{ by: "2017-06-30", places: 1 }] })], places)).toEqual([]);
    const wrong = tour({
      places: 3,
      end: "2016-05-11",
      interim: [{ by: "2017-06-30", places: 4 }],
    });
    expect(checkTours([wrong], places).map(({ at, severity }) => [at?.pointer, severity])).toEqual([
      ["/end", "error"],
      ["/interim/0/by", "error"],
      ["/interim/0/places", "error"],
      ["/places", "note"],
    ]);
    expect(checkTours([tour({ authorities: [area("south")] })], places)).toHaveLength(1);
  });
});

describe("dates", () => {
  const none = {
    plan: [],
    place: [],
    "category-set": [],
    matter: [],
    submission: [],
    consultation: [],
  };
  const rules = (records: Partial<Record<keyof typeof none, readonly { id: string }[]>>) =>
    checkDates({ ...none, ...records }).map(({ about, at }) => [about, at?.pointer]);

  it("that cannot be in that order are found, equal ones are not", () => {
    const matter = { id: "m", raised: "2017-03-02", answered: "2017-03-02" };
    expect(rules({ matter: [matter] })).toEqual([]);
    expect(rules({ matter: [{ ...matter, answered: "2017-03-01" } as never] })).toEqual([
      ["engagement/matter/m", "/answered"],
    ]);
    expect(
      rules({ plan: [{ id: "p", validFrom: "2020-01-01", validTo: "2016-01-01" } as never] }),
    ).toEqual([["engagement/plan/p", "/validTo"]]);
  });

  it("of which only a period is known are found where no day of it would do", () => {
    const sent = (submitted: string) => ({ id: "s", closes: "2013-03-07", submitted });
    expect(rules({ submission: [sent("2013-03")] })).toEqual([]);
    expect(rules({ submission: [sent("2013-03-08/..")] })).toEqual([
      ["engagement/submission/s", "/closes"],
    ]);
  });
});
