import { calendarDate, currency, decimal, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";

const inAndOut = { from: calendarDate().optional(), to: calendarDate().optional() };

/**
 * A standing rule by which partners share costs. Partners join and leave on days; one of them may
 * be chosen case by case (the district concerned). Of a cost whose shares a paper printed, the
 * figures stand in `printed` under `cost.ID.ways`, `cost.ID.share` and `cost.ID.total`.
 */
export const costSplit = () =>
  record({
    title: z.string().min(1),
    body: reference("register/body").optional(),
    currency: currency().default("GBP"),
    rule: z.enum(["equal", "weighted"]).default("equal"),
    partners: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(200),
          name: z.string().min(1),
          body: reference("register/body").optional(),
          weight: decimal().optional(),
          /** Stands for a body that each case names, such as the district where it happened. */
          chosenByCase: z.boolean().optional(),
          /** First and last day of membership, both included. */
          ...inAndOut,
          /** Whose place it took. */
          replaces: z.string().min(1).optional(),
        }),
      )
      .min(1),
    decisions: z
      .array(
        z.strictObject({
          date: calendarDate(),
          text: z.string().min(1),
          decision: reference("meetings/decision").optional(),
        }),
      )
      .optional(),
    costs: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          title: z.string().min(1),
          /** The day whose membership counts; a stretch of days where a paper tells it no closer. */
          date: period(),
          /** Not known while the case runs. */
          total: amount().optional(),
          /** Who stands in the place of partners that are chosen by case. */
          chosen: z
            .record(
              z.string(),
              z.strictObject({
                name: z.string().min(1),
                body: reference("register/body").optional(),
              }),
            )
            .optional(),
        }),
      )
      .optional(),
  })
    .refine(
      (each) => each.rule === "equal" || each.partners.every((one) => one.weight !== undefined),
      {
        path: ["partners"],
        message: "must all have a weight where the rule is weighted",
      },
    )
    .meta({ description: "A rule by which partners share costs" });

export type CostSplit = z.output<ReturnType<typeof costSplit>>;
