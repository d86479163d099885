import { assessmentSummaries, declare, score, sensitivity, verify } from "@moothall/procurement";

// Decision 13/2017 of the Derbyshire commissioner, figures as printed in its report.
const method = { formula: "deviation-from-lowest", weights: { price: "60", quality: "40" } };
const { hash } = declare(method);
const bids = [
  { bidder: "A", price: "121229.00", quality: "22" },
  { bidder: "B", price: "138788.00", quality: "26" },
  { bidder: "C", price: "140093.71", quality: "22" },
];

const sheet = score({ ...method, bids, declared: { hash } });
for (const { rank, bidder, priceScore, total, exact } of sheet.results) {
  console.log(rank, bidder, priceScore, total, `(exactly ${exact.total})`);
}

const published = [
  { bidder: "A", priceScore: "60.00", total: "82.00" },
  { bidder: "B", priceScore: "51.31", total: "77.31" },
  { bidder: "C", priceScore: "50.66", total: "72.66" },
];
console.log(verify({ weights: method.weights, bids, published }).reproducedBy);

const { byFormula, smallestPriceChange } = sensitivity({ ...method, bids });
for (const { formula, winner } of byFormula) console.log(`${formula}: ${winner}`);
console.log("the award flips when", smallestPriceChange);

const forB = assessmentSummaries(sheet).find((summary) => summary.bidder === "B");
console.log(forB?.outcome, forB?.total);
