import { decimal, instant, record, reference, shared } from "@moothall/core";
import * as z from "zod";
import { awardPublished, disclosedIn, supplierName } from "./terms.ts";

/** The outcome of comparing the bids of a tender or lot, as the office holds it. */
export const evaluationSchema = shared(() =>
  record({
    tender: reference("procurement/tender"),
    lot: z.string().min(1).optional(),
    at: instant().optional(),
    /** Who evaluated, in words: a firm, a panel. */
    evaluatedBy: z.string().min(1).optional(),
    formula: z.strictObject({ id: z.string().min(1), version: z.int().positive() }).optional(),
    declarationHash: z.string().min(1).optional(),
    /** Scores as shown, and rank; a bid that is out stands among the excluded. */
    results: z.array(
      z.strictObject({
        bidder: supplierName(),
        bid: reference("procurement/bid").optional(),
        priceScore: decimal().nullable().optional(),
        qualityScore: decimal().optional(),
        total: decimal().optional(),
        rank: z.int().positive().optional(),
      }),
    ),
    excluded: z
      .array(z.strictObject({ bidder: supplierName(), reason: z.string().min(1) }))
      .optional(),
    winner: supplierName().nullable(),
    tied: z.array(supplierName()).optional(),
    awardPublished: awardPublished(),
    disclosedIn: disclosedIn(),
  }),
);

export type Evaluation = z.output<ReturnType<typeof evaluationSchema>>;
