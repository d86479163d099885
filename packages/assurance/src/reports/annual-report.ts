import {
  formatPeriod,
  parsePeriod,
  periodsOverlap,
  type ReportDocumentInput,
} from "@moothall/core";
import { isOpen, isRejected } from "../checks/check-recommendations.ts";
import type { Progress } from "../progress/progress.ts";
import type { Audit } from "../resources/audit.ts";
import type { Inspection } from "../resources/inspection.ts";
import type { Recommendation } from "../resources/recommendation.ts";
import type { Review } from "../resources/review.ts";
import type { ScrutinyReport, ScrutinyScheme } from "../resources/scrutiny.ts";
import { countCell, linkCell, periodCell, poundsCell, textCell, wordCell } from "./cells.ts";

type Blocks = ReportDocumentInput["blocks"];

export interface AnnualRecords {
  readonly plans: readonly Progress[];
  readonly inspections: readonly Inspection[];
  readonly audits: readonly Audit[];
  readonly recommendations: readonly Recommendation[];
  readonly reviews: readonly Review[];
  readonly schemes: readonly ScrutinyScheme[];
  readonly scrutiny: readonly ScrutinyReport[];
}

/**
 * The skeleton of a body's annual report on a year: its chapters with the facts that the records
 * hold, and a notice where there is none, for the author to write between them. Police and crime
 * commissioners owe one under section 12 of the Police Reform and Social Responsibility Act 2011.
 */
export function annualReport(
  bodyName: string,
  year: string,
  records: AnnualRecords,
): ReportDocumentInput {
  const inYear = (period: string | undefined) =>
    period !== undefined && periodsOverlap(parsePeriod(period), parsePeriod(year));
  const inspections = records.inspections.filter(
    ({ inspected, publishedIn }) => inYear(publishedIn) || inYear(inspected),
  );
  const audits = records.audits.filter((each) => inYear(each.year));
  const audited = new Set(audits.map(({ id }) => `assurance/audit/${id}`));
  const recommendations = records.recommendations.filter(
    ({ of, made }) => audited.has(of) || inYear(made),
  );
  const reviews = records.reviews.filter(({ asAt }) => inYear(asAt));
  const scrutiny = records.scrutiny.filter(
    ({ period, reported }) => inYear(period) || inYear(reported),
  );
  const parts = [...audits, ...recommendations, ...reviews];
  return {
    title: `Annual report of ${bodyName}, ${formatPeriod(year)}`,
    class: parts.every(({ published }) => published !== undefined) ? "public" : "restricted",
    blocks: [
      ...chapter("plan", "Progress against the plan", planTable(records.plans)),
      ...chapter("inspections", "Inspections", inspectionTable(inspections)),
      ...chapter("audits", "Audit", auditTable(audits)),
      ...chapter("recommendations", "Recommendations", recommendationFacts(recommendations)),
      ...chapter("reviews", "Statutory reviews", reviewTable(reviews)),
      ...chapter("scrutiny", "Scrutiny from outside", scrutinyTable(scrutiny, records.schemes)),
    ],
  };
}

const chapter = (id: string, text: string, content: Blocks): Blocks => [
  { type: "heading", id, text },
  ...(content.length > 0
    ? content
    : [{ type: "notice" as const, id: `${id}-none`, text: "Nothing is recorded of this year." }]),
];

const planTable = (plans: readonly Progress[]): Blocks => {
  const lines = plans.flatMap(({ title, lines: own }) => own.map((line) => ({ title, line })));
  return lines.length === 0
    ? []
    : [
        {
          type: "table",
          id: "plan-lines",
          caption: "Objectives and priorities: what is recorded that serves them",
          columns: [
            { id: "plan", heading: "Plan" },
            { id: "objective", heading: "Objective or priority", headsRow: true },
            { id: "initiatives", heading: "Initiatives", type: "number" },
            { id: "money", heading: "Money recorded", type: "money", unit: "£" },
          ],
          rows: lines.map(({ title, line }) => ({
            cells: [
              textCell(title),
              line.objective === null
                ? textCell(line.text)
                : linkCell(`${line.number}. ${line.text}`, line.objective),
              countCell(line.serving.initiatives.length),
              poundsCell(line.total),
            ],
          })),
        },
      ];
};

const inspectionTable = (inspections: readonly Inspection[]): Blocks =>
  inspections.length === 0
    ? []
    : [
        {
          type: "table",
          id: "inspection-grades",
          caption: "Inspections and grades",
          columns: [
            { id: "inspection", heading: "Inspection", headsRow: true },
            { id: "question", heading: "Question" },
            { id: "grade", heading: "Grade" },
          ],
          rows: inspections.flatMap(({ id, title, overall, grades = [] }) => {
            const first = linkCell(title, `assurance/inspection/${id}`);
            const all = [
              ...(overall === undefined ? [] : [{ question: "Overall", grade: overall }]),
              ...grades,
            ];
            return (all.length === 0 ? [{ question: "", grade: undefined }] : all).map(
              ({ question, grade }) => ({ cells: [first, { text: question }, wordCell(grade)] }),
            );
          }),
        },
      ];

const auditTable = (audits: readonly Audit[]): Blocks =>
  audits.length === 0
    ? []
    : [
        {
          type: "table",
          id: "audit-opinions",
          caption: "Audits and opinions",
          columns: [
            { id: "audit", heading: "Audit", headsRow: true },
            { id: "kind", heading: "Kind" },
            { id: "status", heading: "Status" },
            { id: "opinion", heading: "Opinion" },
            { id: "again", heading: "Audited again" },
          ],
          rows: audits.map(({ id, title, kind, status, opinion, reauditYear }) => ({
            cells: [
              linkCell(title, `assurance/audit/${id}`),
              wordCell(kind),
              wordCell(status),
              wordCell(opinion),
              periodCell(reauditYear),
            ],
          })),
        },
      ];

function recommendationFacts(recommendations: readonly Recommendation[]): Blocks {
  if (recommendations.length === 0) return [];
  const count = (those: (each: Recommendation) => boolean) =>
    String(recommendations.filter(those).reduce((total, { covers }) => total + covers, 0));
  return [
    {
      type: "facts",
      id: "recommendation-counts",
      items: [
        { term: "Made", text: count(() => true) },
        { term: "Not agreed", text: count(isRejected) },
        { term: "Open", text: count(isOpen) },
        { term: "Carried out", text: count(({ status }) => status === "implemented") },
      ],
    },
  ];
}

/** By kind and stage only: how many, never which. */
function reviewTable(reviews: readonly Review[]): Blocks {
  const counts = new Map<string, { kind: string; stage: string; count: number }>();
  for (const { kind, stage } of reviews) {
    const key = `${kind} ${stage}`;
    counts.set(key, { kind, stage, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return counts.size === 0
    ? []
    : [
        {
          type: "table",
          id: "review-stages",
          caption: "Statutory reviews by stage",
          columns: [
            { id: "kind", heading: "Kind", headsRow: true },
            { id: "stage", heading: "Stage" },
            { id: "count", heading: "Reviews", type: "number" },
          ],
          rows: [...counts.values()].map(({ kind, stage, count }) => ({
            cells: [wordCell(kind), wordCell(stage), countCell(count)],
          })),
        },
      ];
}

const scrutinyTable = (
  reports: readonly ScrutinyReport[],
  schemes: readonly ScrutinyScheme[],
): Blocks =>
  reports.length === 0
    ? []
    : [
        {
          type: "table",
          id: "scrutiny-reports",
          caption: "What schemes of scrutiny saw",
          columns: [
            { id: "scheme", heading: "Scheme", headsRow: true },
            { id: "cases", heading: "Cases seen", type: "number" },
            { id: "findings", heading: "Findings" },
            { id: "matters", heading: "Matters raised", type: "number" },
          ],
          rows: reports.map(
            ({ id, scheme, casesSeen, findings, mattersRaised, mattersRaisedCount }) => ({
              cells: [
                linkCell(
                  schemes.find((each) => `assurance/scrutiny-scheme/${each.id}` === scheme)
                    ?.title ?? scheme,
                  `assurance/scrutiny-report/${id}`,
                ),
                countCell(casesSeen),
                textCell(findings?.join(" ")),
                countCell(mattersRaisedCount ?? mattersRaised?.length),
              ],
            }),
          ),
        },
      ];
