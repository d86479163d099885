import { attempt, type Operation, operation } from "@moothall/core/plugin";
import { exampleMethod } from "../resources/tender.ts";
import { moderate, moderateInput, moderation } from "../scoring/moderate.ts";
import { type ScoringOptions, score, scoreSheet } from "../scoring/score.ts";
import { scoreInput } from "../scoring/score-input.ts";
import { sensitivity, sensitivityInput, sensitivitySheet } from "../scoring/sensitivity.ts";
import { simulate, simulateInput, simulation } from "../scoring/simulate.ts";
import { verification, verify, verifyInput } from "../scoring/verify.ts";

const exampleBids = {
  ...exampleMethod,
  bids: [
    { bidder: "A", price: "121229.00", quality: "22" },
    { bidder: "B", price: "138788.00", quality: "26" },
    { bidder: "C", price: "140093.71", quality: "22" },
  ],
};

/** Operations on figures that the caller gives: nothing is read or written. */
export const scoringOperations = (
  options: ScoringOptions,
): Readonly<Record<string, Operation>> => ({
  score: operation({
    summary: "Score the bids of a tender, exactly.",
    description: "Ranks on exact values and rounds half up, once, for display.",
    input: scoreInput,
    output: scoreSheet,
    mode: "read",
    needs: [],
    example: { input: exampleBids },
    handler: (input) => attempt(() => score(input, options)),
  }),
  verify: operation({
    summary: "Say which formulas and roundings reproduce a published table of scores.",
    input: verifyInput,
    output: verification,
    mode: "read",
    needs: [],
    example: {
      input: {
        ...exampleBids,
        published: [
          { bidder: "A", priceScore: "60.00", total: "82.00", rank: 1 },
          { bidder: "B", priceScore: "51.31", total: "77.31", rank: 2 },
          { bidder: "C", priceScore: "50.66", total: "72.66", rank: 3 },
        ],
      },
    },
    handler: (input) => attempt(() => verify(input, options)),
  }),
  sensitivity: operation({
    summary:
      "Say what an award depends on: formula, other bids, the smallest change that flips it.",
    input: sensitivityInput,
    output: sensitivitySheet,
    mode: "read",
    needs: [],
    example: { input: exampleBids },
    handler: (input) => attempt(() => sensitivity(input, options)),
  }),
  simulate: operation({
    summary: "Look through a method for the paradoxes it is prone to, before it is declared.",
    input: simulateInput,
    output: simulation,
    mode: "read",
    needs: [],
    example: { input: { ...exampleMethod, expectedPrice: "120000" } },
    handler: (input) => attempt(() => simulate(input, options)),
  }),
  "check-consensus": operation({
    summary: "Check a consensus score and its trail, without recording it.",
    input: moderateInput,
    output: moderation,
    mode: "read",
    needs: [],
    example: {
      input: {
        criterion: "quality",
        maximum: "5",
        scores: [
          { evaluator: "one", score: "3", interests: "none" },
          { evaluator: "two", score: "5", interests: "none" },
        ],
        consensus: "4",
        rationale: "The programme is sound; one requirement is met in part.",
        moderator: "three",
        reached: "2026-03-02T10:00:00Z",
      },
    },
    handler: (input) => attempt(() => moderate(input)),
  }),
});
