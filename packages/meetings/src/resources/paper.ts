import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { publicWhenPublished, publishing, type Seen } from "./publishing.ts";
import { limb, member, paragraph } from "./terms.ts";

/** The eight heads under which a report weighs what follows from it. */
export const implicationHeads = [
  "crime-and-disorder",
  "environmental",
  "equality-and-diversity",
  "financial",
  "health-and-safety",
  "human-rights",
  "legal",
  "personnel",
] as const;
export type ImplicationHead = (typeof implicationHeads)[number];

const implication = () =>
  z.strictObject({
    /** Null where the report left the line blank. */
    level: z.enum(["low", "medium", "high"]).nullable(),
    narrative: z.string().min(1).optional(),
  });

const linkedPaper = () => z.strictObject({ title: z.string().min(1), url: z.url().optional() });

/** A report that goes before a meeting. */
export const paper = () =>
  record({
    title: z.string().min(1),
    /** The body whose meetings it goes before. */
    body: reference("register/body"),
    meeting: reference("meetings/meeting").optional(),
    item: reference("meetings/agenda-item").optional(),
    /** Whose report it is. */
    author: z.array(member()).optional(),
    date: calendarDate().optional(),
    /** Its stamp: Part I is for publication, Part II is not. */
    part: z.enum(["I", "II"]).optional(),
    /** Anything else that is stamped on it: `Section B`. */
    stamp: z.string().min(1).optional(),
    status: z.enum(["to-follow", "ready", "withdrawn"]).default("ready"),
    purpose: z.array(paragraph()).optional(),
    information: z.array(paragraph()).optional(),
    recommendations: z.array(limb()).optional(),
    /** Lines that the report does not have are left out; a line that it left blank has a level of null. */
    implications: z.partialRecord(z.enum(implicationHeads), implication()).optional(),
    contact: z
      .strictObject({
        post: member().optional(),
        telephone: z.string().min(1).optional(),
        email: z.email().optional(),
      })
      .optional(),
    /** None where the report says that there are none; left out where it says nothing. */
    backgroundPapers: z.array(linkedPaper()).optional(),
    attachments: z
      .array(
        z.strictObject({
          /** `Appendix A`. */
          label: z.string().min(1),
          title: z.string().min(1).optional(),
          paper: reference("meetings/paper").optional(),
        }),
      )
      .optional(),
    /** The objectives of a plan that it serves. */
    objectives: z.array(reference("register/objective")).optional(),
    /** What it is about: a tender, a grant round, a decision. */
    about: z.array(reference()).optional(),
    version: z.int().positive().default(1),
    ...publishing(),
  }).meta({ description: "A report that goes before a meeting" });

export type Paper = z.output<ReturnType<typeof paper>>;
export type SeenPaper = Seen<Paper, "body" | "publication" | "version" | "status">;

const rule = publicWhenPublished(
  ["body", "meeting", "item", "date", "part", "status", "version"],
  Object.keys(paper().shape),
);

/** A report of Part II is withheld, whether its ground has been recorded or not. */
export const classifyPaper = (record: Paper) =>
  rule.classify(record.part === "II" ? { ...record, session: "closed" } : record);
export const paperWithholds = rule.withholds;

/** The heads at HIGH that have no narrative, though a narrative is demanded there. */
export const highWithoutNarrative = ({ implications = {} }: Partial<Paper>): ImplicationHead[] =>
  implicationHeads.filter(
    (head) => implications[head]?.level === "high" && implications[head]?.narrative === undefined,
  );
