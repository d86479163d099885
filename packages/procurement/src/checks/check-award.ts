import { compareMoney, type Finding, formatMoney, type Money } from "@moothall/core";
import type { Award } from "../resources/award.ts";
import type { Bid } from "../resources/bid.ts";
import type { Contract } from "../resources/contract.ts";
import type { Evaluation } from "../resources/evaluation.ts";

/** An award against the ranking and the winning bid, and its contracts against the award. */
export function checkAward(
  award: Award,
  evaluation: Evaluation | undefined,
  bids: readonly Bid[],
  contracts: readonly Contract[],
): Finding[] {
  const about = `procurement/award/${award.id}`;
  const bid = bids.find((each) => award.bid === `procurement/bid/${each.id}`);
  return [
    ...(evaluation === undefined ? [] : againstRanking(about, award, evaluation)),
    ...(bid === undefined ? [] : againstBid(about, award, bid)),
    ...contracts.flatMap((contract) => againstContract(award, contract)),
  ];
}

function againstRanking(about: string, award: Award, evaluation: Evaluation): Finding[] {
  if (evaluation.winner === award.supplier) return [];
  const severity = award.rationale === undefined ? "error" : "note";
  return [
    {
      rule: "procurement/award-not-first",
      about,
      severity,
      message: `The award goes to '${award.supplier}'; the evaluation ranks ${evaluation.winner === null ? "no single bidder" : `'${evaluation.winner}'`} first.`,
      evidence: { supplier: award.supplier, first: evaluation.winner },
      at: { pointer: "/supplier" },
      fix: "Correct the name, or record in the rationale why the first was not awarded.",
    },
  ];
}

function againstBid(about: string, award: Award, bid: Bid): Finding[] {
  const findings: Finding[] = [];
  if (bid.bidder !== award.supplier) {
    findings.push(nameDiffers(about, award.supplier, `the bid ${bid.id}`, bid.bidder));
  }
  if (bid.status !== "valid") {
    findings.push({
      rule: "procurement/awarded-though-out",
      about,
      severity: "error",
      message: `The winning bid is ${bid.status}.`,
      evidence: { bid: bid.id, status: bid.status },
      at: { pointer: "/bid" },
    });
  }
  if (differ(award.value, bid.price)) {
    findings.push({
      rule: "procurement/award-value-differs",
      about,
      severity: "warning",
      message: `The award is for ${formatMoney(award.value as Money)}; the winning bid was ${formatMoney(bid.price as Money)}.`,
      evidence: { award: award.value?.amount ?? null, bid: bid.price?.amount ?? null },
      at: { pointer: "/value" },
    });
  }
  return findings;
}

function againstContract(award: Award, contract: Contract): Finding[] {
  const about = `procurement/contract/${contract.id}`;
  const findings: Finding[] = [];
  if (contract.supplier !== award.supplier) {
    findings.push(nameDiffers(about, contract.supplier, `the award ${award.id}`, award.supplier));
  }
  if (differ(contract.value, award.value)) {
    findings.push({
      rule: "procurement/contract-value-differs",
      about,
      severity: "warning",
      message: `The contract is for ${formatMoney(contract.value as Money)}; the award was for ${formatMoney(award.value as Money)}.`,
      evidence: { contract: contract.value?.amount ?? null, award: award.value?.amount ?? null },
      at: { pointer: "/value" },
    });
  }
  return findings;
}

const nameDiffers = (about: string, name: string, where: string, other: string): Finding => ({
  rule: "procurement/supplier-differs",
  about,
  severity: "warning",
  message: `The supplier is '${name}' here and '${other}' in ${where}.`,
  evidence: { here: name, there: other },
  at: { pointer: "/supplier" },
  fix: "Find out the supplier's legal name and use it everywhere.",
});

/** Both are known and are not the same amount of the same currency. */
const differ = (left: Money | undefined, right: Money | undefined): boolean =>
  left !== undefined &&
  right !== undefined &&
  (left.currency !== right.currency || compareMoney(left, right) !== 0);
