import { type Classification, calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { partId, session } from "./terms.ts";

/** The agenda of a meeting: its sections, in order. The items are records of their own. */
export const agenda = () =>
  record({
    meeting: reference("meetings/meeting"),
    title: z.string().min(1).optional(),
    sections: z
      .array(z.strictObject({ id: partId(), title: z.string().min(1), session: session() }))
      .default([]),
    publication: z.enum(["draft", "published"]).default("draft"),
    published: calendarDate().optional(),
    /** Why less notice was given than is owed, in the chair's words. */
    urgency: z.strictObject({ reason: z.string().min(1), chair: reference() }).optional(),
  })
    .refine(({ sections }) => new Set(sections.map(({ id }) => id)).size === sections.length, {
      path: ["sections"],
      message: "must not have two sections of one id",
    })
    .meta({ description: "The agenda of a meeting" });

export type Agenda = z.output<ReturnType<typeof agenda>>;

export const classifyAgenda = ({ publication }: Pick<Agenda, "publication">): Classification => ({
  record: publication === "published" ? "public" : "restricted",
});
