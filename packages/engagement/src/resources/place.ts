import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";

export const placeKinds = [
  "city",
  "town",
  "village",
  "hamlet",
  "suburb",
  "neighbourhood",
  "parish",
] as const;

/** A town or village in the register of places, with the days on which it had these bounds. */
export const placeSchema = record({
  name: z.string().min(1),
  kind: z.enum(placeKinds),
  /** Such as the code of a parish or built-up area; many villages have none. */
  code: z.string().min(1).optional(),
  /** The local authority in which it lies. */
  authority: reference("register/area"),
  /** Where the register has it as an area. */
  area: reference("register/area").optional(),
  /** Null where it is not known. */
  population: z.int().min(0).nullable().optional(),
  populationYear: z.int().optional(),
  validFrom: calendarDate().optional(),
  validTo: calendarDate().optional(),
  /** The places that took its place, where it was merged or divided. */
  successors: z.array(reference("engagement/place")).optional(),
}).meta({ description: "A town or village" });

export type Place = z.output<typeof placeSchema>;
