import { describe, expect, it } from "vitest";
import { gunning } from "./gunning.ts";
import { section96 } from "./section-96.ts";

const outcomes = (result: { principles: readonly { outcome: string }[] }) =>
  result.principles.map(({ outcome }) => outcome);

describe("gunning", () => {
  it("decides by dates what dates decide, and asks for judgement of the rest", () => {
    const result = gunning({
      opened: "2021-11-15",
      closed: "2022-03-31",
      decided: "2022-05-01",
      minimumDays: 84,
      reportedOn: "2022-04-20",
    });
    expect(outcomes(result)).toEqual([
      "needs-judgement",
      "needs-judgement",
      "pass",
      "needs-judgement",
    ]);
    expect(result.outcome).toBe("needs-judgement");
    expect(result.principles[2]?.restsOn[0]).toBe(
      "Open for 137 days, 15 November 2021 to 31 March 2022.",
    );
  });

  it("fails a decision before the close, whatever was judged", () => {
    const judged = { outcome: "pass" as const, by: "Chief executive", reason: "All were read." };
    const result = gunning({
      opened: "2022-01-01",
      closed: "2022-03-31",
      decided: "2022-03-31",
      principles: { "conscientious-consideration": { judged } },
    });
    expect(result.principles[3]).toMatchObject({ outcome: "fail" });
    expect(result.principles[3]?.restsOn.join(" ")).toContain("Chief executive judged: pass.");
    expect(result.outcome).toBe("fail");
  });

  it("passes on judgements alone only with all four, and never says lawful", () => {
    const judged = {
      judged: { outcome: "pass" as const, by: "Monitoring officer", reason: "Seen." },
    };
    const all = {
      "formative-stage": judged,
      "enough-information": judged,
      "enough-time": judged,
      "conscientious-consideration": judged,
    };
    const result = gunning({ principles: all });
    expect(result.outcome).toBe("pass");
    expect(JSON.stringify(result)).not.toMatch(/lawful/i);
    expect(gunning({}).outcome).toBe("needs-judgement");
  });
});

describe("section96", () => {
  const people = { title: "Listening to You", groups: ["people" as const], closed: "2022-03-31" };

  it("asks for people and victims before a plan, people and ratepayers before a precept", () => {
    const victims = {
      title: "Victims' survey",
      groups: ["victims" as const],
      closed: "2022-05-01",
    };
    const plan = { decision: "plan" as const, decided: "2022-05-01" };
    expect(section96({ ...plan, activities: [people, victims] })).toMatchObject({
      outcome: "fail",
      groups: [
        { subject: "people", outcome: "pass" },
        { subject: "victims", outcome: "fail" },
      ],
    });
    const earlier = { ...victims, closed: "2022-04-30" };
    expect(section96({ ...plan, activities: [people, earlier] }).outcome).toBe("pass");
    const precept = { decision: "precept" as const, decided: "2022-05-01" };
    expect(section96({ ...precept, activities: [people, earlier] }).groups[1]).toEqual({
      subject: "ratepayers",
      outcome: "fail",
      restsOn: ["No activity obtained the views of ratepayers."],
    });
  });

  it("leaves to judgement an activity of which the end is not known", () => {
    const open = { title: "Victims' survey", groups: ["victims" as const] };
    const result = section96({
      decision: "plan",
      decided: "2022-05-01",
      activities: [people, open],
    });
    expect(result.outcome).toBe("needs-judgement");
  });
});
