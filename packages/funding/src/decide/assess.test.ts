import { describe, expect, it } from "vitest";
import { application } from "../resources/application.ts";
import { round } from "../resources/round.ts";
import { scheme } from "../resources/scheme.ts";
import { assess } from "./assess.ts";
import { roundWithScheme } from "./round-with-scheme.ts";

const body = "register/body/opcc";
/** The criteria of the Community Safety Fund 2017–2020 (decision report of May 2017, 3.3). */
const fund2017 = round().parse({
  id: "csf",
  title: "Community Safety Fund",
  body,
  year: "FY2017",
  criteria: [
    { id: "posts", rule: "share-at-most", category: "posts", share: "0.5" },
    { id: "objectives", rule: "objectives-at-least", count: 1 },
    { id: "plans", rule: "activity-plan" },
    { id: "cctv", rule: "excludes", category: "cctv" },
    { id: "joint", rule: "joint-projects-at-least", count: 1 },
  ],
});
const line = (category: string, amount: string) => ({
  id: category,
  title: category,
  category,
  amount,
});
const good = {
  id: "bolsover",
  round: "funding/round/csf",
  applicant: { name: "Bolsover CSP", kind: "partnership" },
  title: "Programme",
  asked: "25000",
  years: [
    { year: "FY2017", amount: "12500" },
    { year: "FY2018", amount: "12500" },
  ],
  lines: [line("posts", "12500.00"), line("activities", "12500.00")],
  objectives: ["register/objective/opcc.2016.2"],
  activityPlans: ["FY2017", "FY2018"].map((year) => ({
    year,
    submitted: "2017-02-01",
    approved: "2017-03-01",
  })),
  jointProjects: ["FY2017", "FY2018"].map((year) => ({
    year,
    title: "Joint",
    with: ["North East Derbyshire CSP"],
  })),
};
const judged = (change: object, of = fund2017) => {
  const result = assess(application().parse({ ...good, ...change }), of);
  return {
    eligible: result.eligible,
    failed: result.results
      .filter((each) => each.passes !== true)
      .map((each) => [each.id, each.passes]),
  };
};

describe("assess", () => {
  it("passes what meets every criterion, at the limit of a half to the penny", () => {
    expect(judged({})).toEqual({ eligible: true, failed: [] });
    expect(judged({ lines: [line("posts", "12500.01"), line("activities", "12499.99")] })).toEqual({
      eligible: false,
      failed: [["posts", false]],
    });
  });

  it("names every criterion that fails", () => {
    expect(
      judged({
        objectives: [],
        lines: [line("cctv", "1")],
        jointProjects: [],
        activityPlans: [{ year: "FY2017", submitted: "2017-02-01" }],
      }).failed,
    ).toEqual([
      ["objectives", false],
      ["plans", false],
      ["cctv", false],
      ["joint", false],
    ]);
  });

  it("does not take what is not known for met or failed", () => {
    expect(judged({ lines: undefined })).toEqual({
      eligible: null,
      failed: [
        ["posts", null],
        ["cctv", null],
      ],
    });
  });

  it("looks at window, limits, match, score, kind and checks", () => {
    const strict = round().parse({
      id: "s",
      title: "s",
      body,
      year: "FY2024",
      opens: "2024-05-01",
      closes: "2024-06-01",
      criteria: [
        { id: "match", rule: "match-at-least", share: "0.25", securedOnly: true },
        { id: "kind", rule: "applicant-is", kinds: ["voluntary"] },
        { id: "score", rule: "score-at-least", score: "6.5" },
        { id: "need", rule: "answered", question: "need" },
        { id: "dd", rule: "due-diligence", check: "accounts" },
        { id: "size", rule: "amount-between", minimum: "1000" },
      ],
    });
    const of = roundWithScheme(
      strict,
      scheme().parse({ id: "x", title: "x", body, maximum: "24999.99" }),
    );
    // Half past midnight in summer time is still the day before in UTC; the office's day counts.
    expect(
      judged(
        {
          received: "2024-06-01T23:30:00Z",
          match: [{ from: "x", amount: "6250", status: "pledged" }],
          agreedScore: "6.49",
        },
        of,
      ).failed,
    ).toEqual([
      ["window", false],
      ["amount", false],
      ["match", false],
      ["kind", false],
      ["score", false],
      ["need", false],
      ["dd", null],
    ]);
    const right = {
      received: "2024-06-01T22:30:00Z",
      asked: "24999.99",
      match: [{ from: "x", amount: "6250", status: "secured" }],
      applicant: { kind: "voluntary" },
      agreedScore: "6.5",
      answers: { need: "Shown" },
      dueDiligence: [{ check: "accounts", result: "passed" }],
    };
    expect(judged(right, of)).toEqual({ eligible: true, failed: [] });
  });
});
