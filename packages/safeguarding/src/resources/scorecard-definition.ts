import { period, record, reference } from "@moothall/core";
import * as z from "zod";
import { breakdown } from "./breakdown.ts";

const line = () =>
  z.strictObject({
    number: z.string().min(1).optional(),
    indicator: reference("safeguarding/indicator"),
    /** Another name than the indicator's own. */
    title: z.string().min(1).optional(),
    breakdown: breakdown().optional(),
    /** Of a line that covers another period than the scorecard. */
    period: period().optional(),
    comment: z.string().min(1).optional(),
  });

/** What a scorecard or a themed report shows, as data: sections of lines, each an indicator. */
export const scorecardDefinitionSchema = record({
  title: z.string().min(1),
  body: reference("register/body").optional(),
  /** The chief officer whose scorecard it is. */
  officer: reference("register/post").optional(),
  /** The period it covers where none is asked for. */
  period: period().optional(),
  area: reference("register/area").optional(),
  /** How many earlier outturns stand beside it. */
  outturns: z.int().min(0).max(10).default(2),
  /** Groups whose ranks are shown. */
  groups: z.array(reference("safeguarding/peer-group")).default([]),
  sections: z
    .array(z.strictObject({ heading: z.string().min(1), lines: z.array(line()).min(1) }))
    .min(1),
  notes: z.array(z.string().min(1)).default([]),
}).meta({ description: "What a scorecard shows" });

export type ScorecardDefinition = z.output<typeof scorecardDefinitionSchema>;
export type ScorecardLine = ScorecardDefinition["sections"][number]["lines"][number];
