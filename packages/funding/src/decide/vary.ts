import { compareAmounts, minus, plus, toPence } from "../amount.ts";
import { fault } from "../errors.ts";
import type { Award } from "../resources/award.ts";

export type Variation = Award["variations"][number];

/**
 * An award with one more variation: its current amount, its end and, of an award of several years,
 * the year that changes.
 * @throws MoothallError `funding/variation-twice`, `funding/below-released`, `funding/year-needed`
 */
export function vary(award: Award, variation: Variation, released: string): Award {
  if (award.variations.some((each) => each.id === variation.id)) {
    throw fault(
      "funding/variation-twice",
      `A variation '${variation.id}' of this award is recorded already.`,
      "Give the new one an id of its own.",
    );
  }
  const current = plus(award.current, variation.change);
  if (compareAmounts(current, released) < 0 || toPence(current) < 0n) {
    throw fault(
      "funding/below-released",
      `The award would become £${current}, less than the £${released} released.`,
      "Recover what was paid beyond it (claw-back) instead of varying below it.",
    );
  }
  const years = award.years === undefined ? undefined : varyYears(award, variation);
  return {
    ...award,
    current,
    variations: [...award.variations, variation],
    ...(variation.ends !== undefined && { ends: variation.ends }),
    ...(years !== undefined && { years }),
  };
}

function varyYears(award: Award, { year, change }: Variation): NonNullable<Award["years"]> {
  const years = award.years ?? [];
  if (toPence(change) === 0n) return years;
  const held = years.find((each) => each.year === year);
  if (year === undefined || (held === undefined && toPence(change) < 0n)) {
    throw fault(
      "funding/year-needed",
      "This award has an amount for each year, and the variation names none of them.",
      `Name one of ${years.map((each) => each.year).join(", ")}, or a new year for an addition.`,
    );
  }
  if (held === undefined) return [...years, { year, amount: plus("0", change) }];
  const amount = plus(held.amount, change);
  if (toPence(amount) < 0n) {
    throw fault(
      "funding/below-released",
      `${year} holds £${held.amount}; it cannot lose £${minus("0", change)}.`,
      "Spread the reduction over several years, a variation each.",
    );
  }
  return years.map((each) => (each.year === year ? { ...each, amount } : each));
}
