import { compareInstants, dateOfInstant, type Finding, parsePeriod } from "@moothall/core";
import type { Award } from "../resources/award.ts";
import type { Bid } from "../resources/bid.ts";
import type { Contract } from "../resources/contract.ts";
import type { Tender } from "../resources/tender.ts";

const finding = (
  rule: string,
  about: string,
  pointer: string,
  message: string,
  first: string,
  second: string,
  severity: Finding["severity"] = "error",
): Finding => ({
  rule: `procurement/${rule}`,
  about,
  severity,
  message,
  evidence: { earlier: first, later: second },
  at: { pointer },
});

/** The dates of a tender: published, then the end of the time for bids, then opened. */
export function checkTenderDates(tender: Tender, bids: readonly Bid[]): Finding[] {
  const about = `procurement/tender/${tender.id}`;
  const { published, deadline, opened, declared } = tender;
  const findings: Finding[] = [];
  if (published !== undefined && deadline !== undefined && dateOfInstant(deadline) < published) {
    findings.push(
      finding(
        "deadline-before-publication",
        about,
        "/deadline",
        `Bids could be made until ${deadline}, before the tender was published on ${published}.`,
        deadline,
        published,
      ),
    );
  }
  if (opened !== undefined && deadline !== undefined && compareInstants(opened, deadline) < 0) {
    findings.push(
      finding(
        "opened-before-deadline",
        about,
        "/opened",
        `The bids were opened at ${opened}, before the end of the time for bids (${deadline}).`,
        opened,
        deadline,
      ),
    );
  }
  if (opened !== undefined && declared !== undefined && compareInstants(opened, declared.at) < 0) {
    findings.push(
      finding(
        "declared-after-opening",
        about,
        "/declared",
        `The method was declared at ${declared.at}, after the bids were opened at ${opened}.`,
        opened,
        declared.at,
      ),
    );
  }
  for (const { id, submitted, status } of bids) {
    if (submitted === undefined || deadline === undefined || status !== "valid") continue;
    if (compareInstants(submitted, deadline) <= 0) continue;
    findings.push(
      finding(
        "late-bid",
        `procurement/bid/${id}`,
        "/submitted",
        `The bid came at ${submitted}, after ${deadline}, and is held as valid.`,
        deadline,
        submitted,
      ),
    );
  }
  return findings;
}

/** The dates of an award: reported, decided, published. */
export function checkAwardDates(award: Award): Finding[] {
  const about = `procurement/award/${award.id}`;
  const { reported, decided, published } = award;
  const findings: Finding[] = [];
  if (reported !== undefined && decided !== undefined && decided < reported) {
    findings.push(
      finding(
        "signed-before-reported",
        about,
        "/decided",
        `The decision was signed on ${decided}, before the report of ${reported}.`,
        decided,
        reported,
      ),
    );
  }
  if (decided !== undefined && published !== undefined && published < decided) {
    findings.push(
      finding(
        "published-before-decided",
        about,
        "/published",
        `The award was published on ${published}, before it was decided on ${decided}.`,
        published,
        decided,
      ),
    );
  }
  return findings;
}

/** A contract's dates against the award's, and its own period. */
export function checkContractDates(contract: Contract, award: Award | undefined): Finding[] {
  const about = `procurement/contract/${contract.id}`;
  const start = contract.period === undefined ? undefined : parsePeriod(contract.period).start;
  const { signed } = contract;
  const findings: Finding[] = [];
  if (start !== undefined && signed !== undefined && start < signed) {
    findings.push(
      finding(
        "started-before-signed",
        about,
        "/signed",
        `The contract runs from ${start} but was signed on ${signed}.`,
        start,
        signed,
        "warning",
      ),
    );
  }
  const decided = award?.decided;
  if (decided !== undefined && signed !== undefined && signed < decided) {
    findings.push(
      finding(
        "signed-before-decided",
        about,
        "/signed",
        `The contract was signed on ${signed}, before the award was decided on ${decided}.`,
        signed,
        decided,
      ),
    );
  }
  if (decided !== undefined && start !== undefined && start < decided) {
    findings.push(
      finding(
        "started-before-decided",
        about,
        "/period",
        `The contract runs from ${start}, before the award was decided on ${decided}.`,
        start,
        decided,
        "warning",
      ),
    );
  }
  const next = contract.previous?.period;
  const ends = next === undefined ? undefined : parsePeriod(next).end;
  if (ends !== undefined && ends !== null && start !== undefined && start <= ends) {
    findings.push(
      finding(
        "overlaps-previous",
        about,
        "/period",
        `The contract runs from ${start}; the previous one runs to ${ends}.`,
        start,
        ends,
        "note",
      ),
    );
  }
  return findings;
}
