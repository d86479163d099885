import { calendarDate, period, record } from "@moothall/core";
import * as z from "zod";
import { areas, bodies, body, meetings, money, objectives } from "./terms.ts";

/**
 * A service that a body has others provide: by whom, for how long, and what comes of it. What it
 * costs is recorded by funding or procurement and referred to.
 */
export const commissionedService = () =>
  record({
    title: z.string().min(1),
    body: body(),
    coCommissioners: bodies(),
    provider: body(),
    subcontractors: bodies(),
    starts: period().optional(),
    ends: calendarDate().optional(),
    months: z.int().positive().optional(),
    areas: areas(),
    outcomes: z
      .array(
        z.strictObject({
          sought: z.string().min(1),
          reached: z.string().min(1).optional(),
        }),
      )
      .optional(),
    /** Risks that the provider or the commissioner has told. */
    concerns: z.array(z.string().min(1)).optional(),
    money: money(),
    objectives: objectives(),
    meetings: meetings(),
  }).meta({ description: "A commissioned service" });

export type CommissionedService = z.output<ReturnType<typeof commissionedService>>;
