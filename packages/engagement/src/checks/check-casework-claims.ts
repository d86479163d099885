import { type Exact, exact, type Finding, formatSource, ratio, toDecimal } from "@moothall/core";
import { breaksBetween } from "../casework/casework-summary.ts";
import type { CaseworkClaim } from "../resources/casework-claim.ts";
import type { CaseworkTable } from "../resources/casework-table.ts";
import type { CategorySet } from "../resources/category-set.ts";
import { sumOf } from "./check-tables.ts";

export const claimRules = {
  "engagement/share-not-of-its-counts": "A printed percentage is not that of its counts.",
  "engagement/change-not-of-its-years": "A printed change is not that of the two years.",
  "engagement/compared-over-a-break":
    "Words compare a category over a change of categories, which nothing can bear out.",
  "engagement/rank-not-so": "A category is said to have a rank that its count does not have.",
  "engagement/claim-without-figure": "Words speak of a figure that the records do not hold.",
} as const;

type Claim<Kind extends CaseworkClaim["claim"]> = Extract<CaseworkClaim, { claim: Kind }>;
type Fault = Pick<Finding, "rule" | "message" | "evidence" | "fix">;

/**
 * What a paper says of a table in words, against the table and the one of the year before.
 * @param before The table of the year before, where it is recorded.
 * @param set The categories of the table.
 */
export function checkCaseworkClaims(
  table: CaseworkTable,
  before: CaseworkTable | undefined,
  set: CategorySet | undefined,
): Finding[] {
  return (table.claims ?? []).flatMap((claim, index) => {
    const fault = faultOf(claim, table, before, set);
    if (fault === undefined) return [];
    return {
      ...fault,
      about: `engagement/casework-table/${table.id}`,
      severity: fault.rule === "engagement/claim-without-figure" ? "warning" : "error",
      message: `${formatSource(claim.source)} says ${claim.text}: ${fault.message}`,
      at: { pointer: `/claims/${index}` },
    };
  });
}

function faultOf(
  claim: CaseworkClaim,
  table: CaseworkTable,
  before: CaseworkTable | undefined,
  set: CategorySet | undefined,
): Fault | undefined {
  const count = countOf(table, claim.about);
  if (count === undefined) return withoutFigure(`the table has no '${claim.about}'.`);
  if (count === null) return undefined;
  switch (claim.claim) {
    case "share":
      return faultOfShare(claim, count, table);
    case "rank":
      return faultOfRank(claim, count, table);
    case "change":
      return faultOfChange(claim, count, table, before, set);
  }
}

function faultOfShare(
  { of, percent }: Claim<"share">,
  count: number,
  table: CaseworkTable,
): Fault | undefined {
  const base = countOf(table, of);
  if (base === undefined) return withoutFigure(`the table has no '${of}'.`);
  if (base === null) return undefined;
  if (base > 0 && isNear(percentOf(count, base), percent, "rounded")) return undefined;
  return {
    rule: "engagement/share-not-of-its-counts",
    message:
      base === 0
        ? "nothing is a part of 0."
        : `${count} of ${base} is ${toDecimal(percentOf(count, base), 1)} %.`,
    evidence: { printed: percent, count, base },
    fix: "Find out which figure is wrong, correct it, and publish a correction.",
  };
}

/** Equal counts share their places, so each of them may be called any of these. */
function faultOfRank(
  { about, place }: Claim<"rank">,
  count: number,
  { rows }: CaseworkTable,
): Fault | undefined {
  const own = rows.find((row) => keyOf(row) === about);
  const peers = rows.filter(({ parent }) => parent === own?.parent);
  if (own === undefined || peers.some((row) => row.count === null))
    return withoutFigure("not all counts are known that it would stand among.");
  const more = peers.filter((row) => (row.count as number) > count).length;
  const asMany = peers.filter((row) => (row.count as number) >= count).length;
  if (more < place && place <= asMany) return undefined;
  return {
    rule: "engagement/rank-not-so",
    message: `${more === 0 ? "none has" : more === 1 ? "1 other has" : `${more} others have`} more than its ${count}.`,
    evidence: { place, more, count },
    fix: "Correct the words, or the count.",
  };
}

function faultOfChange(
  claim: Claim<"change">,
  after: number,
  table: CaseworkTable,
  earlier: CaseworkTable | undefined,
  set: CategorySet | undefined,
): Fault | undefined {
  if (earlier === undefined) return withoutFigure("the year before is not recorded.");
  const why =
    claim.about === "total"
      ? undefined
      : breaksBetween(earlier, table, set).whyOf(claim.about.replace(/^.*\//, ""));
  if (why !== undefined)
    return {
      rule: "engagement/compared-over-a-break",
      message: `the two years cannot be compared. ${why}`,
      evidence: { after },
      fix: "Say that the categories changed, and compare those together between which cases moved.",
    };
  const before = countOf(earlier, claim.about);
  if (before === undefined || before === null)
    return withoutFigure("the figure of the year before is not known.");
  const wrong = wrongPartOf(claim, before, after);
  if (wrong === undefined) return undefined;
  return {
    rule: "engagement/change-not-of-its-years",
    message: `${wrong}; the tables have ${before} and ${after}.`,
    evidence: { before, after },
    fix: "Find out which figure is wrong, correct it, and publish a correction.",
  };
}

function wrongPartOf(claim: Claim<"change">, before: number, after: number): string | undefined {
  const { direction, by, percent, times, exactness } = claim;
  if (direction === "rose" ? after <= before : after >= before)
    return `it did not ${direction === "rose" ? "rise" : "fall"}`;
  if (claim.before !== undefined && claim.before !== before)
    return `it was not ${claim.before} before`;
  const difference = Math.abs(after - before);
  if (by !== undefined && by !== difference) return `it ${direction} by ${difference}`;
  if (before === 0)
    return percent === undefined && times === undefined ? undefined : "nothing compares with 0";
  const change = percentOf(difference, before);
  if (percent !== undefined && !isNear(change, percent, exactness))
    return `it ${direction} by ${toDecimal(change, 1)} %`;
  const multiple = ratio(BigInt(after), BigInt(before));
  if (times !== undefined && !isNear(multiple, times, exactness))
    return `it is ${toDecimal(multiple, 2)} times as many`;
  return undefined;
}

const percentOf = (count: number, of: number): Exact => ratio(BigInt(100 * count), BigInt(of));

/** Whether a printed figure may stand for the exact one, in the places in which it is printed. */
function isNear(figure: Exact, printed: string, exactness: Claim<"change">["exactness"]): boolean {
  const apart = figure.sub(exact(printed));
  if (exactness === "over") return apart.compare(0n) > 0;
  if (exactness === "under") return apart.compare(0n) < 0;
  const places = printed.split(".")[1]?.length ?? 0;
  const unit = ratio(1n, 10n ** BigInt(places));
  return apart.abs().compare(exactness === "about" ? unit : unit.div(2n)) <= 0;
}

/** Null where it is not known, undefined where there is no such category. */
function countOf(table: CaseworkTable, about: string): number | null | undefined {
  if (about === "total") return table.total;
  const row = table.rows.find((each) => keyOf(each) === about);
  if (row !== undefined) return row.count;
  const printed = table.parents?.[about];
  if (printed !== undefined) return printed;
  const parts = table.rows.filter(({ parent }) => parent === about);
  return parts.length === 0 ? undefined : sumOf(parts.map(({ count }) => count));
}

const keyOf = ({ category, parent }: { category: string; parent?: string | undefined }): string =>
  parent === undefined ? category : `${parent}/${category}`;

const withoutFigure = (message: string): Fault => ({
  rule: "engagement/claim-without-figure",
  message,
  evidence: {},
  fix: "Record the figure, or take the words out of the claims.",
});
