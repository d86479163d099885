import { type Finding, type Kind, parsePeriod, type Reference, referenceTo } from "@moothall/core";
import type { Audit } from "../resources/audit.ts";
import type { Partnership } from "../resources/partnership.ts";
import type { Review } from "../resources/review.ts";
import type { ServiceStandard } from "../resources/service-standard.ts";
import type { Strategy } from "../resources/strategy.ts";

export const dueRules = {
  "assurance/strategy-past-review": "A strategy in force was to be reviewed before today.",
  "assurance/strategy-not-approved":
    "A strategy is in force and nobody is recorded to have approved it.",
  "assurance/review-overdue": "A review was to be published before today.",
  "assurance/audit-overdue": "An audit of a past year is not final.",
  "assurance/attendance-impossible": "A partner's attendance is told twice, and not alike.",
  "assurance/standard-missed": "A step of a service standard was not reached.",
} as const;

export interface Dueness {
  readonly strategies: readonly Strategy[];
  readonly reviews: readonly Review[];
  readonly audits: readonly Audit[];
  readonly partnerships: readonly Partnership[];
  readonly standards: readonly ServiceStandard[];
}

/** Holds strategies, reviews, audits, partnerships and standards against today and themselves. */
export const checkDue = (records: Dueness, today: string): Finding[] => [
  ...records.strategies.flatMap((each) => checkStrategy(each, today)),
  ...records.reviews.flatMap((each) => checkReview(each, today)),
  ...records.audits.flatMap((each) => checkAudit(each, today)),
  ...records.partnerships.flatMap(checkAttendance),
  ...records.standards.flatMap(checkStandard),
];

/** That an audit is not known to be final is true of the records, and may not be of the body. */
const severities: Partial<Record<keyof typeof dueRules, Finding["severity"]>> = {
  "assurance/attendance-impossible": "error",
  "assurance/audit-overdue": "note",
};

const finding = (
  rule: keyof typeof dueRules,
  about: Reference,
  message: string,
  evidence: Finding["evidence"],
  pointer: string,
  fix: string,
): Finding => ({
  rule,
  about,
  severity: severities[rule] ?? "warning",
  message,
  evidence,
  at: { pointer },
  fix,
});

const named = (kind: Kind, { id }: { readonly id: string }): Reference => referenceTo(kind, id);

/** Whether a strategy binds on the day. */
export const isInForce = ({ status, validTo }: Strategy, today: string): boolean =>
  status === "in-force" && (validTo === undefined || validTo >= today);

function checkStrategy(strategy: Strategy, today: string): Finding[] {
  if (!isInForce(strategy, today)) return [];
  const about = named("assurance/strategy", strategy);
  const { title, reviewDue, approval } = strategy;
  return [
    ...(reviewDue !== undefined && reviewDue < today
      ? [
          finding(
            "assurance/strategy-past-review",
            about,
            `'${title}' was to be reviewed by ${reviewDue} and is still in force.`,
            { due: reviewDue, today },
            "/reviewDue",
            "Review it and record the next day of review, or say when it ended.",
          ),
        ]
      : []),
    ...(approval === undefined
      ? [
          finding(
            "assurance/strategy-not-approved",
            about,
            `'${title}' is in force, and who approved it is not recorded.`,
            { status: strategy.status },
            "/approval",
            "Record who approved it, and when.",
          ),
        ]
      : []),
  ];
}

/** Whether a review should have been published and is not known to be. */
export const isReviewOverdue = (review: Review, today: string): boolean => {
  if (review.publicationDue === undefined || review.reportPublished !== undefined) return false;
  if (review.stage === "published" || review.stage === "not-held") return false;
  const { end } = parsePeriod(review.publicationDue);
  return end !== null && end < today;
};

const checkReview = (review: Review, today: string): Finding[] =>
  isReviewOverdue(review, today)
    ? [
        finding(
          "assurance/review-overdue",
          named("assurance/review", review),
          `Its report was to be published in ${review.publicationDue}, and nothing says that it was.`,
          { due: review.publicationDue ?? null, stage: review.stage, today },
          "/publicationDue",
          "Record the day of publication, or when it is now expected.",
        ),
      ]
    : [];

function checkAudit(audit: Audit, today: string): Finding[] {
  if (audit.status === "final" || audit.year === undefined) return [];
  const { end } = parsePeriod(audit.year);
  if (end === null || end >= today) return [];
  return [
    finding(
      "assurance/audit-overdue",
      named("assurance/audit", audit),
      `'${audit.title}' is of the year that ended on ${end} and is not final.`,
      { year: audit.year, status: audit.status },
      "/status",
      "Record its report, or that it was put off.",
    ),
  ];
}

function checkAttendance(partnership: Partnership): Finding[] {
  const { attendance = [] } = partnership;
  const key = (each: (typeof attendance)[number]) => `${each.member} ${each.year} ${each.of ?? ""}`;
  return attendance.flatMap((each, index) => {
    const twin = attendance.slice(0, index).find((other) => key(other) === key(each));
    const differs =
      twin !== undefined &&
      (twin.share !== each.share || twin.attended !== each.attended || twin.held !== each.held);
    return differs
      ? [
          finding(
            "assurance/attendance-impossible",
            named("assurance/partnership", partnership),
            `The attendance of ${each.member} in ${each.year} is told twice, and not alike.`,
            { one: twin.share ?? null, other: each.share ?? null },
            `/attendance/${index}`,
            "Keep the one that is right.",
          ),
        ]
      : [];
  });
}

const checkStandard = (standard: ServiceStandard): Finding[] =>
  standard.steps.flatMap((step, index) =>
    step.reached?.met === false
      ? [
          finding(
            "assurance/standard-missed",
            named("assurance/service-standard", standard),
            `Step ${step.number} of '${standard.title}' was not reached${step.reached.share === undefined ? "" : `: ${step.reached.share} % of ${step.share ?? "?"} %`}.`,
            { promised: step.share ?? null, reached: step.reached.share ?? null },
            `/steps/${index}/reached`,
            "Say what is done so that it is reached.",
          ),
        ]
      : [],
  );
