import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseworkTableSchema, classifyCaseworkTable } from "../resources/casework-table.ts";
import type { CategorySet } from "../resources/category-set.ts";
import type { Contact } from "../resources/contact.ts";
import { caseworkSummary } from "./casework-summary.ts";
import { publishCasework } from "./publish-casework.ts";

const body = "register/body/b";
const set: CategorySet = {
  id: "s2",
  title: "Now",
  body,
  previous: "engagement/category-set/s1",
  categories: [
    { id: "complaint", title: "Complaint", dimension: "nature" },
    { id: "enquiry", title: "Enquiry", dimension: "nature" },
    { id: "feedback", title: "Feedback", dimension: "nature" },
    {
      id: "appreciation",
      title: "Appreciation",
      dimension: "nature",
      isNew: true,
      formerlyIn: ["feedback"],
    },
    { id: "unclear", title: "Unclear", dimension: "nature", isNew: true },
    { id: "roads", title: "Roads", dimension: "subject" },
  ],
};
const table = (period: string, of: string, counts: Record<string, number | null>, total: number) =>
  caseworkTableSchema.parse({
    id: period.toLowerCase(),
    title: period,
    body,
    dimension: "nature",
    period,
    categories: `engagement/category-set/${of}`,
    rows: Object.entries(counts).map(([category, count]) => ({ category, count })),
    total,
  });

describe("caseworkSummary", () => {
  const before = table("FY2015", "s1", { complaint: 175, enquiry: 94, feedback: 37, old: 2 }, 308);
  const after = table(
    "FY2016",
    "s2",
    { complaint: 147, enquiry: 140, feedback: 26, appreciation: 8, unclear: 4 },
    325,
  );

  it("compares what stayed the same, tests it, and tells what broke", () => {
    const summary = caseworkSummary(before, after, set);
    const rows = Object.fromEntries(summary.rows.map((row) => [row.category, row]));
    expect(rows.complaint).toMatchObject({
      comparable: true,
      percent: -16,
      direction: "no clear change",
    });
    expect(rows.enquiry).toMatchObject({ comparable: true, direction: "rose" });
    expect(rows.feedback).toMatchObject({
      comparable: false,
      words: "Cases moved from it to Appreciation.",
    });
    expect(rows.unclear?.words).toBe("New; where its cases were counted before is not recorded.");
    expect(summary.together).toMatchObject([
      { category: "appreciation+feedback", before: 37, after: 34 },
    ]);
    expect(summary.discontinued).toEqual([{ category: "old", before: 2 }]);
    expect(summary.before).toBe("2015–16");
  });

  it("compares nothing over categories of which the history is not known", () => {
    const summary = caseworkSummary(before, after, undefined);
    expect(summary.rows.every(({ comparable }) => !comparable)).toBe(true);
    expect(summary.total.comparable).toBe(true);
  });

  it("does not compare a figure that is not shown", () => {
    const hidden = table("FY2017", "s2", { complaint: null, enquiry: 100 }, 150);
    const summary = caseworkSummary(after, hidden, set);
    expect(summary.rows[0]).toMatchObject({ comparable: false, percent: null });
  });
});

describe("publishCasework", () => {
  const contact = (index: number, nature: string): Contact => ({
    id: `c${index}`,
    body,
    received: "2017-05-01",
    categories: "engagement/category-set/s2",
    nature,
    subject: "roads",
  });
  const publication = {
    id: "t",
    title: "Nature",
    body,
    period: "FY2017",
    dimension: "nature" as const,
    categories: "engagement/category-set/s2",
    set,
    policy: { small: [1, 9] as [number, number], secondary: true },
    today: "2018-05-01",
  };
  const natures = ["complaint", "enquiry", "feedback", "appreciation", "unclear"];

  it("shows no small count, and only tables that withstand an attack", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, (of) => {
        const contacts = of.flatMap((count, nature) =>
          Array.from({ length: count }, (_, index) =>
            contact(nature * 100 + index, natures[nature] as string),
          ),
        );
        const made = publishCasework(publication, contacts, []);
        if (made.withheld) return;
        for (const { count } of made.table.rows)
          expect(count === null || count === 0 || count > 9).toBe(true);
        expect(classifyCaseworkTable(made.table)).toEqual({ record: "public" });
      }),
    );
  });

  it("counts no repeat, no other period and no other body", () => {
    const contacts = [
      ...Array.from({ length: 12 }, (_, index) => contact(index, "complaint")),
      { ...contact(20, "complaint"), repeatOf: "engagement/contact/c0" },
      { ...contact(21, "complaint"), received: "2018-04-01" },
      { ...contact(22, "complaint"), body: "register/body/other" },
    ];
    expect(publishCasework(publication, contacts, [])).toMatchObject({ table: { total: 12 } });
  });

  it("refuses categories that the set does not have, and periods that overlap", () => {
    const contacts = [contact(1, "strange")];
    expect(() => publishCasework(publication, contacts, [])).toThrow(
      expect.objectContaining({ code: "engagement/unknown-category" }),
    );
    const earlier = table("FY2017-Q2", "s2", { complaint: 12 }, 12);
    expect(() => publishCasework(publication, [], [earlier])).toThrow(
      expect.objectContaining({ code: "engagement/already-published" }),
    );
  });

  it("does not let an unprotected table out by import", () => {
    const forged = {
      ...table("FY2017", "s2", { complaint: 3, enquiry: 97 }, 100),
      policy: publication.policy,
      published: "2018-05-01",
    };
    expect(classifyCaseworkTable(forged)).toEqual({ record: "confidential" });
    expect(
      classifyCaseworkTable({
        ...forged,
        rows: [
          { category: "complaint", count: null },
          { category: "enquiry", count: 97 },
        ],
      }),
    ).toEqual({ record: "confidential" });
  });
});
