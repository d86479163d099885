import { type Cell, formatMoney, type ReportDocumentInput } from "@moothall/core";
import type { ScoreSheet } from "../scoring/score.ts";

type Blocks = ReportDocumentInput["blocks"];

/** A score sheet as a document: the table, and all that is needed to recompute it. */
export function scoreSheetDocument(title: string, sheet: ScoreSheet): ReportDocumentInput {
  return {
    title: `Score sheet: ${title}`,
    summary: outcomeOf(sheet),
    blocks: [...scoreTable(sheet), ...methodFacts(sheet), ...excludedTable(sheet)],
  };
}

export function outcomeOf({ winner, tied, results, ranksBy }: ScoreSheet): string {
  const [first] = results;
  if (winner === null)
    return `${tied.join(" and ")} share first place; the declared tie rule does not separate them.`;
  const unit = ranksBy === "points" ? "points" : "per quality point";
  return `${winner} is ranked first of ${results.length} with ${first?.total} ${unit}.`;
}

export function scoreTable(sheet: ScoreSheet): Blocks {
  const figure = sheet.ranksBy === "lowest-figure";
  return [
    {
      type: "table",
      id: "scores",
      caption: "Scores, ranked on exact values",
      columns: [
        { id: "bidder", heading: "Bidder", headsRow: true },
        { id: "price", heading: "Price", type: "money", unit: sheet.currency },
        ...(figure
          ? []
          : [
              {
                id: "price-score",
                heading: `Price score (of ${sheet.weights.price})`,
                type: "number" as const,
              },
            ]),
        {
          id: "quality-score",
          heading: `Quality score (of ${sheet.weights.quality})`,
          type: "number",
        },
        { id: "total", heading: figure ? "Price per quality point" : "Total", type: "number" },
        { id: "exact-total", heading: "Exact total" },
        { id: "rank", heading: "Rank", type: "number" },
      ],
      rows: sheet.results.map((result) => ({
        id: result.bidder,
        cells: [
          { text: result.bidder },
          {
            text: formatMoney({ amount: result.price, currency: sheet.currency }),
            value: result.price,
          },
          ...(figure ? [] : [{ text: result.priceScore ?? "" }]),
          { text: result.qualityScore },
          { text: result.total },
          { text: result.exact.total },
          rankCell(result.rank, sheet),
        ] satisfies Cell[],
      })),
      notes: [
        `Ranked on exact values; rounded half up, once, to ${sheet.rounding.places} places for display.`,
        ...sheet.equalAsShown.map(
          ({ bidders, total }) =>
            `${bidders.join(" and ")} look equal at ${total} but are not: see the exact totals.`,
        ),
      ],
    },
  ];
}

const rankCell = (rank: number, { tied }: ScoreSheet): Cell => ({
  text: String(rank),
  ...(rank === 1 && tied.length > 0 && { status: "tied" }),
});

export function methodFacts(sheet: ScoreSheet): Blocks {
  const parameters = Object.entries(sheet.formula.parameters);
  return [
    { type: "heading", id: "method", text: "Method" },
    {
      type: "facts",
      id: "method-facts",
      items: [
        { term: "Formula", text: `${sheet.formula.id}, version ${sheet.formula.version}` },
        { term: "Expression", text: sheet.formula.expression },
        ...parameters.map(([name, value]) => ({ term: `Parameter ${name}`, text: value })),
        {
          term: "Weights",
          text: `price ${sheet.weights.price}, quality ${sheet.weights.quality}, together 100 points`,
        },
        { term: "Lowest valid price", text: sheet.prices.lowest },
        { term: "Highest valid price", text: sheet.prices.highest },
        { term: "Mean of valid prices", text: sheet.prices.mean },
        { term: "Tie rule", text: sheet.tieRule },
        { term: "Declaration", text: sheet.declaration.hash },
        ...(sheet.declaration.at === undefined
          ? [{ term: "Declared", text: "No time of declaration is recorded" }]
          : [{ term: "Declared", text: sheet.declaration.at }]),
      ],
    },
  ];
}

export function excludedTable({ excluded }: ScoreSheet): Blocks {
  if (excluded.length === 0) return [];
  return [
    {
      type: "table",
      id: "excluded",
      caption: "Bids that were out before prices were compared",
      columns: [
        { id: "bidder", heading: "Bidder", headsRow: true },
        { id: "reason", heading: "Reason" },
      ],
      rows: excluded.map(({ bidder, reason }) => ({
        id: bidder,
        cells: [{ text: bidder }, { text: reason }],
      })),
    },
  ];
}
