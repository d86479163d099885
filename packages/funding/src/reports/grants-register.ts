import { completeDocument, formatPeriod, type ReportDocument, referenceTo } from "@moothall/core";
import { total } from "../amount.ts";
import { counts } from "../decide/position.ts";
import type { NamedBody } from "../giving/to-360giving.ts";
import type { Award } from "../resources/award.ts";
import {
  dateCell,
  moneyCell,
  moneyColumn,
  nameOfRecipient,
  referenceCell,
  textCell,
} from "./cells.ts";

/** By day and then by id; after all days, those of which none is known. */
const orderOf = ({ awarded, id }: Award): string => `${awarded ?? "unknown"} ${id}`;

/** All awards, by day; what was withdrawn or is paid on out of another is shown and not added. */
export function grantsRegister(
  awards: readonly Award[],
  bodies: ReadonlyMap<string, NamedBody>,
  year?: string,
): ReportDocument {
  const chosen = awards
    .filter((each) => year === undefined || each.year === year)
    .toSorted((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
  const currencies = [...new Set(chosen.map((each) => each.currency))];
  return completeDocument({
    title: year === undefined ? "Grants register" : `Grants register ${formatPeriod(year)}`,
    blocks: [
      {
        type: "table",
        id: "grants",
        caption: "Grants",
        columns: [
          { id: "title", heading: "Title", headsRow: true },
          { id: "recipient", heading: "Recipient" },
          { id: "awarded", heading: "Awarded", type: "date" },
          { id: "year", heading: "Year" },
          moneyColumn("amount", "Amount"),
          moneyColumn("current", "Now"),
          { id: "power", heading: "Legal power" },
        ],
        rows: [
          ...chosen.map((each) => ({
            id: each.id,
            cells: [
              referenceCell(each.title, referenceTo("funding/award", each.id)),
              textCell(nameOfRecipient(each.recipient, bodies)),
              dateCell(each.awarded),
              { text: formatPeriod(each.year), value: each.year },
              moneyCell(each.amount, each.currency),
              {
                ...moneyCell(each.current, each.currency),
                ...(each.withdrawn !== undefined && { status: "withdrawn" }),
                ...(each.regrantOf !== undefined && {
                  status: "counted with the award it is paid out of",
                }),
              },
              textCell(each.legalPower),
            ],
          })),
          ...currencies.map((currency) => {
            const own = chosen.filter((each) => each.currency === currency && counts(each));
            return {
              id: `total-${currency.toLowerCase()}`,
              total: true,
              cells: [
                {
                  text: `Total${currencies.length > 1 ? ` ${currency}` : ""}, ${own.length} ${own.length === 1 ? "grant" : "grants"}`,
                },
                textCell(""),
                textCell(""),
                textCell(""),
                moneyCell(total(own.map((each) => each.amount)), currency),
                moneyCell(total(own.map((each) => each.current)), currency),
                textCell(""),
              ],
            };
          }),
        ],
      },
    ],
  });
}
