import {
  type Classification,
  instant,
  type PathPattern,
  period,
  record,
  reference,
} from "@moothall/core";
import * as z from "zod";
import { statutoryGroups } from "../gate/section-96.ts";

export const activityKinds = [
  "visit",
  "meeting",
  "event",
  "focus-group",
  "stall",
  "walkabout",
  "digital",
  "conference",
  "service-visit",
] as const;

/**
 * Something done to meet people: a visit, a meeting, a stall. Those who were met stand as
 * organisations, groups or posts, never as private persons.
 */
export const activitySchema = record({
  title: z.string().min(1),
  body: reference("register/body"),
  kind: z.enum(activityKinds),
  /** A day, or a period where no more is known. */
  date: period(),
  start: instant().optional(),
  end: instant().optional(),
  status: z.enum(["planned", "held", "cancelled"]),
  /** Left out where the paper does not say; what is not known does not count as a tour's visit. */
  inPerson: z.boolean().optional(),
  openToPublic: z.boolean().optional(),
  places: z.array(reference("engagement/place")).optional(),
  areas: z.array(reference("register/area")).optional(),
  venue: z.string().min(1).optional(),
  /** The elected office-holder's or officer's post that took part. */
  attendedBy: z.array(reference("register/post")).optional(),
  partners: z.array(z.string().min(1)).optional(),
  partnerBodies: z.array(reference("register/body")).optional(),
  subjects: z.array(z.string().min(1)).optional(),
  /** Whose views it obtained, as section 96 names them. */
  groups: z.array(z.enum(statutoryGroups)).optional(),
  objectives: z.array(reference("register/objective")).optional(),
  plan: reference("engagement/plan").optional(),
  /** Id of the plan's method. */
  method: z.string().min(1).optional(),
  tour: reference("engagement/tour").optional(),
  /** The list in which it stands. */
  log: reference("engagement/activity-log").optional(),
  consultations: z.array(reference("engagement/consultation")).optional(),
  /** Grants, awards, contracts, decisions that it was about. */
  about: z.array(reference()).optional(),
  attendance: z.int().min(0).nullable().optional(),
  /** What was said, without saying who said it: of focus groups above all. */
  findings: z
    .array(z.strictObject({ theme: z.string().min(1), points: z.array(z.string().min(1)).min(1) }))
    .optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
}).meta({ description: "A visit, meeting, event or other activity" });

export type Activity = z.output<typeof activitySchema>;

export const activityWithholds: readonly PathPattern[] = ["/attendance"];

/** Fewest people of a focus group whose number is told. */
const smallGroup = 10;

/** Public once it was held, or while planned where everyone may come; how few came to a focus group is not. */
export function classifyActivity({
  status,
  openToPublic,
  kind,
  attendance,
}: Activity): Classification {
  if (status !== "held" && openToPublic !== true) return { record: "restricted" };
  const few = kind === "focus-group" && typeof attendance === "number" && attendance < smallGroup;
  return few ? { record: "public", paths: { "/attendance": "restricted" } } : { record: "public" };
}
