import { calendarDate, currency, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount, signedAmount } from "../amount.ts";

/** The budget of a year: where the money comes from and what it is to be spent on (SI 2011/3050, Schedule, paragraph 3(a), (c), (d)). */
export const budget = () =>
  record({
    title: z.string().min(1),
    body: reference("register/body"),
    year: period(),
    currency: currency().default("GBP"),
    total: amount(),
    /** Where the money is to come from. */
    revenue: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          title: z.string().min(1),
          amount: amount(),
          kind: z.enum(["precept", "grant", "reserves", "income", "other"]),
        }),
      )
      .optional(),
    expenditure: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          title: z.string().min(1),
          amount: signedAmount(),
          fund: reference("funding/fund").optional(),
        }),
      )
      .optional(),
    decision: reference("meetings/decision").optional(),
    publishedOn: calendarDate().optional(),
    publication: z.url().optional(),
  }).meta({ description: "The budget of a year" });

export type Budget = z.output<ReturnType<typeof budget>>;
