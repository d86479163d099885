import { type Finding, type Reference, referenceTo } from "@moothall/core";
import type { ActionPlan, ActionPlanLine } from "../resources/action-plan.ts";
import type { Rating } from "../resources/terms.ts";

export const actionPlanRules = {
  "assurance/plan-past-review": "A plan in force was to be reviewed before today.",
  "assurance/line-twice": "Two lines of an action plan say one thing.",
  "assurance/line-rated-differently":
    "Two lines of an action plan say one thing and are rated differently.",
  "assurance/line-unrated": "A line has no rating in a plan whose other lines have one.",
  "assurance/line-overdue": "A line was due before today and is not complete.",
  "assurance/plan-version-unchanged":
    "An action plan has a place for a new version, and no line of it was changed.",
  "assurance/unknown-plan-version": "A line is rated in a version that its plan does not name.",
} as const;

/** Holds action plans against their lines, and the lines against each other and against today. */
export function checkActionPlans(
  plans: readonly ActionPlan[],
  lines: readonly ActionPlanLine[],
  today: string,
): Finding[] {
  return plans.flatMap((plan) => {
    const reference = referenceTo("assurance/action-plan", plan.id);
    const own = lines
      .filter((each) => each.plan === reference)
      .toSorted((left, right) => left.number - right.number);
    return [
      ...pastReview(plan, today),
      ...checkSameLines(own.map(planLine)),
      ...unrated(plan, own),
      ...overdue(own, today),
      ...versions(plan, own),
    ];
  });
}

function pastReview(plan: ActionPlan, today: string): Finding[] {
  const { reviewDue, validTo, title } = plan;
  if (reviewDue === undefined || reviewDue >= today) return [];
  if (validTo !== undefined && validTo < today) return [];
  return [
    {
      rule: "assurance/plan-past-review",
      about: referenceTo("assurance/action-plan", plan.id),
      severity: "warning",
      message: `'${title}' was to be reviewed by ${reviewDue} and is still in force.`,
      evidence: { due: reviewDue, today },
      at: { pointer: "/reviewDue" },
      fix: "Review it and record the next day of review, or say when it ended.",
    },
  ];
}

/** Words that make no difference to what is to be done. */
const littleWords = new Set(
  "a an and are as at be by for from has have in is it its of on or s so that the their this to which with".split(
    " ",
  ),
);

/** What a line says, without case, punctuation, order of words and little words. */
function gist(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => !littleWords.has(word)))].sort().join(" ");
}

const ratingOf = ({ rating, ratings = [] }: ActionPlanLine) => rating ?? ratings.at(-1)?.rating;

/** A line of an action plan, of whatever domain. */
export interface PlanLine {
  readonly reference: Reference;
  readonly number: number;
  readonly heading?: string | undefined;
  readonly action: string;
  /** The rating now; undefined where it has none. */
  readonly rating?: Rating | undefined;
}

const planLine = (line: ActionPlanLine): PlanLine => ({
  reference: referenceTo("assurance/action-plan-line", line.id),
  number: line.number,
  heading: line.heading,
  action: line.action,
  rating: ratingOf(line),
});

/** Finds lines of one plan that say one thing, and whether they are rated alike. */
export function checkSameLines(lines: readonly PlanLine[]): Finding[] {
  const first = new Map<string, PlanLine>();
  return lines.flatMap((line) => {
    const said = gist(line.action);
    const twin = first.get(said);
    if (twin === undefined) {
      first.set(said, line);
      return [];
    }
    const differ =
      twin.rating !== undefined && line.rating !== undefined && twin.rating !== line.rating;
    const place = line.heading === twin.heading ? "" : ` under '${twin.heading ?? "no heading"}'`;
    return [
      {
        rule: differ ? "assurance/line-rated-differently" : "assurance/line-twice",
        about: line.reference,
        severity: differ ? ("error" as const) : ("warning" as const),
        message: differ
          ? `Line ${line.number} says what line ${twin.number} says; the one is rated ${line.rating}, the other ${twin.rating}.`
          : `Line ${line.number} says what line ${twin.number} says${place}.`,
        evidence: {
          other: twin.reference,
          rating: line.rating ?? null,
          "rating of the other": twin.rating ?? null,
        },
        fix: differ ? "Rate them alike, or say how they differ." : "Keep one, and refer to it.",
      },
    ];
  });
}

function unrated(plan: ActionPlan, lines: readonly ActionPlanLine[]): Finding[] {
  const missing = lines.filter((each) => ratingOf(each) === undefined);
  if (missing.length === 0 || missing.length === lines.length) return [];
  return [
    {
      rule: "assurance/line-unrated",
      about: referenceTo("assurance/action-plan", plan.id),
      severity: "warning",
      message: `${missing.length} of ${lines.length} lines have no rating: ${missing.map(({ number }) => number).join(", ")}.`,
      evidence: { unrated: missing.length, lines: lines.length },
      fix: "Rate them, or say why they are not.",
    },
  ];
}

const overdue = (lines: readonly ActionPlanLine[], today: string): Finding[] =>
  lines
    .filter((each) => each.due !== undefined && each.due < today && ratingOf(each) !== "complete")
    .map((each) => ({
      rule: "assurance/line-overdue",
      about: referenceTo("assurance/action-plan-line", each.id),
      severity: "warning" as const,
      message: `Line ${each.number} was due by ${each.due} and is not complete.`,
      evidence: { due: each.due ?? null, today },
      at: { pointer: "/due" },
      fix: "Rate it complete, or record when it will be.",
    }));

function versions(plan: ActionPlan, lines: readonly ActionPlanLine[]): Finding[] {
  const about = referenceTo("assurance/action-plan", plan.id);
  const { versions: named = [] } = plan;
  const known = new Set(named.map(({ id }) => id));
  const unknown = lines.filter(({ ratings = [] }) =>
    ratings.some(({ version }) => !known.has(version)),
  );
  const empty = named
    .slice(1)
    .filter(
      ({ id }) => !lines.some(({ ratings = [] }) => ratings.some((each) => each.version === id)),
    );
  return [
    ...unknown.map((each) => ({
      rule: "assurance/unknown-plan-version",
      about: referenceTo("assurance/action-plan-line", each.id),
      severity: "error" as const,
      message: `Line ${each.number} is rated in a version that its plan does not name.`,
      evidence: { known: [...known].join(", ") },
      at: { pointer: "/ratings" },
      fix: "Correct the version, or name it in the plan.",
    })),
    ...(empty.length === 0 || lines.length === 0
      ? []
      : [
          {
            rule: "assurance/plan-version-unchanged",
            about,
            severity: "warning" as const,
            message: `'${plan.title}' has a place for ${empty.length === 1 ? "version" : "versions"} ${empty.map(({ id }) => id).join(", ")}, and no line says that anything changed.`,
            evidence: { versions: named.length, unchanged: empty.length },
            at: { pointer: "/versions" },
            fix: "Record what changed in each version, or that the lines were looked at and stand.",
          },
        ]),
  ];
}
