import { parseReference } from "@moothall/core";
import { fromPence, plus, toPence, total } from "../amount.ts";
import type { Award } from "../resources/award.ts";
import type { Fund } from "../resources/fund.ts";
import type { Round } from "../resources/round.ts";
import type { Scheme } from "../resources/scheme.ts";
import { counts, takenOf } from "./position.ts";

/** A limit that awards may reach and not exceed, and what they have taken of it. */
export interface Ceiling {
  readonly id: string;
  readonly title: string;
  readonly ceiling: string;
  readonly used: string;
  /** Of a ceiling of one category: it binds only awards of that category. */
  readonly category?: string;
}

export interface CeilingSources {
  readonly round: Round;
  readonly scheme?: Scheme | undefined;
  readonly fund?: Fund | undefined;
  /** Every award of the fund, of the scheme or of the round; others are left aside. */
  readonly awards: readonly Award[];
}

/** All ceilings that bind awards of a round: its own, its categories', its scheme's and its fund's year. */
export function ceilingsOf({ round, scheme, fund, awards }: CeilingSources): Ceiling[] {
  const ofRound = awards.filter((each) => counts(each) && idOf(each.round) === round.id);
  const ceilings: Ceiling[] = [];
  if (round.ceiling !== undefined) {
    ceilings.push({
      id: "round",
      title: round.title,
      ceiling: round.ceiling,
      used: total(ofRound.map((each) => each.current)),
    });
  }
  for (const category of round.categories ?? []) {
    ceilings.push({
      id: `category.${category.id}`,
      title: category.title,
      ceiling: category.ceiling,
      used: total(
        ofRound.filter((each) => each.category === category.id).map((each) => each.current),
      ),
      category: category.id,
    });
  }
  const schemeYear = scheme?.ceilings?.find((each) => each.year === round.year);
  if (scheme !== undefined && schemeYear !== undefined) {
    const ofScheme = awards.filter((each) => idOf(each.scheme) === scheme.id);
    ceilings.push({
      id: "scheme",
      title: scheme.title,
      ceiling: schemeYear.amount,
      used: total(ofScheme.map((each) => takenOf(each, round.year))),
    });
  }
  const fundYear = fund?.years.find((each) => each.year === round.year);
  if (fund !== undefined && fundYear !== undefined) {
    const ofFund = awards.filter((each) => idOf(each.fund) === fund.id);
    ceilings.push({
      id: "fund",
      title: fund.title,
      ceiling: plus(fundYear.budget, fundYear.broughtForward ?? "0"),
      used: total(ofFund.map((each) => takenOf(each, round.year))),
    });
  }
  return ceilings;
}

const idOf = (reference: string | undefined): string | undefined =>
  reference === undefined ? undefined : parseReference(reference).id;

/** What is left under every ceiling that binds this category, in pence; undefined where none binds. */
export function roomUnder(
  ceilings: readonly Ceiling[],
  category: string | undefined,
): bigint | undefined {
  const rooms = ceilings
    .filter((each) => each.category === undefined || each.category === category)
    .map((each) => toPence(each.ceiling) - toPence(each.used));
  return rooms.length === 0
    ? undefined
    : rooms.reduce((least, each) => (each < least ? each : least));
}

/** The ceilings after an award has taken its amount. */
export const afterTaking = (
  ceilings: readonly Ceiling[],
  category: string | undefined,
  pence: bigint,
): Ceiling[] =>
  ceilings.map((each) =>
    each.category === undefined || each.category === category
      ? { ...each, used: fromPence(toPence(each.used) + pence) }
      : each,
  );
