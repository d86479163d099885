import { money, period, record } from "@moothall/core";
import * as z from "zod";
import { bodies, body, meetings, objectives, published } from "./terms.ts";

/** The opinions of internal auditors, from the best; words of other scales are put to the nearest. */
export const opinions = ["substantial", "satisfactory", "limited", "none"] as const;

/** An audit, internal or external: its opinion, its fee, what a committee made of it. */
export const audit = () =>
  record({
    title: z.string().min(1),
    kind: z.enum(["internal", "external", "collaborative", "multi-agency"]),
    /** The body that is audited; of several, the one that reports on it. */
    body: body(),
    auditedBodies: bodies(),
    auditor: body().optional(),
    /** The year of the audit plan. */
    year: period().optional(),
    status: z.enum(["planned", "under-way", "final"]),
    opinion: z.enum(opinions).optional(),
    fees: z
      .array(z.strictObject({ body: body(), fee: money(), before: money().optional() }))
      .optional(),
    /** How many cases were looked at. */
    casesSeen: z.int().nonnegative().optional(),
    /** What a committee took from it. */
    assurance: z
      .array(
        z.strictObject({
          by: body(),
          taken: z.enum(["assurance", "partial-assurance", "reassurance", "no-assurance"]),
        }),
      )
      .optional(),
    findings: z.array(z.string().min(1)).optional(),
    /** When its report went out. */
    reported: period().optional(),
    reauditYear: period().optional(),
    objectives: objectives(),
    meetings: meetings(),
    published: published(),
  }).meta({ description: "An audit" });

export type Audit = z.output<ReturnType<typeof audit>>;
