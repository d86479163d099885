import { exact, toDecimal, toExactText } from "@moothall/core";
import type { Target } from "../resources/initiative.ts";

export interface TargetProgress {
  readonly measure: string;
  readonly achieved: string | null;
  /** The target, or what was reached with what is to come; null where neither is known. */
  readonly aim: string | null;
  readonly remaining: string | null;
  /** Per cent of the way from the baseline (or nothing) to the aim, with one place. */
  readonly share: string | null;
  readonly met: boolean | null;
}

/** How far a target has come. What is not known is null, never zero. */
export function targetProgress(target: Target): TargetProgress {
  const { measure, achieved, toCome, baseline = "0" } = target;
  const aim =
    target.target ??
    (achieved !== undefined && toCome !== undefined
      ? toExactText(exact(achieved).add(exact(toCome)))
      : undefined);
  if (achieved === undefined || aim === undefined) {
    return {
      measure,
      achieved: achieved ?? null,
      aim: aim ?? null,
      remaining: null,
      share: null,
      met: null,
    };
  }
  const left = exact(aim).sub(exact(achieved));
  const way = exact(aim).sub(exact(baseline));
  return {
    measure,
    achieved,
    aim,
    remaining: left.compare(0n) > 0 ? toExactText(left) : "0",
    share:
      way.compare(0n) === 0
        ? null
        : toDecimal(exact(achieved).sub(exact(baseline)).div(way).mul(100n), 1),
    met: left.compare(0n) <= 0,
  };
}
