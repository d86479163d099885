import { decimal, period, record, reference } from "@moothall/core";
import * as z from "zod";

/** Whom one compares with: the forces of a region, councils most alike. */
export const peerGroupSchema = record({
  title: z.string().min(1),
  members: z.array(reference("register/area", "register/body")),
  /** How many belong, where not all are named: 43 forces. */
  size: z.int().positive().optional(),
  chosenBy: z.string().min(1).optional(),
}).meta({ description: "A peer group" });

export type PeerGroup = z.output<typeof peerGroupSchema>;

/** What others reached: a group's figure, or one's place among them as somebody published it. */
export const benchmarkSchema = record({
  indicator: reference("safeguarding/indicator"),
  group: reference("safeguarding/peer-group"),
  period: period(),
  value: decimal().nullable().default(null),
  /** One's own place, 1 is best; as published. */
  place: z
    .strictObject({
      area: reference("register/area", "register/body"),
      place: z.int().positive(),
      /** Of how many; left out where the publisher does not say. */
      of: z.int().positive().optional(),
      tied: z.boolean().default(false),
    })
    .refine(({ place, of }) => of === undefined || place <= of, "is beyond the last")
    .optional(),
}).meta({ description: "A benchmark" });

export type Benchmark = z.output<typeof benchmarkSchema>;

/** A past level to measure progress from, with the milestones on the way. */
export const baselineSchema = record({
  title: z.string().min(1),
  indicator: reference("safeguarding/indicator"),
  area: reference("register/area").optional(),
  /** The years it is the mean of, or the period it is the figure of. */
  period: period(),
  value: decimal().nullable().default(null),
  /** Such as a cut of 50 % by 2020. */
  goal: z.strictObject({ percent: decimal(), by: period() }).optional(),
  milestones: z
    .array(z.strictObject({ period: period(), value: decimal().nullable() }))
    .default([]),
}).meta({ description: "A baseline with its milestones" });

export type Baseline = z.output<typeof baselineSchema>;
