import { calendarDate, currency, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";

/** Money that comes back from a recipient. */
export const recovery = () =>
  record({
    award: reference("funding/award"),
    body: reference("register/body").optional(),
    currency: currency().default("GBP"),
    amount: amount(),
    reason: z.enum(["underspend", "ineligible-spend", "breach", "overpayment", "ended-early"]),
    condition: reference("funding/condition").optional(),
    demanded: calendarDate(),
    due: calendarDate().optional(),
    /** What has come in; absent while nothing has. */
    received: amount().optional(),
    receivedOn: calendarDate().optional(),
    writtenOff: z
      .strictObject({
        date: calendarDate(),
        reason: z.string().min(1),
        decision: reference("meetings/decision").optional(),
      })
      .optional(),
  }).meta({ description: "Money recovered from a recipient" });

export type Recovery = z.output<ReturnType<typeof recovery>>;
