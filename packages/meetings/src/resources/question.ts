import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { publicWhenPublished, publishing } from "./publishing.ts";
import { member } from "./terms.ts";

/** A question put to a meeting by the public or a member, and its answer. Whoever asked is not named. */
export const question = () =>
  record({
    body: reference("register/body"),
    meeting: reference("meetings/meeting").optional(),
    item: reference("meetings/agenda-item").optional(),
    number: z.string().min(1).optional(),
    asked: z.enum(["in-advance", "at-the-meeting"]),
    by: z.enum(["member-of-the-public", "member", "organisation"]),
    organisation: reference("register/body").optional(),
    received: calendarDate().optional(),
    text: z.string().min(1),
    answer: z.string().min(1).optional(),
    answeredBy: member().optional(),
    answered: calendarDate().optional(),
    form: z.enum(["oral", "written"]).optional(),
    objective: reference("register/objective").optional(),
    url: z.url().optional(),
    ...publishing(),
  }).meta({ description: "A question put to a meeting" });

export type Question = z.output<ReturnType<typeof question>>;

const rule = publicWhenPublished(
  ["body", "meeting", "asked", "by", "received"],
  Object.keys(question().shape),
);
export const classifyQuestion = rule.classify;
export const questionWithholds = rule.withholds;
