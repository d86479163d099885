import {
  calendarDate,
  nonNegativeDecimal,
  type Reference,
  type ReportDocumentInput,
  reference,
} from "@moothall/core";
import { attempt, Caller, Clock, Records, type Report, report } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { fault } from "../errors.ts";
import { assessmentSummaries } from "../reports/assessment-summaries.ts";
import { assessmentSummaryDocument } from "../reports/assessment-summary.ts";
import { awardRecommendation } from "../reports/award-recommendation.ts";
import { contractRegister } from "../reports/contract-register.ts";
import { scoreSheetDocument } from "../reports/score-sheet.ts";
import { sensitivityDocument } from "../reports/sensitivity-sheet.ts";
import type { Award } from "../resources/award.ts";
import type { Bid } from "../resources/bid.ts";
import type { Contract } from "../resources/contract.ts";
import type { Declination } from "../resources/interest.ts";
import type { Consensus } from "../resources/scores.ts";
import type { Tender } from "../resources/tender.ts";
import { type ScoringOptions, score } from "../scoring/score.ts";
import type { ScoreInput } from "../scoring/score-input.ts";
import { sensitivity } from "../scoring/sensitivity.ts";
import { allOf, bidsOf, getTender, scoreInputOf, seesAll } from "./tender-records.ts";

const ofTender = () =>
  z.strictObject({ tender: reference("procurement/tender"), lot: z.string().min(1).optional() });

const example = { tender: "procurement/tender/opcc.2017-13" };

export const reports = (options: ScoringOptions): Readonly<Record<string, Report>> => ({
  register: report({
    summary: "The contract register; with a floor of 500, 5000 or 10000, a list the law asks for.",
    input: () =>
      z.strictObject({
        /** Pounds from which contracts are listed. */
        from: nonNegativeDecimal().default("0"),
        /** Reference of the body whose contracts are listed; all where left out. */
        body: z.string().optional(),
        asAt: calendarDate().optional(),
      }),
    needs: [Records, Clock],
    example: { input: { from: "5000" } },
    build: ({ from, body, asAt }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        const contracts = yield* records.all<Contract>("procurement/contract", {
          where: body === undefined ? [] : [{ field: "body", is: "equals", value: body }],
        });
        return contractRegister(contracts, { from, asAt: asAt ?? clock.today() });
      }),
  }),
  "score-sheet": report({
    summary: "Scores of a tender with all that is needed to recompute them.",
    input: ofTender,
    needs: [Records, Caller],
    example: { input: example },
    build: ({ tender, lot }) =>
      withBids(tender, lot, (stored, input) =>
        scoreSheetDocument(stored.title, score(input, options)),
      ),
  }),
  "sensitivity-sheet": report({
    summary:
      "What an award depends on: the formula, the other bids, the smallest change that flips it.",
    input: ofTender,
    needs: [Records, Caller],
    example: { input: example },
    build: ({ tender, lot }) =>
      withBids(tender, lot, (stored, { declared: _, ...input }) =>
        sensitivityDocument(
          stored.title,
          sensitivity(
            {
              ...input,
              ...(stored.estimate !== undefined && { estimate: stored.estimate.amount }),
            },
            options,
          ),
        ),
      ),
  }),
  "assessment-summary": report({
    summary: "What one bidder is told of its own bid and the winner's, and of no other.",
    input: () => ofTender().extend({ bidder: z.string().min(1) }),
    clearance: "restricted",
    needs: [Records],
    example: { input: { ...example, bidder: "Example Builders Ltd" } },
    build: ({ tender, lot, bidder }) =>
      Effect.gen(function* () {
        const stored = yield* getTender(tender);
        const bids = yield* bidsOf(tender, lot);
        const explained = (yield* allOf<Consensus>("procurement/consensus", "tender", tender)).map(
          ({ bid, criterion, score: agreed, rationale }) => ({
            bidder: bids.find((each) => bid === `procurement/bid/${each.id}`)?.bidder ?? "",
            criterion,
            score: agreed,
            rationale,
          }),
        );
        return yield* attempt(() => {
          const sheet = score(scoreInputOf(stored, bids), options);
          const found = assessmentSummaries(sheet, stored.method?.criteria, explained).find(
            (each) => each.bidder === bidder,
          );
          if (found !== undefined) return assessmentSummaryDocument(stored.title, found);
          throw fault(
            "procurement/unknown-bidder",
            "There is no bid of that bidder.",
            "Write the name as it stands in the bid.",
          );
        });
      }),
  }),
  "award-recommendation": report({
    summary: "The recommendation of an award in the form of a decision report.",
    input: () => z.strictObject({ award: reference("procurement/award") }),
    needs: [Records, Caller],
    example: { input: { award: "procurement/award/opcc.2017-13" } },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const award = yield* records.get<Award>(input.award as Reference);
        if (award.tender === undefined) return awardRecommendation({ award, declined: [] });
        const tender = yield* records.find<Tender>(award.tender as Reference);
        const declined = yield* allOf<Declination>(
          "procurement/declination",
          "tender",
          award.tender,
        );
        const bids = yield* bidsOf(award.tender, award.lot);
        const whole = yield* seesAll(tender, bids);
        const sheet =
          whole && tender?.method !== undefined && scorable(bids)
            ? yield* attempt(() => score(scoreInputOf(tender, bids), options))
            : undefined;
        return awardRecommendation({ award, tender, declined, sheet });
      }),
  }),
});

const scorable = (bids: readonly Bid[]): boolean => {
  const valid = bids.filter((bid) => bid.status === "valid");
  return valid.length > 0 && valid.every((bid) => bid.price !== undefined);
};

const withBids = (
  reference: string,
  lot: string | undefined,
  build: (tender: Tender, input: ScoreInput) => ReportDocumentInput,
) =>
  Effect.gen(function* () {
    const tender = yield* getTender(reference);
    const bids = yield* bidsOf(reference, lot);
    if (yield* seesAll(tender, bids))
      return yield* attempt(() => build(tender, scoreInputOf(tender, bids)));
    return {
      title: tender.title,
      blocks: [
        {
          type: "notice" as const,
          id: "withheld",
          text: "The bids are not public, so their scores cannot be shown or recomputed here.",
        },
      ],
    } satisfies ReportDocumentInput;
  });
