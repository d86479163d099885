import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";

/**
 * A line of an action plan, with what was judged of it in every version of the plan. Green, amber or
 * red is a person's judgement: it has a post, a day and a reason; a line that was not judged has null.
 */
export const actionLineSchema = record({
  plan: z.string().min(1),
  number: z.int().positive(),
  text: z.string().min(1),
  section: z.string().min(1).optional(),
  /** What the line lists, where it does. */
  parts: z.array(z.string().min(1)).optional(),
  owner: reference("register/post").optional(),
  ratings: z
    .array(
      z.strictObject({
        /** The plan's version as it names it: `Initial`. */
        version: z.string().min(1),
        rating: z.enum(["green", "amber", "red"]).nullable(),
        date: calendarDate().optional(),
        by: reference("register/post").optional(),
        reason: z.string().min(1).optional(),
      }),
    )
    .default([]),
})
  .superRefine(({ ratings }, context) => {
    const versions = ratings.map((each) => each.version);
    if (new Set(versions).size !== versions.length)
      context.addIssue({ code: "custom", path: ["ratings"], message: "has a version twice" });
  })
  .meta({ description: "A line of an action plan with its ratings by version" });

export type ActionLine = z.output<typeof actionLineSchema>;
