import { exact, type Finding, isMoothallError } from "@moothall/core";
import type { Evaluation } from "../resources/evaluation.ts";
import type { ScoreSheet, ScoringOptions } from "../scoring/score.ts";
import { score } from "../scoring/score.ts";
import type { ScoreInput } from "../scoring/score-input.ts";
import { verify } from "../scoring/verify.ts";

/**
 * Holds an evaluation as recorded against the bids that it compares: scores, ranks, winner and
 * exclusions recomputed by the tender's method; where none of it fits, which formula would.
 */
export function checkEvaluation(
  evaluation: Evaluation,
  input: ScoreInput,
  options: ScoringOptions = {},
): Finding[] {
  const about = `procurement/evaluation/${evaluation.id}`;
  let sheet: ScoreSheet;
  try {
    sheet = score(input, options);
  } catch (error) {
    if (!isMoothallError(error)) throw error;
    return [
      {
        rule: "procurement/not-scorable",
        about,
        severity: "error",
        message: `The bids cannot be scored by the recorded method: ${error.message}`,
        evidence: { code: error.code },
        ...(error.hint !== undefined && { fix: error.hint }),
      },
    ];
  }
  return [
    ...scoreFindings(about, evaluation, sheet, input, options),
    ...winnerFindings(about, evaluation, sheet),
  ];
}

const fields = ["priceScore", "qualityScore", "total"] as const;

function scoreFindings(
  about: string,
  evaluation: Evaluation,
  sheet: ScoreSheet,
  input: ScoreInput,
  options: ScoringOptions,
): Finding[] {
  const findings: Finding[] = [];
  for (const [index, recorded] of evaluation.results.entries()) {
    const computed = sheet.results.find((each) => each.bidder === recorded.bidder);
    if (computed === undefined) {
      findings.push({
        rule: "procurement/scored-though-out",
        about,
        severity: "error",
        message: `'${recorded.bidder}' has scores but no valid bid.`,
        evidence: { bidder: recorded.bidder },
        at: { pointer: `/results/${index}` },
      });
      continue;
    }
    for (const field of fields) {
      const value = recorded[field];
      const expected = computed[field];
      if (value === undefined || value === null || expected === null) continue;
      if (exact(value).compare(exact(expected)) === 0) continue;
      findings.push({
        rule: "procurement/score-differs",
        about,
        severity: "error",
        message: `The ${words[field]} of '${recorded.bidder}' is recorded as ${value}; by ${sheet.formula.id} it is ${expected}.${reproducedBy(evaluation, input, options)}`,
        evidence: { bidder: recorded.bidder, recorded: value, computed: expected },
        at: { pointer: `/results/${index}/${field}` },
      });
    }
    if (recorded.rank !== undefined && recorded.rank !== computed.rank) {
      findings.push({
        rule: "procurement/rank-differs",
        about,
        severity: "error",
        message: `'${recorded.bidder}' is recorded as rank ${recorded.rank}; its scores give rank ${computed.rank}.`,
        evidence: { bidder: recorded.bidder, recorded: recorded.rank, computed: computed.rank },
        at: { pointer: `/results/${index}/rank` },
      });
    }
  }
  return findings;
}

const words = { priceScore: "price score", qualityScore: "quality score", total: "total" } as const;

/** Which formula the recorded table would follow from, if any. */
function reproducedBy(evaluation: Evaluation, input: ScoreInput, options: ScoringOptions): string {
  const published = evaluation.results.map(({ bidder, priceScore, qualityScore, total, rank }) => ({
    bidder,
    ...(typeof priceScore === "string" && { priceScore }),
    ...(qualityScore !== undefined && { qualityScore }),
    ...(total !== undefined && { total }),
    ...(rank !== undefined && { rank }),
  }));
  const { declared: _, ...rest } = input;
  try {
    const [first] = verify({ ...rest, published }, options).reproducedBy;
    if (first === undefined) return " No formula of the catalogue reproduces the table.";
    return ` ${first.formula} (${first.rounding}) would reproduce the table.`;
  } catch (error) {
    if (isMoothallError(error)) return "";
    throw error;
  }
}

function winnerFindings(about: string, evaluation: Evaluation, sheet: ScoreSheet): Finding[] {
  const findings: Finding[] = [];
  if (evaluation.winner !== sheet.winner) {
    findings.push({
      rule: "procurement/winner-differs",
      about,
      severity: "error",
      message: `The winner is recorded as ${evaluation.winner ?? "none"}; the bids and the method give ${sheet.winner ?? `a tie of ${sheet.tied.join(" and ")}`}.`,
      evidence: { recorded: evaluation.winner, computed: sheet.winner },
      at: { pointer: "/winner" },
    });
  }
  for (const { bidders, total } of sheet.equalAsShown) {
    findings.push({
      rule: "procurement/equal-as-shown",
      about,
      severity: "warning",
      message: `${bidders.join(" and ")} look equal at ${total} but are not: publish the exact totals.`,
      evidence: { total },
    });
  }
  return findings;
}
