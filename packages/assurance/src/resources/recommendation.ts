import { calendarDate, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { holder, meetings, published } from "./terms.ts";

export const recommendationStatuses = [
  "open",
  "implemented",
  "rejected",
  "superseded",
  "withdrawn",
] as const;

/** A recommendation of an audit, an inspection, a review or a scheme of scrutiny. */
export const recommendation = () =>
  record({
    of: reference(
      "assurance/audit",
      "assurance/inspection",
      "assurance/review",
      "assurance/scrutiny-scheme",
    ),
    number: z.string().min(1).optional(),
    text: z.string().min(1),
    /** How many it stands for, where a paper gives their number and not their words. */
    covers: z.int().positive().default(1),
    /** As the paper ranks it: `1`, `significant`. */
    priority: z.string().min(1).optional(),
    made: calendarDate().optional(),
    agreed: z.enum(["yes", "partly", "no"]).optional(),
    /** Why it was not agreed, or not in full. */
    reason: z.string().min(1).optional(),
    /** What is done, or done instead. */
    response: z.string().min(1).optional(),
    owner: holder().optional(),
    due: calendarDate().optional(),
    status: z.enum(recommendationStatuses).default("open"),
    implemented: calendarDate().optional(),
    /** The day on which it was last looked at again, and with what result. */
    followedUp: calendarDate().optional(),
    followUp: z.string().min(1).optional(),
    reauditYear: period().optional(),
    meetings: meetings(),
    published: published(),
  }).meta({ description: "A recommendation" });

export type Recommendation = z.output<ReturnType<typeof recommendation>>;
