import { calendarDate, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { endsBeforeItStarts, startsBeforeItEnds, validity } from "./validity.ts";

/** A plan with numbered objectives that other records point at. */
export const plan = () =>
  record({
    title: z.string().min(1),
    body: reference("register/body"),
    /** When it was launched: the day, or the month where no more is known. */
    launched: period().optional(),
    ...validity(),
    /** The day by which it is to be reviewed next. */
    reviewDue: calendarDate().optional(),
    /** The act that asks for it. */
    authority: z.string().min(1).optional(),
    /** How many objectives it says that it has. */
    objectiveCount: z.int().positive().optional(),
    /** The plan that took its place. */
    successors: z.array(reference("register/plan")).optional(),
  })
    .refine(startsBeforeItEnds, endsBeforeItStarts)
    .meta({ description: "A plan" });

export type Plan = z.output<ReturnType<typeof plan>>;
