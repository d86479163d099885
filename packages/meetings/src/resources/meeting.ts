import {
  type Classification,
  calendarDate,
  compareInstants,
  instant,
  record,
  reference,
} from "@moothall/core";
import * as z from "zod";
import { startOf } from "./meeting-start.ts";
import { member } from "./terms.ts";

export const meetingStatuses = ["planned", "called", "held", "adjourned", "cancelled"] as const;

const linked = () => z.strictObject({ title: z.string().min(1), url: z.url() });

/** A meeting of a body: when, where, and whether the public may attend. */
export const meeting = () =>
  record({
    body: reference("register/body"),
    name: z.string().min(1),
    /** A day alone where the hour is not known. */
    start: z.union([instant(), calendarDate()]),
    end: instant().optional(),
    place: z
      .strictObject({
        room: z.string().min(1).optional(),
        address: z.string().min(1),
        postcode: z.string().min(1).optional(),
      })
      .optional(),
    /** Whether it is open to the public, but for what is taken in closed session; left out where that is not known. */
    public: z.boolean().optional(),
    status: z.enum(meetingStatuses),
    /** Why it was cancelled or adjourned. */
    statusReason: z.string().min(1).optional(),
    /** A date that is not announced yet is for the office alone. */
    announced: z.boolean().default(true),
    /** The meeting of which this is the continuation. */
    resumes: reference("meetings/meeting").optional(),
    chair: member().optional(),
    /** The priorities of a plan to which it is given over. */
    objectives: z.array(reference("register/objective")).optional(),
    /** Where it can be watched while it is held. */
    stream: z.url().optional(),
    recordings: z.array(linked()).optional(),
    transcript: linked().optional(),
    /** Notes of presentations, answers to questions: what was put beside the papers. */
    links: z.array(linked()).optional(),
  })
    .refine(
      ({ start, end }) => end === undefined || compareInstants(startOf({ start }), end) <= 0,
      {
        path: ["end"],
        message: "must not come before the meeting starts",
      },
    )
    .refine(({ id, resumes }) => resumes !== `meetings/meeting/${id}`, {
      path: ["resumes"],
      message: "must be another meeting",
    })
    .meta({ description: "A meeting" });

export type Meeting = z.output<ReturnType<typeof meeting>>;

export const classifyMeeting = ({ announced }: Pick<Meeting, "announced">): Classification => ({
  record: announced ? "public" : "restricted",
});
