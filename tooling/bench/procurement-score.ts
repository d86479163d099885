// Scoring 1,000 tenders of 20 bids on 30 criteria, and how the time grows as bids and criteria double.
//
//   node --conditions=@moothall/source tooling/bench/procurement-score.ts [TENDERS]
import { type ScoreInput, score } from "../../packages/procurement/src/index.ts";
import { randomFrom } from "./procurement-releases.ts";

const tenders = Number(process.argv[2] ?? 1000);

function tender(number: number, bids: number, criteria: number): ScoreInput {
  const random = randomFrom(number);
  const ids = Array.from({ length: criteria }, (_, index) => `criterion-${index}`);
  const weight = (index: number) =>
    index < criteria - 1 ? "0.5" : String(60 - 0.5 * (criteria - 1));
  return {
    formula: "proportional",
    weights: { price: "40", quality: "60" },
    criteria: ids.map((id, index) => ({ id, weight: weight(index), maximum: "10" })),
    bids: Array.from({ length: bids }, (_, index) => ({
      bidder: `bidder ${index}`,
      price: (10_000 + Math.floor(random() * 1e7) / 100).toFixed(2),
      scores: Object.fromEntries(
        ids.map((id) => [id, (Math.floor(random() * 101) / 10).toFixed(1)]),
      ),
    })),
  };
}

function seconds(bids: number, criteria: number): number {
  const inputs = Array.from({ length: tenders }, (_, number) => tender(number + 1, bids, criteria));
  for (const input of inputs.slice(0, 20)) score(input);
  const started = performance.now();
  for (const input of inputs) score(input);
  return (performance.now() - started) / 1000;
}

const base = seconds(20, 30);
console.log(
  `${tenders} tenders × 20 bids × 30 criteria: ${base.toFixed(2)} s, ${((base / tenders) * 1000).toFixed(2)} ms a tender`,
);
for (const [bids, criteria] of [
  [40, 30],
  [20, 60],
  [40, 60],
] as const) {
  const taken = seconds(bids, criteria);
  console.log(
    `× ${bids} bids × ${criteria} criteria: ${taken.toFixed(2)} s, ${(taken / base).toFixed(2)} times as long`,
  );
}
