import { type Exact, exact, greatest, minorPlaces, ratio, toDecimal, zero } from "@moothall/core";
import { isQualityZero } from "./other-formulas.ts";
import type { Prepared, ValidBid } from "./prepare.ts";
import { rank } from "./rank.ts";

/** A change of one figure of one bid that takes the award from its winner. */
export interface Change {
  readonly bidder: string;
  readonly from: string;
  readonly to: string;
  /** Signed, in money or in points. */
  readonly change: string;
  /** Who wins then; null where several share first place. */
  readonly winner: string | null;
}

/** The smallest step that is looked for: a penny of price, a hundredth of a point of quality. */
const qualityPlaces = 2;

/**
 * For every valid bid the smallest change of its price, down or up, in the currency's smallest
 * coin, that changes who wins. Between the bends of a formula the lead of one bid over another only
 * rises or only falls, so that halving finds the first coin at which the award flips. Upward it is
 * looked for as far as ten times the highest price.
 */
export function smallestPriceChanges(prepared: Prepared, winner: string): Change[] {
  const places = minorPlaces(prepared.currency);
  const unit = ratio(1n, 10n ** BigInt(places));
  const top = greatest(prepared.valid.map((bid) => bid.price)).mul(10n);
  return prepared.valid.flatMap((bid, index) => {
    const others = prepared.valid.filter((_, each) => each !== index).map((each) => each.price);
    const bends = prepared.formula.bends?.({ others, parameters: prepared.parameters });
    const winnerAt = (price: Exact) => winnerWith(prepared, index, { ...bid, price });
    return [unit, top].flatMap((limit) =>
      firstFlip({
        from: bid.price,
        limit,
        unit,
        places,
        bidder: bid.bidder,
        bends,
        winner,
        winnerAt,
      }),
    );
  });
}

/** The same for quality, from nothing to the quality weight, in hundredths of a point. */
export function smallestQualityChanges(prepared: Prepared, winner: string): Change[] {
  const unit = ratio(1n, 10n ** BigInt(qualityPlaces));
  return prepared.valid.flatMap((bid, index) => {
    const winnerAt = (quality: Exact) => winnerWith(prepared, index, { ...bid, quality });
    return [zero, prepared.qualityWeight].flatMap((limit) =>
      firstFlip({
        from: bid.quality,
        limit,
        unit,
        places: qualityPlaces,
        bidder: bid.bidder,
        bends: [],
        winner,
        winnerAt,
      }),
    );
  });
}

/** The smallest of several changes, whatever its direction; the first by name among equals. */
export function smallestOf(changes: readonly Change[]): Change | null {
  let smallest: Change | null = null;
  for (const each of changes) {
    if (smallest === null || size(each).compare(size(smallest)) < 0) smallest = each;
  }
  return smallest;
}
const size = ({ change }: Change): Exact => exact(change).abs();

function winnerWith(prepared: Prepared, index: number, moved: ValidBid): string | null {
  try {
    return rank(prepared.valid.with(index, moved), prepared).winner;
  } catch (error) {
    // A bid without quality has no price per quality point: it cannot win, the rest are compared.
    if (!isQualityZero(error)) throw error;
    const others = prepared.valid.filter((_, each) => each !== index);
    return others.length === 0 ? moved.bidder : rank(others, prepared).winner;
  }
}

interface Search {
  readonly bidder: string;
  readonly from: Exact;
  readonly limit: Exact;
  readonly unit: Exact;
  readonly places: number;
  /** Where the formula bends; undefined where it does not say. */
  readonly bends: readonly Exact[] | undefined;
  readonly winner: string;
  readonly winnerAt: (value: Exact) => string | null;
}

function firstFlip(search: Search): Change[] {
  const { from, limit, unit, winner, winnerAt } = search;
  const upward = limit.compare(from) > 0;
  const span = limit.sub(from).abs().div(unit);
  const lastStep = span.n / span.d;
  if (lastStep === 0n) return [];
  const at = (step: bigint): Exact =>
    upward ? from.add(unit.mul(step)) : from.sub(unit.mul(step));
  const flips = (step: bigint): boolean => winnerAt(at(step)) !== winner;
  let low = 0n;
  for (const stop of stopsOf(search, upward, lastStep)) {
    if (!flips(stop)) {
      low = stop;
      continue;
    }
    let high = stop;
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      if (flips(middle)) high = middle;
      else low = middle;
    }
    const to = at(high);
    return [
      {
        bidder: search.bidder,
        from: toDecimal(from, search.places),
        to: toDecimal(to, search.places),
        change: toDecimal(to.sub(from), search.places),
        winner: winnerAt(to),
      },
    ];
  }
  return [];
}

/** The steps at which to look: on both sides of every bend, and the last; doubling where bends are not told. */
function stopsOf({ bends, from, unit }: Search, upward: boolean, lastStep: bigint): bigint[] {
  const stops = new Set<bigint>([lastStep]);
  if (bends === undefined) {
    for (let step = 1n; step < lastStep; step *= 2n) stops.add(step);
  }
  for (const bend of bends ?? []) {
    const distance = (upward ? bend.sub(from) : from.sub(bend)).div(unit);
    if (distance.compare(zero) < 0) continue;
    const step = distance.n / distance.d;
    for (const near of [step - 1n, step, step + 1n]) {
      if (near > 0n && near < lastStep) stops.add(near);
    }
  }
  return [...stops].sort((left, right) => (left < right ? -1 : 1));
}
