import { describe, expect, it } from "vitest";
import { standstill } from "./standstill.ts";

describe("standstill", () => {
  // Procurement Act 2023, s.51(2); vectors of the domain paper, England.
  it.each([
    ["2026-03-02", "england", "2026-03-11"],
    ["2026-03-30", "england", "2026-04-10"],
    ["2026-03-30", "wales", "2026-04-10"],
    // Easter Monday is a working day in Scotland.
    ["2026-03-30", "scotland", "2026-04-09"],
    // St Patrick's Day is not one in Northern Ireland.
    ["2026-03-10", "northern-ireland", "2026-03-20"],
    ["2026-03-10", "england", "2026-03-19"],
    // Published on a Saturday: the day itself is no working day.
    ["2026-03-07", "england", "2026-03-18"],
  ] as const)("of %s in %s ends on %s", (published, nation, ends) => {
    expect(standstill({ published, nation })).toMatchObject({ begins: published, ends });
  });

  it("gives the first day to sign, and the end by the holidays of all nations", () => {
    expect(standstill({ published: "2026-03-10" })).toMatchObject({
      ends: "2026-03-19",
      contractFrom: "2026-03-20",
      endsByAllNations: "2026-03-20",
    });
  });

  it("knows the older duty of ten days to a working day", () => {
    const regime = "public-contracts-regulations-2015";
    expect(standstill({ published: "2017-03-20", regime })).toMatchObject({ ends: "2017-03-30" });
    // 10 days on is Good Friday, 14 April 2017; the next working day is Tuesday, 18 April.
    expect(standstill({ published: "2017-04-04", regime })).toMatchObject({ ends: "2017-04-18" });
  });

  it("refuses what is no date, and a year whose bank holidays are not held", () => {
    expect(() => standstill({ published: "2026-02-30" })).toThrow(
      expect.objectContaining({ code: "core/bad-input" }),
    );
    expect(() => standstill({ published: "2035-03-02" })).toThrow(
      expect.objectContaining({ code: "core/no-bank-holiday-data" }),
    );
  });
});
