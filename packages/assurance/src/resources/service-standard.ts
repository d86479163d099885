import { calendarDate, nonNegativeDecimal, period, record } from "@moothall/core";
import * as z from "zod";
import { body, meetings, objectives, validity } from "./terms.ts";

/** What a body promises those whom it serves, step by step. */
export const serviceStandard = () =>
  record({
    title: z.string().min(1),
    body: body(),
    steps: z
      .array(
        z.strictObject({
          number: z.int().positive(),
          promise: z.string().min(1),
          /** The share that is to be reached, in per cent, within so many days. */
          share: nonNegativeDecimal().optional(),
          days: z.int().positive().optional(),
          /** What was reached, and when. */
          reached: z
            .strictObject({
              met: z.boolean(),
              share: nonNegativeDecimal().optional(),
              period: period().optional(),
            })
            .optional(),
        }),
      )
      .min(1),
    reviewDue: calendarDate().optional(),
    objectives: objectives(),
    meetings: meetings(),
    ...validity(),
  }).meta({ description: "A service standard" });

export type ServiceStandard = z.output<ReturnType<typeof serviceStandard>>;
