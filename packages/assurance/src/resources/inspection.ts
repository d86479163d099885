import { calendarDate, period, record } from "@moothall/core";
import * as z from "zod";
import { body, meetings, objectives } from "./terms.ts";

/** The grades of the inspectorates of constabulary and of children's services, from the best. */
export const grades = ["outstanding", "good", "requires-improvement", "inadequate"] as const;

/** An inspection and its grades. */
export const inspection = () =>
  record({
    title: z.string().min(1),
    body: body(),
    inspector: body().optional(),
    /** Such as `PEEL effectiveness`. */
    programme: z.string().min(1).optional(),
    /** A rehearsal by the partners themselves. */
    mock: z.boolean().optional(),
    status: z.enum(["announced", "under-way", "published"]),
    inspected: period().optional(),
    publishedIn: period().optional(),
    overall: z.enum(grades).optional(),
    grades: z
      .array(z.strictObject({ question: z.string().min(1), grade: z.enum(grades) }))
      .optional(),
    /** How many of those inspected had the grade, and of how many. */
    standing: z
      .strictObject({
        grade: z.enum(grades),
        holders: z.int().positive(),
        of: z.int().positive(),
      })
      .optional(),
    findings: z.array(z.string().min(1)).optional(),
    reinspectionDue: calendarDate().optional(),
    objectives: objectives(),
    meetings: meetings(),
  }).meta({ description: "An inspection" });

export type Inspection = z.output<ReturnType<typeof inspection>>;
