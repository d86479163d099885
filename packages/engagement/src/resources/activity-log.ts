import { period, record, reference } from "@moothall/core";
import * as z from "zod";

/** A body's own list of its activities in a period, as it was put to a meeting or published. */
export const activityLogSchema = record({
  title: z.string().min(1),
  body: reference("register/body"),
  period: period(),
  /** Whether it says of itself that it lists all there were; left out where it does not say. */
  complete: z.boolean().optional(),
  /** How many activities it says there were, at the least, in each of these areas. */
  inEach: z
    .strictObject({
      areas: z.array(reference("register/area")).min(1),
      atLeast: z.int().min(1),
    })
    .optional(),
}).meta({ description: "A list of activities in a period" });

export type ActivityLog = z.output<typeof activityLogSchema>;
