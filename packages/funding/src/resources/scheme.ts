import { calendarDate, currency, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";
import { criterion } from "./criterion.ts";

/** A scheme under which a fund is given out, in one round or several. */
export const scheme = () =>
  record({
    title: z.string().min(1),
    body: reference("register/body"),
    fund: reference("funding/fund").optional(),
    purpose: z.string().min(1).optional(),
    currency: currency().default("GBP"),
    /** What may be given out under it, by year. */
    ceilings: z.array(z.strictObject({ year: period(), amount: amount() })).optional(),
    /** The least and the most for one award. */
    minimum: amount().optional(),
    maximum: amount().optional(),
    roundsPerYear: z.int().positive().optional(),
    criteria: z.array(criterion()).optional(),
    objectives: z.array(reference("register/objective")).optional(),
    legalPower: z.string().min(1).optional(),
    guidance: z.url().optional(),
    launched: period().optional(),
    validFrom: calendarDate().optional(),
    validTo: calendarDate().optional(),
  }).meta({ description: "A grant scheme" });

export type Scheme = z.output<ReturnType<typeof scheme>>;
