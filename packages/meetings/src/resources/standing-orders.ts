import { calendarDate, record, reference } from "@moothall/core";
import { nation } from "@moothall/core/calendar";
import * as z from "zod";
import { numberingScheme } from "../numbering/numbering.ts";
import { quorumRule } from "../voting/quorum.ts";

/**
 * How a body that meets goes about it: its numbers, its quorum, its own words, and what it owes
 * beyond the law. A body without standing orders does not meet.
 */
export const standingOrders = () =>
  record({
    body: reference("register/body"),
    validFrom: calendarDate().optional(),
    validTo: calendarDate().optional(),
    nation: nation().optional(),
    numbering: z
      .strictObject({
        agenda: numberingScheme().optional(),
        minutes: numberingScheme().optional(),
        decisions: numberingScheme().optional(),
      })
      .default({}),
    quorum: quorumRule().optional(),
    /** Clear working days of notice that the body owes by its own rule, where they are more than the law's. */
    noticeDays: z.int().positive().max(60).optional(),
    /** The words in which it puts an outcome. */
    outcomes: z.array(z.string().min(1)).optional(),
    /** The columns of its forward plan. */
    topics: z.array(z.string().min(1)).optional(),
  }).meta({ description: "Standing orders of a body that meets" });

export type StandingOrders = z.output<ReturnType<typeof standingOrders>>;

/** The standing orders of a body on a day. */
export const ordersOf = (
  orders: readonly StandingOrders[],
  body: string,
  date: string,
): StandingOrders | undefined =>
  orders.find(
    (each) =>
      each.body === body &&
      (each.validFrom === undefined || each.validFrom <= date) &&
      (each.validTo === undefined || date <= each.validTo),
  );
