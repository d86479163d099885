import { type Finding, type Kind, type Reference, referenceTo } from "@moothall/core";
import type { Progress } from "../progress/progress.ts";
import { targetProgress } from "../progress/target-progress.ts";
import type { Initiative } from "../resources/initiative.ts";

export const objectiveRules = {
  "assurance/objective-without-work":
    "No initiative, award, contract or meeting serves an objective of a plan in force.",
  "assurance/records-without-objective":
    "Awards or contracts serve no objective, neither themselves nor through an initiative.",
  "assurance/target-past-due": "A target was due before today and is not reached.",
} as const;

/** Objectives that nothing serves; engagement about one does not carry it out. */
export const checkObjectives = (plans: readonly Progress[]): Finding[] =>
  plans.flatMap(({ title, lines }) =>
    lines.flatMap(({ objective, number, serving }) =>
      objective !== null &&
      [serving.initiatives, serving.money, serving.contracts, serving.meetings].every(
        (each) => each.length === 0,
      )
        ? [
            {
              rule: "assurance/objective-without-work",
              about: objective,
              severity: "warning" as const,
              message: `No initiative, award, contract or meeting that is recorded serves objective ${number} of '${title}'.`,
              evidence: { others: serving.others.length + serving.engagement.length },
              fix: "Record what serves it, or say that nothing does.",
            },
          ]
        : [],
    ),
  );

/** Targets that were missed. */
export const checkInitiatives = (initiatives: readonly Initiative[], today: string): Finding[] =>
  initiatives.flatMap((each) => {
    const about = referenceTo("assurance/initiative", each.id);
    return [
      ...(each.targets ?? []).flatMap((target, index) =>
        target.due !== undefined &&
        target.due < today &&
        each.status !== "complete" &&
        targetProgress(target).met !== true
          ? [
              {
                rule: "assurance/target-past-due",
                about,
                severity: "note" as const,
                message: `The target '${target.measure}' was due by ${target.due}, and it is not recorded as reached.`,
                evidence: { achieved: target.achieved ?? null, target: target.target ?? null },
                at: { pointer: `/targets/${index}` },
                fix: "Record what was reached.",
              },
            ]
          : [],
      ),
    ];
  });

/** The reverse of an objective that nothing serves: money that serves none, by kind. */
export function checkUnlinked(
  kind: Kind,
  references: readonly Reference[],
  serving: ReadonlySet<Reference>,
): Finding[] {
  const loose = references.filter((each) => !serving.has(each));
  if (loose.length === 0) return [];
  return [
    {
      rule: "assurance/records-without-objective",
      about: kind,
      severity: "note",
      message: `${loose.length} of ${references.length} records of ${kind} serve no objective of a plan, neither themselves nor through an initiative or service.`,
      evidence: { "without objective": loose.length, records: references.length },
      fix: "Name the objective in the record, or refer to it from an initiative.",
    },
  ];
}
