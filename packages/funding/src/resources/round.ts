import { calendarDate, currency, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";
import { criterion } from "./criterion.ts";

/** How a tie at the cut line is separated; what is left tied is left to the decision-maker. */
export const tieRules = ["earliest-received", "smallest-amount", "decision-maker"] as const;

/** What becomes of the list where the money ends: nothing more, smaller ones further down, or a part. */
export const cutRules = ["stop", "pass-over", "part"] as const;

/** A round of a scheme: its window, its limits, its criteria and its ceiling. */
export const round = () =>
  record({
    title: z.string().min(1),
    body: reference("register/body"),
    scheme: reference("funding/scheme").optional(),
    fund: reference("funding/fund").optional(),
    /** The financial year to which its awards are charged. */
    year: period(),
    number: z.int().positive().optional(),
    opens: calendarDate().optional(),
    /** The last day on which applications are taken. */
    closes: calendarDate().optional(),
    decided: calendarDate().optional(),
    currency: currency().default("GBP"),
    minimum: amount().optional(),
    maximum: amount().optional(),
    /** What may be given out in this round. */
    ceiling: amount().optional(),
    categories: z
      .array(z.strictObject({ id: z.string().min(1), title: z.string().min(1), ceiling: amount() }))
      .optional(),
    criteria: z.array(criterion()).default([]),
    tieRule: z.enum(tieRules).default("decision-maker"),
    cutRule: z.enum(cutRules).default("stop"),
    /** Months for which awards run. */
    months: z.int().positive().optional(),
    legalPower: z.string().min(1).optional(),
    /** Whether anyone eligible could apply. */
    openCall: z.boolean().optional(),
    /** How many were awarded, where a paper says it and the awards themselves are not held. */
    awardsReported: z.int().nonnegative().optional(),
    /** Who is said to have got one, where a paper names recipients and not their amounts. */
    recipientsReported: z.array(reference("register/body")).optional(),
  })
    .refine(
      (each) => each.opens === undefined || each.closes === undefined || each.opens <= each.closes,
      {
        path: ["closes"],
        message: "must not come before it opens",
      },
    )
    .meta({ description: "A round of a grant scheme" });

export type Round = z.output<ReturnType<typeof round>>;
