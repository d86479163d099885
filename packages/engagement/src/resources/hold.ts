import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";

/** An order to keep records beyond their time: an inquiry, a claim, a request for information. */
export const holdSchema = record({
  reason: z.string().min(1),
  /** The records that are kept; of a consultation, with all its responses and votes. */
  about: z.array(reference("engagement")).min(1),
  from: calendarDate(),
  lifted: calendarDate().optional(),
  /** The post that ordered it. */
  by: reference("register/post").optional(),
}).meta({ description: "A hold on disposal" });

export type Hold = z.output<typeof holdSchema>;
