import { type Kind, MoothallError, type Reference, referenceTo } from "@moothall/core";
import { Caller, type DecidedWrite, Records, type StoredRecord } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { fault } from "../errors.ts";
import type { Bid } from "../resources/bid.ts";
import type { Tender } from "../resources/tender.ts";
import type { Method } from "../scoring/method.ts";
import type { ScoreInput } from "../scoring/score-input.ts";

export const getTender = (reference: string) =>
  Effect.flatMap(Records, (records) => records.get<Tender>(reference as Reference));

/** The bids of a tender, or of one of its lots, in the order of their ids. */
export const bidsOf = (tender: string, lot?: string) =>
  Effect.map(
    Effect.flatMap(Records, (records) =>
      records.all<Bid>("procurement/bid", {
        where: [{ field: "tender", is: "equals", value: tender }],
      }),
    ),
    (bids) => bids.filter((bid) => lot === undefined || bid.lot === undefined || bid.lot === lot),
  );

export const allOf = <Kept>(kind: Kind, field: string, value: string) =>
  Effect.flatMap(Records, (records) =>
    records.all<Kept>(kind, { where: [{ field, is: "equals", value }] }),
  );

/** A write of what was read with some fields changed, against the version that was read. */
export function changed<Kept>(
  kind: Kind,
  stored: StoredRecord<Kept>,
  fields: Partial<Kept>,
): DecidedWrite {
  const { record, ...data } = stored;
  return { action: "put", kind, data: { ...data, ...fields }, expect: record.version };
}

/** @throws MoothallError `procurement/not-declared`. */
export function methodOf(tender: Tender): Method {
  if (tender.method !== undefined) return tender.method;
  throw fault(
    "procurement/not-declared",
    `The tender ${tender.id} has no method.`,
    "Record its formula and weights, and declare them before the bids are opened.",
  );
}

/**
 * What `score` takes, from records. A bid without a price cannot be scored: where it is not
 * disqualified or withdrawn, that is an error.
 * @throws MoothallError `procurement/not-declared`, `core/bad-input`.
 */
export function scoreInputOf(tender: Tender, bids: readonly Bid[]): ScoreInput {
  const taking = bids.filter(({ status }) => status === "valid" || status === "disqualified");
  return {
    ...methodOf(tender),
    ...(tender.declared !== undefined && { declared: tender.declared }),
    bids: taking
      .filter((bid) => bid.price !== undefined || bid.status === "valid")
      .map((bid) => {
        if (bid.price === undefined) {
          throw new MoothallError({
            code: "core/bad-input",
            message: `The bid ${bid.id} is valid but has no price.`,
            hint: "Record its price, or disqualify it with a reason.",
          });
        }
        const { quality, scores, answers, pricePoints } = bid;
        return {
          bidder: bid.bidder,
          price: bid.price.amount,
          currency: bid.price.currency,
          ...(quality !== undefined && { quality }),
          ...(scores !== undefined && { scores }),
          ...(answers !== undefined && { answers }),
          ...(pricePoints !== undefined && { pricePoints }),
          ...(bid.status === "disqualified" && { disqualified: bid.statusReason ?? true }),
        };
      }),
  };
}

export const tenderReference = (tender: Pick<Tender, "id">): string =>
  referenceTo("procurement/tender", tender.id);

/**
 * Whether the caller sees every bid: by clearance, or because each was disclosed in a public paper.
 * Scores recomputed from some of the bids would be wrong.
 */
export const seesAll = (tender: Pick<Tender, "bidsReceived"> | undefined, bids: readonly Bid[]) =>
  Effect.map(Caller, ({ clearance }) => {
    if (clearance !== "public") return true;
    const received = bids.filter(({ status }) => status !== "invited").length;
    return (
      received > 0 &&
      (tender?.bidsReceived ?? received) === received &&
      bids.every((bid) => bid.disclosedIn !== undefined)
    );
  });
