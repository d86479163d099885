import { parseInput } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";
import { designEffect, effectiveSize, requireNumber } from "../weighting/effective-size.ts";
import { type Design, designs, marginOfError, standardErrors } from "./margin-of-error.ts";

export const estimateInput = () =>
  z
    .strictObject({
      answers: z
        .array(
          z.strictObject({
            /** What was answered: one option, several options, or a number; null where not answered. */
            value: z.union([z.string(), z.array(z.string()), z.number()]).nullable(),
            weight: z.number().optional(),
            count: z.number().optional(),
          }),
        )
        .describe(
          "Answers, each with its weight and count, 1 where left out; null is not answered",
        ),
      measure: z.enum(["share", "mean"]).default("share"),
      options: z
        .array(z.string().min(1))
        .optional()
        .describe("Options to tell the share of; all that occur where left out"),
      design: z.enum(designs).describe("Only of a random sample is there a sampling margin"),
      population: z.number().positive().optional(),
    })
    .meta({ description: "Answers to one question" });

export type EstimateInput = z.input<ReturnType<typeof estimateInput>>;

const interval = () =>
  z.strictObject({ points: z.number(), low: z.number(), high: z.number(), method: z.string() });

export const estimateOutput = () =>
  z.strictObject({
    measure: z.enum(["share", "mean"]),
    /** Respondents who answered, and who did not. */
    base: z.number(),
    notAnswered: z.number(),
    /** Sum of the weights of those who answered. */
    weightedBase: z.number(),
    effectiveSize: z.number(),
    designEffect: z.number(),
    weighted: z.boolean(),
    method: z.string(),
    estimates: z.array(
      z.strictObject({
        /** Null for a mean. */
        option: z.string().nullable(),
        /** Respondents who chose it. */
        count: z.number(),
        /** A share from 0 to 1, or the mean. */
        value: z.number(),
        /** Of 95 %; null where there is none to tell. Of a mean, in its own unit. */
        margin: interval().nullable(),
      }),
    ),
    /** What a reader has to be told beside the figures. */
    notice: z.string().nullable(),
  });

export type Estimate = z.output<ReturnType<typeof estimateOutput>>;

/** What a reader has to be told of who answered; null of a random sample. */
export const designNotice = (design: Design): string | null =>
  design === "random-sample" ? null : notices[design];

const notices = {
  "opt-in":
    "These are the answers of people who chose to take part. They are no random sample, so no sampling margin is given and the figures say nothing sure about everybody.",
  "not-stated":
    "It is not stated how those who answered were chosen, so no sampling margin is given and the figures say nothing sure about everybody.",
} as const;

/**
 * The share of each option, or the mean, of those who answered. A question with several options is
 * counted per option: its shares are of respondents and may add up to more than 1.
 *
 * @throws MoothallError `engagement/sample-empty`, `engagement/negative-count`,
 * `engagement/not-a-number` (an answer that a mean cannot be made of), `core/bad-input`
 */
export function estimate(input: EstimateInput): Estimate {
  const { answers, measure, options, design, population } = parseInput(
    estimateInput(),
    input,
    "estimate",
  );
  const rows = answers.map(({ value, weight = 1, count = 1 }, index) => ({
    value,
    weight: requireNumber(weight, index, "weight"),
    count: requireNumber(count, index, "count"),
  }));
  const answered = rows.filter(({ value, count }) => value !== null && count > 0);
  const base = total(answered.map(({ count }) => count));
  const weightedBase = total(answered.map(({ count, weight }) => count * weight));
  if (weightedBase === 0) {
    throw fault(
      "engagement/sample-empty",
      "Nobody answered the question.",
      "There is nothing to estimate: give at least one answer with a weight above zero.",
      { pointer: "/answers" },
    );
  }
  const weights = answered.map(({ weight }) => weight);
  const counts = answered.map(({ count }) => count);
  const summary = {
    measure,
    base,
    notAnswered: total(rows.map(({ count }) => count)) - base,
    weightedBase,
    effectiveSize: effectiveSize(weights, counts),
    designEffect: designEffect(weights, counts),
    weighted: weights.some((weight) => weight !== weights[0]),
    method: `${weights.some((weight) => weight !== weights[0]) ? "weighted" : "unweighted"} ${measure} of those who answered`,
    notice: designNotice(design),
  };
  const context = {
    answered,
    weightedBase,
    summary,
    random: design === "random-sample",
    population,
  };
  return {
    ...summary,
    estimates: measure === "mean" ? [meanOf(context)] : sharesOf(context, options),
  };
}

interface Context {
  readonly answered: readonly {
    readonly value: string | string[] | number | null;
    readonly weight: number;
    readonly count: number;
  }[];
  readonly weightedBase: number;
  readonly summary: { readonly base: number; readonly designEffect: number };
  readonly random: boolean;
  readonly population: number | undefined;
}

type One = Estimate["estimates"][number];

function sharesOf(context: Context, options: readonly string[] | undefined): One[] {
  const chosen = context.answered.map(
    ({ value }) => new Set(Array.isArray(value) ? value : [String(value)]),
  );
  const wanted = options ?? [...new Set(chosen.flatMap((each) => [...each]))].toSorted();
  return wanted.map((option) => {
    const those = context.answered.filter((_, index) => chosen[index]?.has(option));
    const value = Math.min(
      1,
      total(those.map(({ count, weight }) => count * weight)) / context.weightedBase,
    );
    const margin = context.random
      ? marginOfError({
          share: value,
          size: context.summary.base,
          designEffect: context.summary.designEffect,
          population: context.population,
        })
      : null;
    return { option, count: total(those.map(({ count }) => count)), value, margin };
  });
}

function meanOf(context: Context): One {
  const { answered, weightedBase, summary, random, population } = context;
  const values = answered.map(({ value }, index) => {
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw fault(
      "engagement/not-a-number",
      `Answer ${index + 1} is not a number, so it has no part in a mean.`,
      "Give numbers, or ask for the share of each option.",
      { row: index + 1, column: "value" },
    );
  });
  const mean =
    total(answered.map(({ count, weight }, i) => count * weight * (values[i] as number))) /
    weightedBase;
  const spread =
    total(
      answered.map(({ count, weight }, i) => count * weight * ((values[i] as number) - mean) ** 2),
    ) / weightedBase;
  const size = summary.base / summary.designEffect;
  if (!random || size <= 1) return { option: null, count: summary.base, value: mean, margin: null };
  const correction =
    population === undefined || population <= summary.base
      ? 1
      : (population - summary.base) / (population - 1);
  const half = standardErrors * Math.sqrt((spread / (size - 1)) * correction);
  const margin = { points: half, low: mean - half, high: mean + half, method: "normal" };
  return { option: null, count: summary.base, value: mean, margin };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
