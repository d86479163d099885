import {
  type Classification,
  calendarDate,
  instant,
  type PathPattern,
  type PublicationClass,
  record,
  reference,
} from "@moothall/core";
import * as z from "zod";
import { classOfGround, groundCode } from "../law/grounds.ts";
import { member, session } from "./terms.ts";

const frozenPaper = () =>
  z.strictObject({
    paper: reference("meetings/paper"),
    title: z.string().optional(),
    version: z.int().positive().optional(),
    ground: groundCode().optional(),
  });

const frozenItem = () =>
  z.strictObject({
    item: reference("meetings/agenda-item"),
    number: z.string().optional(),
    title: z.string().optional(),
    session: session(),
    /** The ground on which it was withheld, then or since. */
    ground: groundCode().optional(),
    papers: z.array(frozenPaper()).default([]),
  });

/**
 * What the public was given, and when: an agenda, a supplement to it, minutes or a decision. The items
 * are as the public saw them at that moment and are never changed, but that what is withheld later is
 * marked with its ground, and with that withheld here as well.
 */
export const publication = () =>
  record({
    body: reference("register/body"),
    meeting: reference("meetings/meeting").optional(),
    what: z.enum(["agenda", "supplement", "minutes", "decision"]),
    /** The minutes or the decision. */
    about: reference("meetings/minutes", "meetings/decision").optional(),
    title: z.string().min(1),
    at: instant(),
    /** What was owed and what was given, in clear working days; left out where none are owed. */
    notice: z
      .strictObject({
        owed: z.int().positive(),
        given: z.int().min(0),
        publishBy: calendarDate(),
        provision: z.string(),
      })
      .optional(),
    /** Why it came late, in the chair's words. */
    urgency: z.strictObject({ circumstances: z.string().min(1), chair: member() }).optional(),
    items: z.array(frozenItem()).default([]),
    /** Of a supplement: what it brought. */
    changes: z
      .strictObject({
        added: z.array(reference("meetings/agenda-item")),
        removed: z.array(reference("meetings/agenda-item")),
        changed: z.array(reference("meetings/agenda-item")),
      })
      .optional(),
    /** SHA-256 over the items as they were published. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }).meta({ description: "What the public was given, and when" });

export type Publication = z.output<ReturnType<typeof publication>>;

export const publicationWithholds: readonly PathPattern[] = [
  "/items/*/title",
  "/items/*/papers",
  "/items/*/papers/*/title",
  "/urgency/circumstances",
  "/digest",
  "/sources",
  "/printed",
  "/relations",
];

/** What was withheld after it had been published is withheld here as well, and the digest by which it could be guessed. */
export function classifyPublication(record: Publication): Classification {
  const paths: Record<PathPattern, PublicationClass> = {};
  for (const [index, { ground, papers = [] }] of record.items.entries()) {
    if (ground !== undefined) {
      paths[`/items/${index}/title`] = classOfGround(ground);
      paths[`/items/${index}/papers`] = classOfGround(ground);
    }
    for (const [at, paper] of papers.entries()) {
      if (paper.ground !== undefined)
        paths[`/items/${index}/papers/${at}/title`] = classOfGround(paper.ground);
    }
  }
  const classes = Object.values(paths);
  if (classes.length === 0) return { record: "public" };
  const narrowest = classes.includes("confidential") ? "confidential" : "restricted";
  for (const path of ["/digest", "/sources", "/printed", "/relations"] as const)
    paths[path] = narrowest;
  // A decision's and a supplement's own words may speak of what is withheld.
  if (record.what === "supplement") paths["/urgency/circumstances"] = narrowest;
  return { record: "public", paths };
}
