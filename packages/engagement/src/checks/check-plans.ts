import { type Finding, formatDate } from "@moothall/core";
import type { Plan } from "../resources/plan.ts";

export const planRules = {
  "engagement/review-overdue": "The review of an engagement plan is past its day.",
  "engagement/plan-names-unknown":
    "A method of a plan names an audience or aim that it does not have.",
} as const;

export const checkPlans = (plans: readonly Plan[], today: string): Finding[] =>
  plans.flatMap((plan): Finding[] => {
    const about = `engagement/plan/${plan.id}`;
    const audiences = new Set((plan.audiences ?? []).map(({ id }) => id));
    const aims = new Set((plan.aims ?? []).map(({ id }) => id));
    const findings = (plan.methods ?? []).flatMap((method, index): Finding[] => {
      const strange = [
        ...method.audiences.filter((id) => !audiences.has(id)),
        ...(method.aims ?? []).filter((id) => !aims.has(id)),
      ];
      if (strange.length === 0) return [];
      return [
        {
          rule: "engagement/plan-names-unknown",
          about,
          severity: "error",
          message: `Method '${method.id}' names ${strange.join(", ")}, which the plan does not have.`,
          evidence: { method: method.id },
          at: { pointer: `/methods/${index}` },
          fix: "Add the audience or aim, or correct the name.",
        },
      ];
    });
    if (plan.status === "adopted" && plan.reviewDue !== undefined && plan.reviewDue < today) {
      findings.push({
        rule: "engagement/review-overdue",
        about,
        severity: "warning",
        message: `Its review was due on ${formatDate(plan.reviewDue)}.`,
        evidence: { reviewDue: plan.reviewDue },
        at: { pointer: "/reviewDue" },
        fix: "Review it, and record the review and the day of the next.",
      });
    }
    return findings;
  });
