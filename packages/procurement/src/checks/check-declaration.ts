import { type Finding, isMoothallError } from "@moothall/core";
import type { Tender } from "../resources/tender.ts";
import { declare } from "../scoring/declaration.ts";
import type { ScoringOptions } from "../scoring/score.ts";

/**
 * Whether the declared method still is what it was: its hash, and the hashes that the record had
 * since the bids were opened, oldest first, as far as they are known.
 */
export function checkDeclaration(
  tender: Tender,
  hashesSinceOpening: readonly string[],
  options: ScoringOptions = {},
): Finding[] {
  const about = `procurement/tender/${tender.id}`;
  const changed = (message: string): Finding => ({
    rule: "procurement/declaration-changed",
    about,
    severity: "error",
    message,
    evidence: { declared: tender.declared?.hash ?? null },
    at: { pointer: "/method" },
    fix: "Restore the declared method; to change it, cancel the tender and begin again.",
  });
  if (tender.method === undefined || tender.declared === undefined) return [];
  const findings: Finding[] = [];
  try {
    if (declare(tender.method, options).hash !== tender.declared.hash) {
      findings.push(changed("The method is not the one whose hash was declared."));
    }
  } catch (error) {
    if (!isMoothallError(error)) throw error;
    findings.push(changed(`The declared method cannot be applied: ${error.message}`));
  }
  if (new Set(hashesSinceOpening).size > 1) {
    findings.push(changed("The declaration itself was changed after the bids were opened."));
  }
  return findings;
}
