import { record, reference } from "@moothall/core";
import * as z from "zod";
import { voteRequirements, voteResults } from "../voting/tally.ts";
import { publicWhenPublished, publishing } from "./publishing.ts";
import { member, session } from "./terms.ts";

/** What was moved, after Popolo's motion. */
export const motion = () =>
  record({
    meeting: reference("meetings/meeting"),
    item: reference("meetings/agenda-item").optional(),
    session: session().default("open"),
    text: z.string().min(1),
    classification: z
      .enum(["substantive", "amendment", "procedural", "exclusion", "veto"])
      .default("substantive"),
    requirement: z.enum(voteRequirements).default("simple-majority"),
    mover: member().optional(),
    seconder: member().optional(),
    amends: reference("meetings/motion").optional(),
    result: z.enum([...voteResults, "withdrawn", "agreed-without-a-vote"]).optional(),
    ...publishing(),
  }).meta({ description: "A motion" });

export type Motion = z.output<ReturnType<typeof motion>>;

const rule = publicWhenPublished(
  ["meeting", "item", "session", "classification", "requirement"],
  Object.keys(motion().shape),
);
export const classifyMotion = rule.classify;
export const motionWithholds = rule.withholds;
