import { type Finding, formatPeriod, referenceTo } from "@moothall/core";
import type { EqualityAssessment } from "../resources/equality-assessment.ts";
import type { ThreatAssessment } from "../resources/threat-assessment.ts";

export const assessmentRules = {
  "assurance/ranks-leave-one-out": "The places of an assessment leave one out.",
  "assurance/unknown-heading":
    "A threat or a themed report stands under no heading of its assessment.",
  "assurance/heading-not-reported":
    "A heading is in no themed report of an assessment that has them.",
  "assurance/updated-without-change":
    "An assessment is said to be brought up to date, and nothing of it was changed.",
  "assurance/assessment-leaves-out":
    "An assessment leaves out threats of the assessment on which it rests.",
  "assurance/assessment-not-published": "An assessment was signed off and not published.",
  "assurance/action-without-lead": "An action of an assessment has nobody who leads it.",
} as const;

/** Holds assessments of threats against themselves and against the version before. */
export const checkThreatAssessments = (assessments: readonly ThreatAssessment[]): Finding[] =>
  assessments.flatMap((each) => [
    ...(["initialRank", "finalRank"] as const).flatMap((name) => checkRanks(each, name)),
    ...checkHeadings(each),
    ...checkUnchanged(each, assessments),
  ]);

function checkRanks(assessment: ThreatAssessment, name: "initialRank" | "finalRank"): Finding[] {
  const ranks = assessment.items
    .flatMap(({ [name]: rank }) => rank ?? [])
    .sort((left, right) => left - right);
  // Those of one place leave the next places free: 1, 2, 2, 4. Dense places, 1, 2, 2, 3, may be meant too.
  const standard = ranks.every((rank) => rank === 1 + ranks.filter((each) => each < rank).length);
  const dense = ranks.every(
    (rank) => rank === 1 + new Set(ranks.filter((each) => each < rank)).size,
  );
  if (ranks.length !== assessment.items.length || standard || dense) return [];
  return [
    {
      rule: "assurance/ranks-leave-one-out",
      about: referenceTo("assurance/threat-assessment", assessment.id),
      severity: "error",
      message: `The places of its ${ranks.length} threats do not follow each other: ${ranks.join(", ")}.`,
      evidence: { places: ranks.join(", ") },
      at: { pointer: "/items" },
      fix: "Correct the places; those of equal threats are equal.",
    },
  ];
}

function checkHeadings(assessment: ThreatAssessment): Finding[] {
  const { headings = [], items, themedReports = [] } = assessment;
  if (headings.length === 0) return [];
  const about = referenceTo("assurance/threat-assessment", assessment.id);
  const used = [
    ...items.map(({ heading }) => heading),
    ...themedReports.map(({ heading }) => heading),
  ];
  const unknown = [...new Set(used)].filter(
    (each) => each !== undefined && !headings.includes(each),
  ) as string[];
  const silent =
    themedReports.length === 0
      ? []
      : headings.filter((each) => !themedReports.some(({ heading }) => heading === each));
  return [
    ...unknown.map((heading) => ({
      rule: "assurance/unknown-heading",
      about,
      severity: "error" as const,
      message: `'${heading}' is no heading of the assessment.`,
      evidence: { heading },
      fix: `Use one of: ${headings.join(", ")}.`,
    })),
    ...silent.map((heading) => ({
      rule: "assurance/heading-not-reported",
      about,
      severity: "note" as const,
      message: `The rotation of themed reports gives no time for '${heading}'.`,
      evidence: { heading },
      at: { pointer: "/themedReports" },
      fix: "Give the heading its turn.",
    })),
  ];
}

function checkUnchanged(assessment: ThreatAssessment, all: readonly ThreatAssessment[]): Finding[] {
  const before = all.find(
    ({ id }) => referenceTo("assurance/threat-assessment", id) === assessment.supersedes,
  );
  if (before === undefined) return [];
  const told = ({ items }: ThreatAssessment) =>
    JSON.stringify(
      items
        .map(({ id, heading, initialRank, finalRank, initialScore, finalScore, lead }) => [
          id,
          heading,
          initialRank,
          finalRank,
          initialScore,
          finalScore,
          lead,
        ])
        .sort(),
    );
  return told(before) === told(assessment)
    ? [unchangedFinding("assurance/threat-assessment", assessment, assessment.assessed)]
    : [];
}

const unchangedFinding = (
  kind: "assurance/threat-assessment" | "assurance/equality-assessment",
  { id, title }: { readonly id: string; readonly title: string },
  when: string,
): Finding => ({
  rule: "assurance/updated-without-change",
  about: referenceTo(kind, id),
  severity: "warning",
  message: `'${title}' is said to be brought up to date (${formatPeriod(when)}), and nothing of it was changed.`,
  evidence: { updated: when },
  fix: "Say what was looked at and found unchanged, or bring it up to date.",
});

/** Holds equality assessments against what they rest on, what was changed and who leads. */
export function checkEqualityAssessments(
  assessments: readonly EqualityAssessment[],
  threats: readonly ThreatAssessment[],
  today: string,
): Finding[] {
  return assessments.flatMap((each) => [
    ...(each.updates ?? [])
      .filter(({ changes }) => changes.length === 0)
      .map(({ date }) => unchangedFinding("assurance/equality-assessment", each, date)),
    ...leavesOut(each, threats),
    ...notPublished(each, today),
    ...withoutLead(each),
  ]);
}

function leavesOut(
  assessment: EqualityAssessment,
  threats: readonly ThreatAssessment[],
): Finding[] {
  const { basis, covers } = assessment;
  const rests = threats.find(({ id }) => referenceTo("assurance/threat-assessment", id) === basis);
  if (rests === undefined || covers === undefined) return [];
  const said = new Set(covers.map((each) => each.toLowerCase()));
  const missing = rests.items.filter(({ threat }) => !said.has(threat.toLowerCase()));
  if (missing.length === 0) return [];
  const updated = assessment.updates?.at(-1)?.date;
  return [
    {
      rule: "assurance/assessment-leaves-out",
      about: referenceTo("assurance/equality-assessment", assessment.id),
      severity: "warning",
      message: `It looks at ${rests.items.length - missing.length} of the ${rests.items.length} threats of '${rests.title}'${updated === undefined ? "" : `, though it is said to be brought up to date (${formatPeriod(updated)})`}; it leaves out ${missing.map(({ threat }) => threat).join(", ")}.`,
      evidence: { threats: rests.items.length, "left out": missing.length },
      at: { pointer: "/covers" },
      fix: "Assess what the new threats mean for each group.",
    },
  ];
}

function notPublished(assessment: EqualityAssessment, today: string): Finding[] {
  const { signedOff, publications = [] } = assessment;
  if (signedOff === undefined || publications.some(({ date }) => date !== undefined)) return [];
  if (signedOff.date !== undefined && signedOff.date > today) return [];
  return [
    {
      rule: "assurance/assessment-not-published",
      about: referenceTo("assurance/equality-assessment", assessment.id),
      severity: "warning",
      message: "It was signed off for publication, and no day of publication is recorded.",
      evidence: { places: publications.length },
      at: { pointer: "/publications" },
      fix: "Publish it and record where and when.",
    },
  ];
}

function withoutLead(assessment: EqualityAssessment): Finding[] {
  const { actions = [] } = assessment;
  const leaderless = actions.flatMap(({ lead }, index) => (lead === undefined ? [index + 1] : []));
  if (leaderless.length === 0) return [];
  return [
    {
      rule: "assurance/action-without-lead",
      about: referenceTo("assurance/equality-assessment", assessment.id),
      severity: "warning",
      message: `${leaderless.length} of ${actions.length} actions have nobody who leads them: ${leaderless.join(", ")}.`,
      evidence: { actions: actions.length, leaderless: leaderless.length },
      at: { pointer: "/actions" },
      fix: "Name the post or body that leads each.",
    },
  ];
}
