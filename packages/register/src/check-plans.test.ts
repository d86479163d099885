import { describe, expect, it } from "vitest";
import { checkPlans } from "./check-plans.ts";
import type { Objective } from "./objective.ts";
import type { Plan } from "./plan.ts";

const plan: Plan = {
  id: "opcc.2016",
  title: "Police and Crime Plan",
  body: "register/body/opcc",
  launched: "2016-09",
  objectiveCount: 3,
};
const numbered = (...numbers: number[]): Objective[] =>
  numbers.map((number, index) => ({
    id: `opcc.2016.${index}`,
    plan: "register/plan/opcc.2016",
    number,
    text: `Objective ${number}`,
  }));
const found = (changes: Partial<Plan>, objectives = numbered(1, 2, 3), today = "2017-05-22") =>
  checkPlans([{ ...plan, ...changes }], objectives, today).map(({ rule }) => rule);

describe("checkPlans", () => {
  it("finds nothing in a plan that agrees with its objectives", () => {
    expect(found({ reviewDue: "2017-05-22" })).toEqual([]);
    expect(found({}, [])).toEqual([]);
  });

  it("finds a plan in force past its review, and none that has ended", () => {
    expect(found({ reviewDue: "2017-05-21" })).toEqual(["register/plan-past-review"]);
    expect(found({ reviewDue: "2017-05-21", validTo: "2017-05-21" })).toEqual([]);
  });

  it("finds a launch after the end", () => {
    expect(found({ validTo: "2016-08-31" })).toEqual(["register/plan-launched-outside"]);
    expect(found({ validTo: "2016-09-01" })).toEqual([]);
  });

  it("finds a number left out, once", () => {
    expect(found({}, numbered(1, 3))).toEqual(["register/objective-number-missing"]);
  });

  it("finds a number given twice", () => {
    expect(found({}, numbered(1, 2, 3, 2))).toEqual(["register/objective-number-twice"]);
  });

  it("finds more or fewer objectives than the plan says", () => {
    expect(found({}, numbered(1, 2))).toEqual(["register/objective-count"]);
    expect(found({}, numbered(1, 2, 3, 4))).toEqual(["register/objective-count"]);
  });

  it("finds an objective without its plan, and one of other days", () => {
    const [first] = numbered(1);
    const strayed = { ...(first as Objective), plan: "register/plan/gone" };
    expect(checkPlans([], [strayed], "2017-05-22").map(({ rule }) => rule)).toEqual([
      "register/objective-without-plan",
    ]);
    const late = { ...(first as Objective), validFrom: "2021-01-01" };
    expect(found({ validTo: "2020-12-31", objectiveCount: 1 }, [late])).toEqual([
      "register/objective-outside-plan",
    ]);
  });
});
