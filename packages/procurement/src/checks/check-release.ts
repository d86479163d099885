import type { Finding } from "@moothall/core";
import type { Award } from "../resources/award.ts";
import type { Contract } from "../resources/contract.ts";
import type { Tender } from "../resources/tender.ts";

const wanted = {
  tender: ["published", "deadline", "category", "method"],
  award: ["value", "decided", "tender"],
  contract: ["value", "period", "signed", "award"],
} as const;

/**
 * What the records of a kind lack for useful OCDS releases, which readers of open contracting data
 * miss first: said once for all of them, with the records by field.
 */
export function checkReleaseGaps(
  kind: keyof typeof wanted,
  records: readonly (Tender | Award | Contract)[],
): Finding[] {
  const lacking = wanted[kind].flatMap((field) => {
    const ids = records
      .filter((record) => (record as Readonly<Record<string, unknown>>)[field] === undefined)
      .map(({ id }) => id);
    return ids.length === 0 ? [] : [[field, ids] as const];
  });
  if (lacking.length === 0) return [];
  const told = lacking.map(([field, ids]) => `'${field}' of ${ids.length}`).join(", ");
  return [
    {
      rule: "procurement/ocds-gap",
      about: `procurement/${kind}`,
      severity: "note",
      message: `Open contracting data of ${records.length} record(s) will lack ${told}.`,
      evidence: Object.fromEntries(lacking.map(([field, ids]) => [field, ids.join(", ")])),
      fix: "Record what is known; what is not known is left out, never guessed.",
    },
  ];
}
