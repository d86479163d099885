import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";

/** A pledge to visit places within a term, with targets on the way. */
export const tourSchema = record({
  title: z.string().min(1),
  body: reference("register/body"),
  plan: reference("engagement/plan").optional(),
  start: calendarDate(),
  end: calendarDate(),
  /** Places to visit by the end. */
  places: z.int().positive(),
  interim: z.array(z.strictObject({ by: calendarDate(), places: z.int().positive() })).optional(),
  /** Only places in these authorities; all in the register where left out. */
  authorities: z.array(reference("register/area")).optional(),
  /** What makes a visit count, in the office's own words. */
  criteria: z.array(z.string().min(1)).optional(),
}).meta({ description: "A tour of places" });

export type Tour = z.output<typeof tourSchema>;
