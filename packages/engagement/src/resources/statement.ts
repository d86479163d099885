import { type Classification, instant, record, reference } from "@moothall/core";
import * as z from "zod";
import { holdsPrivateData } from "./matter.ts";

/** A statement that participants of a consultation agree or disagree with. */
export const statementSchema = record({
  consultation: reference("engagement/consultation"),
  text: z.string().min(1).max(400),
  status: z.enum(["pending", "accepted", "rejected"]),
  /** Put up by the body itself, not by a participant. */
  seed: z.boolean().optional(),
}).meta({ description: "A statement to vote on" });

export type Statement = z.output<typeof statementSchema>;

export const classifyStatement = ({ status, text }: Statement): Classification => ({
  record: status === "accepted" && !holdsPrivateData(text) ? "public" : "confidential",
});

/** How one participant, known by a random id only, voted on a statement. */
export const voteSchema = record({
  consultation: reference("engagement/consultation"),
  statement: reference("engagement/statement"),
  participant: z.string().min(1),
  vote: z.union([z.literal(1), z.literal(0), z.literal(-1)]),
  received: instant(),
}).meta({ description: "A vote on a statement" });

export type Vote = z.output<typeof voteSchema>;
