import { calendarDate, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { body, holder, meetings, objectives, rating, validity } from "./terms.ts";

/** A plan of actions against threats; its lines refer to it. */
export const actionPlan = () =>
  record({
    title: z.string().min(1),
    body: body(),
    owner: holder().optional(),
    /** What it carries out. */
    of: reference(
      "assurance/strategy",
      "assurance/threat-assessment",
      "assurance/inspection",
      "assurance/review",
      "register/plan",
    ).optional(),
    ...validity(),
    reviewDue: calendarDate().optional(),
    /** The versions for which the plan has a place, the first first. */
    versions: z
      .array(z.strictObject({ id: z.string().min(1), date: period().optional() }))
      .optional(),
    meetings: meetings(),
  }).meta({ description: "An action plan" });

export type ActionPlan = z.output<ReturnType<typeof actionPlan>>;

/** A line of an action plan: the threat, what is done about it, who answers for it. */
export const actionPlanLine = () =>
  record({
    plan: reference("assurance/action-plan"),
    number: z.int().positive(),
    heading: z.string().min(1).optional(),
    threat: z.string().min(1).optional(),
    action: z.string().min(1),
    owners: z.array(holder()).optional(),
    due: calendarDate().optional(),
    /** The rating now. */
    rating: rating().optional(),
    /** The ratings by version of the plan. */
    ratings: z.array(z.strictObject({ version: z.string().min(1), rating: rating() })).optional(),
    update: z.string().min(1).optional(),
    objectives: objectives(),
  }).meta({ description: "A line of an action plan" });

export type ActionPlanLine = z.output<ReturnType<typeof actionPlanLine>>;
