import { calendarDate, currency, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";

/** When an award is paid, in which parts, and what has to be so first. */
export const paymentSchedule = () =>
  record({
    award: reference("funding/award"),
    body: reference("register/body").optional(),
    currency: currency().default("GBP"),
    instalments: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(60),
          due: calendarDate(),
          amount: amount(),
          /** The conditions that must be met before it is paid. */
          gates: z.array(reference("funding/condition")).default([]),
        }),
      )
      .min(1),
  }).meta({ description: "The payment schedule of an award" });

export type PaymentSchedule = z.output<ReturnType<typeof paymentSchedule>>;
