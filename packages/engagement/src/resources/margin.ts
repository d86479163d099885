import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";

/** A population by one characteristic, to weight and compare by, with where it was taken from. */
export const marginSchema = record({
  title: z.string().min(1),
  /** Of which area's people. */
  area: reference("register/area"),
  /** The id of the demographic, as consultations ask for it. */
  demographic: z.string().min(1),
  date: calendarDate(),
  publisher: z.string().min(1),
  /** People by option; none below zero. */
  population: z.record(z.string().min(1), z.int().min(0)),
}).meta({ description: "A population by one characteristic" });

export type Margin = z.output<typeof marginSchema>;
