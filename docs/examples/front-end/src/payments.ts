import type { BuiltInApi, Client } from "@moothall/client";

/** Money that went to somebody, as the page shows it. */
export interface Payment {
  readonly to: string;
  readonly what: string;
  /** The record that says so, by which the service answers it: `procurement/contract/x`. */
  readonly record: string;
  /** Exact decimal, as text; undefined where the records do not say. */
  readonly amount: string | undefined;
  readonly currency: string;
  /** The papers that say so. */
  readonly papers: readonly string[];
}

/** Contracts and grants, the largest first; what has no known amount comes last. */
export async function readPayments(council: Client<BuiltInApi>): Promise<Payment[]> {
  const payments: Payment[] = [];
  for await (const { id, supplier, title, value, sources } of council.list(
    "procurement/contract",
  )) {
    payments.push({
      to: supplier,
      what: title,
      record: `procurement/contract/${id}`,
      amount: value?.amount,
      currency: value?.currency ?? "GBP",
      papers: papersOf(sources),
    });
  }
  for await (const { id, recipient, title, current, currency, sources } of council.list(
    "funding/award",
  )) {
    payments.push({
      to: recipient.name ?? "Not published",
      what: title,
      record: `funding/award/${id}`,
      amount: current,
      currency,
      papers: papersOf(sources),
    });
  }
  return payments.sort((a, b) => compare(b.amount, a.amount));
}

/** Each paper once, with the items of it that are meant. */
function papersOf(
  sources: readonly { document?: string; item?: string }[] | undefined,
): readonly string[] {
  const papers = new Map<string, Set<string>>();
  for (const { document = "Not said", item } of sources ?? []) {
    const items = papers.get(document) ?? new Set();
    papers.set(document, item === undefined ? items : items.add(item));
  }
  return [...papers].map(([document, items]) =>
    items.size === 0 ? document : `${document}: item ${[...items].join(" and ")}`,
  );
}

const places = 20;

/** An exact decimal as a whole number of its smallest part: no amount passes through a binary float. */
function units(amount: string): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(places, "0"));
}

function compare(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const difference = units(a) - units(b);
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** The sum of what is known, as an exact decimal with at least two places. */
export function total(payments: readonly Payment[]): string {
  const sum = payments.reduce(
    (known, { amount }) => (amount === undefined ? known : known + units(amount)),
    0n,
  );
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "").padEnd(2, "0");
  return `${sum < 0n ? "-" : ""}${digits.slice(0, -places)}.${fraction}`;
}
