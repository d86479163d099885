import { parseInput } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";
import { designs, standardErrors } from "./margin-of-error.ts";

export const wave = () =>
  z.strictObject({
    /** Such as `2021-22`. */
    wave: z.string().min(1),
    /** The question, and the version of its wording that was asked. */
    question: z.string().min(1),
    version: z.int().positive(),
    design: z.enum(designs),
    /** The share that answered so, 0 to 1. */
    share: z.number(),
    /** Respondents, or the effective size where they are weighted. */
    effectiveSize: z.number(),
  });

export const trendInput = () =>
  z
    .strictObject({ waves: z.array(wave()).describe("Waves of one question, oldest first") })
    .meta({ description: "The same question in several waves" });

export type TrendInput = z.input<ReturnType<typeof trendInput>>;

export const trendOutput = () =>
  z.strictObject({
    question: z.string(),
    version: z.int(),
    steps: z.array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        /** In percentage points. */
        difference: z.number(),
        /** Of two proportions; null where a wave is no random sample. */
        z: z.number().nullable(),
        low: z.number().nullable().describe("Lower bound of the difference, points, 95 %"),
        high: z.number().nullable(),
        direction: z.enum(["rose", "fell", "no clear change", "not tested"]),
        words: z.string(),
      }),
    ),
  });

export type Trend = z.output<ReturnType<typeof trendOutput>>;
type Wave = z.output<ReturnType<typeof wave>>;

/**
 * What changed from each wave to the next, tested as a difference of two proportions and said in
 * plain words. Another wording is another question: it is refused, not compared.
 *
 * @throws MoothallError `engagement/question-changed`, `engagement/too-few-waves`,
 * `engagement/bad-share`, `engagement/bad-size`
 */
export function trend(input: TrendInput): Trend {
  const { waves } = parseInput(trendInput(), input, "trend");
  const [first] = waves;
  if (first === undefined || waves.length < 2) {
    throw fault(
      "engagement/too-few-waves",
      "A trend needs two waves at least.",
      "Give the waves of one question, oldest first.",
      { pointer: "/waves" },
    );
  }
  for (const [index, each] of waves.entries()) requireComparable(first, each, index);
  return {
    question: first.question,
    version: first.version,
    steps: waves.slice(1).map((later, index) => stepOf(waves[index] as Wave, later)),
  };
}

function requireComparable(first: Wave, each: Wave, index: number): void {
  const at = (field: string) => ({ row: index + 1, pointer: `/waves/${index}/${field}` });
  if (each.question !== first.question || each.version !== first.version) {
    throw fault(
      "engagement/question-changed",
      `Wave '${each.wave}' asked another question, or the same in other words, than '${first.wave}'.`,
      "Compare only waves that asked in the same words; begin a new series with the new wording.",
      at("version"),
    );
  }
  if (!(each.share >= 0 && each.share <= 1)) {
    throw fault(
      "engagement/bad-share",
      `The share of wave '${each.wave}' is not between 0 and 1.`,
      "Write 50 % as 0.5.",
      at("share"),
    );
  }
  if (!(each.effectiveSize > 0 && Number.isFinite(each.effectiveSize))) {
    throw fault(
      "engagement/bad-size",
      `The size of wave '${each.wave}' is not above zero.`,
      "Give the respondents, or their effective size where they are weighted.",
      at("effectiveSize"),
    );
  }
}

function stepOf(before: Wave, after: Wave): Trend["steps"][number] {
  const difference = 100 * (after.share - before.share);
  const common = { from: before.wave, to: after.wave, difference };
  const percents = `from ${percent(before.share)} to ${percent(after.share)}`;
  if (before.design !== "random-sample" || after.design !== "random-sample") {
    return {
      ...common,
      z: null,
      low: null,
      high: null,
      direction: "not tested",
      words: `Of those who took part, it went ${percents}. They are no random sample that is known of, so a difference may be one of who answered; it is not tested.`,
    };
  }
  const [n, m] = [before.effectiveSize, after.effectiveSize];
  const pooled = (before.share * n + after.share * m) / (n + m);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  const score = error === 0 ? 0 : difference / 100 / error;
  const half =
    100 *
    standardErrors *
    Math.sqrt((before.share * (1 - before.share)) / n + (after.share * (1 - after.share)) / m);
  const direction =
    Math.abs(score) <= standardErrors ? "no clear change" : score > 0 ? "rose" : "fell";
  return {
    ...common,
    z: score,
    low: difference - half,
    high: difference + half,
    direction,
    words:
      direction === "no clear change"
        ? `No clear change: ${percents} is within what the sampling alone would do.`
        : `It ${direction} ${percents}: more than the sampling alone would do.`,
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
