import { type Exact, exact, tableOf, toDecimal } from "@moothall/core";
import * as z from "zod";
import { compareAmounts, total } from "../amount.ts";
import { columnsOf } from "../giving/columns.ts";
import { CsvRows } from "../giving/csv-rows.ts";
import { type NamedBody, to360Giving } from "../giving/to-360giving.ts";
import { write360GivingCsv, write360GivingJson } from "../giving/write-360giving.ts";
import { grantsRegister } from "../reports/grants-register.ts";
import type { Award } from "../resources/award.ts";
import { counts } from "./position.ts";

export const reconciliation = () =>
  z
    .strictObject({
      equal: z.boolean(),
      /** The same total, taken anew from each place where it is shown. */
      figures: z.array(
        z.strictObject({ where: z.string(), count: z.int().nullable(), amount: z.string() }),
      ),
      /** The places that differ from the ledger. */
      differences: z.array(
        z.strictObject({ where: z.string(), ledger: z.string(), shown: z.string() }),
      ),
    })
    .meta({ description: "One total, as each surface shows it" });

export type Reconciliation = z.output<ReturnType<typeof reconciliation>>;

/** A total that was published elsewhere, to be held against the ledger. */
export interface PublishedTotal {
  readonly where: string;
  readonly count?: number | undefined;
  readonly amount: string;
}

/**
 * Proves that awards come to one total everywhere: on the ledger, on the page of the register, in
 * the CSV and in the JSON that are published; each is read back from what is written, not from the
 * ledger. Totals published elsewhere are held against it too. Awards of one currency.
 */
export async function reconcile(
  awards: readonly Award[],
  options: {
    readonly prefix: string;
    readonly bodies?: ReadonlyMap<string, NamedBody>;
    readonly published?: readonly PublishedTotal[];
  },
): Promise<Reconciliation> {
  const standing = awards.filter(counts);
  const ledger = {
    where: "ledger",
    count: standing.length,
    amount: total(standing.map((each) => each.current)),
  };
  const bodies = options.bodies ?? new Map<string, NamedBody>();
  const grants = to360Giving(standing, { prefix: options.prefix, bodies });
  const figures = [
    ledger,
    fromPage(awards, bodies),
    await fromCsv(grants),
    await fromJson(grants),
    ...(options.published ?? []).map((each) => ({
      where: each.where,
      count: each.count ?? null,
      amount: total([each.amount]),
    })),
  ];
  const differences = figures
    .filter(
      (each) =>
        compareAmounts(each.amount, ledger.amount) !== 0 ||
        (each.count !== null && each.count !== ledger.count),
    )
    .map((each) => ({ where: each.where, ledger: shown(ledger), shown: shown(each) }));
  return { equal: differences.length === 0, figures, differences };
}

const shown = ({
  count,
  amount,
}: {
  readonly count: number | null;
  readonly amount: string;
}): string => (count === null ? `£${amount}` : `${count} grants, £${amount}`);

const inPence = (value: Exact): string => toDecimal(value, 2);

function fromPage(awards: readonly Award[], bodies: ReadonlyMap<string, NamedBody>) {
  const rows = tableOf(grantsRegister(awards, bodies), "grants")?.rows ?? [];
  const shownRows = rows.filter(
    (each) => each.total !== true && each.cells[5]?.status === undefined,
  );
  const sum = shownRows.reduce(
    (all, each) => all.add(exact(each.cells[5]?.value ?? "0")),
    exact("0"),
  );
  return { where: "page", count: shownRows.length, amount: inPence(sum) };
}

async function fromCsv(grants: ReturnType<typeof to360Giving>) {
  let text = "";
  for await (const line of write360GivingCsv(grants)) text += line;
  const reader = new CsvRows(",");
  const [head, ...rows] = [...reader.push(text), ...reader.end()];
  const column =
    columnsOf(head?.cells ?? []).find((each) => each.path === "amountAwarded")?.index ?? -1;
  const sum = rows.reduce((all, each) => all.add(exact(each.cells[column] ?? "0")), exact("0"));
  return { where: "csv", count: rows.length, amount: inPence(sum) };
}

async function fromJson(grants: ReturnType<typeof to360Giving>) {
  let text = "";
  for await (const piece of write360GivingJson(grants, {
    title: "Reconciliation",
    publisher: { name: "Ours" },
  }))
    text += piece;
  const read = (JSON.parse(text) as { grants: readonly { readonly amountAwarded: number }[] })
    .grants;
  const sum = read.reduce((all, each) => all.add(exact(String(each.amountAwarded))), exact("0"));
  return { where: "json", count: read.length, amount: inPence(sum) };
}
