import { isDecimal, parseReference, type Reference, referencesIn } from "@moothall/core";

/** A record of any domain, as far as it can be read without knowing the domain. */
export interface LinkedRecord {
  readonly reference: Reference;
  readonly title: string;
  readonly status: string | null;
  /** Pounds, exact; null where it holds no amount, or one in another currency. */
  readonly amount: string | null;
  /** Pounds that may be given out at most, exact; null where no limit is recorded. Never added up. */
  readonly ceiling: string | null;
  /** Every record that it refers to. */
  readonly refers: readonly Reference[];
  /** The plan's priority in a paper's words, of an initiative without a numbered objective. */
  readonly priority: string | null;
}

/** What a plan's progress is gathered under; a domain's kinds are named as text, never imported. */
export const groups = [
  "initiatives",
  "money",
  "contracts",
  "meetings",
  "metrics",
  "engagement",
  "others",
] as const;
export type Group = (typeof groups)[number];

const groupOfPlugin: Readonly<Record<string, Group>> = {
  funding: "money",
  procurement: "contracts",
  meetings: "meetings",
  safeguarding: "metrics",
  engagement: "engagement",
};

export function groupOf(reference: Reference): Group {
  const { plugin, kind } = parseReference(reference);
  return kind === "assurance/initiative" ? "initiatives" : (groupOfPlugin[plugin] ?? "others");
}

/**
 * The kinds whose amounts are what was given or bought; those of others are ceilings or parts. A table
 * of allocations has no single amount: it is counted as one that is not known.
 */
const countedKinds: ReadonlySet<string> = new Set([
  "funding/award",
  "funding/allocation-table",
  "funding/commissioned-service",
  "procurement/contract",
]);

export const isCounted = (reference: Reference): boolean =>
  countedKinds.has(parseReference(reference).kind);

/** Reads what a record says of itself. */
export function linkedRecord(
  reference: Reference,
  record: Readonly<Record<string, unknown>>,
): LinkedRecord {
  const text = (...names: readonly string[]) =>
    names
      .map((name) => record[name])
      .find((value): value is string => typeof value === "string" && value !== "");
  return {
    reference,
    title: text("title", "name", "text", "what") ?? reference,
    status: text("status", "stage") ?? null,
    amount: hasMoney(reference)
      ? (["current", "value", "amount"]
          .map((name) => amountIn(record[name]))
          .find((each) => each !== undefined) ?? null)
      : null,
    ceiling: hasMoney(reference) ? (amountIn(record.ceiling) ?? null) : null,
    refers: [...referencesIn(record)],
    priority: text("priority") ?? null,
  };
}

/** A value of a metric is a decimal too, and no money. */
const hasMoney = (reference: Reference): boolean =>
  ["money", "contracts"].includes(groupOf(reference));

function amountIn(value: unknown): string | undefined {
  if (isDecimal(value)) return value;
  if (typeof value !== "object" || value === null) return undefined;
  const { amount, currency = "GBP" } = value as { amount?: unknown; currency?: unknown };
  return isDecimal(amount) && currency === "GBP" ? amount : undefined;
}
