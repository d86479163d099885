import { describe, expect, it } from "vitest";
import { consultationSchema } from "../resources/consultation.ts";
import { planSchema } from "../resources/plan.ts";
import { resultSchema } from "../resources/result.ts";
import { checkActivities } from "./check-activities.ts";
import { checkConsultations, checkResponses, checkSeries } from "./check-consultations.ts";
import { checkContacts } from "./check-contacts.ts";
import { checkMatters } from "./check-matters.ts";
import { checkPlans } from "./check-plans.ts";
import { checkCaseworkTable, checkResult } from "./check-tables.ts";

const body = "register/body/b";
const rules = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule);

const wave = (id: string, text: string, other: object = {}) =>
  consultationSchema.parse({
    id,
    title: id,
    body,
    kind: "survey",
    status: "published",
    design: "opt-in",
    series: "Listening",
    opens: `${id}-01-01`,
    closes: `${id}-03-31`,
    questions: [{ id: "safe", text, type: "one", options: [{ id: "y", text: "Yes" }], ...other }],
  });

describe("consultations", () => {
  it("finds a decision before the close, on the last day too, and none after it", () => {
    const decided = (day: string) =>
      rules(checkConsultations([{ ...wave("2021", "Safe?"), decided: day }]));
    expect(decided("2021-03-31")).toEqual(["engagement/decided-before-close"]);
    expect(decided("2021-04-01")).toEqual([]);
    const turned = { ...wave("2021", "Safe?"), closes: "2020-12-31" };
    expect(rules(checkConsultations([turned]))).toEqual(["engagement/closes-before-it-opens"]);
  });

  it("finds other words under the same version, and results of an old wording", () => {
    expect(
      rules(checkConsultations([wave("2021", "Safe?"), wave("2022", "Safe at night?")])),
    ).toEqual(["engagement/wording-without-version"]);
    const waves = [wave("2021", "Safe?"), wave("2022", "Safe at night?", { version: 2 })];
    expect(checkConsultations(waves)).toEqual([]);
    const result = (year: string, version: number) =>
      resultSchema.parse({
        id: year,
        title: "t",
        body,
        consultation: `engagement/consultation/${year}`,
        question: "safe",
        version,
        text: "t",
        design: "opt-in",
        options: ["y"],
        groups: ["respondents"],
        counts: [[10]],
        base: 10,
        method: "m",
      });
    const found = checkSeries(waves, [result("2021", 1), result("2022", 2)]);
    expect(found.map(({ rule, about }) => [rule, about])).toEqual([
      ["engagement/compared-with-old-wording", "engagement/result/2021"],
    ]);
  });

  it("finds late responses by the day in the office's zone, and two of one respondent", () => {
    const response = (id: string, received: string, sameAs?: string) => ({
      id,
      consultation: "engagement/consultation/2021",
      received,
      answers: {},
      ...(sameAs !== undefined && { sameAs }),
    });
    const found = checkResponses(
      [wave("2021", "Safe?")],
      [
        // Half past midnight of 1 April in summer time.
        response("late", "2021-03-31T23:30:00Z"),
        response("one", "2021-03-31T22:30:00Z", "a"),
        response("two", "2021-03-01T12:00:00Z", "a"),
      ],
    );
    expect(found.map(({ rule, about }) => [rule, about])).toEqual([
      ["engagement/late-response", "engagement/response/late"],
      ["engagement/duplicate-response", "engagement/response/two"],
    ]);
  });
});

describe("other checks", () => {
  it("finds places that are not in the register, or were none then", () => {
    const activity = {
      id: "a",
      title: "t",
      body,
      kind: "visit" as const,
      date: "2019-01-01",
      status: "planned" as const,
      places: ["engagement/place/x", "engagement/place/old"],
    };
    const place = {
      id: "old",
      name: "Old",
      kind: "village" as const,
      authority: "register/area/n",
      validTo: "2018-03-31",
    };
    expect(rules(checkActivities([activity], [place], "2019-01-02"))).toEqual([
      "engagement/unknown-place",
      "engagement/place-not-valid",
      "engagement/planned-in-the-past",
    ]);
  });

  it("finds matters past their day, and not on it", () => {
    const matter = {
      id: "m",
      title: "t",
      body,
      question: "q",
      raised: "2020-01-01",
      due: "2020-02-01",
    };
    expect(checkMatters([matter], "2020-02-01")).toEqual([]);
    expect(rules(checkMatters([matter], "2020-02-02"))).toEqual(["engagement/matter-overdue"]);
    expect(checkMatters([{ ...matter, answer: "a" }], "2021-01-01")).toEqual([]);
  });

  it("finds methods that name what the plan does not have", () => {
    const plan = planSchema.parse({
      id: "p",
      title: "t",
      body,
      status: "adopted",
      audiences: [{ id: "public", text: "Public" }],
      methods: [{ id: "m", text: "Meetings", audiences: ["public", "nobody"] }],
    });
    expect(rules(checkPlans([plan], "2020-01-01"))).toEqual(["engagement/plan-names-unknown"]);
  });

  it("finds categories outside the set", () => {
    const set = {
      id: "s",
      title: "t",
      body,
      categories: [
        { id: "complaint", title: "c", dimension: "nature" as const },
        { id: "roads", title: "r", dimension: "subject" as const },
        { id: "speed", title: "s", dimension: "subject" as const, parent: "roads" },
      ],
    };
    const contact = {
      id: "c",
      body,
      received: "2020-02-01",
      categories: "engagement/category-set/s",
      nature: "complaint",
      subject: "roads",
      subCategory: "speed",
    };
    expect(checkContacts([contact], [set])).toEqual([]);
    const wrong = { ...contact, nature: "roads", closed: "2020-01-01" };
    expect(rules(checkContacts([wrong], [set]))).toEqual([
      "engagement/unknown-category",
      "engagement/closed-before-received",
    ]);
  });

  it("adds up parts, and leaves alone what is not shown", () => {
    // PCC matters of 2016–17 as printed: parts of 17 under 18.
    const table = {
      id: "t",
      title: "t",
      body,
      dimension: "sub-category" as const,
      period: "FY2016",
      rows: [1, 0, 0, 12, 0, 0, 4].map((count, index) => ({
        category: `c${index}`,
        parent: "pcc",
        count,
      })),
      parents: { pcc: 18 },
      total: 17,
      disclosedIn: { document: "Pack" },
    };
    expect(checkCaseworkTable(table, [1, 9]).map(({ rule, severity }) => [rule, severity])).toEqual(
      [
        ["engagement/table-does-not-sum", "error"],
        ["engagement/small-count", "note"],
      ],
    );
    const hidden = { ...table, rows: [{ category: "a", parent: "pcc", count: null }] };
    expect(checkCaseworkTable(hidden, [1, 9])).toEqual([]);
    const result = {
      options: ["y", "n"],
      groups: ["f", "m"],
      counts: [
        [20, 10],
        [30, 40],
      ],
      rowTotals: [30, 71],
      columnTotals: [50, 50],
    };
    const found = checkResult({ ...result, id: "r" } as never, [1, 9]);
    expect(found.map(({ at }) => at?.pointer)).toEqual(["/rowTotals/1"]);
  });
});
