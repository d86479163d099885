import { referenceTo } from "@moothall/core";
import { fault } from "../errors.ts";
import type { Award } from "../resources/award.ts";
import type { Bid } from "../resources/bid.ts";
import type { Evaluation } from "../resources/evaluation.ts";
import type { Tender } from "../resources/tender.ts";

/** What an award rests on. */
export interface AwardBasis {
  readonly tender: Tender | undefined;
  readonly evaluation: Evaluation | undefined;
  /** Of the tender, or of the lot that is awarded. */
  readonly bids: readonly Bid[];
  /** Of the same tender, itself left out. */
  readonly otherAwards: readonly Award[];
}

/** Whether a bid is the one that an award names or, where it names none, of its supplier. */
export const hasWon = (award: Award, bid: Bid): boolean =>
  award.bid === undefined
    ? bid.bidder === award.supplier
    : award.bid === referenceTo("procurement/bid", bid.id);

/**
 * Refuses an award that must not go out as it stands.
 * @throws MoothallError `procurement/award-not-ready`, `procurement/award-contradicts-bid`,
 * `procurement/award-contradicts-ranking`, `procurement/already-awarded`
 */
export function requireReady(award: Award, basis: AwardBasis): void {
  if (award.status === "cancelled" || award.status === "unsuccessful") {
    throw fault(
      "procurement/award-not-ready",
      `The award is ${award.status}.`,
      "Publish the notice that the procurement was ended instead.",
    );
  }
  requireBid(award, basis.bids);
  requireEvaluation(award, basis);
  requireFree(award, basis.otherAwards);
  const { tender } = basis;
  const underTheAct = tender?.regime === "procurement-act-2023" && tender.aboveThreshold === true;
  if (underTheAct && award.summariesSent === undefined) {
    throw fault(
      "procurement/award-not-ready",
      "Assessment summaries have not been sent to the bidders.",
      "Send them before the award notice is published (Procurement Act 2023, s.50(3)).",
    );
  }
}

/** An award goes to a bid that is in the running. One without a tender, or of which no bid is held, has none. */
function requireBid(award: Award, bids: readonly Bid[]): void {
  if (bids.length === 0) return;
  const bid = bids.find((each) => hasWon(award, each));
  if (bid === undefined)
    throw fault(
      "procurement/award-contradicts-bid",
      `None of the ${bids.length} bids of the tender is one of '${award.supplier}'.`,
      "Correct the supplier or the bid that the award names.",
    );
  if (bid.bidder !== award.supplier)
    throw fault(
      "procurement/award-contradicts-bid",
      `The award goes to '${award.supplier}'; the bid that it names is one of '${bid.bidder}'.`,
      "Correct the supplier, or name the supplier's own bid.",
    );
  if (bid.status !== "valid")
    throw fault(
      "procurement/award-contradicts-bid",
      `The bid of '${award.supplier}' is ${bid.status}${bid.statusReason === undefined ? "" : `: ${bid.statusReason}`}.`,
      "Award to a bid that is valid; where it is valid after all, record that first.",
    );
}

/** A ranking is followed, or the award says why not; so it does where there was a choice and no ranking. */
function requireEvaluation(award: Award, { evaluation, bids }: AwardBasis): void {
  if (award.rationale !== undefined) return;
  if (evaluation === undefined) {
    if (bids.filter(({ status }) => status === "valid").length < 2) return;
    throw fault(
      "procurement/award-contradicts-ranking",
      "Several bids are valid, and the award names no evaluation of them.",
      "Evaluate the tender and name the evaluation, or record in the award's rationale how the choice was made.",
    );
  }
  if (evaluation.winner === award.supplier) return;
  throw fault(
    "procurement/award-contradicts-ranking",
    evaluation.winner === null
      ? `The evaluation has no single winner; the award goes to '${award.supplier}'.`
      : `The evaluation has another winner than '${award.supplier}'.`,
    "Award to the winner, or record in the award's rationale why not.",
  );
}

/** A tender or a lot is awarded once, unless the award says why there are several, as of a framework. */
function requireFree(award: Award, others: readonly Award[]): void {
  const earlier = others.find(
    ({ published, status, lot }) =>
      published !== undefined && (status === "pending" || status === "active") && lot === award.lot,
  );
  if (earlier === undefined || award.rationale !== undefined) return;
  throw fault(
    "procurement/already-awarded",
    `${award.lot === undefined ? "The tender" : `The lot '${award.lot}'`} was awarded to '${earlier.supplier}' (${earlier.id}).`,
    "Cancel that award first, or record in the rationale of this one why there are several.",
  );
}
