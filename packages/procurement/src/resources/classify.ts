import type { Classification, PathPattern } from "@moothall/core";
import type { Award } from "./award.ts";
import type { Bid } from "./bid.ts";
import type { Contract } from "./contract.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Declination, ExpressionOfInterest } from "./interest.ts";
import type { EvaluatorScore } from "./scores.ts";
import type { Tender } from "./tender.ts";

// What may be read by whom, from the record alone. The law publishes the award, its winner and its
// value (Procurement Act 2023, s.50; Procurement Regulations 2024, reg 27); what a losing bidder
// offered and scored goes to that bidder only (reg 31), unless a public paper has printed it.

const restricted: Classification = { record: "restricted" };
const open: Classification = { record: "public" };

/** A tender is public once it is out; the office's own estimate and evaluators, once it is over. */
export function classifyTender({ status }: Pick<Tender, "status">): Classification {
  if (status === "planning" || status === "planned") return restricted;
  if (status === "active") return { record: "public", paths: narrowWhileOpen };
  return { record: "public", paths: { "/evaluators": "restricted" } };
}

const narrowWhileOpen: Readonly<Record<PathPattern, "restricted">> = {
  "/estimate": "restricted",
  "/lots/*/estimate": "restricted",
  "/evaluators": "restricted",
  "/expressionsOfInterest": "restricted",
  "/bidsReceived": "restricted",
};
export const tenderWithholds = Object.keys(narrowWhileOpen) as PathPattern[];

export const classifyInterest = ({ disclosedIn }: ExpressionOfInterest | Declination) =>
  disclosedIn === undefined ? restricted : open;

const parts: Readonly<Record<PathPattern, "restricted">> = {
  "/quality": "restricted",
  "/scores": "restricted",
  "/answers": "restricted",
  "/pricePoints": "restricted",
};
export const bidWithholds = Object.keys(parts) as PathPattern[];

/** Of the winning bid, who and for how much is public after the award; of the others, nothing. */
export function classifyBid(bid: Bid): Classification {
  if (bid.disclosedIn !== undefined) return open;
  if (bid.awardPublished === undefined || bid.outcome !== "won") return restricted;
  return { record: "public", paths: parts };
}

/** Individual scores are nobody else's until consensus, and stay inside the office after it. */
export const classifyEvaluatorScore = ({ consensusReached }: EvaluatorScore): Classification =>
  consensusReached === undefined ? { record: "confidential" } : restricted;

export const evaluationWithholds: readonly PathPattern[] = [
  "/results/*",
  "/excluded",
  "/evaluatedBy",
];

/** After the award the winner's row is public with the formula; losing rows are not. */
export function classifyEvaluation(evaluation: Evaluation): Classification {
  if (evaluation.disclosedIn !== undefined) return open;
  if (evaluation.awardPublished === undefined) return restricted;
  const paths: Record<PathPattern, "restricted"> = {
    "/excluded": "restricted",
    "/evaluatedBy": "restricted",
  };
  for (const [index, { bidder }] of evaluation.results.entries()) {
    if (bidder !== evaluation.winner) paths[`/results/${index}`] = "restricted";
  }
  return { record: "public", paths };
}

export const classifyAward = ({ published, disclosedIn }: Award): Classification =>
  published === undefined && disclosedIn === undefined ? restricted : open;

export const classifyContract = ({ status, awardPublished }: Contract): Classification =>
  status === "pending" && awardPublished === undefined ? restricted : open;

export const alwaysRestricted = (): Classification => restricted;
export const alwaysConfidential = (): Classification => ({ record: "confidential" });
