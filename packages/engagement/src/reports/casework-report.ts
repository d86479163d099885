import type { ReportDocumentInput } from "@moothall/core";
import type { CaseworkSummary } from "../casework/casework-summary.ts";
import { countCell, figureCell, textCell } from "./cells.ts";

/** Casework year on year as a document: what changed, and what cannot be compared and why. */
export function caseworkReport(summaries: readonly CaseworkSummary[]): ReportDocumentInput {
  const [first] = summaries;
  return {
    title: `Casework ${first?.after ?? ""}`.trim(),
    ...(first !== undefined && { summary: first.total.words }),
    blocks:
      first === undefined
        ? [
            {
              type: "notice",
              id: "none",
              text: "No table of casework is published for two periods.",
            },
          ]
        : summaries.flatMap(dimensionBlocks),
  };
}

const titles: Readonly<Record<string, string>> = {
  nature: "Nature of contact",
  subject: "Reason for contact",
  "sub-category": "Reason for contact in detail",
  route: "Who answered",
  channel: "How people got in touch",
  area: "Where people live",
};

function dimensionBlocks(summary: CaseworkSummary): ReportDocumentInput["blocks"] {
  const { dimension, rows, total, together, discontinued } = summary;
  const title = titles[dimension] ?? dimension;
  return [
    { type: "heading", id: dimension, text: title },
    {
      type: "table",
      id: `${dimension}-table`,
      caption: `${title}, ${summary.before} and ${summary.after}`,
      columns: [
        { id: "category", heading: "Category", headsRow: true },
        { id: "before", heading: summary.before, type: "number" },
        { id: "after", heading: summary.after, type: "number" },
        { id: "percent", heading: "Change", type: "number", unit: "% of the year before" },
        { id: "words", heading: "What it means" },
      ],
      rows: [
        ...rows.map((row) => rowOf(row)),
        ...together.map((row) => rowOf({ ...row, title: `Together: ${row.title}` })),
        { total: true, ...rowOf(total) },
      ],
      ...(discontinued.length > 0 && {
        notes: [`No longer used: ${discontinued.map(({ category }) => category).join(", ")}.`],
      }),
    },
  ];
}

const rowOf = ({
  title,
  parent,
  before,
  countedBefore,
  after,
  percent,
  words,
}: CaseworkSummary["rows"][number]) => ({
  cells: [
    textCell(parent === undefined ? title : `${parent}: ${title}`),
    countedBefore ? countCell(before) : { text: "not counted", value: null },
    countCell(after),
    figureCell(percent, 0),
    textCell(words),
  ],
});
