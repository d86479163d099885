import { decimal, exact } from "@moothall/core";
import * as z from "zod";

/** One step of a standard: at least so many per cent within so many days. */
export const standardStep = () =>
  z.strictObject({
    percent: decimal(),
    /** Calendar days. */
    within: z.int().positive(),
  });

export type StandardStep = z.output<ReturnType<typeof standardStep>>;

export interface JudgedStep extends StandardStep {
  /** Per cent reached; null where not known. */
  readonly achieved: string | null;
  readonly judgement: "met" | "missed" | null;
}

/**
 * A stepped standard (85 % in 14 days, 90 % in 18 …) against what was reached within each number of
 * days. A figure for another number of days (74 % in 15) says nothing of a step, save that fewer
 * days cannot have been better: short of a step within more days is short of it within fewer.
 */
export function judgeStandard(
  steps: readonly StandardStep[],
  achieved: readonly { readonly within: number; readonly percent: string | null }[],
): JudgedStep[] {
  return steps.map((step) => {
    const same = achieved.find(({ within }) => within === step.within);
    if (same !== undefined && same.percent !== null) {
      const met = exact(same.percent).compare(exact(step.percent)) >= 0;
      return { ...step, achieved: same.percent, judgement: met ? "met" : "missed" };
    }
    const later = achieved.some(
      ({ within, percent }) =>
        within > step.within && percent !== null && exact(percent).compare(exact(step.percent)) < 0,
    );
    const sooner = achieved.some(
      ({ within, percent }) =>
        within < step.within &&
        percent !== null &&
        exact(percent).compare(exact(step.percent)) >= 0,
    );
    return { ...step, achieved: null, judgement: later ? "missed" : sooner ? "met" : null };
  });
}
