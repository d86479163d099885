import { calendarDate, instant, money, period, record, reference, shared } from "@moothall/core";
import * as z from "zod";
import { disclosedIn, organisationIdentifier, supplierName } from "./terms.ts";

/** The eight heads under which a decision report weighs what follows from it. */
export const implicationHeads = [
  "crime-and-disorder",
  "environmental",
  "equality-and-diversity",
  "financial",
  "health-and-safety",
  "human-rights",
  "legal",
  "personnel",
] as const;

/** A decision to award to a supplier. */
export const awardSchema = shared(() =>
  record({
    title: z.string().min(1),
    body: reference("register/body"),
    tender: reference("procurement/tender").optional(),
    lot: z.string().min(1).optional(),
    evaluation: reference("procurement/evaluation").optional(),
    /** The winning bid. */
    bid: reference("procurement/bid").optional(),
    supplier: supplierName(),
    supplierIdentifier: organisationIdentifier().optional(),
    status: z.enum(["pending", "active", "cancelled", "unsuccessful"]),
    value: money().optional(),
    contractPeriod: period().optional(),
    /** What the report recommends, and why. */
    recommendation: z.string().min(1).optional(),
    rationale: z.string().min(1).optional(),
    /** The decision that was taken on it, of any kind of record. */
    decision: reference().optional(),
    /** When the report was written, and when the decision was signed. */
    reported: calendarDate().optional(),
    decided: calendarDate().optional(),
    /** Levels as the report gave them; null where a report left a head blank. */
    implications: z
      .partialRecord(z.enum(implicationHeads), z.enum(["low", "medium", "high"]).nullable())
      .optional(),
    summariesSent: instant().optional(),
    /** Publication of the award, from which day it is public. */
    published: calendarDate().optional(),
    disclosedIn: disclosedIn(),
  }),
);

export type Award = z.output<ReturnType<typeof awardSchema>>;
