import { describe, expect, it } from "vitest";
import { latestVintage, observationSchema } from "../resources/observation.ts";
import { revisionOf } from "./revise.ts";

const before = observationSchema.parse({
  id: "reports.fy2016",
  indicator: "safeguarding/indicator/reports",
  period: "FY2016",
  value: "1187",
  status: ["P"],
  disclosedIn: { document: "A pack" },
});

describe("revisionOf", () => {
  it("makes a new record, confidential until it is published itself, and keeps the old one", () => {
    const second = revisionOf(
      before,
      { value: "1190", reason: "recorded late", status: ["A"] },
      false,
    );
    expect(observationSchema.parse(second)).toMatchObject({
      id: "reports.fy2016.r2",
      value: "1190",
      status: ["A"],
      revises: "safeguarding/observation/reports.fy2016",
    });
    expect(second).not.toHaveProperty("disclosedIn");
    const third = revisionOf(second, { value: null, status: ["O"], reason: "lost" }, false);
    expect(third.id).toBe("reports.fy2016.r3");
    expect(latestVintage([before, second, third])).toEqual([third]);
  });

  it("revises only the latest vintage", () => {
    expect(() => revisionOf(before, { value: "1", reason: "late" }, true)).toThrow(
      expect.objectContaining({ code: "safeguarding/already-revised" }),
    );
  });
});
