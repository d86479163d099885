import {
  compareInstants,
  identifier,
  instant,
  nonNegativeDecimal,
  type Reference,
  reference,
  referenceTo,
} from "@moothall/core";
import { attempt, Caller, Clock, type Operation, operation, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { fault } from "../errors.ts";
import type { Bid } from "../resources/bid.ts";
import type { Evaluation } from "../resources/evaluation.ts";
import type { Consensus, EvaluatorScore, InterestDeclaration } from "../resources/scores.ts";
import { declare } from "../scoring/declaration.ts";
import { moderate, moderation } from "../scoring/moderate.ts";
import { leavesOf } from "../scoring/quality.ts";
import { type ScoringOptions, score, scoreSheet } from "../scoring/score.ts";
import { allOf, bidsOf, changed, getTender, methodOf, scoreInputOf } from "./tender-records.ts";

const tender = () => reference("procurement/tender");
const example = "procurement/tender/opcc.2017-13";

/** The way of a tender from its method to a score sheet, on records. */
export const tenderOperations = (options: ScoringOptions): Readonly<Record<string, Operation>> => ({
  declare: operation({
    summary: "Declare the method of a tender: its hash and the time are recorded.",
    input: () => z.strictObject({ tender: tender() }),
    output: () => z.strictObject({ tender: z.string(), hash: z.string(), at: instant() }),
    mode: "write",
    clearance: "restricted",
    needs: [Records, Clock],
    example: { input: { tender: example } },
    handler: (input) =>
      Effect.gen(function* () {
        const stored = yield* getTender(input.tender);
        const at = (yield* Clock).now();
        const hash = yield* attempt(() => {
          if (stored.opened !== undefined) {
            throw fault(
              "procurement/already-opened",
              "The bids are open, so the method can no longer be declared or changed.",
              "Cancel the tender and begin again if the method is wrong.",
            );
          }
          return declare(methodOf(stored), options).hash;
        });
        const output = { tender: input.tender, hash, at };
        return {
          output,
          writes: [changed("procurement/tender", stored, { declared: { hash, at } })],
        };
      }),
  }),
  open: operation({
    summary: "Open the bids of a tender; from then on its declared method cannot change.",
    input: () => z.strictObject({ tender: tender() }),
    output: () => z.strictObject({ tender: z.string(), opened: instant(), bids: z.int() }),
    mode: "write",
    clearance: "restricted",
    needs: [Records, Clock],
    example: { input: { tender: example } },
    handler: (input) =>
      Effect.gen(function* () {
        const stored = yield* getTender(input.tender);
        const bids = yield* bidsOf(input.tender);
        const now = (yield* Clock).now();
        yield* attempt(() => {
          if (stored.opened !== undefined) {
            throw fault(
              "procurement/already-opened",
              "The bids are open already.",
              "Go on to score them.",
            );
          }
          if (stored.declared === undefined) {
            throw fault(
              "procurement/not-declared",
              "The method was not declared.",
              "Run `declare` before the bids are opened.",
            );
          }
          if (declare(methodOf(stored), options).hash !== stored.declared.hash)
            throw changedMethod();
          if (stored.deadline !== undefined && compareInstants(now, stored.deadline) < 0) {
            throw fault(
              "procurement/opened-too-early",
              `Bids can be made until ${stored.deadline}.`,
              "Open them after that.",
            );
          }
        });
        return {
          output: { tender: input.tender, opened: now, bids: bids.length },
          writes: [changed("procurement/tender", stored, { opened: now })],
        };
      }),
  }),
  evaluate: operation({
    summary:
      "Score the recorded bids of an opened tender by its declared method, and record the evaluation.",
    input: () =>
      z.strictObject({
        tender: tender(),
        lot: z.string().min(1).optional(),
        /** Id of the evaluation; the tender's, with the lot, where left out. */
        id: identifier().optional(),
      }),
    output: scoreSheet,
    mode: "write",
    clearance: "restricted",
    needs: [Records, Clock],
    example: { input: { tender: example } },
    handler: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const stored = yield* getTender(input.tender);
        const bids = yield* bidsOf(input.tender, input.lot);
        const at = (yield* Clock).now();
        const sheet = yield* attempt(() => {
          if (stored.opened === undefined) {
            throw fault("procurement/not-opened", "The bids are not open.", "Run `open` first.");
          }
          return score(scoreInputOf(stored, bids), options);
        });
        const id = input.id ?? (input.lot === undefined ? stored.id : `${stored.id}.${input.lot}`);
        const before = yield* records.find<Evaluation>(referenceTo("procurement/evaluation", id));
        const evaluation: Evaluation = {
          id,
          tender: input.tender,
          ...(input.lot !== undefined && { lot: input.lot }),
          at,
          formula: { id: sheet.formula.id, version: sheet.formula.version },
          declarationHash: sheet.declaration.hash,
          results: sheet.results.map(({ bidder, priceScore, qualityScore, total, rank }) => {
            const bid = bids.find((each) => each.bidder === bidder);
            return {
              bidder,
              ...(bid !== undefined && { bid: referenceTo("procurement/bid", bid.id) }),
              priceScore,
              qualityScore,
              total,
              rank,
            };
          }),
          excluded: sheet.excluded.map(({ bidder, reason }) => ({ bidder, reason })),
          winner: sheet.winner,
          tied: sheet.tied,
        };
        const out = bids.flatMap((bid) => {
          const reason = sheet.excluded.find((each) => each.bidder === bid.bidder)?.reason;
          return reason === undefined || bid.status === "disqualified"
            ? []
            : [changed("procurement/bid", bid, { status: "disqualified", statusReason: reason })];
        });
        return {
          output: sheet,
          writes: [
            {
              action: "put" as const,
              kind: "procurement/evaluation" as const,
              data: evaluation,
              expect: before === undefined ? ("absent" as const) : before.record.version,
            },
            ...out,
          ],
          unchanged: [
            { kind: "procurement/tender" as const, id: stored.id, expect: stored.record.version },
          ],
        };
      }),
  }),
  moderate: operation({
    summary:
      "Record the evaluators' consensus on a bid's score, with its rationale and their originals.",
    input: () =>
      z.strictObject({
        bid: reference("procurement/bid"),
        /** Id of the criterion; `quality` where the method has none. */
        criterion: z.string().min(1).default("quality"),
        consensus: nonNegativeDecimal(),
        rationale: z.string().default(""),
        moderator: reference("register/post", "register/person"),
      }),
    output: moderation,
    mode: "write",
    clearance: "confidential",
    permission: "moderate",
    needs: [Records, Clock, Caller],
    example: {
      input: {
        bid: "procurement/bid/opcc.2017-13.a",
        consensus: "22",
        rationale: "Sound programme; two requirements met in part only.",
        moderator: "register/post/opcc.chief-executive",
      },
    },
    handler: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const bid = yield* records.get<Bid>(input.bid as Reference);
        const stored = yield* getTender(bid.tender);
        const scores = (yield* allOf<EvaluatorScore>(
          "procurement/evaluator-score",
          "bid",
          input.bid,
        )).filter((each) => each.criterion === input.criterion);
        const interests = yield* allOf<InterestDeclaration>(
          "procurement/interest-declaration",
          "tender",
          bid.tender,
        );
        const reached = (yield* Clock).now();
        const method = yield* attempt(() => methodOf(stored));
        const leaf = leavesOf(method.criteria ?? []).find((each) => each.id === input.criterion);
        const result = yield* attempt(() => {
          if (method.criteria !== undefined ? leaf === undefined : input.criterion !== "quality") {
            throw fault(
              "procurement/unknown-criterion",
              `The method has no criterion '${input.criterion}' that is scored.`,
              "Name a criterion without parts, or `quality` where the method has none.",
            );
          }
          if (scores.length === 0) {
            throw fault(
              "procurement/score-missing",
              "No evaluator has scored this bid on this criterion.",
              "Record the evaluators' own scores first.",
            );
          }
          return moderate({
            criterion: input.criterion,
            maximum: leaf?.maximum ?? method.weights.quality,
            consensus: input.consensus,
            rationale: input.rationale,
            moderator: input.moderator,
            reached,
            scores: scores.map(({ evaluator, score: own }) => ({
              evaluator,
              score: own,
              interests: interestsOf(evaluator, interests),
            })),
          });
        });
        const id = `${bid.id}.${input.criterion}`;
        const before = yield* records.find<Consensus>(referenceTo("procurement/consensus", id));
        const consensus: Consensus = {
          id,
          tender: bid.tender,
          bid: input.bid,
          criterion: input.criterion,
          score: result.consensus,
          rationale: result.rationale,
          moderator: input.moderator,
          reached,
          originals: result.originals,
          spread: result.spread,
        };
        return {
          output: result,
          writes: [
            {
              action: "put" as const,
              kind: "procurement/consensus" as const,
              data: consensus,
              expect: before === undefined ? ("absent" as const) : before.record.version,
            },
            changed(
              "procurement/bid",
              bid,
              leaf === undefined
                ? { quality: result.consensus }
                : { scores: { ...bid.scores, [input.criterion]: result.consensus } },
            ),
            ...scores.map((each) =>
              changed("procurement/evaluator-score", each, { consensusReached: reached }),
            ),
          ],
        };
      }),
  }),
});

function interestsOf(evaluator: string, declarations: readonly InterestDeclaration[]) {
  const latest = declarations
    .filter((each) => each.evaluator === evaluator)
    .toSorted((left, right) => compareInstants(left.declared, right.declared))
    .at(-1);
  if (latest === undefined) return "not-declared";
  if (!latest.conflict) return "none";
  return latest.mitigated === true ? "mitigated" : "conflict";
}

const changedMethod = () =>
  fault(
    "procurement/declaration-changed",
    "The method is not the one that was declared.",
    "Declare it again before the bids are opened.",
  );
