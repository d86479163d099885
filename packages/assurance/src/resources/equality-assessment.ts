import { calendarDate, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { bodies, body, holder, meetings } from "./terms.ts";

/** What an assessment found about those with a protected characteristic, and what is done about it. */
export const equalityAssessment = () =>
  record({
    title: z.string().min(1),
    body: body(),
    /** What is assessed. */
    of: reference("assurance/strategy", "assurance/action-plan", "register/plan"),
    /** The year of the form that it is written on. */
    form: z.string().min(1).optional(),
    chair: holder().optional(),
    team: z.array(z.string().min(1)).optional(),
    assessed: period().optional(),
    stages: z
      .array(
        z.strictObject({
          number: z.string().min(1),
          heading: z.string().min(1),
          done: z.boolean().optional(),
        }),
      )
      .optional(),
    /** The assessment of threats on which it rests, and the threats that it looks at. */
    basis: reference("assurance/threat-assessment").optional(),
    covers: z.array(z.string().min(1)).optional(),
    effects: z
      .array(
        z.strictObject({
          group: z.string().min(1),
          effect: z.string().min(1),
          direction: z.enum(["positive", "negative", "unknown"]).optional(),
        }),
      )
      .optional(),
    actions: z
      .array(
        z.strictObject({
          action: z.string().min(1),
          groups: z.array(z.string().min(1)).optional(),
          lead: holder().optional(),
          partners: bodies(),
          /** Partners without a record of their own. */
          otherPartners: z.array(z.string().min(1)).optional(),
          measure: z.string().min(1).optional(),
          /** Where it is carried on, and how it is tracked. */
          tracking: z.string().min(1).optional(),
        }),
      )
      .optional(),
    /** Each time it is said to have been brought up to date, and what was changed then. */
    updates: z
      .array(z.strictObject({ date: period(), changes: z.array(z.string().min(1)) }))
      .optional(),
    signedOff: z.strictObject({ by: body(), date: calendarDate().optional() }).optional(),
    publications: z
      .array(z.strictObject({ place: z.string().min(1), date: calendarDate().optional() }))
      .optional(),
    supersedes: reference("assurance/equality-assessment").optional(),
    reviewDue: calendarDate().optional(),
    meetings: meetings(),
  }).meta({ description: "An equality impact assessment" });

export type EqualityAssessment = z.output<ReturnType<typeof equalityAssessment>>;
