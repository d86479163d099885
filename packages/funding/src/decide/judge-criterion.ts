import { exact, formatPeriod, parseReference, toExactText } from "@moothall/core";
import { compareAmounts, total } from "../amount.ts";
import type { Application } from "../resources/application.ts";
import type { Criterion } from "../resources/criterion.ts";
import { scoreOf } from "./score-of.ts";

/** Whether a criterion is met, why, and on what evidence; null where that is not known. */
export interface Judgement {
  readonly passes: boolean | null;
  readonly message: string;
  readonly evidence: Record<string, string>;
}

const unknown = (message: string): Judgement => ({ passes: null, message, evidence: {} });

/** Judges one criterion. `year` is the round's, for an application that names no years of its own. */
export function judge(criterion: Criterion, application: Application, year: string): Judgement {
  const years = application.years?.map((each) => each.year) ?? [year];
  switch (criterion.rule) {
    case "share-at-most":
      return judgeShare(criterion, application);
    case "excludes":
      return judgeExclusion(criterion.category, application);
    case "objectives-at-least":
      return judgeObjectives(criterion, application);
    case "joint-projects-at-least":
      return eachYear(
        years,
        `at least ${criterion.count} joint project(s)`,
        (one) =>
          (application.jointProjects ?? []).filter((each) => each.year === one).length >=
          criterion.count,
      );
    case "activity-plan":
      return eachYear(years, "an approved activity plan", (one) =>
        (application.activityPlans ?? []).some(
          (each) => each.year === one && each.approved !== undefined,
        ),
      );
    case "amount-between":
      return judgeAmount(criterion, application);
    case "match-at-least":
      return judgeMatch(criterion, application);
    case "applicant-is": {
      const { kind } = application.applicant;
      if (kind === undefined) return unknown("It is not recorded what kind of applicant it is.");
      const passes = criterion.kinds.includes(kind);
      return {
        passes,
        message: `The applicant is of the kind '${kind}', which ${passes ? "may" : "may not"} apply.`,
        evidence: { kind, may: criterion.kinds.join(", ") },
      };
    }
    case "score-at-least":
      return judgeScore(criterion.score, application);
    case "answered": {
      const answer = application.answers?.[criterion.question];
      const passes = answer !== undefined && answer.trim() !== "";
      return {
        passes,
        message: passes
          ? `'${criterion.question}' is answered.`
          : `'${criterion.question}' is not answered.`,
        evidence: {},
      };
    }
    case "due-diligence":
      return judgeDueDiligence(criterion.check, application);
  }
}

function judgeShare(
  criterion: Extract<Criterion, { rule: "share-at-most" }>,
  application: Application,
): Judgement {
  const { lines } = application;
  if (lines === undefined || lines.length === 0) {
    return unknown("It is not recorded what the money is to be spent on.");
  }
  const spent = total(
    lines.filter((each) => each.category === criterion.category).map((each) => each.amount),
  );
  const most = exact(application.asked).mul(exact(criterion.share));
  const passes = exact(spent).compare(most) <= 0;
  return {
    passes,
    message: `£${spent} of £${application.asked} is for ${criterion.category}; at most £${toExactText(most)} may be.`,
    evidence: { [criterion.category]: spent, asked: application.asked, share: criterion.share },
  };
}

function judgeExclusion(category: string, application: Application): Judgement {
  if (application.lines === undefined) {
    return unknown("It is not recorded what the money is to be spent on.");
  }
  const lines = application.lines.filter((each) => each.category === category);
  return lines.length === 0
    ? { passes: true, message: `Nothing is asked for ${category}.`, evidence: {} }
    : {
        passes: false,
        message: `£${total(lines.map((each) => each.amount))} is asked for ${category}, which is excluded.`,
        evidence: { lines: lines.map((each) => each.title).join("; ") },
      };
}

function judgeObjectives(
  criterion: Extract<Criterion, { rule: "objectives-at-least" }>,
  application: Application,
): Judgement {
  const plan = criterion.plan === undefined ? undefined : parseReference(criterion.plan).id;
  const objectives = (application.objectives ?? []).filter(
    (each) => plan === undefined || parseReference(each).id.startsWith(`${plan}.`),
  );
  return {
    passes: new Set(objectives).size >= criterion.count,
    message: `It names ${new Set(objectives).size} objective(s); ${criterion.count} or more are wanted.`,
    evidence: { objectives: objectives.join(", ") || "none" },
  };
}

function eachYear(
  years: readonly string[],
  what: string,
  holds: (year: string) => boolean,
): Judgement {
  const without = years.filter((year) => !holds(year));
  return without.length === 0
    ? { passes: true, message: `Every year has ${what}.`, evidence: { years: years.join(", ") } }
    : {
        passes: false,
        message: `There is not ${what} for ${without.map(formatPeriod).join(", ")}.`,
        evidence: { without: without.join(", ") },
      };
}

function judgeAmount(
  { minimum, maximum }: Extract<Criterion, { rule: "amount-between" }>,
  { asked }: Application,
): Judgement {
  const passes =
    (minimum === undefined || compareAmounts(asked, minimum) >= 0) &&
    (maximum === undefined || compareAmounts(asked, maximum) <= 0);
  return {
    passes,
    message: `£${asked} is ${passes ? "within" : "outside"} £${minimum ?? "0"} to ${maximum === undefined ? "any amount" : `£${maximum}`}.`,
    evidence: { asked },
  };
}

function judgeMatch(
  criterion: Extract<Criterion, { rule: "match-at-least" }>,
  application: Application,
): Judgement {
  if (application.match === undefined)
    return unknown("It is not recorded whether there is match funding.");
  const counted = application.match.filter(
    (each) => !criterion.securedOnly || each.status === "secured",
  );
  const matched = total(counted.map((each) => each.amount));
  const wanted = exact(application.asked).mul(exact(criterion.share));
  return {
    passes: exact(matched).compare(wanted) >= 0,
    message: `£${matched} of match funding ${criterion.securedOnly ? "is secured" : "is secured or pledged"}; £${toExactText(wanted)} is wanted.`,
    evidence: { match: matched, asked: application.asked },
  };
}

function judgeScore(least: string, application: Application): Judgement {
  const score = scoreOf(application);
  if (score === undefined) return unknown("It has not been scored.");
  return {
    passes: score.compare(exact(least)) >= 0,
    message: `It scores ${toExactText(score)}; ${least} is the least.`,
    evidence: { score: toExactText(score) },
  };
}

function judgeDueDiligence(check: string, application: Application): Judgement {
  const done = (application.dueDiligence ?? []).find((each) => each.check === check);
  if (done === undefined || done.result === "open")
    return unknown(`The check '${check}' has not been done.`);
  return {
    passes: done.result === "passed",
    message: `The check '${check}' was ${done.result}.`,
    evidence: { result: done.result, ...(done.done !== undefined && { done: done.done }) },
  };
}
