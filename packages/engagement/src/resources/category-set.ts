import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";

/** The categories of casework from a day on; a change of them breaks the comparison over years. */
export const categorySetSchema = record({
  title: z.string().min(1),
  body: reference("register/body"),
  validFrom: calendarDate().optional(),
  validTo: calendarDate().optional(),
  /** The set that this one took the place of. */
  previous: reference("engagement/category-set").optional(),
  categories: z.array(
    z.strictObject({
      id: z.string().min(1),
      title: z.string().min(1),
      dimension: z.enum(["nature", "subject"]),
      /** Of a sub-category, the subject it is part of. */
      parent: z.string().min(1).optional(),
      /** It is not in the set before. */
      isNew: z.boolean().optional(),
      /** Categories of the set before in which its cases were counted then. */
      formerlyIn: z.array(z.string().min(1)).optional(),
    }),
  ),
}).meta({ description: "A set of casework categories" });

export type CategorySet = z.output<typeof categorySetSchema>;
