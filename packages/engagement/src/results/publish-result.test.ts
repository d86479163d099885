import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Consultation } from "../resources/consultation.ts";
import { consultationSchema } from "../resources/consultation.ts";
import type { Response } from "../resources/response.ts";
import { classifyResult, resultSchema } from "../resources/result.ts";
import { publishResult } from "./publish-result.ts";

const consultation: Consultation = consultationSchema.parse({
  id: "c",
  title: "A survey",
  body: "register/body/b",
  kind: "survey",
  status: "published",
  design: "random-sample",
  questions: [
    {
      id: "safe",
      version: 2,
      text: "Safe?",
      type: "one",
      options: [
        { id: "yes", text: "Yes" },
        { id: "no", text: "No" },
        { id: "unsure", text: "Not sure" },
      ],
    },
    { id: "score", text: "Score", type: "number" },
  ],
  demographics: [{ id: "sex", text: "Sex", options: ["f", "m"] }],
});

const respond = (index: number, safe: string, sex: string | undefined, score = 1): Response => ({
  id: `r${index}`,
  consultation: "engagement/consultation/c",
  received: "2022-01-01T00:00:00Z",
  answers: { safe, score },
  versions: { safe: 2 },
  ...(sex !== undefined && { demographics: { sex } }),
});

const make = (table: Record<string, Record<string, number>>): Response[] =>
  Object.entries(table)
    .flatMap(([sex, counts]) =>
      Object.entries(counts).flatMap(([option, count]) =>
        Array.from({ length: count }, () => [option, sex] as const),
      ),
    )
    .map(([option, sex], index) => respond(index, option, sex));

const margin = {
  id: "m",
  title: "Sex, 2021",
  area: "register/area/a",
  demographic: "sex",
  date: "2021-03-21",
  publisher: "Example",
  population: { f: 500, m: 500 },
};
const policy = { small: [1, 9] as [number, number], secondary: true };
const publication = {
  id: "x",
  consultation,
  question: "safe",
  margins: [],
  policy,
  today: "2022-06-01",
};

const published = (responses: Response[], other: object = {}) => {
  const made = publishResult({ ...publication, ...other }, responses, []);
  if (made.withheld) throw new Error(made.reason);
  return resultSchema.parse(made.table);
};

describe("publishResult", () => {
  it("weights to the margins, with sampling margins of a random sample", () => {
    const responses = make({ f: { yes: 60, no: 20 }, m: { yes: 10, no: 10 } });
    const result = published(responses, { margins: [margin] });
    // Women yes 0.75, men 0.5; half the people each.
    expect(result.shares).toEqual([0.625, 0.375, 0]);
    expect(result.weights?.map(({ factor }) => factor)).toEqual([6.25, 25]);
    // n_eff = (Σw)²/Σw² = 1000²/(80·6.25² + 20·25²).
    expect(result.effectiveSize).toBe(64);
    expect(result.points?.[0]).toBeCloseTo(1.959964 * Math.sqrt((0.625 * 0.375) / 64) * 100, 1);
    expect(classifyResult(result)).toEqual({ record: "public" });
  });

  it("keeps the weights back where they would tell how few answered so", () => {
    const result = published(make({ f: { yes: 60, no: 20 }, m: { yes: 15, no: 5 } }), {
      margins: [margin],
    });
    expect(result.weights).toBeUndefined();
    expect(result.effectiveSize).toBeUndefined();
    expect(result.notice).toMatch(/weights are not published/);
    expect(result.shares?.[0]).toBe(0.75);
  });

  it("withholds a breakdown that hides what the weights tell", () => {
    const responses = make({ f: { yes: 60, no: 20 }, m: { yes: 10, no: 10 } });
    const plain = published(responses, { margins: [margin] });
    const by = publishResult({ ...publication, id: "y", by: "sex" }, responses, [plain]);
    if (!by.withheld) expect(by.table.columnTotals).not.toContain(null);
  });

  it("leaves out answers to another wording", () => {
    const old = { ...respond(900, "yes", "f"), versions: { safe: 1 } };
    expect(published([...make({ f: { yes: 30, no: 20 } }), old]).base).toBe(50);
  });

  it("tells a mean, and none of few", () => {
    const responses = Array.from({ length: 20 }, (_, index) =>
      respond(index, "yes", "f", index % 2),
    );
    expect(published(responses, { question: "score" }).mean).toBe(0.5);
    const few = publishResult({ ...publication, question: "score" }, responses.slice(0, 5), []);
    expect(few.withheld).toBe(true);
  });

  it("never shows a small count or its share, and never a table that is not safe", () => {
    const count = fc.integer({ min: 0, max: 40 });
    const sexes = fc.record({ yes: count, no: count, unsure: count });
    fc.assert(
      fc.property(sexes, sexes, fc.constantFrom(undefined, "sex"), (f, m, by) => {
        const responses = make({ f, m });
        if (responses.length === 0) return;
        const made = publishResult(
          { ...publication, ...(by !== undefined && { by }) },
          responses,
          [],
        );
        if (made.withheld) return;
        for (const shown of made.table.counts.flat())
          expect(shown === null || shown === 0 || shown > 9).toBe(true);
        for (const [row, share] of (made.table.shares ?? []).entries())
          expect(share === null).toBe(made.table.counts[row]?.[0] === null);
        expect(classifyResult(made.table)).toEqual({ record: "public" });
      }),
      { numRuns: 200 },
    );
  });
});
