import { type Classification, calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { activityKinds } from "./activity.ts";

const entry = () => z.strictObject({ id: z.string().min(1), text: z.string().min(1) });

/** An engagement plan: why, with whom, how, and when it is looked at again. */
export const planSchema = record({
  title: z.string().min(1),
  body: reference("register/body"),
  status: z.enum(["draft", "adopted", "superseded"]),
  validFrom: calendarDate().optional(),
  validTo: calendarDate().optional(),
  /** The plan whose objectives it serves. */
  serves: reference("register/plan").optional(),
  objectives: z.array(reference("register/objective")).optional(),
  duties: z
    .array(z.strictObject({ authority: z.string().min(1), text: z.string().min(1) }))
    .optional(),
  aims: z.array(entry()).optional(),
  audiences: z.array(entry()).optional(),
  /** What the engagement is about. */
  themes: z.array(entry()).optional(),
  /** How each audience is reached, and for which aim. */
  methods: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        text: z.string().min(1),
        kind: z.enum(activityKinds).optional(),
        /** Ids of audiences and aims of this plan. */
        audiences: z.array(z.string().min(1)),
        aims: z.array(z.string().min(1)).optional(),
        /** What the method is good for, where the plan says it of the method itself. */
        purpose: z.string().min(1).optional(),
      }),
    )
    .optional(),
  /** What was promised, by when, and what has become of it. */
  commitments: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        text: z.string().min(1),
        due: calendarDate().optional(),
        status: z.enum(["not-started", "in-progress", "done", "dropped"]),
        note: z.string().min(1).optional(),
      }),
    )
    .optional(),
  reviewDue: calendarDate().optional(),
  /** Months between reviews. */
  reviewEvery: z.int().positive().optional(),
  reviews: z
    .array(
      z.strictObject({
        date: calendarDate(),
        outcome: z.string().min(1),
        reference: reference().optional(),
      }),
    )
    .optional(),
}).meta({ description: "An engagement plan" });

export type Plan = z.output<typeof planSchema>;

export const classifyPlan = ({ status }: Plan): Classification => ({
  record: status === "draft" ? "restricted" : "public",
});
