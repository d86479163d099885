import { record, reference } from "@moothall/core";
import * as z from "zod";
import { groundCode } from "../law/grounds.ts";
import { publicWhenPublished, publishing, type Seen } from "./publishing.ts";
import { limb, session } from "./terms.ts";

/** What a meeting resolved under an item, in limbs and in the body's own words. */
export const resolution = () =>
  record({
    meeting: reference("meetings/meeting"),
    item: reference("meetings/agenda-item").optional(),
    number: z.string().min(1).optional(),
    session: session().default("open"),
    limbs: z.array(limb()).min(1),
    /** Of the whole, where it has one: `direct assurance`. */
    outcome: z.string().min(1).optional(),
    /** The recommendation as it was put, and as it was agreed where the meeting amended it. */
    recommendation: z
      .strictObject({
        paper: reference("meetings/paper").optional(),
        put: z.array(limb()).min(1),
        agreed: z.array(limb()).optional(),
        reason: z.string().min(1).optional(),
      })
      .optional(),
    /** Of a resolution that excludes the public: the grounds, none where it names none, and the items from which it does. */
    excludes: z
      .strictObject({
        grounds: z.array(groundCode()),
        items: z.array(reference("meetings/agenda-item")).min(1),
      })
      .optional(),
    motion: reference("meetings/motion").optional(),
    decision: reference("meetings/decision").optional(),
    ...publishing(),
  }).meta({ description: "What a meeting resolved" });

export type Resolution = z.output<ReturnType<typeof resolution>>;
export type SeenResolution = Seen<Resolution, "meeting" | "session" | "publication">;

const rule = publicWhenPublished(
  ["meeting", "item", "number", "session"],
  Object.keys(resolution().shape),
);
export const classifyResolution = rule.classify;
export const resolutionWithholds = rule.withholds;
