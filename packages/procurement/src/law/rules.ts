import { exact } from "@moothall/core";
import { fault } from "../errors.ts";

/** A rule of law as a dated fact: what it says, from when to when, where it stands, and when that was checked. */
export interface Rule<Value> {
  /** The first day on which it holds. */
  readonly from: string;
  /** The last day; null where it holds until further notice. */
  readonly to: string | null;
  readonly value: Value;
  readonly citation: string;
  /** The day on which the citation was last read. */
  readonly checked: string;
}

const checked = "2026-11-22";

/** The day on which the Procurement Act 2023 came into force for new procurements. */
export const actInForce = "2025-02-24";

export type ThresholdKind = "goods-and-services" | "works" | "light-touch";

/**
 * Thresholds of a sub-central authority in pounds, with VAT, for procurements that begin on a day.
 * Contracts that the Welsh Ministers regulate have figures of their own, which are not held here.
 */
export const thresholds: readonly Rule<Readonly<Record<ThresholdKind, string>>>[] = [
  {
    from: "2024-01-01",
    to: "2025-12-31",
    value: { "goods-and-services": "214904", works: "5372609", "light-touch": "663540" },
    citation: "Procurement Act 2023, Schedule 1, as amended by SI 2025/163",
    checked,
  },
  {
    from: "2026-01-01",
    to: null,
    value: { "goods-and-services": "207720", works: "5193000", "light-touch": "663540" },
    citation: "Procurement Act 2023, Schedule 1, as amended by SI 2025/1200",
    checked,
  },
];

/** Pounds, with VAT, from which a contract below the threshold has to be notified by a sub-central authority. */
export const notifiable: readonly Rule<string>[] = [
  {
    from: actInForce,
    to: null,
    value: "30000",
    citation: "Procurement Act 2023, s.84(1)(b)",
    checked,
  },
];

/** Pounds above which key performance indicators and a copy of the contract are published. */
export const largeContract: readonly Rule<string>[] = [
  {
    from: actInForce,
    to: null,
    value: "5000000",
    citation: "Procurement Act 2023, s.52(1) and s.53(3)",
    checked,
  },
];

/** How long a thing may take: days that begin with the day itself, so that 30 days from the 1st end on the 30th. */
export const noticePeriods = {
  contractDetails: { days: 30, citation: "Procurement Act 2023, s.53(1)" },
  contractDetailsLightTouch: { days: 120, citation: "Procurement Act 2023, s.53(2)" },
  contractCopy: { days: 90, citation: "Procurement Act 2023, s.53(3)" },
  contractCopyLightTouch: { days: 180, citation: "Procurement Act 2023, s.53(4)" },
  termination: { days: 30, citation: "Procurement Act 2023, s.80(1)" },
  paymentsCompliance: { days: 30, citation: "Procurement Act 2023, s.69(1)" },
} as const;

/** Lists of spending and contracts that the law asks for, by their floor in pounds. */
export const publishedLists = [
  {
    from: "500",
    of: "spending",
    who: "councils and commissioners",
    citation:
      "Local Government Transparency Code 2015, para 28; Elected Local Policing Bodies (Specified Information) Order 2011, SI 2011/3050, as amended",
    checked,
  },
  {
    from: "5000",
    of: "contracts",
    who: "councils, quarterly",
    citation: "Local Government Transparency Code 2015, para 31",
    checked,
  },
  {
    from: "10000",
    of: "contracts",
    who: "police and crime commissioners",
    citation:
      "Elected Local Policing Bodies (Specified Information) Order 2011, SI 2011/3050, as amended",
    checked,
  },
] as const;

/** @throws MoothallError `procurement/no-rule-in-force` when no rule is held for the day. */
export function ruleOn<Value>(rules: readonly Rule<Value>[], date: string): Rule<Value> {
  const found = rules.find((rule) => rule.from <= date && (rule.to === null || date <= rule.to));
  if (found !== undefined) return found;
  throw fault(
    "procurement/no-rule-in-force",
    `No rule is held for ${date}.`,
    `The rules held begin on ${rules[0]?.from ?? "no day"}; look up the law of that day.`,
  );
}

/** Whether an amount with VAT reaches the threshold for a procurement that begins on a day. */
export const reachesThreshold = (gross: string, kind: ThresholdKind, begins: string): boolean =>
  exact(gross).compare(exact(ruleOn(thresholds, begins).value[kind])) >= 0;
