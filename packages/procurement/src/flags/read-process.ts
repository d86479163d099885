import { type Exact, exact, isDecimal, parseInstant } from "@moothall/core";
import type { Release } from "../merge/order-releases.ts";

/** A bid as a compiled release tells it. */
export interface FlaggedBid {
  readonly id: string;
  readonly status: string | undefined;
  readonly tenderers: readonly string[];
  readonly amount: Exact | undefined;
  readonly currency: string | undefined;
  readonly date: string | undefined;
}

/** What the flags look at in a process. Nothing is guessed: what the release does not say is undefined. */
export interface Process {
  readonly ocid: string;
  readonly method: string | undefined;
  readonly buyer: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly tenderers: number | undefined;
  readonly bids: readonly FlaggedBid[];
  /** Suppliers of active awards. */
  readonly suppliers: readonly string[];
  /** The bids that won: named by the award, or the only bid of its supplier. */
  readonly winning: readonly FlaggedBid[];
  /** Classes of what the awards buy: scheme and the first four figures. */
  readonly classes: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const over: ReadonlySet<unknown> = new Set(["cancelled", "unsuccessful", "withdrawn"]);

/** A compiled release as the flags see it; undefined for a tender that came to nothing. */
export function readProcess(release: Release): Process | undefined {
  const tender = object(release.tender);
  if (over.has(tender.status)) return undefined;
  const awards = objects(release.awards).filter((award) => award.status === "active");
  const bids = objects(object(release.bids).details)
    .filter((bid) => bid.submissionType !== "expressionOfInterest" && bid.status !== "invited")
    .map(readBid);
  const suppliers = [...new Set(awards.flatMap((award) => idsOf(award.suppliers)))];
  const period = object(tender.tenderPeriod);
  const items = [...objects(tender.items), ...awards.flatMap((award) => objects(award.items))];
  return {
    ocid: String(release.ocid),
    method: text(tender.procurementMethod),
    buyer: text(object(release.buyer).id) ?? text(object(tender.procuringEntity).id),
    start: moment(period.startDate),
    end: moment(period.endDate),
    tenderers: tenderersOf(tender, bids),
    bids,
    suppliers,
    winning: winningOf(awards, bids),
    classes: [...new Set(items.map((item) => classOf(object(item.classification))))].filter(
      (each) => each !== undefined,
    ),
  };
}

function readBid(bid: Json): FlaggedBid {
  const value = object(bid.value);
  const amount = typeof value.amount === "number" ? String(value.amount) : value.amount;
  return {
    id: String(bid.id),
    status: text(bid.status),
    tenderers: idsOf(bid.tenderers),
    amount: isDecimal(amount) ? exact(amount) : undefined,
    currency: text(value.currency),
    date: moment(bid.date),
  };
}

function tenderersOf(tender: Json, bids: readonly FlaggedBid[]): number | undefined {
  if (bids.length > 0) return new Set(bids.flatMap((bid) => bid.tenderers)).size;
  if (typeof tender.numberOfTenderers === "number") return tender.numberOfTenderers;
  return Array.isArray(tender.tenderers) ? idsOf(tender.tenderers).length : undefined;
}

function winningOf(awards: readonly Json[], bids: readonly FlaggedBid[]): FlaggedBid[] {
  return awards.flatMap((award) => {
    const named = [
      award.relatedBid,
      ...(Array.isArray(award.relatedBids) ? award.relatedBids : []),
    ];
    const found = bids.filter((bid) => named.includes(bid.id));
    if (found.length > 0) return found;
    const suppliers = idsOf(award.suppliers);
    const theirs = bids.filter(
      (bid) => bid.status !== "withdrawn" && bid.tenderers.some((each) => suppliers.includes(each)),
    );
    return theirs.length === 1 ? theirs : [];
  });
}

const classOf = (classification: Json): string | undefined =>
  classification.id === undefined || classification.id === null
    ? undefined
    : `${text(classification.scheme) ?? ""}:${String(classification.id).slice(0, 4)}`;

const object = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};

const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : []);

const idsOf = (value: unknown): string[] =>
  objects(value).flatMap(({ id }) => (id === undefined || id === null ? [] : [String(id)]));

const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** A moment with a zone; a date without one cannot be compared and is left out. */
function moment(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  try {
    return parseInstant(value).toString();
  } catch {
    return undefined;
  }
}
