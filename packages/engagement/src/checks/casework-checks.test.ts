import { describe, expect, it } from "vitest";
import { caseworkTableSchema } from "../resources/casework-table.ts";
import { categorySetSchema } from "../resources/category-set.ts";
import { resultSchema } from "../resources/result.ts";
import { checkBreaks } from "./check-breaks.ts";
import { checkBetweenTables, checkResult } from "./check-tables.ts";

const body = "register/body/b";
const table = (id: string, fields: object) =>
  caseworkTableSchema.parse({
    id,
    title: id,
    body,
    dimension: "nature",
    period: "FY2016",
    rows: [{ category: "feedback", count: 5 }],
    total: null,
    ...fields,
  });
const set = (year: string, fields: object) =>
  categorySetSchema.parse({ id: year, title: year, body, ...fields });

describe("comparisons over a break", () => {
  const feedback = { id: "feedback", title: "Feedback", dimension: "nature" };
  const complaint = { id: "complaint", title: "Complaint", dimension: "nature" };
  const sets = [
    set("2015", { categories: [feedback, complaint] }),
    set("2016", {
      previous: "engagement/category-set/2015",
      categories: [
        feedback,
        complaint,
        { ...feedback, id: "thanks", title: "Thanks", isNew: true, formerlyIn: ["feedback"] },
      ],
    }),
  ];
  const before = table("before", {
    period: "FY2015",
    categories: "engagement/category-set/2015",
    rows: [
      { category: "feedback", count: 37 },
      { category: "complaint", count: 175 },
    ],
  });
  const then = (row: number) => ({
    record: "engagement/casework-table/before",
    of: `/rows/${row}/count`,
  });
  const after = (relations: readonly object[]) =>
    table("after", {
      categories: "engagement/category-set/2016",
      rows: [
        { category: "feedback", count: 26 },
        { category: "complaint", count: 147 },
        { category: "thanks", count: 8 },
      ],
      relations,
    });

  it("are told of where cases moved, in changes and in multiples", () => {
    const found = checkBreaks(
      [
        before,
        after([
          { kind: "change", from: then(0), to: "/rows/0/count", direction: "down" },
          { kind: "change", from: then(1), to: "/rows/1/count", direction: "down" },
          {
            kind: "claim",
            means: "multiple",
            words: "fewer",
            figure: "/rows/2/count",
            base: then(0),
            multiple: "1/5",
          },
        ]),
      ],
      sets,
    );
    expect(found.map(({ at, message }) => [at?.pointer, message.replace(/^.*: /, "")])).toEqual([
      ["/relations/0", "Cases moved from it to Thanks."],
      ["/relations/2", "New; counted under Feedback before."],
    ]);
  });

  it("are not told of where the categories are the same, or the other figure is elsewhere", () => {
    const same = table("after", {
      categories: "engagement/category-set/2015",
      relations: [{ kind: "change", from: then(0), to: "/rows/0/count" }],
    });
    expect(checkBreaks([before, same], sets)).toEqual([]);
    const elsewhere = after([{ kind: "change", from: "feedback.before", to: "/rows/0/count" }]);
    expect(checkBreaks([before, elsewhere], sets)).toEqual([]);
  });
});

describe("tables of one period", () => {
  const subject = table("subject", {
    dimension: "subject",
    rows: [
      { category: "abuse", count: 33 },
      { category: "wildlife", count: 9 },
    ],
    total: 42,
  });
  const parts = (fields: object) =>
    table("parts", {
      dimension: "sub-category",
      rows: [
        { category: "hate", parent: "abuse", count: 14 },
        { category: "other", parent: "abuse", count: 19 },
        { category: "wildlife", count: 9 },
      ],
      ...fields,
    });

  it("agree on totals, and on subjects and their parts", () => {
    expect(checkBetweenTables([subject, parts({})])).toEqual([]);
    expect(checkBetweenTables([subject, parts({ total: 43, period: "FY2015" })])).toEqual([]);
    const found = checkBetweenTables([
      subject,
      parts({ total: 43, parents: { abuse: 32 }, rows: [{ category: "wildlife", count: 8 }] }),
    ]);
    expect(found.map(({ message }) => message)).toEqual([
      "The total is 43 here and 42 in 'subject'.",
      "'wildlife' is 8 here and 9 in 'subject'.",
    ]);
    const turned = checkBetweenTables([
      parts({ rows: [{ category: "hate", parent: "abuse", count: 14 }] }),
      subject,
    ]);
    expect(turned.map(({ about, message }) => [about, message])).toEqual([
      ["engagement/casework-table/subject", "'abuse' is 33 here and 14 in 'parts'."],
    ]);
  });

  it("say nothing of what is not known", () => {
    const hidden = parts({
      rows: [
        { category: "hate", parent: "abuse", count: null },
        { category: "other", parent: "abuse", count: 19 },
      ],
    });
    expect(checkBetweenTables([subject, hidden])).toEqual([]);
  });
});

describe("shares of a printed result", () => {
  const result = (shares: number[], fields: object = {}) =>
    resultSchema.parse({
      id: "r",
      title: "r",
      body,
      consultation: "engagement/consultation/c",
      question: "q",
      version: 1,
      text: "q",
      design: "not-stated",
      options: ["yes"],
      groups: ["respondents"],
      counts: [[19]],
      base: 21,
      shares,
      method: "as printed",
      ...fields,
    });

  it("are those of their counts, to half a point", () => {
    expect(checkResult(result([0.9]), [1, 9])).toEqual([]);
    expect(checkResult(result([0.91]), [1, 9]).map(({ rule }) => rule)).toEqual([
      "engagement/share-not-of-its-counts",
    ]);
    expect(checkResult(result([0.5], { base: null }), [1, 9])).toEqual([]);
  });
});
