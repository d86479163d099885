import { decimal, reference } from "@moothall/core";
import * as z from "zod";
import { amount, share } from "../amount.ts";
import { recipientKinds } from "./recipient.ts";

const common = { id: z.string().min(1).max(60), text: z.string().min(1).optional() };

/** A rule that an application must meet. Each says what it looks at; nothing is left to a reading. */
export const criterion = () =>
  z
    .discriminatedUnion("rule", [
      /** At most this share of what is asked may go to lines of a category: posts, at most half. */
      z.strictObject({
        ...common,
        rule: z.literal("share-at-most"),
        category: z.string().min(1),
        share: share(),
      }),
      /** At least so many objectives (of one plan, where it is named). */
      z.strictObject({
        ...common,
        rule: z.literal("objectives-at-least"),
        count: z.int().positive(),
        plan: reference("register/plan").optional(),
      }),
      /** Nothing of this category: no CCTV. */
      z.strictObject({ ...common, rule: z.literal("excludes"), category: z.string().min(1) }),
      /** So many joint projects with other partners in each year of the application. */
      z.strictObject({
        ...common,
        rule: z.literal("joint-projects-at-least"),
        count: z.int().positive(),
      }),
      /** An activity plan, submitted and approved, for each year of the application. */
      z.strictObject({ ...common, rule: z.literal("activity-plan") }),
      z.strictObject({
        ...common,
        rule: z.literal("amount-between"),
        minimum: amount().optional(),
        maximum: amount().optional(),
      }),
      /** Match funding, in proportion to what is asked; only what is secured counts where it says so. */
      z.strictObject({
        ...common,
        rule: z.literal("match-at-least"),
        share: decimal(),
        securedOnly: z.boolean().default(false),
      }),
      z.strictObject({
        ...common,
        rule: z.literal("applicant-is"),
        kinds: z.array(z.enum(recipientKinds)).min(1),
      }),
      z.strictObject({ ...common, rule: z.literal("score-at-least"), score: decimal() }),
      /** A question of the form that must be answered, such as the evidence of need. */
      z.strictObject({ ...common, rule: z.literal("answered"), question: z.string().min(1) }),
      /** A check of the applicant that must have been passed. */
      z.strictObject({ ...common, rule: z.literal("due-diligence"), check: z.string().min(1) }),
    ])
    .meta({ description: "A rule that an application must meet" });

export type Criterion = z.output<ReturnType<typeof criterion>>;
