import { calendarDate, money, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { bodies, body, meetings, published } from "./terms.ts";

export const reviewKinds = [
  "domestic-homicide",
  "serious-case",
  "safeguarding-adults",
  "learning",
] as const;

export const reviewStages = [
  "considered",
  "not-held",
  "commissioned",
  "under-way",
  "report-complete",
  "quality-assurance",
  "published",
] as const;

/**
 * A statutory review. It has no field for a person, a place, an age or a day of what happened:
 * whom it is about cannot be recorded here.
 */
export const review = () =>
  record({
    kind: z.enum(reviewKinds),
    /** The board or partnership that answers for it. */
    body: body(),
    agencies: bodies(),
    authority: z.string().min(1).optional(),
    stage: z.enum(reviewStages),
    /** When the stage was told. */
    asAt: calendarDate(),
    commissioned: period().optional(),
    publicationDue: period().optional(),
    reportPublished: calendarDate().optional(),
    /** How many recommendations it makes to a body; zero is known, absent is not. */
    recommendations: z
      .array(z.strictObject({ body: body(), count: z.int().nonnegative() }))
      .optional(),
    /** What each agency paid, where they share the cost evenly. */
    costOfEach: money().optional(),
    chair: z.enum(["independent", "agency"]).optional(),
    learning: z.array(z.string().min(1)).optional(),
    money: z.array(reference("funding")).optional(),
    meetings: meetings(),
    published: published(),
  }).meta({ description: "A statutory review" });

export type Review = z.output<ReturnType<typeof review>>;
