import { calendarDate, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { bands, matrix } from "../risk/score-risk.ts";
import { body, holder, meetings, published } from "./terms.ts";

/** One version of a body's risk register; its risks refer to it. */
export const riskRegister = () =>
  record({
    title: z.string().min(1),
    body: body(),
    owner: holder().optional(),
    /** Steps of likelihood and of impact: 3, 4 or 5. */
    matrix: matrix().optional(),
    /** The body's own scores from which a risk is medium, high or extreme. */
    bands: bands().optional(),
    version: z.string().min(1).optional(),
    asAt: period(),
    /** The version before this one. */
    supersedes: reference("assurance/risk-register").optional(),
    reviewDue: calendarDate().optional(),
    meetings: meetings(),
    published: published(),
  }).meta({ description: "A version of a risk register" });

export type RiskRegister = z.output<ReturnType<typeof riskRegister>>;
