import { type Finding, formatPeriod, parsePeriod, referenceTo } from "@moothall/core";
import type { Recommendation } from "../resources/recommendation.ts";

export const recommendationRules = {
  "assurance/recommendation-overdue": "An open recommendation was due before today.",
  "assurance/rejected-without-reason": "A recommendation was not agreed and no reason is told.",
  "assurance/rejected-without-follow-up":
    "A recommendation was not agreed and was not looked at again.",
  "assurance/implemented-before-made": "A recommendation was carried out before it was made.",
} as const;

/** Whether it is still to be carried out. */
export const isOpen = ({ status }: Recommendation): boolean => status === "open";

export const isOverdue = (each: Recommendation, today: string): boolean =>
  isOpen(each) && each.due !== undefined && each.due < today;

/** Whether nothing, or not all of it, was agreed. */
export const isRejected = ({ agreed, status }: Recommendation): boolean =>
  agreed === "no" || status === "rejected";

/** Holds recommendations against today and against what was answered. */
export const checkRecommendations = (
  recommendations: readonly Recommendation[],
  today: string,
): Finding[] => recommendations.flatMap((each) => checkOne(each, today));

function checkOne(each: Recommendation, today: string): Finding[] {
  const about = referenceTo("assurance/recommendation", each.id);
  const what = each.covers > 1 ? `The ${each.covers} recommendations` : "The recommendation";
  const were = each.covers > 1 ? "were" : "was";
  const findings: Finding[] = [];
  if (isOverdue(each, today)) {
    findings.push({
      rule: "assurance/recommendation-overdue",
      about,
      severity: "warning",
      message: `${what} ${were} due by ${each.due} and ${each.covers > 1 ? "are" : "is"} still open.`,
      evidence: { due: each.due ?? null, today },
      at: { pointer: "/due" },
      fix: "Record that it was carried out, or when it will be.",
    });
  }
  if (isRejected(each)) {
    if (each.reason === undefined) {
      findings.push({
        rule: "assurance/rejected-without-reason",
        about,
        severity: "warning",
        message: `${what} ${were} not agreed, and why is not told.`,
        evidence: { agreed: each.agreed ?? null },
        at: { pointer: "/reason" },
        fix: "Record the reason that was given.",
      });
    }
    if (each.followedUp === undefined) {
      const again =
        each.reauditYear === undefined
          ? "no audit of it is planned again"
          : `it is not audited again until ${formatPeriod(each.reauditYear)}`;
      findings.push({
        rule: "assurance/rejected-without-follow-up",
        about,
        severity: "warning",
        message: `${what} ${were} not agreed, what came of it was not looked at, and ${again}.`,
        evidence: {
          made: each.made ?? null,
          again: each.reauditYear === undefined ? null : parsePeriod(each.reauditYear).start,
        },
        at: { pointer: "/followedUp" },
        fix: "Look at what was done instead and record the day, or bring the audit forward.",
      });
    }
  }
  if (each.implemented !== undefined && each.made !== undefined && each.implemented < each.made) {
    findings.push({
      rule: "assurance/implemented-before-made",
      about,
      severity: "error",
      message: `${what} ${were} carried out on ${each.implemented}, before ${each.made}, when made.`,
      evidence: { made: each.made, implemented: each.implemented },
      at: { pointer: "/implemented" },
      fix: "Correct one of the days.",
    });
  }
  return findings;
}
