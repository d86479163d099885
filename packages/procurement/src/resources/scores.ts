import { instant, nonNegativeDecimal, record, reference, shared } from "@moothall/core";
import * as z from "zod";
import { awardPublished } from "./terms.ts";

/** The score that one evaluator gave a bid on one criterion, before moderation. */
export const evaluatorScoreSchema = shared(() =>
  record({
    tender: reference("procurement/tender"),
    bid: reference("procurement/bid"),
    /** Id of the criterion; `quality` where the method has none. */
    criterion: z.string().min(1),
    evaluator: reference("register/post", "register/person"),
    score: nonNegativeDecimal(),
    comment: z.string().min(1).optional(),
    given: instant(),
    /** Set by moderation; until then nobody else may see it. */
    consensusReached: instant().optional(),
  }),
);

/** The score on which the evaluators agreed: a decision with a rationale, not a mean. */
export const consensusSchema = shared(() =>
  record({
    tender: reference("procurement/tender"),
    bid: reference("procurement/bid"),
    criterion: z.string().min(1),
    score: nonNegativeDecimal(),
    /** Why this score; it is what the assessment summary tells the bidder. */
    rationale: z.string().min(1),
    moderator: reference("register/post", "register/person"),
    reached: instant(),
    /** Every evaluator's own score, unchanged. */
    originals: z
      .array(
        z.strictObject({
          evaluator: reference("register/post", "register/person"),
          score: nonNegativeDecimal(),
        }),
      )
      .min(1),
    /** Highest original less lowest. */
    spread: nonNegativeDecimal(),
    awardPublished: awardPublished(),
  }),
);

/** An evaluator's declaration of interests for one tender. */
export const interestDeclarationSchema = shared(() =>
  record({
    tender: reference("procurement/tender"),
    evaluator: reference("register/post", "register/person"),
    declared: instant(),
    conflict: z.boolean(),
    /** The interest, and what was done about it (Procurement Act 2023, s.81 to 83). */
    details: z.string().min(1).optional(),
    /** The conflict was dealt with and the evaluator may score. */
    mitigated: z.boolean().optional(),
  }),
);

export type EvaluatorScore = z.output<ReturnType<typeof evaluatorScoreSchema>>;
export type Consensus = z.output<ReturnType<typeof consensusSchema>>;
export type InterestDeclaration = z.output<ReturnType<typeof interestDeclarationSchema>>;
