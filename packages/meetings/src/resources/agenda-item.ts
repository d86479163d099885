import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { publicWhenPublished, publishing, type Seen } from "./publishing.ts";
import { member, partId, session } from "./terms.ts";

export const itemKinds = [
  "business",
  "apologies",
  "declarations",
  "minutes",
  "matters-arising",
  "announcements",
  "questions",
  "review-of-actions",
  "forward-plan",
  "presentation",
  "decisions",
  "exclusion",
  "any-other-business",
] as const;

/** The chair's opinion that an item is urgent, with the special circumstances (Local Government Act 1972, s.100B(4)(b)). */
export const urgency = () =>
  z.strictObject({
    circumstances: z.string().min(1),
    chair: member(),
    /** Whether the minutes say so, as they must. */
    minuted: z.boolean().default(false),
  });

const schema = () =>
  record({
    meeting: reference("meetings/meeting"),
    /** As printed: `27/12`, `11A`, `3`. Left out where the agenda gives none. */
    number: z.string().min(1).optional(),
    title: z.string().min(1),
    /** Place on the agenda as listed, from 0. */
    order: z.int().min(0),
    /** Place in which it was taken, from 0; left out where it was not taken. */
    taken: z.int().min(0).optional(),
    session: session().default("open"),
    /** The section of the agenda, by its id. */
    section: partId().optional(),
    kind: z.enum(itemKinds).default("business"),
    /** The item of which this is a part. */
    parent: reference("meetings/agenda-item").optional(),
    /** Who leads on it. */
    lead: z.array(member()).optional(),
    papers: z.array(reference("meetings/paper")).optional(),
    /** Papers that were promised: `New Funding Pot (paper to follow)`. */
    toFollow: z.array(z.string().min(1)).optional(),
    /** What is said of it on the agenda. */
    text: z.string().min(1).optional(),
    /** When and why it was put on after the agenda was out. */
    added: z
      .strictObject({
        on: calendarDate(),
        by: z.enum(["chair", "supplement"]),
        reason: z.string().min(1).optional(),
      })
      .optional(),
    urgency: urgency().optional(),
    /** Why it was taken elsewhere than listed. */
    takenOutOfOrder: z.string().min(1).optional(),
    /** Why it was not taken; with the meeting to which it was put off. */
    notTaken: z
      .strictObject({
        reason: z.string().min(1),
        deferredTo: reference("meetings/meeting").optional(),
      })
      .optional(),
    /** Time of day at which it is due, and how many minutes it has. */
    timing: z
      .strictObject({
        at: z.iso.time({ precision: -1 }).optional(),
        minutes: z.int().positive().optional(),
      })
      .optional(),
    forwardPlan: reference("meetings/forward-plan-entry").optional(),
    ...publishing(),
  }).meta({ description: "An item of an agenda" });

export const agendaItem = schema;
export type AgendaItem = z.output<ReturnType<typeof schema>>;

/** An item as the public may see it: of a withheld one not even the title. */
export type SeenItem = Seen<AgendaItem, "meeting" | "order" | "session" | "kind" | "publication">;

const kept = ["meeting", "number", "order", "taken", "session", "section", "kind", "added"];

const rule = publicWhenPublished(kept, Object.keys(schema().shape));
/** Of a withheld or closed item its existence, place and ground are public; nothing else is. */
export const classifyAgendaItem = (item: AgendaItem) => {
  const classification = rule.classify(item);
  if (classification.paths === undefined || item.added?.reason === undefined) return classification;
  const of = classification.paths["/title"] ?? "restricted";
  return { ...classification, paths: { ...classification.paths, "/added/reason": of } };
};
export const agendaItemWithholds = [...rule.withholds, "/added/reason" as const];
