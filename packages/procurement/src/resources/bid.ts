import { instant, money, nonNegativeDecimal, record, reference, shared } from "@moothall/core";
import * as z from "zod";
import { awardPublished, disclosedIn, organisationIdentifier, supplierName } from "./terms.ts";

/** A bid for a tender or one of its lots. */
export const bidSchema = shared(() =>
  record({
    tender: reference("procurement/tender"),
    lot: z.string().min(1).optional(),
    bidder: supplierName(),
    bidderIdentifier: organisationIdentifier().optional(),
    submitted: instant().optional(),
    /** Whole price over the contract's life, without tax. Unknown where left out. */
    price: money().optional(),
    /** Consensus quality, in points out of the quality weight, where criteria are not scored singly. */
    quality: nonNegativeDecimal().optional(),
    /** Consensus score by id of criterion. */
    scores: z.record(z.string(), nonNegativeDecimal()).optional(),
    /** Whether the bid passed, by id of qualifying question. */
    answers: z.record(z.string(), z.boolean()).optional(),
    pricePoints: nonNegativeDecimal().optional(),
    status: z.enum(["invited", "pending", "valid", "disqualified", "withdrawn"]),
    /** Why it was disqualified or withdrawn. */
    statusReason: z.string().min(1).optional(),
    smallOrMedium: z.boolean().optional(),
    voluntaryOrSocial: z.boolean().optional(),
    /** Set when the award is published. */
    outcome: z.enum(["won", "lost"]).optional(),
    awardPublished: awardPublished(),
    disclosedIn: disclosedIn(),
  }).superRefine((bid, context) => {
    if (bid.status === "disqualified" && bid.statusReason === undefined) {
      context.addIssue({
        code: "custom",
        path: ["statusReason"],
        message: "must say why the bid was disqualified",
      });
    }
  }),
);

export type Bid = z.output<ReturnType<typeof bidSchema>>;
