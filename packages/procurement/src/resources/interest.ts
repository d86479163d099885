import { calendarDate, record, reference, shared } from "@moothall/core";
import * as z from "zod";
import { awardPublished, disclosedIn, organisationIdentifier, supplierName } from "./terms.ts";

/** A supplier's expression of interest in a tender. */
export const expressionOfInterestSchema = shared(() =>
  record({
    tender: reference("procurement/tender"),
    supplier: supplierName(),
    supplierIdentifier: organisationIdentifier().optional(),
    received: calendarDate().optional(),
    /** Lots by their ids; all where left out. */
    lots: z.array(z.string().min(1)).optional(),
    disclosedIn: disclosedIn(),
  }),
);

/** A supplier that was invited and said no, and why. */
export const declinationSchema = shared(() =>
  record({
    tender: reference("procurement/tender"),
    supplier: supplierName(),
    supplierIdentifier: organisationIdentifier().optional(),
    received: calendarDate().optional(),
    reason: z.string().min(1).nullable(),
    awardPublished: awardPublished(),
    disclosedIn: disclosedIn(),
  }),
);

export type ExpressionOfInterest = z.output<ReturnType<typeof expressionOfInterestSchema>>;
export type Declination = z.output<ReturnType<typeof declinationSchema>>;
