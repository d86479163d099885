import type { ReportDocumentInput } from "@moothall/core";
import type { SensitivitySheet } from "../scoring/sensitivity.ts";

type Blocks = ReportDocumentInput["blocks"];
type Change = NonNullable<SensitivitySheet["smallestPriceChange"]>;

/** A sensitivity sheet as a document: how firmly the award stands. */
export function sensitivityDocument(title: string, sheet: SensitivitySheet): ReportDocumentInput {
  return {
    title: `Sensitivity sheet: ${title}`,
    summary: summaryOf(sheet),
    blocks: [...formulas(sheet), ...withoutEach(sheet), ...changes(sheet), ...lowPrices(sheet)],
  };
}

const who = (winner: string | null, tied: readonly string[]): string =>
  winner ?? (tied.length > 0 ? `tied: ${tied.join(", ")}` : "none");

function summaryOf({ winner, tied, byFormula, leaveOneOut, formula }: SensitivitySheet): string {
  const others = byFormula.filter((each) => each.winner !== winner).map((each) => each.formula);
  const paradoxes = leaveOneOut.filter((each) => each.paradox).map((each) => each.removed);
  return [
    `Under ${formula} the winner is ${who(winner, tied)}.`,
    others.length === 0
      ? "Every formula that could be tried gives the same winner."
      : `The choice of formula decides the award: ${others.join(", ")} would give it to another.`,
    ...(paradoxes.length === 0
      ? []
      : [`Without the losing bid of ${paradoxes.join(" or ")} the award would go to another.`]),
  ].join(" ");
}

const formulas = ({ byFormula, notTried }: SensitivitySheet): Blocks => [
  {
    type: "table",
    id: "formulas",
    caption: "Winner under every formula",
    columns: [
      { id: "formula", heading: "Formula", headsRow: true },
      { id: "winner", heading: "Winner" },
      { id: "order", heading: "Order of bidders" },
    ],
    rows: byFormula.map(({ formula, winner, tied, order }) => ({
      id: formula,
      cells: [{ text: formula }, { text: who(winner, tied) }, { text: order.join(", ") }],
    })),
    ...(notTried.length > 0 && {
      notes: notTried.map(({ formula, reason }) => `${formula} was not tried: it ${reason}.`),
    }),
  },
];

const withoutEach = ({ leaveOneOut }: SensitivitySheet): Blocks => [
  {
    type: "table",
    id: "leave-one-out",
    caption: "Winner when one bid is taken away",
    columns: [
      { id: "removed", heading: "Taken away", headsRow: true },
      { id: "winner", heading: "Winner" },
      { id: "paradox", heading: "A losing bid decided the award" },
    ],
    rows: leaveOneOut.map(({ removed, winner, tied, paradox }) => ({
      id: removed,
      cells: [{ text: removed }, { text: who(winner, tied) }, { text: paradox ? "yes" : "no" }],
    })),
  },
];

function changes(sheet: SensitivitySheet): Blocks {
  const rows = [
    ...sheet.priceChanges.map((change) => ({ change, of: "price" })),
    ...sheet.qualityChanges.map((change) => ({ change, of: "quality" })),
  ];
  if (rows.length === 0) {
    return [
      {
        type: "paragraph",
        id: "changes",
        text: "No single change of a price or a quality score, within the bounds looked through, changes the winner.",
      },
    ];
  }
  return [
    {
      type: "table",
      id: "changes",
      caption: "Smallest change of one figure that changes the winner",
      columns: [
        { id: "bidder", heading: "Bidder", headsRow: true },
        { id: "figure", heading: "Figure" },
        { id: "from", heading: "From", type: "number" },
        { id: "to", heading: "To", type: "number" },
        { id: "change", heading: "Change", type: "number" },
        { id: "winner", heading: "Winner then" },
      ],
      rows: rows.map(({ change, of }) => ({ cells: cellsOf(change, of) })),
    },
  ];
}

const cellsOf = ({ bidder, from, to, change, winner }: Change, of: string) => [
  { text: bidder },
  { text: of },
  { text: from },
  { text: to },
  { text: change },
  { text: winner ?? "tied" },
];

const lowPrices = ({ abnormallyLow }: SensitivitySheet): Blocks => [
  {
    type: "table",
    id: "low-prices",
    caption: "How far each price lies below what it is compared with",
    columns: [
      { id: "bidder", heading: "Bidder", headsRow: true },
      { id: "mean-of-all", heading: "Mean of all bids", type: "number", unit: "% of it" },
      { id: "mean-of-others", heading: "Mean of the others", type: "number", unit: "% of it" },
      { id: "next", heading: "Next higher bid", type: "number", unit: "% of it" },
      { id: "estimate", heading: "Estimate", type: "number", unit: "% of it" },
    ],
    rows: abnormallyLow.map((each) => ({
      id: each.bidder,
      cells: [
        { text: each.bidder },
        ...[each.belowMeanOfAll, each.belowMeanOfOthers, each.belowNext, each.belowEstimate].map(
          (share) => ({ text: share ?? "–", value: share }),
        ),
      ],
    })),
    notes: [
      "The law names no share from which a price is abnormally low: the supplier is told and may explain (Procurement Act 2023, s.19).",
    ],
  },
];
