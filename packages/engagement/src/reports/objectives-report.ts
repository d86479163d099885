import {
  type Exact,
  exact,
  isDecimal,
  type Reference,
  type ReportDocumentInput,
  sum,
  toDecimal,
} from "@moothall/core";
import { countCell, textCell } from "./cells.ts";

/** A record of any kind that says that it serves an objective. */
export interface Initiative {
  readonly reference: Reference;
  readonly title: string;
  readonly status: string | undefined;
  /** Pounds, exact; where the record holds an amount. */
  readonly amount: string | undefined;
}

export interface ObjectiveWork {
  readonly reference: Reference;
  readonly number: number;
  readonly text: string;
  readonly initiatives: readonly Initiative[];
}

/**
 * Progress against a plan for a police and crime panel: by objective what serves it, with its state
 * and money, each with a link to the award, contract, meeting or visit itself.
 */
export function objectivesReport(
  title: string,
  objectives: readonly ObjectiveWork[],
): ReportDocumentInput {
  return {
    title: `Progress against ${title}`,
    summary: `${objectives.filter(({ initiatives }) => initiatives.length > 0).length} of ${objectives.length} objectives have recorded initiatives.`,
    blocks: [
      {
        type: "table",
        id: "objectives",
        caption: "Objectives",
        columns: [
          { id: "number", heading: "Number", type: "number" },
          { id: "objective", heading: "Objective", headsRow: true },
          { id: "initiatives", heading: "Initiatives", type: "number" },
          { id: "money", heading: "Money recorded", type: "money", unit: "£" },
        ],
        rows: objectives.map(({ reference, number, text, initiatives }) => ({
          cells: [
            { text: String(number), reference },
            textCell(text),
            countCell(initiatives.length),
            moneyCell(amountsOf(initiatives)),
          ],
        })),
      },
      ...objectives.flatMap(initiativeBlocks),
    ],
  };
}

function initiativeBlocks({
  number,
  text,
  initiatives,
}: ObjectiveWork): ReportDocumentInput["blocks"] {
  const id = `objective-${number}`;
  if (initiatives.length === 0)
    return [
      { type: "heading", id, text: `${number}. ${text}` },
      { type: "notice", id: `${id}-none`, text: "Nothing is recorded that serves it." },
    ];
  return [
    { type: "heading", id, text: `${number}. ${text}` },
    {
      type: "table",
      id: `${id}-initiatives`,
      caption: `What serves objective ${number}`,
      columns: [
        { id: "initiative", heading: "Initiative", headsRow: true },
        { id: "kind", heading: "Kind" },
        { id: "status", heading: "Status" },
        { id: "money", heading: "Money", type: "money", unit: "£" },
      ],
      rows: initiatives.map(({ reference, title, status, amount }) => ({
        id: reference,
        cells: [
          { text: title, reference },
          textCell(reference.split("/").slice(0, 2).join(" ").replaceAll("-", " ")),
          textCell(status),
          moneyCell(amount === undefined ? [] : [exact(amount)]),
        ],
      })),
    },
  ];
}

const amountsOf = (initiatives: readonly Initiative[]): readonly Exact[] =>
  initiatives.flatMap(({ amount }) => (amount === undefined ? [] : [exact(amount)]));

function moneyCell(amounts: readonly Exact[]) {
  if (amounts.length === 0) return { text: "", value: null };
  const value = toDecimal(sum(amounts), 2);
  return { text: `£${value.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",")}`, value };
}

/** What a record of any domain says of itself, as far as it can be read without knowing the domain. */
export function initiativeOf(
  reference: Reference,
  record: Readonly<Record<string, unknown>>,
): Initiative {
  const text = (name: string) => {
    const value = record[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  return {
    reference,
    title: text("title") ?? text("name") ?? text("text") ?? reference,
    status: text("status"),
    amount: ["value", "current", "amount", "awarded"]
      .map((name) => amountIn(record[name]))
      .find((each) => each !== undefined),
  };
}

/** A decimal, or a sum of money in pounds. */
function amountIn(value: unknown): string | undefined {
  if (isDecimal(value)) return value;
  if (typeof value !== "object" || value === null) return undefined;
  const { amount, currency = "GBP" } = value as { amount?: unknown; currency?: unknown };
  return isDecimal(amount) && currency === "GBP" ? amount : undefined;
}
