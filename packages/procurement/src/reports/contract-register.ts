import {
  type Cell,
  exact,
  formatDate,
  formatMoney,
  type Money,
  parsePeriod,
  type ReportDocumentInput,
  referenceTo,
  sum,
  toDecimal,
} from "@moothall/core";
import type { Contract } from "../resources/contract.ts";
import { dateCell, moneyCell, textCell } from "./cells.ts";

export interface RegisterOptions {
  /** Pounds from which a contract is listed; 0 lists all. Contracts of unknown value are always listed. */
  readonly from: string;
  /** The day on which the register stands, yyyy-mm-dd. */
  readonly asAt: string;
}

/**
 * The register of contracts as a document. With `from` 500, 5000 or 10000 it is one of the lists that
 * the law asks for: a council's contracts from £5,000 (Local Government Transparency Code 2015,
 * para 32), a commissioner's above £10,000 (SI 2011/3050, as amended).
 */
export function contractRegister(
  contracts: readonly Contract[],
  { from, asAt }: RegisterOptions,
): ReportDocumentInput {
  const listed = contracts
    .filter(({ value }) => value === undefined || exact(value.amount).compare(exact(from)) >= 0)
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  const unknown = listed.filter((contract) => contract.value === undefined).length;
  return {
    title:
      from === "0"
        ? "Contract register"
        : `Contract register: contracts from ${formatMoney(pounds(from))}`,
    summary: `${listed.length} contracts as at ${formatDate(asAt)}${unknown === 0 ? "" : `; the value of ${unknown} is not known`}.`,
    blocks: [
      {
        type: "table",
        id: "contracts",
        caption: "Contracts",
        columns: [
          { id: "contract", heading: "Contract", headsRow: true },
          { id: "number", heading: "Number" },
          { id: "supplier", heading: "Supplier" },
          { id: "value", heading: "Value", type: "money", unit: "£, without VAT" },
          { id: "starts", heading: "Starts", type: "date" },
          { id: "ends", heading: "Ends", type: "date" },
          { id: "extensions", heading: "Options to extend" },
          { id: "procedure", heading: "Procedure" },
          { id: "status", heading: "Status" },
          {
            id: "saving",
            heading: "Saving",
            type: "money",
            unit: "£ against the previous contract",
          },
        ],
        rows: [
          ...listed.map((contract) => ({ id: contract.id, cells: cellsOf(contract) })),
          ...totalRow(listed),
        ],
        notes: [
          "Values are for the whole life of the contract, without options that are not taken.",
          ...(unknown === 0 ? [] : ["A value that is not known is shown as such; it is not zero."]),
        ],
      },
    ],
  };
}

function cellsOf(contract: Contract): Cell[] {
  const period = contract.period === undefined ? undefined : parsePeriod(contract.period);
  return [
    { text: contract.title, reference: referenceTo("procurement/contract", contract.id) },
    textCell(contract.number),
    textCell(contract.supplier),
    moneyCell(contract.value),
    dateCell(period?.start),
    dateCell(period?.end ?? undefined),
    textCell(
      contract.extensions
        ?.map(({ months, taken }) => `${months} months${taken === undefined ? "" : " (taken)"}`)
        .join(", "),
    ),
    textCell(contract.procedure),
    { text: contract.status },
    moneyCell(contract.saving),
  ];
}

/** One total for each currency, of the values that are known. */
function totalRow(contracts: readonly Contract[]) {
  const values = contracts.flatMap(({ value }) => value ?? []);
  const currencies = [...new Set(values.map((value) => value.currency))].sort();
  return currencies.map((currency) => {
    const amounts = values.filter((value) => value.currency === currency);
    const amount = toDecimal(sum(amounts.map((value) => exact(value.amount))), 2);
    const blank = { text: "" };
    return {
      id: `total-${currency.toLowerCase()}`,
      total: true,
      cells: [
        { text: `Total of ${amounts.length} known values` },
        blank,
        blank,
        moneyCell({ amount, currency }),
        ...Array.from({ length: 6 }, () => blank),
      ],
    };
  });
}

const pounds = (amount: string): Money => ({ amount, currency: "GBP" });
