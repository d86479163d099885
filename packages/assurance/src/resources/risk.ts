import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { riskLevels } from "../risk/score-risk.ts";
import { holder, objectives, published } from "./terms.ts";

const step = () => z.int().min(1).max(5);
const place = () => z.strictObject({ likelihood: step(), impact: step() });

/** One line of a risk register. */
export const risk = () =>
  record({
    register: reference("assurance/risk-register"),
    /** As the register numbers it: `2.5`. */
    number: z.string().min(1),
    title: z.string().min(1),
    cause: z.string().min(1).optional(),
    effect: z.string().min(1).optional(),
    owner: holder().optional(),
    /** Before anything is done about it. */
    inherent: place().optional(),
    /** With the mitigation in place. */
    residual: place().optional(),
    /** The level in words, where a paper gives no likelihood and impact. */
    inherentLevel: z.enum(riskLevels).optional(),
    residualLevel: z.enum(riskLevels).optional(),
    mitigation: z.string().min(1).optional(),
    objectives: objectives(),
    status: z.enum(["open", "closed"]).default("open"),
    reviewDue: calendarDate().optional(),
    /** The same risk in the version before. */
    previous: reference("assurance/risk").optional(),
    /** How it was scored on other days within this version. */
    history: z
      .array(
        z.strictObject({
          date: calendarDate(),
          inherent: place().optional(),
          residual: place().optional(),
          note: z.string().min(1).optional(),
        }),
      )
      .optional(),
    /** What was said of it, and where. */
    remarks: z
      .array(
        z.strictObject({
          text: z.string().min(1),
          record: reference("meetings").optional(),
          date: calendarDate().optional(),
        }),
      )
      .optional(),
    published: published(),
  }).meta({ description: "A risk" });

export type Risk = z.output<ReturnType<typeof risk>>;
