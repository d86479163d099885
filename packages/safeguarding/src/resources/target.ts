import { decimal, period, record, reference, source } from "@moothall/core";
import * as z from "zod";
import { standardStep } from "../judgement/standard.ts";

/** A target, or a standard with steps (85 % in 14 days, 90 % in 18 …). */
export const targetSchema = record({
  title: z.string().min(1),
  indicator: reference("safeguarding/indicator"),
  area: reference("register/area").optional(),
  period: period().optional(),
  value: decimal().optional(),
  /** How far short is within tolerance, in the indicator's unit. */
  tolerance: decimal().optional(),
  steps: z.array(standardStep()).min(1).optional(),
  /** What was reached within so many days, of a standard with steps; null where not known. */
  achieved: z
    .array(
      z.strictObject({
        period: period(),
        within: z.int().positive(),
        percent: decimal().nullable(),
        source: source().optional(),
      }),
    )
    .optional(),
  setBy: z.string().min(1).optional(),
})
  .refine(({ value, steps }) => (value === undefined) !== (steps === undefined), {
    message: "must have a value, or the steps of a standard",
  })
  .meta({ description: "A target or a stepped standard" });

export type Target = z.output<typeof targetSchema>;
