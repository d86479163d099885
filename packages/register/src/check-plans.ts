import {
  type Finding,
  parsePeriod,
  parseReference,
  periodContains,
  referenceTo,
} from "@moothall/core";
import { checkSuccessors } from "./check-lineage.ts";
import { type Objective, objectivesOf } from "./objective.ts";
import type { Plan } from "./plan.ts";
import { holdTogether, inForce } from "./validity.ts";

/** What `checkPlans` finds. */
export const planRules = {
  "register/plan-past-review": "A plan in force was to be reviewed before today.",
  "register/plan-launched-outside": "A plan was launched after its last day.",
  "register/objective-number-twice": "Two objectives of a plan have one number on the same days.",
  "register/objective-number-missing": "The numbers of a plan's objectives leave one out.",
  "register/objective-count": "A plan has another number of objectives than it says.",
  "register/objective-outside-plan": "An objective and its plan hold on no day together.",
  "register/objective-without-plan": "An objective is of a plan that is not in the register.",
  "register/successor-circle": "Records are said to have taken each other's place.",
} as const;

/** Holds plans against their objectives and against today. */
export const checkPlans = (
  plans: readonly Plan[],
  objectives: readonly Objective[],
  today: string,
): Finding[] => [
  ...plans.flatMap((each) => checkDays(each, today)),
  ...plans.flatMap((each) => checkNumbers(each, objectivesOf(each, objectives))),
  ...objectives.flatMap((each) => checkPlanOf(each, plans)),
  ...checkSuccessors("register/plan", plans),
];

function checkDays(plan: Plan, today: string): Finding[] {
  const about = referenceTo("register/plan", plan.id);
  const findings: Finding[] = [];
  if (plan.reviewDue !== undefined && plan.reviewDue < today && inForce(plan, today)) {
    findings.push({
      rule: "register/plan-past-review",
      about,
      severity: "warning",
      message: `'${plan.title}' was to be reviewed by ${plan.reviewDue} and is still in force.`,
      evidence: { due: plan.reviewDue, today },
      at: { pointer: "/reviewDue" },
      fix: "Review the plan and record the next day of review, or say when it ended.",
    });
  }
  if (plan.launched !== undefined && plan.validTo !== undefined) {
    const launched = parsePeriod(plan.launched);
    if (launched.start > plan.validTo && !periodContains(launched, plan.validTo)) {
      findings.push({
        rule: "register/plan-launched-outside",
        about,
        severity: "error",
        message: `'${plan.title}' is said to have been launched in ${plan.launched}, after its last day ${plan.validTo}.`,
        evidence: { launched: plan.launched, "valid to": plan.validTo },
        at: { pointer: "/launched" },
        fix: "Correct the launch or the last day.",
      });
    }
  }
  return findings;
}

function checkNumbers(plan: Plan, objectives: readonly Objective[]): Finding[] {
  const about = referenceTo("register/plan", plan.id);
  if (objectives.length === 0) return [];
  const numbers = new Set(objectives.map((each) => each.number));
  const findings: Finding[] = objectives.flatMap((each, index) => {
    const twin = objectives
      .slice(0, index)
      .find((other) => other.number === each.number && holdTogether(other, each));
    return twin === undefined
      ? []
      : [
          {
            rule: "register/objective-number-twice",
            about: referenceTo("register/objective", each.id),
            severity: "error" as const,
            message: `'${plan.title}' has two objectives numbered ${each.number} on the same days.`,
            evidence: { number: each.number, other: referenceTo("register/objective", twin.id) },
            at: { pointer: "/number" },
            fix: "Correct the number of one of them.",
          },
        ];
  });
  const most = Math.max(...numbers);
  const missing = Array.from({ length: most }, (_, index) => index + 1).filter(
    (number) => !numbers.has(number),
  );
  if (missing.length > 0) {
    findings.push({
      rule: "register/objective-number-missing",
      about,
      severity: "warning",
      message: `The objectives of '${plan.title}' run to ${most}, but there is none numbered ${missing.join(", ")}.`,
      evidence: { missing: missing.join(", "), highest: most },
      fix: "Record the missing objective, or correct the numbers.",
    });
  }
  if (plan.objectiveCount !== undefined && plan.objectiveCount !== most) {
    findings.push({
      rule: "register/objective-count",
      about,
      severity: "warning",
      message: `'${plan.title}' says that it has ${plan.objectiveCount} objectives; those recorded run to ${most}.`,
      evidence: { said: plan.objectiveCount, highest: most },
      at: { pointer: "/objectiveCount" },
      fix: "Record the missing objectives, or correct the number.",
    });
  }
  return findings;
}

function checkPlanOf(objective: Objective, plans: readonly Plan[]): Finding[] {
  const plan = plans.find((each) => each.id === parseReference(objective.plan).id);
  const about = referenceTo("register/objective", objective.id);
  if (plan === undefined) {
    return [
      {
        rule: "register/objective-without-plan",
        about,
        severity: "error",
        message: `Objective ${objective.number} is of '${objective.plan}', which is not in the register.`,
        evidence: { plan: objective.plan },
        at: { pointer: "/plan" },
        fix: "Record the plan, or correct the reference.",
      },
    ];
  }
  if (holdTogether(objective, plan)) return [];
  return [
    {
      rule: "register/objective-outside-plan",
      about,
      severity: "error",
      message: `Objective ${objective.number} and '${plan.title}' hold on no day together.`,
      evidence: { from: objective.validFrom ?? null, to: objective.validTo ?? null },
      fix: "Correct the days.",
    },
  ];
}
