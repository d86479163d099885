import { calendarDate, nonNegativeDecimal, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { bodies, body, holder, objectives } from "./terms.ts";

const item = () =>
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens"),
    threat: z.string().min(1),
    /** One of the assessment's headings. */
    heading: z.string().min(1).optional(),
    /** Place before the risk was weighed, 1 the highest; equal places are ties. */
    initialRank: z.int().positive().optional(),
    /** Place after it. */
    finalRank: z.int().positive().optional(),
    initialScore: nonNegativeDecimal().optional(),
    finalScore: nonNegativeDecimal().optional(),
    lead: holder().optional(),
    /** Not in the assessment before. */
    isNew: z.boolean().optional(),
    objectives: objectives(),
    /** Why it stands where it stands. */
    reason: z.string().min(1).optional(),
  });

/** A joint assessment of threats and risks that says in which order they are to be dealt with. */
export const threatAssessment = () =>
  record({
    title: z.string().min(1),
    body: body(),
    partners: bodies(),
    /** When it was carried out. */
    assessed: period(),
    /** The years for which it sets priorities. */
    period: period().optional(),
    headings: z.array(z.string().min(1)).optional(),
    items: z.array(item()).min(1),
    /** Which heading is reported on in depth, and when. */
    themedReports: z
      .array(z.strictObject({ heading: z.string().min(1), due: period() }))
      .optional(),
    supersedes: reference("assurance/threat-assessment").optional(),
    reviewDue: calendarDate().optional(),
  })
    .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length, {
      path: ["items"],
      message: "must not have one id twice",
    })
    .meta({ description: "A threat and risk assessment" });

export type ThreatAssessment = z.output<ReturnType<typeof threatAssessment>>;
