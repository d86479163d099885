import { calendarDate, record, reference, source } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";

/** What a condition waits for. Each can be told from records, or from evidence that is named. */
const predicate = () =>
  z.discriminatedUnion("rule", [
    z.strictObject({ rule: z.literal("agreement-signed") }),
    z.strictObject({ rule: z.literal("agreement-published") }),
    /** So many monitoring returns accepted. */
    z.strictObject({ rule: z.literal("returns-accepted"), count: z.int().positive() }),
    z.strictObject({ rule: z.literal("date-reached"), date: calendarDate() }),
    /** Match funding of at least so much, secured. */
    z.strictObject({ rule: z.literal("match-secured"), amount: amount() }),
    /** Something in the world, shown by the evidence in `met`. */
    z.strictObject({ rule: z.literal("evidence") }),
  ]);

/** A condition of an award: a dated predicate, with what shows that it is met. */
export const condition = () =>
  record({
    award: reference("funding/award"),
    body: reference("register/body").optional(),
    text: z.string().min(1),
    predicate: predicate(),
    due: calendarDate().optional(),
    met: z
      .strictObject({
        date: calendarDate(),
        evidence: z.string().min(1),
        source: source().optional(),
        post: z.string().min(1).optional(),
      })
      .optional(),
    waived: z
      .strictObject({
        date: calendarDate(),
        reason: z.string().min(1),
        decision: reference("meetings/decision").optional(),
      })
      .optional(),
    /** A breach, and what is to be paid back for it. */
    breached: z
      .strictObject({ date: calendarDate(), reason: z.string().min(1), amount: amount() })
      .optional(),
  }).meta({ description: "A condition of an award" });

export type Condition = z.output<ReturnType<typeof condition>>;
