import { calendarDate, currency, decimal, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";

/** What a recipient reports: spend by line, and outcomes against targets. */
export const monitoringReturn = () =>
  record({
    award: reference("funding/award"),
    body: reference("register/body").optional(),
    number: z.int().positive().optional(),
    period: period(),
    due: calendarDate(),
    received: calendarDate().optional(),
    currency: currency().default("GBP"),
    lines: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          title: z.string().min(1),
          budget: amount().optional(),
          spent: amount(),
        }),
      )
      .optional(),
    outcomes: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          target: decimal().optional(),
          achieved: decimal().optional(),
          comment: z.string().min(1).optional(),
        }),
      )
      .optional(),
    /** What of the spend is accepted as eligible. */
    accepted: z.strictObject({ date: calendarDate(), eligible: amount() }).optional(),
    refused: z.strictObject({ date: calendarDate(), reason: z.string().min(1) }).optional(),
  })
    .refine((each) => each.accepted === undefined || each.refused === undefined, {
      path: ["refused"],
      message: "must not be there when the return is accepted",
    })
    .meta({ description: "A monitoring return" });

export type MonitoringReturn = z.output<ReturnType<typeof monitoringReturn>>;
