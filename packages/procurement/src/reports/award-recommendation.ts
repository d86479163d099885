import { formatDate, formatMoney, formatPeriod, type ReportDocumentInput } from "@moothall/core";
import { type Award, implicationHeads } from "../resources/award.ts";
import type { Declination } from "../resources/interest.ts";
import type { Tender } from "../resources/tender.ts";
import type { ScoreSheet } from "../scoring/score.ts";
import { excludedTable, methodFacts, outcomeOf, scoreTable } from "./score-sheet.ts";

export interface RecommendationFacts {
  readonly award: Award;
  readonly tender?: Tender | undefined;
  readonly declined: readonly Declination[];
  /** Left out where the bids may not be shown or cannot be scored. */
  readonly sheet?: ScoreSheet | undefined;
}

const headTitles: Readonly<Record<(typeof implicationHeads)[number], string>> = {
  "crime-and-disorder": "Crime and disorder",
  environmental: "Environmental",
  "equality-and-diversity": "Equality and diversity",
  financial: "Financial",
  "health-and-safety": "Health and safety",
  "human-rights": "Human rights",
  legal: "Legal",
  personnel: "Personnel",
};

/** The recommendation of an award in the form of a decision report: purpose, analysis, recommendation, implications. */
export function awardRecommendation(facts: RecommendationFacts): ReportDocumentInput {
  const { award, sheet } = facts;
  return {
    title: `Recommendation to award: ${award.title}`,
    summary: `To award to ${award.supplier}${award.value === undefined ? "" : ` for ${formatMoney(award.value)}`}.`,
    blocks: [
      { type: "heading", id: "purpose", text: "1. Purpose of the report" },
      {
        type: "paragraph",
        id: "purpose-1",
        number: "1.1",
        text: `To recommend that the contract for ${award.title} is awarded to ${award.supplier}${award.contractPeriod === undefined ? "" : `, ${formatPeriod(award.contractPeriod)}`}.`,
      },
      { type: "heading", id: "analysis", text: "2. Information and analysis" },
      ...competition(facts),
      ...(sheet === undefined
        ? []
        : [
            { type: "paragraph" as const, id: "outcome", text: outcomeOf(sheet) },
            ...scoreTable(sheet),
            ...excludedTable(sheet),
            ...methodFacts(sheet),
          ]),
      ...(award.rationale === undefined
        ? []
        : [{ type: "paragraph" as const, id: "rationale", text: award.rationale }]),
      { type: "heading", id: "recommendation", text: "3. Recommendation" },
      {
        type: "paragraph",
        id: "recommendation-1",
        text: award.recommendation ?? `That the contract is awarded to ${award.supplier}.`,
      },
      ...implications(award),
    ],
  };
}

function competition({ tender, declined }: RecommendationFacts): ReportDocumentInput["blocks"] {
  if (tender === undefined) return [];
  const count = (number: number | undefined, what: string) =>
    number === undefined ? [] : [`${number} ${what}`];
  const items = [
    ...count(tender.expressionsOfInterest, "suppliers expressed an interest."),
    ...count(tender.invited, "suppliers were invited."),
    ...declined.map(
      ({ supplier, reason }) => `${supplier} declined: ${reason ?? "no reason given"}.`,
    ),
    ...count(tender.bidsReceived, "bids were received."),
    ...(tender.published === undefined
      ? []
      : [`The tender was published on ${formatDate(tender.published)}.`]),
    ...(tender.budgetCeiling === undefined
      ? []
      : [`The budget was to be no more than ${formatMoney(tender.budgetCeiling)}.`]),
  ];
  return [
    {
      type: "paragraph",
      id: "procedure",
      text: `The procedure was ${tender.procedureDetails ?? tender.procedure}.`,
    },
    ...(items.length === 0 ? [] : [{ type: "list" as const, id: "competition", items }]),
  ];
}

function implications({ implications: levels }: Award): ReportDocumentInput["blocks"] {
  const mark = (head: (typeof implicationHeads)[number], level: string) => ({
    text: levels?.[head] === level ? "✓" : "",
    value: levels?.[head] === level ? "yes" : null,
  });
  return [
    { type: "heading", id: "implications", text: "4. Implications" },
    {
      type: "table",
      id: "implications-table",
      caption: "Implications",
      columns: [
        { id: "head", heading: "Head", headsRow: true },
        { id: "low", heading: "Low" },
        { id: "medium", heading: "Medium" },
        { id: "high", heading: "High" },
      ],
      rows: implicationHeads.map((head) => ({
        id: head,
        cells: [
          { text: headTitles[head] },
          mark(head, "low"),
          mark(head, "medium"),
          mark(head, "high"),
        ],
      })),
      notes: [
        "High needs an explanation in the report; medium at the author's discretion; low none. A head without a mark was not assessed.",
      ],
    },
  ];
}
