import { type Finding, formatDate } from "@moothall/core";
import { isOverdue } from "../reports/you-said-we-did.ts";
import type { Matter } from "../resources/matter.ts";

export const matterRules = {
  "engagement/matter-overdue": "A matter has no answer, and its time is over.",
} as const;

export const checkMatters = (matters: readonly Matter[], today: string): Finding[] =>
  matters
    .filter((matter) => isOverdue(matter, today))
    .map(({ id, due, raised }) => ({
      rule: "engagement/matter-overdue",
      about: `engagement/matter/${id}`,
      severity: "warning",
      message: `It was raised on ${formatDate(raised)}, an answer was due on ${formatDate(due as string)}, and there is none.`,
      evidence: { raised, due: due as string },
      at: { pointer: "/answer" },
      fix: "Answer it, or agree another day with whoever raised it.",
    }));
