import type { ScoreInput } from "./score-input.ts";

// Figures of two decisions of the Derbyshire commissioner, as printed in the Strategic Governance
// Board pack of 22 May 2017, item 15A, Appendices A and B. For tests and examples.

/** Decision 13/2017, refurbishment of Block B. */
export const decision13: ScoreInput = {
  formula: "deviation-from-lowest",
  weights: { price: "60", quality: "40" },
  bids: [
    { bidder: "A", price: "121229.00", quality: "22" },
    { bidder: "B", price: "138788.00", quality: "26" },
    { bidder: "C", price: "140093.71", quality: "22" },
  ],
};

/** Its table of scores, as printed. */
export const decision13Printed = [
  { bidder: "A", priceScore: "60.00", qualityScore: "22.00", total: "82.00", rank: 1 },
  { bidder: "B", priceScore: "51.31", qualityScore: "26.00", total: "77.31", rank: 2 },
  { bidder: "C", priceScore: "50.66", qualityScore: "22.00", total: "72.66", rank: 3 },
];

/** Decision 14/17, refurbishment of Chesterfield headquarters: one bid fails a qualifying question. */
export const decision14: ScoreInput = {
  formula: "deviation-from-lowest",
  weights: { price: "40", quality: "60" },
  questions: [{ id: "sub-contractors", title: "Management of sub-contractors" }],
  bids: [
    { bidder: "H", price: "565675.00", answers: { "sub-contractors": false } },
    { bidder: "D", price: "538872.24", quality: "27", answers: { "sub-contractors": true } },
  ],
};
