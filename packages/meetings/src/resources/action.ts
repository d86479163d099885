import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { publicWhenPublished, publishing, type Seen } from "./publishing.ts";
import { member } from "./terms.ts";

/** Something that a meeting asked to be done, by whom, and how far it has come. */
export const action = () =>
  record({
    body: reference("register/body"),
    /** The meeting that asked for it. */
    meeting: reference("meetings/meeting"),
    item: reference("meetings/agenda-item").optional(),
    /** The number and the heading under which it was asked for: `12A`, `Chief Constable's Scorecards`. */
    number: z.string().min(1).optional(),
    heading: z.string().min(1).optional(),
    text: z.string().min(1),
    /** Posts or bodies, never persons by name. */
    owners: z.array(member()).default([]),
    due: calendarDate().optional(),
    state: z.enum(["open", "done", "removed"]).default("open"),
    closed: calendarDate().optional(),
    /** What was reported, meeting by meeting. */
    progress: z
      .array(
        z.strictObject({
          meeting: reference("meetings/meeting").optional(),
          on: calendarDate().optional(),
          text: z.string().min(1),
        }),
      )
      .default([]),
    /** The meetings to which it was carried, in order. */
    carriedTo: z.array(reference("meetings/meeting")).default([]),
    ...publishing(),
  }).meta({ description: "An action that a meeting asked for" });

export type Action = z.output<ReturnType<typeof action>>;
export type SeenAction = Seen<Action, "body" | "meeting" | "state" | "publication">;

const rule = publicWhenPublished(
  ["body", "meeting", "number", "state", "due", "closed", "carriedTo"],
  Object.keys(action().shape),
);
export const classifyAction = rule.classify;
export const actionWithholds = rule.withholds;
