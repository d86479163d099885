import {
  type Cell,
  type Column,
  formatDate,
  formatMoney,
  type Reference,
  type ReportDocumentInput,
} from "@moothall/core";
import type { NamedBody } from "../giving/to-360giving.ts";
import type { Recipient } from "../resources/recipient.ts";

type CellInput = Pick<Cell, "text"> & Partial<Cell>;

export const textCell = (text: string | undefined): CellInput =>
  text === undefined ? { text: "–", value: null } : { text };

export const referenceCell = (text: string, reference: string): CellInput => ({
  text,
  reference: reference as Reference,
});

/** An amount of pounds; unknown is a dash and null, never zero. */
export const moneyCell = (amount: string | null | undefined, currency = "GBP"): CellInput =>
  amount === null || amount === undefined
    ? { text: "–", value: null }
    : { text: formatMoney({ amount, currency }), value: amount };

export const dateCell = (date: string | undefined): CellInput =>
  date === undefined ? { text: "–", value: null } : { text: formatDate(date), value: date };

export const countCell = (count: number): CellInput => ({
  text: String(count),
  value: String(count),
});

export const moneyColumn = (
  id: string,
  heading: string,
): Pick<Column, "id" | "heading"> & Partial<Column> => ({
  id,
  heading,
  type: "money",
  unit: "£",
});

/** How a recipient is named in public. */
export const nameOfRecipient = (
  recipient: Recipient,
  bodies: ReadonlyMap<string, NamedBody>,
): string => {
  if (recipient.kind === "individual") return "Individual";
  const id = recipient.body?.split("/").at(-1);
  return (
    recipient.name ?? (id === undefined ? undefined : (bodies.get(id)?.name ?? id)) ?? "Not named"
  );
};

export type Blocks = ReportDocumentInput["blocks"];
export type TableRows = Extract<Blocks[number], { type: "table" }>["rows"];
