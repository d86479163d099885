import {
  calendarDate,
  currency,
  decimal,
  instant,
  period,
  record,
  reference,
} from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";
import { recipient } from "./recipient.ts";

/** What an applicant means to reach, so that returns can be held against it. */
export const outcome = () =>
  z.strictObject({
    id: z.string().min(1).max(60),
    text: z.string().min(1),
    objective: reference("register/objective").optional(),
    unit: z.string().min(1).optional(),
    baseline: decimal().optional(),
    target: decimal().optional(),
    /** How it will be reported. */
    reportedBy: z.string().min(1).optional(),
  });

const match = () =>
  z.strictObject({
    from: z.string().min(1),
    amount: amount(),
    /** Secured: promised in writing. Pledged: hoped for. */
    status: z.enum(["secured", "pledged"]),
    kind: z.enum(["cash", "in-kind"]).default("cash"),
  });

/** An application to a round, with all by which it is judged. */
export const application = () =>
  record({
    round: reference("funding/round"),
    applicant: recipient(),
    title: z.string().min(1).max(300),
    purpose: z.string().min(1).optional(),
    received: z.union([instant(), calendarDate()]).optional(),
    currency: currency().default("GBP"),
    asked: amount(),
    /** What is asked for each year, where it is for several. */
    years: z.array(z.strictObject({ year: period(), amount: amount() })).optional(),
    category: z.string().min(1).optional(),
    /** What the whole project costs: asked + own + match + in kind + partners. */
    projectCost: amount().optional(),
    own: amount().optional(),
    match: z.array(match()).optional(),
    inKind: amount().optional(),
    partners: z.array(z.strictObject({ name: z.string().min(1), amount: amount() })).optional(),
    /** What the money asked for is to be spent on. Categories such as `posts`, `equipment`, `cctv`. */
    lines: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          title: z.string().min(1),
          category: z.string().min(1),
          amount: amount(),
        }),
      )
      .optional(),
    objectives: z.array(reference("register/objective")).optional(),
    outcomes: z.array(outcome()).optional(),
    area: reference("register/area").optional(),
    activityPlans: z
      .array(
        z.strictObject({
          year: period(),
          submitted: calendarDate(),
          approved: calendarDate().optional(),
        }),
      )
      .optional(),
    jointProjects: z
      .array(
        z.strictObject({
          year: period(),
          title: z.string().min(1),
          with: z.array(z.string().min(1)).min(1),
        }),
      )
      .optional(),
    answers: z.record(z.string(), z.string()).optional(),
    /** By criterion and assessor (a post, never a name). */
    scores: z
      .array(
        z.strictObject({
          criterion: z.string().min(1),
          assessor: z.string().min(1),
          score: decimal(),
          weight: decimal().default("1"),
          reason: z.string().min(1).optional(),
        }),
      )
      .optional(),
    /** The score that was agreed, where it is not the mean of the assessors'. */
    agreedScore: decimal().optional(),
    conflicts: z
      .array(
        z.strictObject({
          post: z.string().min(1),
          nature: z.string().min(1),
          handled: z.enum(["withdrew", "no-part-in-decision", "accepted", "open"]),
        }),
      )
      .optional(),
    dueDiligence: z
      .array(
        z.strictObject({
          check: z.string().min(1),
          done: calendarDate().optional(),
          result: z.enum(["passed", "failed", "open"]),
          evidence: z.string().min(1).optional(),
        }),
      )
      .optional(),
    status: z
      .enum(["received", "withdrawn", "ineligible", "refused", "awarded"])
      .default("received"),
    reason: z.string().min(1).optional(),
    decided: calendarDate().optional(),
    appeal: z
      .strictObject({
        received: calendarDate(),
        grounds: z.string().min(1),
        decided: calendarDate().optional(),
        outcome: z.enum(["upheld", "dismissed", "withdrawn"]).optional(),
      })
      .optional(),
  }).meta({ description: "An application for a grant" });

export type Application = z.output<ReturnType<typeof application>>;
