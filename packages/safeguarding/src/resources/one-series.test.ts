import { describe, expect, it } from "vitest";
import type { Observation } from "./observation.ts";
import { chooseSeries, oneSeries } from "./one-series.ts";

const figure = (value: string, of: Partial<Observation> = {}): Observation => ({
  id: `f-${value}`,
  indicator: "safeguarding/indicator/a",
  definition: 1,
  period: "FY2016",
  value,
  status: ["A"],
  ...of,
});
const north = figure("2", { area: "register/area/north" });
const south = figure("25", { area: "register/area/south" });
const whole = figure("54");
const values = (figures: readonly Observation[]) => figures.map(({ value }) => value);

describe("one series", () => {
  it("is none of several areas where none is named", () => {
    expect(chooseSeries([north, south], {})).toEqual({
      several: "area",
      among: ["register/area/north", "register/area/south"],
    });
    expect(() => oneSeries([south, north], {})).toThrow(/figures of 2 areas.*/);
  });

  it("is the area that is named, for which the whole does not stand", () => {
    const named = (area: string) => values(oneSeries([north, south, whole], { area }));
    expect(named("register/area/south")).toEqual(["25"]);
    expect(named("register/area/west")).toEqual([]);
  });

  it("is the whole, or the only area, where none is named", () => {
    expect(values(oneSeries([north, whole, south], {}))).toEqual(["54"]);
    expect(values(oneSeries([south], {}))).toEqual(["25"]);
  });

  it("is of one body, as it is of one area", () => {
    const of = (body: string) => figure(body, { body: `register/body/${body}` });
    expect(chooseSeries([of("1"), of("2")], {})).toMatchObject({ several: "body" });
    expect(values(oneSeries([of("1"), of("2")], { body: "register/body/2" }))).toEqual(["2"]);
  });

  it("is of one breakdown, the total where none is named", () => {
    const female = figure("3", { breakdown: "gender=female" });
    expect(values(oneSeries([female, whole], {}))).toEqual(["54"]);
    expect(values(oneSeries([female, whole], { breakdown: "gender=female" }))).toEqual(["3"]);
  });
});
