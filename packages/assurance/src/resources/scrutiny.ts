import { calendarDate, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { body, meetings, objectives } from "./terms.ts";

export const scrutinyKinds = [
  "custody-visits",
  "animal-welfare",
  "stop-and-search",
  "case-panel",
  "dip-sample",
  "performance",
] as const;

/** A scheme by which people from outside, or cases taken at random, show how a service works. */
export const scrutinyScheme = () =>
  record({
    title: z.string().min(1),
    kind: z.enum(scrutinyKinds),
    /** Whose scheme it is. */
    body: body(),
    /** Whose work is looked at. */
    scrutinised: body().optional(),
    since: period().optional(),
    authority: z.string().min(1).optional(),
    /** How often, in words. */
    frequency: z.string().min(1).optional(),
    volunteers: z.int().nonnegative().optional(),
    /** Whether papers and recordings are open to everyone. */
    open: z.boolean().optional(),
    objectives: objectives(),
    meetings: meetings(),
  }).meta({ description: "A scrutiny scheme" });

export type ScrutinyScheme = z.output<ReturnType<typeof scrutinyScheme>>;

/** What a scheme saw in a period. */
export const scrutinyReport = () =>
  record({
    scheme: reference("assurance/scrutiny-scheme"),
    period: period().optional(),
    reported: calendarDate(),
    casesSeen: z.int().nonnegative().optional(),
    findings: z.array(z.string().min(1)).optional(),
    mattersRaised: z
      .array(
        z.strictObject({
          text: z.string().min(1),
          answer: z.string().min(1).optional(),
          settled: z.boolean().optional(),
        }),
      )
      .optional(),
    /** How many matters were raised, where not all of them are told. */
    mattersRaisedCount: z.int().nonnegative().optional(),
    meetings: meetings(),
  }).meta({ description: "A scrutiny report" });

export type ScrutinyReport = z.output<ReturnType<typeof scrutinyReport>>;
