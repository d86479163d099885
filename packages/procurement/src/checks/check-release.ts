import type { Finding } from "@moothall/core";
import type { Award } from "../resources/award.ts";
import type { Contract } from "../resources/contract.ts";
import type { Tender } from "../resources/tender.ts";

/** What a record lacks for a useful OCDS release, which readers of open contracting data miss first. */
export function checkReleaseGaps(
  kind: "tender" | "award" | "contract",
  record: Tender | Award | Contract,
): Finding[] {
  const wanted = { tender: forTender, award: forAward, contract: forContract }[kind];
  const missing = wanted.filter(
    (field) => (record as Readonly<Record<string, unknown>>)[field] === undefined,
  );
  if (missing.length === 0) return [];
  return [
    {
      rule: "procurement/ocds-gap",
      about: `procurement/${kind}/${record.id}`,
      severity: "note",
      message: `Open contracting data will lack ${missing.join(", ")}.`,
      evidence: { missing: missing.join(", ") },
      fix: "Record what is known; what is not known is left out, never guessed.",
    },
  ];
}

const forTender = ["published", "deadline", "category", "method"] as const;
const forAward = ["value", "decided", "tender"] as const;
const forContract = ["value", "period", "signed", "award"] as const;
