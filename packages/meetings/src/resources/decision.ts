import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { publicWhenPublished, publishing, type Seen } from "./publishing.ts";
import { limb, member } from "./terms.ts";

/** A decision in the log: its number, when it was signed, on which report, and what it decides. */
export const decision = () =>
  record({
    body: reference("register/body"),
    /** As the log prints it: `13/2017`. */
    number: z.string().min(1),
    title: z.string().min(1),
    /** The day on which it was taken or signed. */
    taken: calendarDate(),
    by: member().optional(),
    /** Where it was taken in a meeting. */
    meeting: reference("meetings/meeting").optional(),
    item: reference("meetings/agenda-item").optional(),
    /** The report on which it was taken, and how a pack labels it: `Appendix A`. */
    report: reference("meetings/paper").optional(),
    reportLabel: z.string().min(1).optional(),
    text: z.array(limb()).optional(),
    reasons: z.string().min(1).optional(),
    alternatives: z.array(z.string().min(1)).optional(),
    /** What it decides about: an award, a grant round, a plan. */
    about: z.array(reference()).optional(),
    /** Of significant public interest (SI 2011/3050). */
    significant: z.boolean().default(true),
    /** Of a key decision: the day of its 28 days' notice, or the exception that was used, with its reasons. */
    key: z
      .strictObject({
        notice: calendarDate().optional(),
        exception: z.enum(["general-exception", "special-urgency"]).optional(),
        reasons: z.string().min(1).optional(),
      })
      .refine(({ notice, exception }) => (notice ?? exception) !== undefined, {
        message: "must have the day of its notice, or the exception that was used",
      })
      .refine(({ exception, reasons }) => exception === undefined || reasons !== undefined, {
        path: ["reasons"],
        message: "must say why the exception was used",
      })
      .optional(),
    /** The meeting to which it was reported afterwards. */
    reportedTo: reference("meetings/meeting").optional(),
    ...publishing(),
  }).meta({ description: "A decision in the log" });

export type Decision = z.output<ReturnType<typeof decision>>;
export type SeenDecision = Seen<
  Decision,
  "body" | "number" | "taken" | "significant" | "publication"
>;

const rule = publicWhenPublished(
  ["body", "number", "taken", "by", "meeting", "significant", "reportedTo"],
  Object.keys(decision().shape),
);
export const classifyDecision = rule.classify;
export const decisionWithholds = rule.withholds;
