import {
  compareFindings,
  type Exact,
  type Finding,
  parseInput,
  ratio,
  toDecimal,
} from "@moothall/core";
import type { Release } from "../merge/order-releases.ts";
import { type Fences, fencesOf } from "./fences.ts";
import { type FlagsInput, type FlagsOptions, flagged, flagsInput } from "./flag.ts";
import { flagsOfProcess } from "./flags-of-process.ts";
import { type Process, readProcess } from "./read-process.ts";

/**
 * Red flags over compiled releases, each with its inputs. Cancelled and unsuccessful tenders are
 * left out; prices of several currencies in one process are not compared; moments are compared as
 * moments.
 */
export function flags(releases: Iterable<Release>, input: FlagsInput = {}): Finding[] {
  const collected = collectFlags(input);
  for (const release of releases) collected.add(release);
  return collected.finish();
}

interface Tenderer {
  bids: number;
  wins: number;
  readonly classes: Set<string>;
}

/** The same for releases that come one by one: keeps a few numbers of each, not the release. */
export function collectFlags(input: FlagsInput = {}): {
  readonly add: (release: Release) => void;
  readonly finish: () => Finding[];
} {
  const options = parseInput(flagsInput(), input, "flags");
  const found: Finding[] = [];
  const gaps: { readonly ocid: string; readonly gap: Exact }[] = [];
  const tenderers = new Map<string, Tenderer>();
  const buyers = new Map<string, { submitted: number; disqualified: number }>();
  return {
    add: (release) => {
      const process = readProcess(release);
      if (process === undefined) return;
      found.push(...flagsOfProcess(process, options));
      const gap = gapOf(process);
      if (gap !== undefined) gaps.push({ ocid: process.ocid, gap });
      countTenderers(process, tenderers);
      countBuyer(process, buyers);
    },
    finish: () =>
      [
        ...found,
        ...unusualGaps(gaps),
        ...fewWins(tenderers, options),
        ...manyClasses(tenderers),
        ...manyDisqualified(buyers),
      ].sort(compareFindings),
  };
}

/** (second − winner) / winner of the valid bids, where one bid won and all are in one currency. */
function gapOf({ bids, winning }: Process): Exact | undefined {
  const valid = bids.filter((bid) => bid.status === "valid" && bid.amount !== undefined);
  const [winner] = winning;
  if (winning.length !== 1 || winner?.amount === undefined || winner.amount.n === 0n)
    return undefined;
  if (new Set(valid.map((bid) => bid.currency)).size !== 1 || !valid.includes(winner))
    return undefined;
  const others = valid.filter((bid) => bid !== winner).map((bid) => bid.amount as Exact);
  const second = others
    .filter((amount) => amount.compare(winner.amount as Exact) >= 0)
    .toSorted((left, right) => left.compare(right))[0];
  // A winner that is not the lowest was chosen for quality: the gap would say nothing.
  if (second === undefined || others.some((amount) => amount.compare(winner.amount as Exact) < 0)) {
    return undefined;
  }
  return second.sub(winner.amount).div(winner.amount);
}

function countTenderers(process: Process, tenderers: Map<string, Tenderer>): void {
  const of = (id: string): Tenderer => {
    const known = tenderers.get(id) ?? { bids: 0, wins: 0, classes: new Set() };
    tenderers.set(id, known);
    return known;
  };
  for (const id of new Set(process.bids.flatMap((bid) => bid.tenderers))) of(id).bids += 1;
  for (const id of process.suppliers) {
    const supplier = of(id);
    supplier.wins += 1;
    for (const each of process.classes) supplier.classes.add(each);
  }
}

function countBuyer(
  { buyer, bids }: Process,
  buyers: Map<string, { submitted: number; disqualified: number }>,
): void {
  if (buyer === undefined || bids.length === 0) return;
  const known = buyers.get(buyer) ?? { submitted: 0, disqualified: 0 };
  known.submitted += bids.length;
  known.disqualified += bids.filter((bid) => bid.status === "disqualified").length;
  buyers.set(buyer, known);
}

const share = (part: number, whole: number): Exact => ratio(BigInt(part), BigInt(whole));

const shownFences = (fences: Fences) => ({
  lowerFence: toDecimal(fences.lower, 6),
  upperFence: toDecimal(fences.upper, 6),
  firstQuartile: toDecimal(fences.firstQuartile, 6),
  thirdQuartile: toDecimal(fences.thirdQuartile, 6),
  compared: fences.count,
});

function unusualGaps(gaps: readonly { readonly ocid: string; readonly gap: Exact }[]): Finding[] {
  const fences = fencesOf(gaps.map(({ gap }) => gap));
  if (fences === undefined) return [];
  return gaps.flatMap(({ ocid, gap }) => {
    const evidence = { gap: toDecimal(gap, 6), ...shownFences(fences) };
    const message = `The next price is ${toDecimal(gap.mul(100n), 2)} % above the winning one.`;
    if (gap.compare(fences.upper) > 0) return [flagged("R058", ocid, message, evidence)];
    return gap.compare(fences.lower) < 0 ? [flagged("R024", ocid, message, evidence)] : [];
  });
}

function fewWins(tenderers: ReadonlyMap<string, Tenderer>, { manyBids }: FlagsOptions): Finding[] {
  const bidding = [...tenderers].filter(([, { bids }]) => bids > 0);
  const counts = fencesOf(bidding.map(([, { bids }]) => share(bids, 1)));
  const wins = fencesOf(bidding.map(([, { wins: won, bids }]) => share(won, bids)));
  if (counts === undefined || wins === undefined) return [];
  return bidding
    .filter(
      ([, { bids, wins: won }]) =>
        bids >= manyBids &&
        share(bids, 1).compare(counts.upper) >= 0 &&
        share(won, bids).compare(wins.firstQuartile) <= 0,
    )
    .map(([id, { bids, wins: won }]) =>
      flagged("R025", id, `It bid in ${bids} processes and won ${won}.`, {
        bids,
        wins: won,
        manyFrom: toDecimal(counts.upper, 2),
        fewUpTo: toDecimal(wins.firstQuartile, 6),
        compared: counts.count,
      }),
    );
}

function manyClasses(tenderers: ReadonlyMap<string, Tenderer>): Finding[] {
  const winners = [...tenderers].filter(([, { classes }]) => classes.size > 0);
  const fences = fencesOf(winners.map(([, { classes }]) => share(classes.size, 1)));
  if (fences === undefined) return [];
  return winners
    .filter(([, { classes }]) => share(classes.size, 1).compare(fences.upper) > 0)
    .map(([id, { classes, wins }]) =>
      flagged("R048", id, `It won in ${classes.size} classes of the classification.`, {
        classes: classes.size,
        wins,
        ...shownFences(fences),
      }),
    );
}

function manyDisqualified(
  buyers: ReadonlyMap<string, { readonly submitted: number; readonly disqualified: number }>,
): Finding[] {
  const fences = fencesOf(
    [...buyers.values()].map(({ submitted, disqualified }) => share(disqualified, submitted)),
  );
  if (fences === undefined) return [];
  return [...buyers]
    .filter(
      ([, { submitted, disqualified }]) => share(disqualified, submitted).compare(fences.upper) > 0,
    )
    .map(([id, { submitted, disqualified }]) =>
      flagged("R038", id, `${disqualified} of ${submitted} bids are disqualified.`, {
        disqualified,
        submitted,
        ...shownFences(fences),
      }),
    );
}
