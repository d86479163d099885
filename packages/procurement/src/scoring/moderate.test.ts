import { isMoothallError } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { type ModerateInput, moderate } from "./moderate.ts";

const input: ModerateInput = {
  criterion: "plan",
  maximum: "5",
  scores: [
    { evaluator: "one", score: "2", interests: "none" },
    { evaluator: "two", score: "5", interests: "mitigated" },
    { evaluator: "three", score: "4", interests: "none" },
  ],
  consensus: "4",
  rationale: "The plan is sound; one stage has no date.",
  moderator: "chair",
  reached: "2026-03-02T10:00:00Z",
};

describe("moderate", () => {
  it("keeps every original beside the consensus, which need not be the mean", () => {
    expect(moderate(input)).toMatchObject({
      consensus: "4",
      spread: "3",
      mean: "3.67",
      outsideOriginals: false,
      originals: [
        { evaluator: "one", score: "2" },
        { evaluator: "two", score: "5" },
        { evaluator: "three", score: "4" },
      ],
    });
    expect(moderate({ ...input, consensus: "1" }).outsideOriginals).toBe(true);
  });

  it.each([
    ["rationale-missing", { ...input, rationale: "  " }],
    ["score-out-of-range", { ...input, consensus: "5.1" }],
    ["score-out-of-range", { ...input, maximum: "4" }],
    [
      "evaluator-twice",
      {
        ...input,
        scores: [...input.scores, { evaluator: "one", score: "1", interests: "none" as const }],
      },
    ],
    ["interest-not-declared", { ...input, scores: [{ evaluator: "one", score: "1" }] }],
    [
      "conflicted-evaluator",
      { ...input, scores: [{ evaluator: "one", score: "1", interests: "conflict" as const }] },
    ],
  ])("refuses with %s", (code, changed) => {
    try {
      moderate(changed);
      expect.unreachable();
    } catch (error) {
      if (!isMoothallError(error)) throw error;
      expect(error.code).toBe(`procurement/${code}`);
    }
  });
});
