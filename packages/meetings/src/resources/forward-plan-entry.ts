import { type Classification, calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { member } from "./terms.ts";

/** Something that a body means to consider, and at which meeting. */
export const forwardPlanEntry = () =>
  record({
    body: reference("register/body"),
    title: z.string().min(1),
    /** The column of the plan in which it stands: `Finance`. */
    topic: z.string().min(1).optional(),
    /** The meeting, or the day of one that has not been called. */
    meeting: reference("meetings/meeting").optional(),
    date: calendarDate().optional(),
    /** Where it stood before it slipped, in order. */
    earlier: z.array(calendarDate()).optional(),
    kind: z.enum(["report", "presentation", "minutes", "decision", "briefing"]).default("report"),
    lead: z.array(member()).optional(),
    /** Such as `if any`, `may move to September`. */
    condition: z.string().min(1).optional(),
    keyDecision: z.boolean().default(false),
    status: z.enum(["planned", "taken", "slipped", "withdrawn"]).default("planned"),
    item: reference("meetings/agenda-item").optional(),
    publication: z.enum(["draft", "published"]).default("published"),
  })
    .refine(({ meeting, date }) => meeting !== undefined || date !== undefined, {
      path: ["meeting"],
      message: "must name the meeting or its date",
    })
    .meta({ description: "An entry of a forward plan" });

export type ForwardPlanEntry = z.output<ReturnType<typeof forwardPlanEntry>>;

export const classifyForwardPlanEntry = ({
  publication,
}: Pick<ForwardPlanEntry, "publication">): Classification => ({
  record: publication === "published" ? "public" : "restricted",
});
