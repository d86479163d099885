import { fault } from "../errors.ts";
import type { Criterion } from "../scoring/method.ts";
import { leavesOf } from "../scoring/quality.ts";
import type { ScoreSheet } from "../scoring/score.ts";

/** A consensus score as a summary tells it: the score, and why. */
export interface ExplainedScore {
  readonly bidder: string;
  /** Id of the criterion; `quality` where the method has none. */
  readonly criterion: string;
  readonly score: string;
  readonly rationale: string;
}

/** Points and score on one criterion, with the explanation. */
export interface AssessedScore {
  readonly points: string;
  /** Score on the criterion's own scale; null where points were given directly. */
  readonly score: string | null;
  /** Why; null where no rationale is recorded, which the law does not allow to stay so. */
  readonly explanation: string | null;
}

/** What a supplier is told (Procurement Act 2023, s.50(4); Procurement Regulations 2024, reg 31). */
export interface AssessmentSummary {
  readonly bidder: string;
  readonly outcome: "successful" | "unsuccessful" | "disregarded";
  /** Why the bid was disregarded. */
  readonly reason?: string;
  readonly formula: { readonly id: string; readonly title: string; readonly expression: string };
  readonly criteria: readonly {
    readonly id: string;
    readonly title: string;
    /** Points of the whole. */
    readonly weight: string;
    /** Top of the scale; the weight itself where points were given directly. */
    readonly maximum: string;
    readonly own: AssessedScore | null;
    readonly winner: AssessedScore;
  }[];
  readonly price: { readonly own: Priced | null; readonly winner: Priced };
  readonly total: { readonly own: string | null; readonly winner: string };
  readonly rank: number | null;
  readonly winner: string;
}

export interface Priced {
  readonly price: string;
  readonly points: string | null;
}

/**
 * An assessment summary for every bidder from one score sheet: its own scores and the winner's, and
 * nothing of any other bidder.
 * @throws MoothallError `procurement/award-not-ready` when there is no single winner.
 */
export function assessmentSummaries(
  sheet: ScoreSheet,
  criteria: readonly Criterion[] = [],
  explained: readonly ExplainedScore[] = [],
): AssessmentSummary[] {
  const winner = sheet.results.find((result) => result.bidder === sheet.winner);
  if (winner === undefined) {
    throw fault(
      "procurement/award-not-ready",
      "There is no single winner, so there is nothing to compare a bid with.",
      "Apply the declared tie rule, or decide the award, first.",
    );
  }
  const scored = leavesOf(criteria);
  const ofBidder = (bidder: string) => {
    const own = sheet.results.find((result) => result.bidder === bidder);
    return {
      bidder,
      formula: {
        id: sheet.formula.id,
        title: sheet.formula.title,
        expression: sheet.formula.expression,
      },
      criteria:
        scored.length === 0
          ? [
              {
                id: "quality",
                title: "Quality",
                weight: sheet.weights.quality,
                maximum: sheet.weights.quality,
                own: own === undefined ? null : assessed(own, "quality", explained),
                winner: assessed(winner, "quality", explained),
              },
            ]
          : scored.map((criterion) => ({
              id: criterion.id,
              title: criterion.title ?? criterion.id,
              weight: criterion.weight,
              maximum: criterion.maximum ?? criterion.weight,
              own: own === undefined ? null : assessed(own, criterion.id, explained),
              winner: assessed(winner, criterion.id, explained),
            })),
      price: { own: own === undefined ? null : priced(own), winner: priced(winner) },
      total: { own: own?.total ?? null, winner: winner.total },
      rank: own?.rank ?? null,
      winner: winner.bidder,
    };
  };
  return [
    ...sheet.results.map(
      ({ bidder }): AssessmentSummary => ({
        ...ofBidder(bidder),
        outcome: bidder === winner.bidder ? "successful" : "unsuccessful",
      }),
    ),
    ...sheet.excluded.map(
      ({ bidder, reason }): AssessmentSummary => ({
        ...ofBidder(bidder),
        outcome: "disregarded",
        reason,
      }),
    ),
  ];
}

type Result = ScoreSheet["results"][number];

function assessed(
  result: Result,
  criterion: string,
  explained: readonly ExplainedScore[],
): AssessedScore {
  const found = explained.find(
    (each) => each.bidder === result.bidder && each.criterion === criterion,
  );
  const points =
    result.criteria?.find((each) => each.id === criterion)?.points ?? result.qualityScore;
  return { points, score: found?.score ?? null, explanation: found?.rationale ?? null };
}

const priced = ({ price, priceScore }: Result): Priced => ({ price, points: priceScore });
