import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decision13, decision14 } from "../scoring/decisions-of-2017.test-data.ts";
import { score } from "../scoring/score.ts";
import { assessmentSummaries } from "./assessment-summaries.ts";

describe("assessmentSummaries", () => {
  it("tell each bidder its own scores, the winner's, and why", () => {
    const explained = [
      { bidder: "A", criterion: "quality", score: "22", rationale: "Sound" },
      { bidder: "B", criterion: "quality", score: "26", rationale: "Better planned" },
    ];
    const [first, second] = assessmentSummaries(score(decision13), [], explained);
    expect(first).toMatchObject({ bidder: "A", outcome: "successful", rank: 1 });
    expect(second).toMatchObject({
      bidder: "B",
      outcome: "unsuccessful",
      winner: "A",
      total: { own: "77.31", winner: "82.00" },
      criteria: [
        {
          own: { points: "26.00", explanation: "Better planned" },
          winner: { points: "22.00", explanation: "Sound" },
        },
      ],
    });
  });

  it("tell a bidder that was out why", () => {
    const out = assessmentSummaries(score(decision14)).find((each) => each.bidder === "H");
    expect(out).toMatchObject({
      outcome: "disregarded",
      reason: "failed the question: Management of sub-contractors",
      total: { own: null, winner: "67.00" },
    });
  });

  it("never tell a bidder of another that lost", () => {
    const bids = fc
      .array(fc.record({ price: fc.integer({ min: 1000, max: 9999 }), out: fc.boolean() }), {
        minLength: 3,
        maxLength: 8,
      })
      .filter((list) => list.some(({ out }) => !out));
    fc.assert(
      fc.property(bids, (list) => {
        const sheet = score({
          weights: { price: "60", quality: "40" },
          tieRule: "lower-price",
          bids: list.map(({ price, out }, index) => ({
            bidder: `<${index}>`,
            price: `${price}.${10 + index}`,
            quality: String(index),
            ...(out && { disqualified: `reason ${index}` }),
          })),
        });
        fc.pre(sheet.winner !== null);
        for (const summary of assessmentSummaries(sheet)) {
          const text = JSON.stringify(summary);
          for (const [index] of list.entries()) {
            const other = `<${index}>`;
            if (other === summary.bidder || other === sheet.winner) continue;
            expect(text).not.toContain(other);
            expect(text).not.toContain(`"${list[index]?.price}.${10 + index}"`);
            expect(text).not.toContain(`reason ${index}`);
          }
        }
      }),
    );
  });

  it("wait for a single winner", () => {
    const tied = score({
      ...decision13,
      bids: decision13.bids.map(({ bidder }) => ({ bidder, price: "1", quality: "1" })),
    });
    expect(() => assessmentSummaries(tied)).toThrow(
      expect.objectContaining({ code: "procurement/award-not-ready" }),
    );
  });
});
