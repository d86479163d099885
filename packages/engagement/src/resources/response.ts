import { type Classification, instant, record, reference } from "@moothall/core";
import * as z from "zod";
import { channels } from "./casework-terms.ts";

export const answer = () => z.union([z.string(), z.array(z.string()), z.number()]).nullable();

/**
 * What one respondent answered, and no more: nothing that says who they are. What they said of
 * themselves is kept as it was when they took part, not as it may be later.
 */
export const responseSchema = record({
  consultation: reference("engagement/consultation"),
  received: instant(),
  channel: z.enum(channels).optional(),
  area: reference("register/area").optional(),
  /** By question id; null where it was asked and not answered. */
  answers: z.record(z.string().min(1), answer()),
  /** The version of each question that was asked. */
  versions: z.record(z.string().min(1), z.int().positive()).optional(),
  /** By demographic id, `prefer-not-to-say` among them. */
  demographics: z.record(z.string().min(1), z.string().min(1)).optional(),
  /** The design weight, where the sample was drawn with unequal chances. */
  designWeight: z.number().positive().optional(),
  /** A keyed digest made where it was received, by which the same person answering twice is seen. */
  sameAs: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
}).meta({ description: "A response to a consultation" });

export type Response = z.output<typeof responseSchema>;

export const alwaysConfidential = (): Classification => ({ record: "confidential" });
