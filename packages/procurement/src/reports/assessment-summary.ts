import type { ReportDocumentInput } from "@moothall/core";
import type { AssessedScore, AssessmentSummary } from "./assessment-summaries.ts";

const outcomes = {
  successful: "The tender was successful.",
  unsuccessful: "The tender was assessed and was not successful.",
  disregarded: "The tender was disregarded before prices were compared.",
} as const;

/** The assessment summary of one bidder as a document. */
export function assessmentSummaryDocument(
  title: string,
  summary: AssessmentSummary,
): ReportDocumentInput {
  const isWinner = summary.outcome === "successful";
  const cellsOf = (score: AssessedScore | null) => [
    { text: score?.score ?? "–" },
    { text: score?.points ?? "–" },
    { text: score?.explanation ?? (score === null ? "–" : "No explanation is recorded") },
  ];
  const headings = (whose: string, id: string) => [
    { id: `${id}-score`, heading: `${whose} score`, type: "number" as const },
    { id: `${id}-points`, heading: `${whose} points`, type: "number" as const },
    { id: `${id}-why`, heading: `${whose} explanation` },
  ];
  return {
    title: `Assessment summary for ${summary.bidder}: ${title}`,
    summary: outcomes[summary.outcome],
    class: "restricted",
    blocks: [
      {
        type: "facts",
        id: "outcome",
        items: [
          { term: "Bidder", text: summary.bidder },
          { term: "Outcome", text: outcomes[summary.outcome] },
          ...(summary.reason === undefined ? [] : [{ term: "Reason", text: summary.reason }]),
          { term: "Successful bidder", text: summary.winner },
          {
            term: "Price is scored by",
            text: `${summary.formula.title} (${summary.formula.id}): ${summary.formula.expression}`,
          },
        ],
      },
      {
        type: "table",
        id: "criteria",
        caption: "Assessment against the award criteria",
        columns: [
          { id: "criterion", heading: "Criterion", headsRow: true },
          { id: "weight", heading: "Weight", type: "number", unit: "points of 100" },
          { id: "maximum", heading: "Highest score there is", type: "number" },
          ...headings("Your", "own"),
          ...(isWinner ? [] : headings("Successful bidder's", "winner")),
        ],
        rows: summary.criteria.map((criterion) => ({
          id: criterion.id,
          cells: [
            { text: criterion.title },
            { text: criterion.weight },
            { text: criterion.maximum },
            ...cellsOf(criterion.own),
            ...(isWinner ? [] : cellsOf(criterion.winner)),
          ],
        })),
      },
      {
        type: "table",
        id: "totals",
        caption: "Price and total",
        columns: [
          { id: "whose", heading: "Bidder", headsRow: true },
          { id: "price", heading: "Price", type: "money" },
          { id: "price-points", heading: "Points for price", type: "number" },
          { id: "total", heading: "Total", type: "number" },
        ],
        rows: [
          ...(summary.price.own === null
            ? []
            : [totalRow("You", summary.price.own, summary.total.own)]),
          ...(isWinner
            ? []
            : [totalRow(summary.winner, summary.price.winner, summary.total.winner)]),
        ],
      },
    ],
  };
}

const totalRow = (
  whose: string,
  { price, points }: { readonly price: string; readonly points: string | null },
  total: string | null,
) => ({
  cells: [{ text: whose }, { text: price }, { text: points ?? "–" }, { text: total ?? "–" }],
});
