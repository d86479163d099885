import {
  compareInstants,
  type Finding,
  isMoothallError,
  type Reference,
  referenceTo,
} from "@moothall/core";
import { attempt, Caller, type Check, Clock, check, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { checkAward } from "../checks/check-award.ts";
import { checkAwardDates, checkContractDates, checkTenderDates } from "../checks/check-dates.ts";
import { checkDeclaration } from "../checks/check-declaration.ts";
import { checkEvaluation } from "../checks/check-evaluation.ts";
import { checkBidsAgainstBudget, checkContractMoney } from "../checks/check-money.ts";
import { checkReleaseGaps } from "../checks/check-release.ts";
import type { Award } from "../resources/award.ts";
import type { Bid } from "../resources/bid.ts";
import type { Contract } from "../resources/contract.ts";
import type { Evaluation } from "../resources/evaluation.ts";
import type { EvaluatorScore, InterestDeclaration } from "../resources/scores.ts";
import type { Tender } from "../resources/tender.ts";
import { abnormallyLow } from "../scoring/abnormally-low.ts";
import { prepare } from "../scoring/prepare.ts";
import type { ScoringOptions } from "../scoring/score.ts";
import { scoreInput } from "../scoring/score-input.ts";
import { dutiesOf, type PluginSettings } from "./award-operations.ts";
import { bidsOf, scoreInputOf, seesAll } from "./tender-records.ts";

const every = <Kept>(kind: `procurement/${string}`) =>
  Effect.flatMap(Records, (records) => records.all<Kept>(kind));

/** The rules by which procurement records contradict each other, the law or themselves. */
export const checks = (
  options: ScoringOptions,
  settings: PluginSettings,
): Readonly<Record<string, Check>> => ({
  scores: check({
    summary: "Scores, ranks and winners against the bids and the declared method.",
    rules: {
      "procurement/score-differs": "A recorded score is not what the method gives.",
      "procurement/rank-differs": "A recorded rank does not follow from the scores.",
      "procurement/winner-differs": "The recorded winner is not the one ranked first.",
      "procurement/scored-though-out": "A bid that is out has scores.",
      "procurement/equal-as-shown": "Two bids look equal as rounded but are not.",
      "procurement/not-scorable": "The bids cannot be scored by the recorded method.",
    },
    needs: [Records, Caller],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const findings: Finding[] = [];
        for (const evaluation of yield* every<Evaluation>("procurement/evaluation")) {
          const tender = yield* records.find<Tender>(evaluation.tender as Reference);
          if (tender?.method === undefined) continue;
          const bids = yield* bidsOf(evaluation.tender, evaluation.lot);
          const scored = bids.some((bid) => bid.status === "valid" && bid.price !== undefined);
          if (!scored || !(yield* seesAll(tender, bids))) continue;
          findings.push(
            ...(yield* attempt(() =>
              checkEvaluation(evaluation, scoreInputOf(tender, bids), options),
            )),
          );
        }
        return findings;
      }),
  }),
  awards: check({
    summary: "Awards against the ranking and the bid, contracts against the award.",
    rules: {
      "procurement/award-not-first": "The award does not go to the bidder ranked first.",
      "procurement/awarded-though-out": "The winning bid is not valid.",
      "procurement/award-value-differs": "The award is not for the price of the bid.",
      "procurement/contract-value-differs": "The contract is not for the value of the award.",
      "procurement/supplier-differs": "One supplier has two names.",
    },
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const awards = yield* every<Award>("procurement/award");
        const evaluations = yield* every<Evaluation>("procurement/evaluation");
        const bids = yield* every<Bid>("procurement/bid");
        const contracts = yield* every<Contract>("procurement/contract");
        return awards.flatMap((award) =>
          checkAward(
            award,
            evaluations.find(
              (each) => award.evaluation === referenceTo("procurement/evaluation", each.id),
            ),
            bids,
            contracts.filter((each) => each.award === referenceTo("procurement/award", award.id)),
          ),
        );
      }),
  }),
  money: check({
    summary: "Values against ceilings, savings against the previous contract.",
    rules: {
      "procurement/over-budget": "A contract is above its ceiling.",
      "procurement/bid-over-budget": "A bid above the ceiling is held as valid.",
      "procurement/saving-differs": "A saving is not the difference of the two values.",
    },
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const tenders = yield* every<Tender>("procurement/tender");
        const contracts = yield* every<Contract>("procurement/contract");
        const bids = yield* every<Bid>("procurement/bid");
        return [
          ...contracts.flatMap(checkContractMoney),
          ...tenders.flatMap((tender) => checkBidsAgainstBudget(tender, bidsFor(tender, bids))),
        ];
      }),
  }),
  dates: check({
    summary: "Dates of tenders, awards and contracts against each other.",
    rules: {
      "procurement/deadline-before-publication": "The time for bids ended before publication.",
      "procurement/opened-before-deadline": "Bids were opened before their time had passed.",
      "procurement/declared-after-opening": "The method was declared after the bids were opened.",
      "procurement/late-bid": "A bid after the end is held as valid.",
      "procurement/signed-before-reported": "A decision was signed before its report.",
      "procurement/published-before-decided": "An award was published before it was decided.",
      "procurement/started-before-signed": "A contract started before it was signed.",
      "procurement/signed-before-decided": "A contract was signed before the award was decided.",
      "procurement/started-before-decided": "A contract started before the award was decided.",
      "procurement/overlaps-previous": "A contract starts before the previous one ends.",
    },
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const tenders = yield* every<Tender>("procurement/tender");
        const bids = yield* every<Bid>("procurement/bid");
        const awards = yield* every<Award>("procurement/award");
        const contracts = yield* every<Contract>("procurement/contract");
        return [
          ...tenders.flatMap((tender) => checkTenderDates(tender, bidsFor(tender, bids))),
          ...awards.flatMap(checkAwardDates),
          ...contracts.flatMap((contract) =>
            checkContractDates(
              contract,
              awards.find((each) => contract.award === referenceTo("procurement/award", each.id)),
            ),
          ),
        ];
      }),
  }),
  clock: check({
    summary: "Notices that are late or due, contracts about to expire.",
    rules: {
      "procurement/notice-late": "What the law asks for was not done in time.",
      "procurement/notice-due": "What the law asks for is still to be done.",
      "procurement/contract-expired": "A contract that has ended is held as active.",
      "procurement/contract-expiring": "A contract ends within six months.",
    },
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const asAt = (yield* Clock).today();
        const duties = yield* dutiesOf({ asAt, nation: settings.nation, months: 6 });
        return duties.flatMap(({ duty, about, due, status, message, citation }): Finding[] => {
          if (status === "on-time") return [];
          const expiry = duty === "expiry";
          const late = status !== "due";
          const rule = expiry
            ? late
              ? "contract-expired"
              : "contract-expiring"
            : late
              ? "notice-late"
              : "notice-due";
          const severity = late ? "warning" : "note";
          return [
            {
              rule: `procurement/${rule}`,
              about,
              severity,
              message,
              evidence: { duty, due, citation },
            },
          ];
        });
      }),
  }),
  "low-prices": check({
    summary: "Prices so low that the supplier should be asked.",
    rules: { "procurement/abnormally-low": "A price lies far below the others." },
    needs: [Records, Caller],
    run: () =>
      Effect.gen(function* () {
        const bids = yield* every<Bid>("procurement/bid");
        const findings: Finding[] = [];
        for (const tender of yield* every<Tender>("procurement/tender")) {
          const own = bidsFor(tender, bids);
          if (tender.method === undefined || !(yield* seesAll(tender, own))) continue;
          findings.push(...lowPrices(tender, own, options));
        }
        return findings;
      }),
  }),
  declarations: check({
    summary: "Declared methods that were changed, evaluators without a declaration of interests.",
    rules: {
      "procurement/declaration-changed": "A method is not the one that was declared.",
      "procurement/interest-not-declared": "An evaluator scored without declaring interests.",
    },
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const findings: Finding[] = [];
        for (const tender of yield* every<Tender>("procurement/tender")) {
          if (tender.opened === undefined) continue;
          const hashes = yield* hashesSince(tender, tender.opened);
          findings.push(...checkDeclaration(tender, hashes, options));
        }
        const declared = yield* every<InterestDeclaration>("procurement/interest-declaration");
        for (const given of yield* every<EvaluatorScore>("procurement/evaluator-score")) {
          const known = declared.some(
            (each) => each.tender === given.tender && each.evaluator === given.evaluator,
          );
          if (known) continue;
          findings.push({
            rule: "procurement/interest-not-declared",
            about: referenceTo("procurement/evaluator-score", given.id),
            severity: "error",
            message: "The evaluator declared no interests for this tender.",
            evidence: {},
            at: { pointer: "/evaluator" },
            fix: "Every evaluator declares interests before scoring (Procurement Act 2023, s.83).",
          });
        }
        return findings;
      }),
  }),
  "ocds-gaps": check({
    summary: "What open contracting data will lack.",
    rules: { "procurement/ocds-gap": "Records lack what readers of releases miss first." },
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const tenders = yield* every<Tender>("procurement/tender");
        const awards = yield* every<Award>("procurement/award");
        const contracts = yield* every<Contract>("procurement/contract");
        return [
          ...checkReleaseGaps("tender", tenders),
          ...checkReleaseGaps("award", awards),
          ...checkReleaseGaps("contract", contracts),
        ];
      }),
  }),
});

const bidsFor = (tender: Tender, bids: readonly Bid[]): Bid[] =>
  bids.filter((bid) => bid.tender === referenceTo("procurement/tender", tender.id));

function lowPrices(tender: Tender, bids: readonly Bid[], options: ScoringOptions): Finding[] {
  try {
    const prepared = prepare(scoreInput().parse(scoreInputOf(tender, bids)), options.formulas);
    return abnormallyLow(prepared.valid).flatMap((low) => {
      const bid = bids.find((each) => each.bidder === low.bidder);
      if (bid === undefined || low.flaggedBy.length === 0) return [];
      return [
        {
          rule: "procurement/abnormally-low",
          about: referenceTo("procurement/bid", bid.id),
          severity: "note" as const,
          message: `The price lies ${low.belowMeanOfOthers} % below the mean of the other bids and ${low.belowNext ?? "–"} % below the next.`,
          evidence: {
            belowMeanOfOthers: low.belowMeanOfOthers,
            belowNext: low.belowNext,
            belowMeanOfAll: low.belowMeanOfAll,
          },
          at: { pointer: "/price" },
          fix: "Tell the supplier and let it explain; a price that is explained is not disregarded (Procurement Act 2023, s.19).",
        },
      ];
    });
  } catch (error) {
    // What cannot be scored is a finding of the check of scores.
    if (isMoothallError(error)) return [];
    throw error;
  }
}

/** The hashes that the record declared in every version since the bids were opened. */
const hashesSince = (tender: Tender, opened: string) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const entries = yield* records.history(referenceTo("procurement/tender", tender.id));
    return entries
      .filter((entry) => entry.text !== undefined && compareInstants(entry.at, opened) >= 0)
      .map((entry) => (JSON.parse(entry.text as string) as Partial<Tender>).declared?.hash)
      .filter((hash) => hash !== undefined);
  });
