import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";

/** What an advisory group says to the decision-maker. It recommends; it does not decide. */
export const recommendation = () =>
  record({
    round: reference("funding/round"),
    by: reference("register/body"),
    body: reference("register/body").optional(),
    date: calendarDate(),
    meeting: reference("meetings/meeting").optional(),
    items: z
      .array(
        z.strictObject({
          application: reference("funding/application"),
          advice: z.enum(["fund", "fund-in-part", "refuse", "ask-more"]),
          amount: amount().optional(),
          reason: z.string().min(1).optional(),
          conditions: z.array(z.string().min(1)).optional(),
        }),
      )
      .min(1),
    publishedOn: calendarDate().optional(),
  }).meta({ description: "Recommendations of an advisory group" });

export type Recommendation = z.output<ReturnType<typeof recommendation>>;
