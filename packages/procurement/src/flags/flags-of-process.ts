import {
  compareInstants,
  type Exact,
  type Finding,
  parseInstant,
  ratio,
  toDecimal,
} from "@moothall/core";
import { type FlagsOptions, flagged } from "./flag.ts";
import type { FlaggedBid, Process } from "./read-process.ts";

/** The flags that a process raises by itself, without being compared with others. */
export const flagsOfProcess = (process: Process, options: FlagsOptions): Finding[] => [
  ...shortPeriod(process, options),
  ...oneTenderer(process),
  ...sameAmounts(process),
  ...lateWinner(process),
  ...onlyWinnerLeft(process),
  ...lowestDisqualified(process),
];

const millisecondsOfDay = 86_400_000n;

function shortPeriod({ ocid, start, end }: Process, { shortPeriodDays }: FlagsOptions): Finding[] {
  if (start === undefined || end === undefined) return [];
  const length = BigInt(
    parseInstant(end).epochMilliseconds - parseInstant(start).epochMilliseconds,
  );
  if (length < 0n || length >= BigInt(shortPeriodDays) * millisecondsOfDay) return [];
  const days = toDecimal(ratio(length, millisecondsOfDay), 1, "truncate");
  return [
    flagged("R003", ocid, `Bids could be made for ${days} days.`, {
      start,
      end,
      days,
      threshold: shortPeriodDays,
    }),
  ];
}

function oneTenderer({ ocid, method, tenderers }: Process): Finding[] {
  if (tenderers !== 1 || (method !== "open" && method !== "selective")) return [];
  return [flagged("R018", ocid, `The procedure was ${method}.`, { tenderers, method })];
}

function sameAmounts({ ocid, bids }: Process): Finding[] {
  const found: Finding[] = [];
  for (const [index, bid] of bids.entries()) {
    const twin = bids
      .slice(index + 1)
      .find(
        (other) =>
          bid.amount !== undefined &&
          other.amount?.compare(bid.amount) === 0 &&
          other.currency === bid.currency &&
          bid.tenderers.length > 0 &&
          other.tenderers.length > 0 &&
          !other.tenderers.some((each) => bid.tenderers.includes(each)),
      );
    if (twin === undefined) continue;
    const amount = toDecimal(bid.amount as Exact, 2);
    found.push(
      flagged("R028", ocid, `Bids ${bid.id} and ${twin.id} are both of ${amount}.`, {
        bid: bid.id,
        otherBid: twin.id,
        amount,
        currency: bid.currency ?? null,
      }),
    );
  }
  return found;
}

function lateWinner({ ocid, winning, end }: Process): Finding[] {
  if (end === undefined) return [];
  return winning
    .filter(({ date }) => date !== undefined && compareInstants(date, end) > 0)
    .map((bid) =>
      flagged("R030", ocid, `Bid ${bid.id} came at ${bid.date}; the end was ${end}.`, {
        bid: bid.id,
        received: bid.date as string,
        end,
      }),
    );
}

function onlyWinnerLeft({ ocid, bids, winning }: Process): Finding[] {
  const others = bids.filter((bid) => !winning.includes(bid));
  if (winning.length !== 1 || others.length === 0) return [];
  if (others.some((bid) => bid.status !== "disqualified")) return [];
  return [
    flagged("R035", ocid, `${others.length} of ${bids.length} bids are out.`, {
      bids: bids.length,
      disqualified: others.length,
      winner: winning[0]?.id ?? null,
    }),
  ];
}

function lowestDisqualified({ ocid, bids, winning }: Process): Finding[] {
  const priced = bids.filter((bid) => bid.amount !== undefined && bid.status !== "withdrawn");
  if (winning.length === 0 || new Set(priced.map((bid) => bid.currency)).size !== 1) return [];
  const lowest = priced.reduce<FlaggedBid | undefined>(
    (low, bid) =>
      low === undefined || (bid.amount as Exact).compare(low.amount as Exact) < 0 ? bid : low,
    undefined,
  );
  if (lowest?.status !== "disqualified") return [];
  return [
    flagged("R036", ocid, `Bid ${lowest.id} is the lowest.`, {
      bid: lowest.id,
      amount: toDecimal(lowest.amount as Exact, 2),
      bids: priced.length,
    }),
  ];
}
