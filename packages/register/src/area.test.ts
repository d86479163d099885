import { describe, expect, it } from "vitest";
import { area } from "./area.ts";
import { isAreaCode, kindOfAreaCode } from "./area-code.ts";

const chesterfield = {
  id: "chesterfield",
  name: "Chesterfield",
  kind: "district",
  code: "E07000034",
};

describe("area", () => {
  it("knows the kind of a code by its prefix", () => {
    expect(kindOfAreaCode("E07000034")).toBe("district");
    expect(kindOfAreaCode("E06000015")).toBe("unitary");
    expect(kindOfAreaCode("E10000007")).toBe("county");
    expect(kindOfAreaCode("E23000018")).toBe("police-force-area");
    expect(kindOfAreaCode("E99000001")).toBeUndefined();
  });

  it.each(["E0700003", "E070000345", "07000034E", "e07000034", ""])("refuses '%s'", (code) => {
    expect(isAreaCode(code)).toBe(false);
    expect(area().safeParse({ ...chesterfield, code }).success).toBe(false);
  });

  it("accepts an area of the kind that its code stands for", () => {
    expect(area().safeParse(chesterfield).success).toBe(true);
  });

  it("refuses the code of another kind of area", () => {
    const result = area().safeParse({ ...chesterfield, kind: "county" });
    expect(result.error?.issues[0]?.path).toEqual(["code"]);
  });

  it("refuses an end before its start", () => {
    const result = area().safeParse({
      ...chesterfield,
      validFrom: "1974-04-01",
      validTo: "1974-03-31",
    });
    expect(result.error?.issues[0]?.path).toEqual(["validTo"]);
  });
});
