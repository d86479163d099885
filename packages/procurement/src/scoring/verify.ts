import {
  decimal,
  type Exact,
  exact,
  parseInput,
  type Rounding,
  toDecimal,
  zero,
} from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";
import { checkMethod } from "./check-method.ts";
import type { Formula } from "./formula.ts";
import { formulasWith } from "./formula-catalogue.ts";
import { isQualityZero, underFormula, whyNotTried } from "./other-formulas.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { type RankedBid, rank } from "./rank.ts";
import type { ScoringOptions } from "./score.ts";
import { scoreInput } from "./score-input.ts";

/**
 * How a paper may have come to what it printed: rounded half up once, cut off, or rounded half up
 * before price and quality were added.
 */
const roundings = ["half-up", "truncate", "half-up-before-adding"] as const;
type PaperRounding = (typeof roundings)[number];

const publishedRow = () =>
  z.strictObject({
    bidder: z.string().min(1),
    priceScore: decimal().optional(),
    qualityScore: decimal().optional(),
    total: decimal().optional(),
    rank: z.int().positive().optional(),
  });

/** What `score` takes, and the table as published. The formula, where given, is tried first. */
export const verifyInput = () =>
  scoreInput()
    .omit({ declared: true })
    .extend({ published: z.array(publishedRow()).min(1) });

const attempted = () => ({ formula: z.string(), version: z.int(), rounding: z.enum(roundings) });

export const verification = () =>
  z
    .strictObject({
      reproducedBy: z.array(z.strictObject(attempted())),
      notReproducedBy: z.array(
        z.strictObject({
          ...attempted(),
          /** The greatest distance of a published figure from the computed one, as shown. */
          largestDifference: z.string(),
          differences: z.array(
            z.strictObject({
              bidder: z.string(),
              field: z.enum(["priceScore", "qualityScore", "total", "rank"]),
              published: z.string(),
              computed: z.string().nullable(),
            }),
          ),
        }),
      ),
      /** Formulas that could not be tried, and why. */
      notTried: z.array(z.strictObject({ formula: z.string(), reason: z.string() })),
      /** Where the published table contradicts itself, whatever the formula. */
      contradictions: z.array(z.strictObject({ bidder: z.string(), message: z.string() })),
    })
    .meta({ description: "Which formulas and roundings reproduce a published table" });

export type VerifyInput = z.input<ReturnType<typeof verifyInput>>;
type ParsedVerifyInput = z.output<ReturnType<typeof verifyInput>>;
type PublishedRow = ParsedVerifyInput["published"][number];
export type Verification = z.output<ReturnType<typeof verification>>;
type Difference = Verification["notReproducedBy"][number]["differences"][number];

/**
 * Recomputes a published table under every formula and rounding: which reproduce it, which do not,
 * and by how much. Each figure is compared in the places in which it was printed.
 * @throws MoothallError as `score`, and `procurement/nothing-published`, `/unknown-bidder`.
 */
export function verify(input: VerifyInput, options: ScoringOptions = {}): Verification {
  const parsed = parseInput(verifyInput(), input, "verify");
  checkPublished(parsed);
  const result: Verification = {
    reproducedBy: [],
    notReproducedBy: [],
    notTried: [],
    contradictions: contradictionsIn(parsed),
  };
  const all = [...formulasWith(options.formulas).values()];
  const first = all.filter((formula) => formula.id === parsed.formula);
  for (const formula of [...first, ...all.filter((each) => each.id !== parsed.formula)]) {
    const reason = whyNotTried(formula, parsed);
    if (reason === undefined) tryFormula(formula, parsed, options, result);
    else result.notTried.push({ formula: formula.id, reason });
  }
  return result;
}

function checkPublished({ bids, published }: ParsedVerifyInput): void {
  for (const [index, row] of published.entries()) {
    if (!bids.some((bid) => bid.bidder === row.bidder)) {
      throw fault(
        "procurement/unknown-bidder",
        `The published table names '${row.bidder}', of whom there is no bid.`,
        "Write the bidder's name as it stands among the bids.",
        { pointer: `/published/${index}/bidder` },
      );
    }
    if (published.findIndex((each) => each.bidder === row.bidder) !== index) {
      throw fault(
        "procurement/duplicate-bidder",
        `The published table names '${row.bidder}' twice.`,
        "Give each bidder one row.",
        { pointer: `/published/${index}/bidder` },
      );
    }
  }
  const told = (row: PublishedRow) => row.priceScore ?? row.total ?? row.rank;
  if (!published.some((row) => told(row) !== undefined)) {
    throw fault(
      "procurement/nothing-published",
      "The published table holds no price score, total or rank.",
      "Give at least one figure that depends on the formula.",
      { pointer: "/published" },
    );
  }
}

function tryFormula(
  formula: Formula,
  parsed: ParsedVerifyInput,
  options: ScoringOptions,
  result: Verification,
): void {
  const input = underFormula(parsed, formula);
  checkMethod(input, formula);
  let prepared: Prepared;
  let ranked: readonly RankedBid[];
  try {
    prepared = prepare(input, options.formulas);
    ranked = rank(prepared.valid, prepared).bids;
  } catch (error) {
    // Only this formula minds a bid without quality; the others are still worth trying.
    if (!isQualityZero(error)) throw error;
    result.notTried.push({ formula: formula.id, reason: "a valid bid has no quality points" });
    return;
  }
  const tried: (readonly Difference[])[] = [];
  for (const rounding of roundings) {
    const differences = parsed.published.flatMap((row) => differencesOf(row, ranked, rounding));
    // Rounding before adding is told only where it makes a difference to rounding once.
    const same =
      rounding === "half-up-before-adding" &&
      JSON.stringify(differences) === JSON.stringify(tried[0]);
    tried.push(differences);
    if (same) continue;
    const attempt = { formula: formula.id, version: formula.version, rounding };
    if (differences.length === 0) result.reproducedBy.push(attempt);
    else {
      result.notReproducedBy.push({
        ...attempt,
        largestDifference: largestOf(differences),
        differences,
      });
    }
  }
}

function differencesOf(
  row: PublishedRow,
  ranked: readonly RankedBid[],
  rounding: PaperRounding,
): Difference[] {
  const found = ranked.find((each) => each.bid.bidder === row.bidder);
  const compare = (field: Difference["field"], published: string, computed: string | null) =>
    published === computed ? [] : [{ bidder: row.bidder, field, published, computed }];
  const mode: Rounding = rounding === "truncate" ? "truncate" : "half-up";
  const shown = (value: Exact | null | undefined, like: string): string | null =>
    value === null || value === undefined ? null : toDecimal(value, placesOf(like), mode);
  return [
    ...(row.priceScore === undefined
      ? []
      : compare("priceScore", row.priceScore, shown(found?.pricePoints, row.priceScore))),
    ...(row.qualityScore === undefined
      ? []
      : compare("qualityScore", row.qualityScore, shown(found?.bid.quality, row.qualityScore))),
    ...(row.total === undefined
      ? []
      : compare(
          "total",
          row.total,
          shown(found && totalOf(found, row.total, rounding), row.total),
        )),
    ...(row.rank === undefined
      ? []
      : compare("rank", String(row.rank), found === undefined ? null : String(found.rank))),
  ];
}

function totalOf(bid: RankedBid, like: string, rounding: PaperRounding): Exact {
  if (rounding !== "half-up-before-adding" || bid.pricePoints === null) return bid.total;
  const places = placesOf(like);
  return exact(toDecimal(bid.pricePoints, places)).add(exact(toDecimal(bid.bid.quality, places)));
}

const placesOf = (text: string): number => {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
};

function largestOf(differences: readonly Difference[]): string {
  let largest = zero;
  let places = 0;
  for (const { field, published, computed } of differences) {
    if (computed === null || field === "rank") continue;
    const apart = exact(published).sub(exact(computed)).abs();
    if (apart.compare(largest) > 0) largest = apart;
    places = Math.max(places, placesOf(published), placesOf(computed));
  }
  return toDecimal(largest, places);
}

/** Sums and ranks that do not follow from the published figures themselves. */
function contradictionsIn({ published }: ParsedVerifyInput): Verification["contradictions"] {
  const found: Verification["contradictions"] = [];
  for (const row of published) {
    if (row.priceScore === undefined || row.qualityScore === undefined || row.total === undefined) {
      continue;
    }
    const added = exact(row.priceScore).add(exact(row.qualityScore));
    if (added.compare(exact(row.total)) !== 0) {
      const message = `${row.priceScore} and ${row.qualityScore} add up to ${toDecimal(added, placesOf(row.total))}, not to the total of ${row.total}.`;
      found.push({ bidder: row.bidder, message });
    }
  }
  for (const row of published) {
    const better = published.find(
      (other) =>
        row.total !== undefined &&
        other.total !== undefined &&
        row.rank !== undefined &&
        other.rank !== undefined &&
        other.rank > row.rank &&
        exact(other.total).compare(exact(row.total)) > 0,
    );
    if (better !== undefined) {
      const message = `It is ranked ${row.rank} with ${row.total}, before '${better.bidder}' with ${better.total}.`;
      found.push({ bidder: row.bidder, message });
    }
  }
  return found;
}
