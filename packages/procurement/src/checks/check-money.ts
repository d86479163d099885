import {
  compareMoney,
  exact,
  type Finding,
  formatMoney,
  type Money,
  subtractMoney,
  toDecimal,
} from "@moothall/core";
import type { Bid } from "../resources/bid.ts";
import type { Contract } from "../resources/contract.ts";
import type { Tender } from "../resources/tender.ts";

/** A contract's value against its ceiling, and the saving against the previous contract. */
export function checkContractMoney(contract: Contract): Finding[] {
  const about = `procurement/contract/${contract.id}`;
  const { value, budgetCeiling, previous, saving, savingPercent } = contract;
  const findings: Finding[] = [];
  if (exceeds(value, budgetCeiling)) {
    findings.push({
      rule: "procurement/over-budget",
      about,
      severity: "error",
      message: `The contract of ${formatMoney(value as Money)} is above its ceiling of ${formatMoney(budgetCeiling as Money)}.`,
      evidence: { value: value?.amount ?? null, ceiling: budgetCeiling?.amount ?? null },
      at: { pointer: "/value" },
    });
  }
  const before = previous?.value;
  if (value === undefined || before === undefined || before.currency !== value.currency)
    return findings;
  const saved = subtractMoney(before, value);
  if (
    saving !== undefined &&
    saving.currency === value.currency &&
    compareMoney(saving, saved) !== 0
  ) {
    findings.push({
      rule: "procurement/saving-differs",
      about,
      severity: "error",
      message: `The saving is given as ${formatMoney(saving)}; ${formatMoney(before)} less ${formatMoney(value)} is ${formatMoney(saved)}.`,
      evidence: { given: saving.amount, computed: saved.amount },
      at: { pointer: "/saving" },
    });
  }
  if (savingPercent !== undefined && exact(before.amount).n !== 0n) {
    const places = savingPercent.split(".")[1]?.length ?? 0;
    const share = toDecimal(exact(saved.amount).div(exact(before.amount)).mul(100n), places);
    if (share !== savingPercent) {
      findings.push({
        rule: "procurement/saving-differs",
        about,
        severity: "error",
        message: `The saving is given as ${savingPercent} %; it is ${share} % of the previous value.`,
        evidence: { given: savingPercent, computed: share },
        at: { pointer: "/savingPercent" },
      });
    }
  }
  return findings;
}

/** Bids above the ceiling that were not put aside. */
export const checkBidsAgainstBudget = (tender: Tender, bids: readonly Bid[]): Finding[] =>
  bids
    .filter((bid) => bid.status === "valid" && exceeds(bid.price, tender.budgetCeiling))
    .map((bid) => ({
      rule: "procurement/bid-over-budget",
      about: `procurement/bid/${bid.id}`,
      severity: "warning" as const,
      message: `The bid of ${formatMoney(bid.price as Money)} is above the tender's ceiling of ${formatMoney(tender.budgetCeiling as Money)} and is held as valid.`,
      evidence: { price: bid.price?.amount ?? null, ceiling: tender.budgetCeiling?.amount ?? null },
      at: { pointer: "/price" },
    }));

const exceeds = (value: Money | undefined, ceiling: Money | undefined): boolean =>
  value !== undefined &&
  ceiling !== undefined &&
  value.currency === ceiling.currency &&
  compareMoney(value, ceiling) > 0;
