import type { Finding } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { progress } from "../progress/progress.ts";
import type { ActionPlanLine } from "../resources/action-plan.ts";
import type { EqualityAssessment } from "../resources/equality-assessment.ts";
import type { Recommendation } from "../resources/recommendation.ts";
import type { Risk } from "../resources/risk.ts";
import type { RiskRegister } from "../resources/risk-register.ts";
import type { ThreatAssessment } from "../resources/threat-assessment.ts";
import { checkActionPlans } from "./check-action-plans.ts";
import { checkEqualityAssessments, checkThreatAssessments } from "./check-assessments.ts";
import { checkDue } from "./check-due.ts";
import { checkInitiatives, checkObjectives, checkUnlinked } from "./check-objectives.ts";
import { checkRecommendations } from "./check-recommendations.ts";
import { checkRisks } from "./check-risks.ts";

const today = "2026-06-30";
const rules = (findings: readonly Finding[]) =>
  findings.map(
    ({ rule, about }) => `${rule.slice("assurance/".length)} ${about.split("/").at(-1)}`,
  );

describe("checkRisks", () => {
  const register: RiskRegister = {
    id: "r2",
    title: "Register",
    body: "register/body/b",
    matrix: 4,
    asAt: "2026-06",
    supersedes: "assurance/risk-register/r1",
  };
  const risk = (id: string, fields: Partial<Risk> = {}): Risk => ({
    id,
    register: "assurance/risk-register/r2",
    number: id,
    title: `Risk ${id}`,
    owner: "register/post/b.head",
    status: "open",
    ...fields,
  });

  it("finds what a careful reader would, and nothing in a sound register", () => {
    const high = { likelihood: 4, impact: 4 };
    const low = { likelihood: 1, impact: 2 };
    const sound = risk("1", { inherent: high, residual: low, mitigation: "Two suppliers." });
    expect(checkRisks([register], [sound], today)).toEqual([]);
    expect(
      rules(
        checkRisks(
          [{ ...register, reviewDue: "2026-06-29" }],
          [
            sound,
            risk("2", { inherent: high, residual: low }),
            risk("3", { inherent: low, residual: high }),
            risk("4", { inherent: { likelihood: 5, impact: 1 } }),
            risk("5", { number: "1" }),
            risk("6", { owner: undefined }),
            risk("7", { owner: undefined, status: "closed", reviewDue: "2020-01-01" }),
            risk("8", { inherentLevel: "high", residualLevel: "low" }),
          ],
          today,
        ),
      ).sort(),
    ).toEqual(
      [
        "residual-without-mitigation 2",
        "residual-above-inherent 3",
        "risk-outside-matrix 4",
        "risk-number-twice 5",
        "risk-without-owner 6",
        "residual-without-mitigation 8",
        "risk-register-past-review r2",
      ].sort(),
    );
  });

  it("says nothing of owners where the register tells none, nor of a fall by one level", () => {
    const fallen = risk("1", {
      owner: undefined,
      inherent: { likelihood: 3, impact: 3 },
      residual: { likelihood: 2, impact: 3 },
    });
    expect(checkRisks([register], [fallen], today)).toEqual([]);
  });

  it("finds a version in which nothing was changed", () => {
    const before = { ...register, id: "r1", supersedes: undefined };
    const old = risk("a", { register: "assurance/risk-register/r1" });
    const same = risk("b", { number: "a", title: "Risk a" });
    expect(rules(checkRisks([before, register], [old, same], today))).toEqual([
      "risk-register-unchanged r2",
    ]);
    const worked = { ...same, mitigation: "New." };
    expect(checkRisks([before, register], [old, worked], today)).toEqual([]);
  });
});

describe("checkRecommendations", () => {
  const made = (fields: Partial<Recommendation>): Recommendation => ({
    id: "x",
    of: "assurance/audit/a",
    text: "Keep a register",
    covers: 1,
    status: "open",
    ...fields,
  });
  it.each<[Partial<Recommendation>, string[]]>([
    [{ due: "2026-06-30", agreed: "yes" }, []],
    [{ due: "2026-06-29", agreed: "yes" }, ["recommendation-overdue x"]],
    [{ due: "2026-06-29", status: "implemented" }, []],
    [{ agreed: "no", reason: "Too dear.", followedUp: "2026-01-01" }, []],
    [{ agreed: "no", reason: "Too dear." }, ["rejected-without-follow-up x"]],
    [{ status: "rejected" }, ["rejected-without-reason x", "rejected-without-follow-up x"]],
    [
      { made: "2026-02-01", implemented: "2026-01-31", status: "implemented" },
      ["implemented-before-made x"],
    ],
  ])("of %j finds %j", (fields, found) => {
    expect(rules(checkRecommendations([made(fields)], today))).toEqual(found);
  });
  it("says how many it stands for, and when it is audited again", () => {
    const [found] = checkRecommendations(
      [made({ covers: 4, agreed: "no", reason: "Other view.", reauditYear: "FY2019" })],
      today,
    );
    expect(found?.message).toContain("The 4 recommendations were not agreed");
    expect(found?.message).toContain("until 2019–20");
  });
});

describe("checkActionPlans", () => {
  const plan = { id: "p", title: "Plan", body: "register/body/b" };
  const line = (
    number: number,
    action: string,
    fields: Partial<ActionPlanLine> = {},
  ): ActionPlanLine => ({
    id: `p.${number}`,
    plan: "assurance/action-plan/p",
    number,
    action,
    ...fields,
  });

  it("finds two lines that are one, whatever their little words, and how they are rated", () => {
    const findings = checkActionPlans(
      [plan],
      [
        line(1, "Survey the victims regularly.", { rating: "amber" }),
        line(2, "Regularly survey victims", { rating: "green" }),
        line(3, "Train call handlers", { rating: "green", heading: "Calls" }),
        line(4, "Train the call-handlers", { rating: "green", heading: "Training" }),
        line(5, "Train response officers", { rating: "green" }),
      ],
      today,
    );
    expect(rules(findings)).toEqual(["line-rated-differently p.2", "line-twice p.4"]);
    expect(findings[1]?.message).toContain("under 'Calls'");
  });

  it("finds empty versions, lines without a rating or of no version, and days gone by", () => {
    const versions = [{ id: "V1" }, { id: "V2" }, { id: "V3" }];
    const findings = checkActionPlans(
      [{ ...plan, versions, reviewDue: "2026-01-01" }],
      [
        line(1, "One", { ratings: [{ version: "V1", rating: "amber" }] }),
        line(2, "Two", { ratings: [{ version: "V2", rating: "green" }], due: "2026-01-01" }),
        line(3, "Three"),
        line(4, "Four", { ratings: [{ version: "V9", rating: "complete" }], due: "2026-01-01" }),
      ],
      today,
    );
    expect(rules(findings)).toEqual([
      "plan-past-review p",
      "line-unrated p",
      "line-overdue p.2",
      "unknown-plan-version p.4",
      "plan-version-unchanged p",
    ]);
    expect(findings.at(-1)?.message).toContain("version V3");
  });

  it("says nothing of a plan that has ended, is not rated at all, or has one version", () => {
    const ended = {
      ...plan,
      validTo: "2020-01-01",
      reviewDue: "2019-01-01",
      versions: [{ id: "V1" }],
    };
    expect(checkActionPlans([ended], [line(1, "One"), line(2, "Two")], today)).toEqual([]);
  });
});

describe("checkThreatAssessments", () => {
  const assessment = (fields: Partial<ThreatAssessment>): ThreatAssessment => ({
    id: "t",
    title: "Assessment",
    body: "register/body/b",
    assessed: "2026",
    items: [],
    ...fields,
  });
  const ranked = (...ranks: number[]) =>
    assessment({
      items: ranks.map((finalRank, index) => ({ id: `i${index}`, threat: `T${index}`, finalRank })),
    });

  it.each([[[1, 2, 3]], [[1, 2, 2, 4]], [[1, 2, 2, 3]]])("accepts the places %j", (ranks) => {
    expect(checkThreatAssessments([ranked(...ranks)])).toEqual([]);
  });
  it.each([[[1, 3]], [[2, 3]], [[1, 1, 4]]])("refuses the places %j", (ranks) => {
    expect(rules(checkThreatAssessments([ranked(...ranks)]))).toEqual(["ranks-leave-one-out t"]);
  });

  it("finds a version that changes nothing, and headings without a turn", () => {
    const before = ranked(1, 2);
    const after = {
      ...before,
      id: "t2",
      assessed: "2027",
      supersedes: "assurance/threat-assessment/t",
    };
    expect(rules(checkThreatAssessments([before, after]))).toEqual(["updated-without-change t2"]);
    const moved = { ...after, items: ranked(2, 1).items };
    expect(checkThreatAssessments([before, moved])).toEqual([]);
    const headed = assessment({
      headings: ["A", "B"],
      items: [{ id: "i", threat: "T", heading: "C" }],
      themedReports: [{ heading: "A", due: "2026-06" }],
    });
    expect(rules(checkThreatAssessments([headed]))).toEqual([
      "unknown-heading t",
      "heading-not-reported t",
    ]);
  });
});

describe("checkEqualityAssessments", () => {
  const basis: ThreatAssessment = {
    id: "t",
    title: "Threats",
    body: "register/body/b",
    assessed: "2026",
    items: [
      { id: "a", threat: "Drugs" },
      { id: "b", threat: "Cyber crime" },
    ],
  };
  const assessment: EqualityAssessment = {
    id: "e",
    title: "Equality",
    body: "register/body/b",
    of: "assurance/strategy/s",
    basis: "assurance/threat-assessment/t",
    covers: ["drugs", "CYBER CRIME"],
    actions: [{ action: "Train", lead: "register/body/b" }],
    updates: [{ date: "2026", changes: ["The new threats"] }],
    signedOff: { by: "register/body/b" },
    publications: [{ place: "Website", date: "2026-02-01" }],
  };
  it("finds nothing in a whole one", () => {
    expect(checkEqualityAssessments([assessment], [basis], today)).toEqual([]);
  });
  it("finds what was left out, not changed, not led and not published", () => {
    const poor = {
      ...assessment,
      covers: ["Drugs"],
      actions: [{ action: "Train" }],
      updates: [{ date: "2026", changes: [] }],
      publications: [],
    };
    expect(rules(checkEqualityAssessments([poor], [basis], today))).toEqual([
      "updated-without-change e",
      "assessment-leaves-out e",
      "assessment-not-published e",
      "action-without-lead e",
    ]);
  });
});

describe("checkDue", () => {
  const none = { strategies: [], reviews: [], audits: [], partnerships: [], standards: [] };
  const body = "register/body/b";
  it("finds what is past its day", () => {
    const findings = checkDue(
      {
        strategies: [
          { id: "s1", title: "S", body, status: "in-force", reviewDue: "2026-01-01" },
          { id: "s2", title: "S", body, status: "approved", reviewDue: "2026-01-01" },
          { id: "s3", title: "S", body, status: "in-force", validTo: "2026-01-01" },
        ],
        reviews: [
          {
            id: "v1",
            kind: "serious-case",
            body,
            stage: "report-complete",
            asAt: "2026-01-01",
            publicationDue: "2026-05",
          },
          {
            id: "v2",
            kind: "serious-case",
            body,
            stage: "report-complete",
            asAt: "2026-01-01",
            publicationDue: "2026-06",
          },
          {
            id: "v3",
            kind: "serious-case",
            body,
            stage: "published",
            asAt: "2026-01-01",
            publicationDue: "2026-05",
          },
        ],
        audits: [
          { id: "a1", title: "A", kind: "internal", body, year: "FY2024", status: "planned" },
          { id: "a2", title: "A", kind: "internal", body, year: "FY2026", status: "planned" },
        ],
        partnerships: [
          {
            id: "p",
            title: "P",
            body,
            attendance: [
              { member: body, year: "FY2024", share: "72" },
              { member: body, year: "FY2024", share: "87" },
              { member: body, year: "FY2024", of: "sub-groups", share: "87" },
            ],
          },
        ],
        standards: [
          {
            id: "d",
            title: "D",
            body,
            steps: [
              { number: 1, promise: "In time", share: "85", reached: { met: false, share: "74" } },
              { number: 2, promise: "In time", reached: { met: true } },
              { number: 3, promise: "In time" },
            ],
          },
        ],
      },
      today,
    );
    expect(rules(findings)).toEqual([
      "strategy-past-review s1",
      "strategy-not-approved s1",
      "review-overdue v1",
      "audit-overdue a1",
      "attendance-impossible p",
      "standard-missed d",
    ]);
    expect(checkDue(none, today)).toEqual([]);
  });
});

describe("checkObjectives", () => {
  it("finds objectives that nothing serves, and the reverse", () => {
    const told = progress({
      plan: { reference: "register/plan/p", title: "Plan" },
      objectives: [
        { reference: "register/objective/p.1", number: 1, text: "One" },
        { reference: "register/objective/p.2", number: 2, text: "Two" },
      ],
      records: [
        {
          reference: "meetings/paper/m",
          title: "Paper",
          status: null,
          amount: null,
          ceiling: null,
          refers: ["register/objective/p.1"],
          priority: null,
        },
        {
          reference: "engagement/activity/e",
          title: "Visit",
          status: null,
          amount: null,
          ceiling: null,
          refers: ["register/objective/p.2"],
          priority: null,
        },
      ],
    });
    expect(rules(checkObjectives([told]))).toEqual(["objective-without-work p.2"]);
    const initiative = {
      id: "i",
      title: "I",
      body: "register/body/b",
      status: "under-way" as const,
    };
    const late = { id: "t", measure: "kits", achieved: "20", target: "100", due: "2026-06-29" };
    expect(
      rules(
        checkInitiatives(
          [
            initiative,
            { ...initiative, id: "j", priority: "Roads" },
            { ...initiative, id: "k", plan: "register/plan/p", targets: [late] },
            {
              ...initiative,
              id: "l",
              plan: "register/plan/p",
              targets: [{ ...late, achieved: "100" }],
            },
          ],
          today,
        ),
      ),
    ).toEqual(["target-past-due k"]);
    const contracts = ["procurement/contract/a", "procurement/contract/b"] as const;
    const [found] = checkUnlinked("procurement/contract", contracts, new Set([contracts[0]]));
    expect(found).toMatchObject({
      severity: "note",
      evidence: { "without objective": 1, records: 2 },
    });
    expect(checkUnlinked("procurement/contract", contracts, new Set(contracts))).toEqual([]);
  });
});
