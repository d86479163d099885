import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { channels, routes } from "./casework-terms.ts";

/** One piece of casework, as statistics need it: no name, no address, no text of the correspondence. */
export const contactSchema = record({
  body: reference("register/body"),
  received: calendarDate(),
  acknowledged: calendarDate().optional(),
  closed: calendarDate().optional(),
  /** The set of categories by which it is recorded. */
  categories: reference("engagement/category-set"),
  nature: z.string().min(1),
  subject: z.string().min(1),
  subCategory: z.string().min(1).optional(),
  channel: z.enum(channels).optional(),
  route: z.enum(routes).optional(),
  area: reference("register/area").optional(),
  /** Not counted again: another contact about the same case. */
  repeatOf: reference("engagement/contact").optional(),
  details: reference("engagement/contact-details").optional(),
}).meta({ description: "A casework contact" });

export type Contact = z.output<typeof contactSchema>;

/** Who got in touch and what they wrote, apart from the case so that it can go sooner. */
export const contactDetailsSchema = record({
  body: reference("register/body"),
  /** From which day on the time of keeping counts: when the case was closed, or last touched. */
  closed: calendarDate().optional(),
  name: z.string().min(1).optional(),
  email: z.string().min(1).optional(),
  telephone: z.string().min(1).optional(),
  address: z.string().min(1).optional(),
  correspondence: z
    .array(z.strictObject({ date: calendarDate(), text: z.string().min(1) }))
    .optional(),
}).meta({ description: "Contact details and correspondence of a case" });

export type ContactDetails = z.output<typeof contactDetailsSchema>;
