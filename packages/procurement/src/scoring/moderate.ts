import {
  exact,
  greatest,
  instant,
  least,
  nonNegativeDecimal,
  parseInput,
  sum,
  toDecimal,
  toExactText,
} from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";

/** What the evaluators scored a bid on one criterion, and what they agreed on. */
export const moderateInput = () =>
  z.strictObject({
    criterion: z.string().min(1),
    /** The top of the scale; scores are from 0 to it. */
    maximum: nonNegativeDecimal(),
    scores: z
      .array(
        z.strictObject({
          evaluator: z.string().min(1),
          score: nonNegativeDecimal(),
          /** Whether the evaluator declared interests, and whether a conflict is open. */
          interests: z
            .enum(["none", "mitigated", "conflict", "not-declared"])
            .default("not-declared"),
        }),
      )
      .min(1),
    consensus: nonNegativeDecimal(),
    /** Why; empty is refused, since a consensus is a decision and not a mean. */
    rationale: z.string().default(""),
    moderator: z.string().min(1),
    reached: instant(),
  });

export const moderation = () =>
  z
    .strictObject({
      criterion: z.string(),
      consensus: z.string(),
      rationale: z.string(),
      moderator: z.string(),
      reached: z.string(),
      originals: z.array(z.strictObject({ evaluator: z.string(), score: z.string() })),
      /** Highest less lowest of the originals. */
      spread: z.string(),
      /** For information: the consensus need not be the mean. */
      mean: z.string(),
      /** The consensus lies outside what any evaluator gave: the rationale has to say why. */
      outsideOriginals: z.boolean(),
    })
    .meta({ description: "Consensus score with its trail" });

export type ModerateInput = z.input<ReturnType<typeof moderateInput>>;
export type Moderation = z.output<ReturnType<typeof moderation>>;

/**
 * Records a consensus beside every evaluator's own score, with the spread.
 * @throws MoothallError `procurement/rationale-missing`, `/score-out-of-range`, `/evaluator-twice`,
 * `/interest-not-declared`, `/conflicted-evaluator`.
 */
export function moderate(input: ModerateInput): Moderation {
  const parsed = parseInput(moderateInput(), input, "moderate");
  const { criterion, consensus, scores, moderator, reached } = parsed;
  const rationale = parsed.rationale.trim();
  if (rationale === "") {
    throw fault(
      "procurement/rationale-missing",
      `The consensus on '${criterion}' has no rationale.`,
      "Write why the evaluators agreed on this score; the bidder is told it.",
      { pointer: "/rationale" },
    );
  }
  checkScale(consensus, parsed.maximum, "/consensus");
  for (const [index, { evaluator, score, interests }] of scores.entries()) {
    const pointer = `/scores/${index}`;
    checkScale(score, parsed.maximum, `${pointer}/score`);
    if (scores.findIndex((each) => each.evaluator === evaluator) !== index) {
      throw fault(
        "procurement/evaluator-twice",
        `'${evaluator}' scored '${criterion}' twice.`,
        "Keep one score of each evaluator.",
        { pointer },
      );
    }
    checkInterests(evaluator, interests, pointer);
  }
  const values = scores.map(({ score }) => exact(score));
  const low = least(values);
  const high = greatest(values);
  const agreed = exact(consensus);
  return {
    criterion,
    consensus,
    rationale,
    moderator,
    reached,
    originals: scores.map(({ evaluator, score }) => ({ evaluator, score })),
    spread: toExactText(high.sub(low)),
    mean: toDecimal(sum(values).div(BigInt(values.length)), 2),
    outsideOriginals: agreed.compare(low) < 0 || agreed.compare(high) > 0,
  };
}

function checkScale(score: string, maximum: string, pointer: string): void {
  if (exact(score).compare(exact(maximum)) <= 0) return;
  throw fault(
    "procurement/score-out-of-range",
    `The score ${score} is above the maximum of ${maximum}.`,
    "Score on the scale that was declared.",
    { pointer },
  );
}

function checkInterests(evaluator: string, interests: string, pointer: string): void {
  if (interests === "not-declared") {
    throw fault(
      "procurement/interest-not-declared",
      `'${evaluator}' has not declared interests for this tender.`,
      "Every evaluator declares interests, if only that there are none, before scoring.",
      { pointer },
    );
  }
  if (interests === "conflict") {
    throw fault(
      "procurement/conflicted-evaluator",
      `'${evaluator}' has a conflict of interest that is not dealt with.`,
      "Leave the evaluator out, or record how the conflict was mitigated.",
      { pointer },
    );
  }
}
