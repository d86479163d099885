import { completeDocument } from "@moothall/core";
import { describe, expect, it } from "vitest";
import type { IndicatorData } from "../checks/series-data.ts";
import { indicatorSchema } from "../resources/indicator.ts";
import type { Observation } from "../resources/observation.ts";
import { scorecardDefinitionSchema } from "../resources/scorecard-definition.ts";
import { scorecardDocument } from "./scorecard.ts";

const reference = "safeguarding/indicator/adults";
const indicator = indicatorSchema.parse({
  id: "adults",
  title: "Adults referred",
  theme: "adults",
  unit: "referrals",
  counts: "cases",
  timing: "flow",
  measure: { type: "count" },
  polarity: { direction: "none" },
  definitions: [{ version: 1, text: "Referrals of adults" }],
  dimensions: [{ id: "gender", title: "Gender", categories: [{ id: "female", title: "Women" }] }],
});
const figure = (value: string, of: Partial<Observation> = {}): Observation => ({
  id: `f-${value}`,
  indicator: reference,
  definition: 1,
  period: "FY2016",
  value,
  status: ["A"],
  ...of,
});

function scorecard(
  observations: readonly Observation[],
  { area, ownArea, ...line }: { area?: string; ownArea?: string; breakdown?: string } = {},
) {
  const definition = scorecardDefinitionSchema.parse({
    id: "adults",
    title: "Adults",
    period: "FY2016",
    outturns: 0,
    ...(ownArea !== undefined && { area: ownArea }),
    sections: [{ heading: "Referrals", lines: [{ indicator: reference, ...line }] }],
  });
  const data: IndicatorData = { indicator, observations, breaks: [] };
  const document = completeDocument(
    scorecardDocument(
      definition,
      {
        indicators: new Map([[reference, data]]),
        targets: [],
        benchmarks: [],
        groups: new Map(),
      },
      { period: "FY2016", area },
    ),
  );
  const [table] = document.blocks.flatMap((each) => (each.type === "table" ? [each] : []));
  const place = table?.columns.findIndex(({ id }) => id === "figure") ?? -1;
  return {
    document,
    columns: table?.columns.map(({ id }) => id),
    name: table?.rows[0]?.cells[0],
    figure: table?.rows[0]?.cells[place]?.value,
  };
}

const areas = ["north", "south", "east"].map((id, index) =>
  figure(String(2 + index), { area: `register/area/${id}` }),
);

describe("a scorecard", () => {
  it("takes no area for the whole, and says which there are", () => {
    const shown = scorecard(areas);
    expect(shown.figure).toBeNull();
    expect(shown.name).toMatchObject({ status: "several areas" });
    expect(shown.document.blocks[0]).toMatchObject({
      type: "notice",
      text: expect.stringContaining("Choose an area: east, north, south."),
    });
  });

  it("shows the area that is asked for, and says so", () => {
    const shown = scorecard(areas, { area: "register/area/south" });
    expect(shown.figure).toBe("3");
    expect(shown.document.summary).toBe("2016–17, area south.");
    expect(shown.document.blocks[0]).toMatchObject({ type: "table" });
  });

  it("takes figures without an area for its own area, and for no other", () => {
    const whole = [figure("54")];
    expect(scorecard(whole).figure).toBe("54");
    const ownArea = "register/area/force";
    expect(scorecard(whole, { area: ownArea, ownArea }).figure).toBe("54");
    expect(scorecard(whole, { area: "register/area/north", ownArea }).figure).toBeNull();
  });

  it("names the categories of a line, and numbers only where there are any", () => {
    const female = [figure("7", { breakdown: "gender=female" })];
    const shown = scorecard(female, { breakdown: "gender=female" });
    expect(shown.name?.text).toBe("Adults referred: Women");
    expect(shown.columns).not.toContain("number");
  });
});
