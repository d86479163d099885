import type { Finding } from "@moothall/core";
import type { Target } from "../resources/target.ts";

export const targetRules = {
  "safeguarding/standard-step-differs":
    "What was reached is given for a number of days that no step of the standard names.",
} as const;

/** What was reached of a stepped standard against its steps. */
export function checkTarget({ id, steps, achieved = [] }: Target): Finding[] {
  if (steps === undefined) return [];
  const days = steps.map(({ within }) => within);
  return achieved.flatMap(({ within, percent }, index): Finding[] =>
    days.includes(within)
      ? []
      : [
          {
            rule: "safeguarding/standard-step-differs",
            about: `safeguarding/target/${id}`,
            severity: "warning",
            message: `${percent ?? "Not known how many"} per cent is given within ${within} days; the standard has steps of ${days.join(", ")} days.`,
            evidence: { within, steps: days.join(", ") },
            at: { pointer: `/achieved/${index}/within` },
            fix: "Find out for which step the figure is, and correct the paper.",
          },
        ],
  );
}
