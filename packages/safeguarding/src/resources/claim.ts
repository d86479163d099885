import { decimal, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { breakdown } from "./breakdown.ts";

/** Something that a paper says in words about figures, with what it must mean: `third highest`. */
export const claimSchema = record({
  /** In the paper's sense, in few words. */
  text: z.string().min(1),
  indicator: reference("safeguarding/indicator"),
  period: period(),
  area: reference("register/area").optional(),
  breakdown: breakdown().optional(),
  says: z.discriminatedUnion("kind", [
    /** The place among the areas of a group, counted from the highest or the lowest. */
    z.strictObject({
      kind: z.literal("place"),
      place: z.int().positive(),
      from: z.enum(["highest", "lowest"]),
      group: reference("safeguarding/peer-group"),
    }),
    z.strictObject({ kind: z.literal("value"), value: decimal(), unit: decimal().optional() }),
    /** A change from an earlier period, as a percentage or in words. */
    z.strictObject({
      kind: z.literal("change"),
      against: period(),
      percent: decimal().optional(),
      /** The unit in the last place that the text gives: 1 for `7 %`. */
      unit: decimal().optional(),
      direction: z.enum(["up", "down", "level"]).optional(),
    }),
    /** The lowest or highest on record. */
    z.strictObject({ kind: z.literal("record"), is: z.enum(["highest", "lowest"]) }),
  ]),
}).meta({ description: "What a paper says in words about a figure" });

export type Claim = z.output<typeof claimSchema>;
