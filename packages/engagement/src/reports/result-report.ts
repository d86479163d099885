import { formatDate, type ReportDocumentInput } from "@moothall/core";
import type { Consultation } from "../resources/consultation.ts";
import type { Result } from "../resources/result.ts";
import { countCell, figureCell, shareCell, textCell } from "./cells.ts";

/** The results of a consultation as a document; every table, the weights among them, has its CSV. */
export function resultReport(
  consultation: Consultation,
  results: readonly Result[],
): ReportDocumentInput {
  const { title, opens, closes, responses, purpose } = consultation;
  const dates = [
    ...(opens === undefined ? [] : [{ term: "Opened", text: formatDate(opens), value: opens }]),
    ...(closes === undefined ? [] : [{ term: "Closed", text: formatDate(closes), value: closes }]),
  ];
  const counted =
    responses === undefined
      ? []
      : [
          {
            term: "Answers",
            text: `${responses.atLeast ? "over " : ""}${responses.count.toLocaleString("en-GB")}`,
            value: String(responses.count),
          },
        ];
  const asked = {
    "opt-in": "Whoever wanted to",
    "random-sample": "A random sample",
    "not-stated": "Not stated",
  }[consultation.design];
  return {
    title,
    ...(purpose !== undefined && { summary: purpose }),
    blocks: [
      {
        type: "facts",
        id: "facts",
        items: [...dates, ...counted, { term: "Who was asked", text: asked }],
      },
      ...(results.length === 0
        ? [{ type: "notice" as const, id: "none", text: "No result is published yet." }]
        : results.flatMap((result, index) => questionBlocks(result, index + 1))),
    ],
  };
}

function questionBlocks(result: Result, number: number): ReportDocumentInput["blocks"] {
  const id = `question-${number}`;
  const best = mostChosen(result);
  const blocks: ReportDocumentInput["blocks"] = [
    { type: "heading", id, text: result.text },
    { type: "paragraph", id: `${id}-method`, text: methodOf(result) },
  ];
  if (result.notice !== undefined)
    blocks.push({ type: "notice", id: `${id}-notice`, text: result.notice });
  blocks.push(answersTable(result, `${id}-answers`));
  if (best !== undefined) {
    blocks.push({
      type: "chart",
      id: `${id}-chart`,
      kind: "bar",
      table: `${id}-answers`,
      category: "option",
      values: ["share"],
      title: `Answers, per cent: ${result.text}`,
      finding: best,
    });
  }
  if (result.weights !== undefined) blocks.push(weightsTable(result, `${id}-weights`));
  if (result.comments !== undefined)
    blocks.push({ type: "list", id: `${id}-comments`, items: [...result.comments] });
  return blocks;
}

const methodOf = (result: Result): string =>
  [
    `Method: ${result.method}.`,
    result.base === null ? undefined : `Base: ${result.base.toLocaleString("en-GB")} respondents.`,
    result.effectiveSize === undefined || result.effectiveSize === null
      ? undefined
      : `Effective sample size ${result.effectiveSize.toFixed(1)}.`,
    typeof result.mean === "number" ? `Mean ${result.mean.toFixed(2)}.` : undefined,
    `Wording: version ${result.version}.`,
  ]
    .filter((part) => part !== undefined)
    .join(" ");

function mostChosen({ options, shares }: Result): string | undefined {
  if (shares === undefined) return undefined;
  const most = Math.max(...shares.map((each) => each ?? -1));
  if (most < 0) return undefined;
  return `The answer given most is '${options[shares.indexOf(most)]}', with ${(most * 100).toFixed(1)} %.`;
}

function answersTable(result: Result, id: string): ReportDocumentInput["blocks"][number] {
  const plain = result.by === undefined;
  return {
    type: "table",
    id,
    caption: result.title,
    columns: [
      { id: "option", heading: "Answer", headsRow: true },
      ...result.groups.map((group, index) => ({
        id: `group-${index + 1}`,
        heading: plain ? "Respondents" : group,
        type: "number" as const,
      })),
      ...(result.shares === undefined
        ? []
        : [{ id: "share", heading: "Share", type: "number" as const, unit: "% of respondents" }]),
      ...(result.points === undefined
        ? []
        : [
            {
              id: "margin",
              heading: "Margin, ±",
              type: "number" as const,
              unit: "percentage points, 95 %",
            },
          ]),
    ],
    rows: result.options.map((option, row) => ({
      cells: [
        textCell(option),
        ...(result.counts[row] ?? []).map(countCell),
        ...(result.shares === undefined ? [] : [shareCell(result.shares[row])]),
        ...(result.points === undefined ? [] : [figureCell(result.points[row], 1)]),
      ],
    })),
    ...(result.counts.flat().includes(null) && {
      notes: ["Small counts are not shown, and others so that they cannot be worked out."],
    }),
  };
}

function weightsTable(result: Result, id: string): ReportDocumentInput["blocks"][number] {
  return {
    type: "table",
    id,
    caption: "Weights: a respondent's weight is the product of the factors of their categories",
    columns: [
      { id: "margin", heading: "Margin", headsRow: true },
      { id: "category", heading: "Category" },
      { id: "population", heading: "Population", type: "number" },
      { id: "factor", heading: "Factor", type: "number" },
    ],
    rows: (result.weights ?? []).map(({ margin, category, population, factor }) => ({
      cells: [
        textCell(margin),
        textCell(category),
        countCell(population),
        { text: factor.toPrecision(9), value: String(factor) },
      ],
    })),
  };
}
