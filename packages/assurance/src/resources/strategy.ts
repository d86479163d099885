import { calendarDate, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { areas, bodies, body, holder, objectives, validity } from "./terms.ts";

export const strategyStatuses = ["draft", "approved", "in-force", "ended"] as const;

/**
 * A strategy, agreement or charter: whose it is, who approved it and when it is reviewed. A plan
 * with numbered objectives is one of the register; a strategy refers to it.
 */
export const strategy = () =>
  record({
    title: z.string().min(1),
    body: body(),
    owner: holder().optional(),
    /** Those who agreed it together with the body. */
    partners: bodies(),
    areas: areas(),
    status: z.enum(strategyStatuses),
    /** The plan of the register that holds its own objectives. */
    plan: reference("register/plan").optional(),
    /** The objectives, of other plans, that it serves. */
    objectives: objectives(),
    /** The plan that it serves, where a paper names no objective of it. */
    serves: reference("register/plan").optional(),
    approval: z
      .strictObject({
        date: calendarDate().optional(),
        by: holder().optional(),
        record: reference("meetings").optional(),
      })
      .optional(),
    launched: period().optional(),
    ...validity(),
    reviewed: calendarDate().optional(),
    reviewDue: calendarDate().optional(),
    supersedes: reference("assurance/strategy").optional(),
    authority: z.string().min(1).optional(),
  }).meta({ description: "A strategy" });

export type Strategy = z.output<ReturnType<typeof strategy>>;
