import { calendarDate, currency, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";

/** The precept issued for a year (SI 2011/3050, Schedule, paragraph 3(b)). */
export const precept = () =>
  record({
    body: reference("register/body"),
    year: period(),
    currency: currency().default("GBP"),
    amount: amount(),
    /** Council tax of a dwelling of band D. */
    bandD: amount().optional(),
    bandDBefore: amount().optional(),
    taxBase: z
      .string()
      .regex(/^[0-9]+(?:\.[0-9]{1,2})?$/, "must be a number of dwellings")
      .optional(),
    panelMeeting: reference("meetings/meeting").optional(),
    issued: calendarDate().optional(),
    publishedOn: calendarDate().optional(),
  }).meta({ description: "The precept of a year" });

export type Precept = z.output<ReturnType<typeof precept>>;
