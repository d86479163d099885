import {
  type Classification,
  calendarDate,
  type PathPattern,
  record,
  reference,
  source,
} from "@moothall/core";
import { findPrivateData } from "@moothall/core/private-data";
import * as z from "zod";
import { channels, routes } from "./casework-terms.ts";

/**
 * Something that people raised, and its way from question to answer to action to outcome. Who raised
 * it stands in the contact, if anywhere.
 */
export const matterSchema = record({
  title: z.string().min(1),
  body: reference("register/body"),
  /** "You said": in general terms. */
  question: z.string().min(1),
  raised: calendarDate(),
  activity: reference("engagement/activity").optional(),
  consultation: reference("engagement/consultation").optional(),
  channel: z.enum(channels).optional(),
  places: z.array(reference("engagement/place")).optional(),
  subjects: z.array(z.string().min(1)).optional(),
  objectives: z.array(reference("register/objective")).optional(),
  route: z.enum(routes).optional(),
  /** The post that sees to an answer. */
  owner: reference("register/post").optional(),
  /** The day by which an answer is due. */
  due: calendarDate().optional(),
  answer: z.string().min(1).optional(),
  answered: calendarDate().optional(),
  /** "We did", and what came of it. */
  action: z.string().min(1).optional(),
  acted: calendarDate().optional(),
  outcome: z.string().min(1).optional(),
  concluded: calendarDate().optional(),
  /** What it led to: decisions, grants, contracts. */
  ledTo: z.array(reference()).optional(),
  contact: reference("engagement/contact").optional(),
  /** The day on which it was published with its answer. */
  published: calendarDate().optional(),
  disclosedIn: source().optional(),
}).meta({ description: "A matter that people raised" });

export type Matter = z.output<typeof matterSchema>;

export const matterWithholds: readonly PathPattern[] = ["/contact", "/owner"];

/** The texts of a matter that go to the public. */
export const publicTextsOf = (
  matter: Matter,
): readonly (readonly [field: string, text: string])[] =>
  (["title", "question", "answer", "action", "outcome"] as const).flatMap((field) => {
    const text = matter[field];
    return text === undefined ? [] : [[field, text] as const];
  });

/** Whether one of its public texts holds what looks like somebody's private data. */
export const holdsPrivateData = (text: string): boolean =>
  findPrivateData(text, { confidence: "medium" }).some(({ kind }) => kind !== "role-email-address");

/** Confidential until it is published or printed, and for as long as its texts hold private data. */
export function classifyMatter(matter: Matter): Classification {
  const isOut = matter.published !== undefined || matter.disclosedIn !== undefined;
  if (!isOut || publicTextsOf(matter).some(([, text]) => holdsPrivateData(text)))
    return { record: "confidential" };
  return {
    record: "public",
    paths: { "/contact": "confidential", "/owner": "restricted" },
  };
}
