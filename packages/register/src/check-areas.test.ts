import { describe, expect, it } from "vitest";
import type { Area } from "./area.ts";
import { areaRules, checkAreas } from "./check-areas.ts";

const district = (id: string, more: Partial<Area> = {}): Area => ({
  id,
  name: id,
  kind: "district",
  ...more,
});
const found = (...areas: Area[]) =>
  checkAreas(areas).map(({ rule, about, severity }) => [rule, about, severity]);

describe("checkAreas", () => {
  it("finds nothing in areas that agree", () => {
    const county: Area = { id: "county", name: "County", kind: "county" };
    expect(
      found(
        county,
        district("a", { parent: "register/area/county", code: "E07000001", validTo: "2019-03-31" }),
        district("b", {
          parent: "register/area/county",
          code: "E07000001",
          validFrom: "2019-04-01",
        }),
      ),
    ).toEqual([]);
  });

  it("finds a parent that is not there", () => {
    expect(found(district("a", { parent: "register/area/gone" }))).toEqual([
      ["register/area-parent-missing", "register/area/a", "error"],
    ]);
  });

  it("finds a parent that does not hold all the while, worse when never", () => {
    const county: Area = { id: "county", name: "County", kind: "county", validFrom: "1997-04-01" };
    const a = district("a", { parent: "register/area/county", validTo: "2019-03-31" });
    const b = district("b", { parent: "register/area/county", validTo: "1997-03-31" });
    expect(found(county, a, b)).toEqual([
      ["register/area-parent-not-valid", "register/area/a", "warning"],
      ["register/area-parent-not-valid", "register/area/b", "error"],
    ]);
  });

  it("finds one code on two areas of the same days", () => {
    expect(
      found(district("a", { code: "E07000001" }), district("b", { code: "E07000001" })),
    ).toEqual([["register/area-code-twice", "register/area/b", "error"]]);
  });

  it("finds circles of parents and of successors", () => {
    const rules = found(
      district("a", { parent: "register/area/b", successors: ["register/area/b"] }),
      district("b", { parent: "register/area/a", successors: ["register/area/a"] }),
    );
    expect(rules).toEqual([
      ["register/parent-circle", "register/area/a", "error"],
      ["register/successor-circle", "register/area/a", "error"],
    ]);
    for (const [rule] of rules) expect(Object.keys(areaRules)).toContain(rule);
  });
});
