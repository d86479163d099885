import { tableOf } from "@moothall/core";
import { describe, expect, it } from "vitest";
import type { Objective } from "./objective.ts";
import type { Plan } from "./plan.ts";
import { planReport } from "./plan-report.ts";

const plan: Plan = {
  id: "opcc.2016",
  title: "Police and Crime Plan",
  body: "register/body/opcc",
  launched: "2016-09",
};
const objective = (number: number, of = "opcc.2016"): Objective => ({
  id: `${of}.${number}`,
  plan: `register/plan/${of}`,
  number,
  text: `Objective ${number}`,
});

describe("planReport", () => {
  it("lists the plan's own objectives by number", () => {
    const objectives = [10, 2, 1].map((each) => objective(each));
    const document = planReport(plan, [objective(7, "other.2016"), ...objectives], []);
    expect(tableOf(document, "objectives")?.rows.map(({ id }) => id)).toEqual([
      "opcc.2016.1",
      "opcc.2016.2",
      "opcc.2016.10",
    ]);
  });

  it("says whose it is and when it was launched", () => {
    const document = planReport(plan, [], [{ id: "opcc", name: "OPCC", kind: "commissioner" }]);
    expect(document.blocks[0]).toMatchObject({
      items: [
        { term: "Body", text: "OPCC" },
        { term: "Launched", text: "September 2016", value: "2016-09" },
      ],
    });
    expect(document.blocks[1]).toMatchObject({ type: "notice" });
  });
});
