import {
  type Classification,
  calendarDate,
  type PathPattern,
  type PublicationClass,
  record,
  reference,
} from "@moothall/core";
import * as z from "zod";
import { classOfGround, groundCode } from "../law/grounds.ts";
import { paragraph, partId, session } from "./terms.ts";

/** One minute: its number, its heading, its numbered paragraphs, and what was resolved. */
export const minute = () =>
  z
    .strictObject({
      id: partId(),
      number: z.string().min(1).optional(),
      heading: z.string().min(1),
      item: reference("meetings/agenda-item").optional(),
      session: session().default("open"),
      /** Of closed session: on what ground its text is withheld. */
      ground: groundCode().optional(),
      paragraphs: z.array(paragraph()).default([]),
      resolutions: z.array(reference("meetings/resolution")).optional(),
    })
    .refine(({ session, ground }) => session === "open" || ground !== undefined, {
      path: ["ground"],
      message: "must name the ground on which a minute of closed session is withheld",
    });

export type Minute = z.output<ReturnType<typeof minute>>;

/** The minutes of a meeting. */
export const minutes = () =>
  record({
    meeting: reference("meetings/meeting"),
    title: z.string().min(1).optional(),
    status: z.enum(["draft", "approved", "confirmed"]).default("draft"),
    /** The day on which the chair approved them for publication. */
    approved: calendarDate().optional(),
    /** The meeting that confirmed them, and the day. */
    confirmedAt: reference("meetings/meeting").optional(),
    confirmed: calendarDate().optional(),
    /** What was put right before they were confirmed. */
    corrections: z
      .array(z.strictObject({ minute: partId(), was: z.string().min(1), is: z.string().min(1) }))
      .optional(),
    minutes: z.array(minute()),
    /** What the public is told of the proceedings from which it was excluded (s.100C(2)). */
    summaryOfClosed: z.array(paragraph()).optional(),
    /** The time at which the meeting closed: `17:10`. */
    closedAt: z.iso.time({ precision: -1 }).optional(),
  })
    .refine(({ minutes }) => new Set(minutes.map(({ id }) => id)).size === minutes.length, {
      path: ["minutes"],
      message: "must not have two minutes of one id",
    })
    .refine(({ minutes }) => hasNoNumberTwice(minutes), {
      path: ["minutes"],
      message: "must not have two minutes of one number",
    })
    .refine(({ status, confirmedAt }) => status !== "confirmed" || confirmedAt !== undefined, {
      path: ["confirmedAt"],
      message: "must name the meeting that confirmed them",
    })
    .meta({ description: "The minutes of a meeting" });

const hasNoNumberTwice = (list: readonly Minute[]): boolean => {
  const numbers = list.flatMap(({ number }) => number ?? []);
  return new Set(numbers).size === numbers.length;
};

export type Minutes = z.output<ReturnType<typeof minutes>>;

/** Minutes as the public may see them: of a closed minute neither heading nor text. */
export type SeenMinutes = Omit<Minutes, "minutes"> & {
  readonly minutes: readonly (Omit<Minute, "heading" | "paragraphs"> & {
    readonly heading?: string;
    readonly paragraphs?: Minute["paragraphs"];
  })[];
};

export const minutesWithholds: readonly PathPattern[] = [
  "/minutes/*/heading",
  "/minutes/*/paragraphs",
  "/minutes/*/resolutions",
  "/corrections/*/was",
  "/corrections/*/is",
  "/sources",
  "/printed",
  "/relations",
];

/**
 * Draft minutes are for the office alone. Of approved and confirmed ones, the text of what was done in
 * closed session is withheld, with every correction of it and every figure printed in it.
 */
export function classifyMinutes(record: Minutes): Classification {
  const whole: PublicationClass = record.status === "draft" ? "restricted" : "public";
  const paths: Record<PathPattern, PublicationClass> = {};
  const closed = new Map<string, PublicationClass>();
  for (const [index, { id, session, ground }] of record.minutes.entries()) {
    if (session === "open" && ground === undefined) continue;
    const of = ground === undefined ? "restricted" : classOfGround(ground);
    closed.set(id, of);
    for (const field of ["heading", "paragraphs", "resolutions"])
      paths[`/minutes/${index}/${field}`] = of;
  }
  if (closed.size === 0) return { record: whole };
  const narrowest = [...closed.values()].includes("confidential") ? "confidential" : "restricted";
  for (const [index, { minute }] of (record.corrections ?? []).entries()) {
    // A correction of a minute that is not there cannot be told from one of a closed minute.
    const known = record.minutes.some(({ id }) => id === minute);
    const of = closed.get(minute) ?? (known ? undefined : narrowest);
    if (of === undefined) continue;
    paths[`/corrections/${index}/was`] = of;
    paths[`/corrections/${index}/is`] = of;
  }
  paths["/sources"] = narrowest;
  paths["/printed"] = narrowest;
  paths["/relations"] = narrowest;
  return { record: whole, paths };
}
