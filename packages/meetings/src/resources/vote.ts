import { instant, record, reference } from "@moothall/core";
import * as z from "zod";
import { voteOptions, voteResults } from "../voting/tally.ts";
import { publicWhenPublished, publishing } from "./publishing.ts";
import { member, session } from "./terms.ts";

/** A vote on a motion, against the electorate as it was frozen when the vote closed. */
export const vote = () =>
  record({
    motion: reference("meetings/motion"),
    meeting: reference("meetings/meeting"),
    session: session().default("open"),
    closed: instant().optional(),
    method: z.enum(["show-of-hands", "named", "ballot", "electronic"]).default("show-of-hands"),
    /** Every member with the right to vote when the vote closed. */
    electorate: z
      .array(member())
      .min(1)
      .refine((members) => new Set(members).size === members.length, "must name each member once"),
    /** How many had to be there. */
    quorum: z.int().positive().optional(),
    counts: z.partialRecord(z.enum(voteOptions), z.int().min(0)).optional(),
    /** A vote of each member, where it was named. */
    votes: z.array(z.strictObject({ member: member(), option: z.enum(voteOptions) })).optional(),
    /** The second or casting vote of whoever presided. */
    castingVote: z.enum(["yes", "no"]).optional(),
    result: z.enum(voteResults),
    ...publishing(),
  })
    .refine(({ counts, votes }) => (counts ?? votes) !== undefined, {
      path: ["counts"],
      message: "must have the counts or the votes",
    })
    .meta({ description: "A vote on a motion" });

export type Vote = z.output<ReturnType<typeof vote>>;

const rule = publicWhenPublished(["motion", "meeting", "session"], Object.keys(vote().shape));
export const classifyVote = rule.classify;
export const voteWithholds = rule.withholds;
