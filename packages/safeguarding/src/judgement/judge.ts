import { decimal, exact } from "@moothall/core";
import * as z from "zod";
import { badness, type Polarity, polarity, requirePolarity } from "./polarity.ts";

export const target = () =>
  z.strictObject({
    value: decimal(),
    /** How far short is still within tolerance, in the indicator's unit. */
    tolerance: decimal().optional(),
  });

export const judgeInput = () =>
  z.strictObject({
    polarity: polarity().optional(),
    value: decimal().nullable(),
    /** The figure before, of a period that can be compared. */
    before: decimal().nullable().optional(),
    /** A change of no more than this, in the indicator's unit, is no movement. */
    stableWithin: decimal().default("0"),
    target: target().optional(),
    /** The value to compare with and the interval of one's own. */
    benchmark: z
      .strictObject({ value: z.number(), lower: z.number(), upper: z.number() })
      .optional(),
    /** The limits of the control chart's last segment. */
    limits: z.strictObject({ lower: z.number(), upper: z.number() }).optional(),
  });

export type JudgeInput = z.input<ReturnType<typeof judgeInput>>;

export const judgement = () =>
  z.strictObject({
    /** How it moves, and whether that is good: two things, told apart. */
    movement: z
      .strictObject({
        direction: z.enum(["increasing", "decreasing", "stable"]),
        judgement: z.enum(["getting-better", "getting-worse", "no-judgement", "stable"]),
      })
      .nullable(),
    target: z.enum(["met", "within-tolerance", "missed"]).nullable(),
    /** Whether the process as it runs will meet the target. */
    assurance: z.enum(["consistently-passes", "consistently-fails", "inconsistent"]).nullable(),
    benchmark: z.enum(["better", "worse", "similar", "higher", "lower"]).nullable(),
  });

export type Judgement = z.output<ReturnType<typeof judgement>>;

/**
 * Judges a figure in three vocabularies that are kept apart: its movement, its target, and what the
 * control chart promises; and against a benchmark. What cannot be said is null. Whether an action is
 * on track (green, amber, red) is a person's judgement and not made here.
 *
 * @throws MoothallError `safeguarding/polarity-missing`
 */
export function judge(input: JudgeInput): Judgement {
  const direction = requirePolarity(input.polarity);
  return {
    movement: movementOf(input, direction),
    target: input.target === undefined ? null : targetOf(input, direction),
    assurance: assuranceOf(input, direction),
    benchmark: benchmarkOf(input, direction),
  };
}

function movementOf(input: JudgeInput, polarity: Polarity): Judgement["movement"] {
  const { value, before } = input;
  if (value === null || before === null || before === undefined) return null;
  const change = exact(value).sub(exact(before));
  if (change.abs().compare(exact(input.stableWithin ?? "0")) <= 0)
    return { direction: "stable", judgement: "stable" };
  const moved = change.compare(0) > 0 ? "increasing" : "decreasing";
  const sign = badness(polarity, before)?.compare(badness(polarity, value) ?? 0);
  return {
    direction: moved,
    judgement:
      sign === undefined
        ? "no-judgement"
        : sign > 0
          ? "getting-better"
          : sign < 0
            ? "getting-worse"
            : "no-judgement",
  };
}

/** With a band the target is the band itself; without polarity there is nothing to meet. */
function targetOf({ value, target }: JudgeInput, polarity: Polarity): Judgement["target"] {
  if (value === null || target === undefined) return null;
  const short =
    polarity.direction === "band"
      ? badness(polarity, value)
      : badness(polarity, value)?.sub(badness(polarity, target.value) ?? 0);
  if (short === undefined) return null;
  if (short.compare(0) <= 0) return "met";
  return target.tolerance !== undefined && short.compare(exact(target.tolerance)) <= 0
    ? "within-tolerance"
    : "missed";
}

function assuranceOf({ target, limits }: JudgeInput, polarity: Polarity): Judgement["assurance"] {
  if (limits === undefined) return null;
  if (polarity.direction === "band") {
    const [lowest, highest] = [Number(polarity.lowest), Number(polarity.highest)];
    if (limits.lower >= lowest && limits.upper <= highest) return "consistently-passes";
    return limits.upper < lowest || limits.lower > highest ? "consistently-fails" : "inconsistent";
  }
  if (target === undefined || polarity.direction === "none") return null;
  const goal = Number(target.value);
  const [worst, best] =
    polarity.direction === "high"
      ? [limits.lower - goal, limits.upper - goal]
      : [goal - limits.upper, goal - limits.lower];
  if (worst >= 0) return "consistently-passes";
  return best < 0 ? "consistently-fails" : "inconsistent";
}

function benchmarkOf({ benchmark }: JudgeInput, { direction }: Polarity): Judgement["benchmark"] {
  if (benchmark === undefined) return null;
  const above = benchmark.lower > benchmark.value;
  const below = benchmark.upper < benchmark.value;
  if (!above && !below) return "similar";
  if (direction === "high") return above ? "better" : "worse";
  if (direction === "low") return below ? "better" : "worse";
  return above ? "higher" : "lower";
}
