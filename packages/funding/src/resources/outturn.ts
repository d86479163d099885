import { calendarDate, currency, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { signedAmount } from "../amount.ts";

/** What was spent against a budget: at the end of its year, or as forecast within it. */
export const outturn = () =>
  record({
    budget: reference("funding/budget"),
    body: reference("register/body").optional(),
    /** The day whose position it gives, `@2017-03-31`, or the year as a whole. */
    period: period(),
    kind: z.enum(["forecast", "provisional", "final"]),
    currency: currency().default("GBP"),
    lines: z
      .array(
        z.strictObject({
          /** Of a line of the budget's expenditure. */
          id: z.string().min(1),
          actual: signedAmount().optional(),
          forecast: signedAmount().optional(),
          explanation: z.string().min(1).optional(),
        }),
      )
      .min(1),
    publishedOn: calendarDate().optional(),
  }).meta({ description: "What was spent against a budget" });

export type Outturn = z.output<ReturnType<typeof outturn>>;
