import { calendarDate, nonNegativeDecimal, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { bodies, body, holder, meetings, money, objectives } from "./terms.ts";

export const initiativeStatuses = [
  "proposed",
  "planned",
  "under-way",
  "complete",
  "stopped",
] as const;

/** What was promised and what has been reached, counted in one unit. */
export const target = () =>
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens"),
    /** What is counted: `police officers recruited`. */
    measure: z.string().min(1),
    baseline: nonNegativeDecimal().optional(),
    /** What was reached, as at the day. */
    achieved: nonNegativeDecimal().optional(),
    /** What is arranged and still to come. */
    toCome: nonNegativeDecimal().optional(),
    /** What is aimed at; where left out, what was reached and what is to come. */
    target: nonNegativeDecimal().optional(),
    asAt: calendarDate().optional(),
    due: calendarDate().optional(),
  });

export type Target = z.output<ReturnType<typeof target>>;

/** Something that a body does or has promised towards a plan. */
export const initiative = () =>
  record({
    title: z.string().min(1),
    body: body(),
    lead: holder().optional(),
    plan: reference("register/plan").optional(),
    objectives: objectives(),
    /** The plan's priority in a paper's words, where it names no numbered objective. */
    priority: z.string().min(1).optional(),
    status: z.enum(initiativeStatuses),
    started: period().optional(),
    ends: period().optional(),
    partners: bodies(),
    /** Where it works, and how far it has come there. */
    areas: z
      .array(
        z.strictObject({
          area: reference("register/area"),
          stage: z.enum(["interested", "in-talks", "pilot", "under-way", "complete"]).optional(),
        }),
      )
      .optional(),
    /** How far it has come, in words. */
    progress: z.string().min(1).optional(),
    targets: z.array(target()).optional(),
    money: money(),
    meetings: meetings(),
    metrics: z.array(reference("safeguarding")).optional(),
    engagement: z.array(reference("engagement")).optional(),
    strategies: z.array(reference("assurance/strategy")).optional(),
  })
    .refine(({ targets = [] }) => new Set(targets.map(({ id }) => id)).size === targets.length, {
      path: ["targets"],
      message: "must not have one id twice",
    })
    .meta({ description: "An initiative or commitment" });

export type Initiative = z.output<ReturnType<typeof initiative>>;
