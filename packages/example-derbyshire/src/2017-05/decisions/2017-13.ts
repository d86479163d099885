import { type ExampleRecord, printed } from "../../example-record.ts";
import { in2017 } from "../../papers.ts";
import { commissioner, reportAndLog, signed, signedOnReport } from "./decision-log.ts";

const report = in2017({ item: "15A, Appendix A" });
const information = in2017({ item: "15A, Appendix A", paragraph: "2" });
const scores = in2017({ item: "15A, Appendix A", table: "Overall scores" });
const pricing = in2017({ item: "15A, Appendix A", table: "Pricing submitted" });
const weights = in2017({ item: "15A, Appendix A", table: "Percentage weightings" });
const sources = reportAndLog("Appendix A");

const bids = [
  {
    id: "tour-construction",
    bidder: "Tour Construction",
    price: "121229.00",
    pricePrinted: "£121,229.00",
    quality: "22.00",
    priceScore: "60.00",
    total: "82.00",
    rank: 1,
  },
  {
    id: "arg-mansfield",
    bidder: "ARG Mansfield",
    price: "138788.00",
    pricePrinted: "£138,788.00",
    quality: "26.00",
    priceScore: "51.31",
    total: "77.31",
    rank: 2,
  },
  {
    id: "derwent-valley",
    bidder: "Derwent Valley Construction",
    price: "140093.71",
    pricePrinted: "£140,093.71",
    quality: "22.00",
    priceScore: "50.66",
    total: "72.66",
    rank: 3,
  },
] as const;

const tender = "procurement/tender/opcc.2017-13";

/** Decision 13/2017: the refurbishment of Block B, scored by the deviation from the lowest price. */
export const decision13: readonly ExampleRecord[] = [
  {
    kind: "procurement/tender",
    data: {
      id: "opcc.2017-13",
      title: "Refurbishment of Block B, Ripley headquarters",
      body: commissioner,
      status: "complete",
      procedure: "selective",
      procedureDetails: "Mini-competition among invited contractors",
      category: "works",
      invited: 5,
      bidsReceived: 3,
      // The report names the weights but no formula; this is the only one that gives its table.
      method: {
        formula: "deviation-from-lowest",
        weights: { price: "60", quality: "40" },
      },
      sources,
      printed: [
        printed("/invited", "5", "5", information),
        printed("/bidsReceived", "3", "3", information),
        printed("declined", "2", "2", information),
        printed("/method/weights/price", "60%", "60", weights),
        printed("/method/weights/price", "60", "60", scores),
        printed("/method/weights/quality", "40%", "40", weights),
        printed("/method/weights/quality", "40", "40", scores),
        printed("full-score", "100", "100", scores),
      ],
      relations: [
        { kind: "total", parts: ["/bidsReceived", "declined"], total: "/invited" },
        {
          kind: "total",
          parts: ["/method/weights/price", "/method/weights/quality"],
          total: "full-score",
        },
      ],
    },
  },
  ...(["DCC", "J Tomlinsons"] as const).map(
    (supplier, index): ExampleRecord => ({
      kind: "procurement/declination",
      data: {
        id: `opcc.2017-13.${index + 1}`,
        tender,
        supplier,
        reason: "The time for a tender was too short.",
        disclosedIn: information,
        sources: [information],
      },
    }),
  ),
  ...bids.map(
    ({ id, bidder, price, pricePrinted, quality, rank }): ExampleRecord => ({
      kind: "procurement/bid",
      data: {
        id: `opcc.2017-13.${id}`,
        tender,
        bidder,
        price: { amount: price, currency: "GBP" },
        quality,
        status: "valid",
        outcome: rank === 1 ? "won" : "lost",
        disclosedIn: report,
        sources: [pricing, scores],
        printed: [
          printed("/price/amount", pricePrinted, price, pricing),
          printed("/quality", quality, quality, scores),
        ],
      },
    }),
  ),
  {
    kind: "procurement/evaluation",
    data: {
      id: "opcc.2017-13",
      tender,
      evaluatedBy: "Rider Levett Bucknall",
      results: bids.map(({ id, bidder, quality, priceScore, total, rank }) => ({
        bidder,
        bid: `procurement/bid/opcc.2017-13.${id}`,
        priceScore,
        qualityScore: quality,
        total,
        rank,
      })),
      winner: "Tour Construction",
      disclosedIn: report,
      sources: [scores],
      printed: bids.flatMap(({ priceScore, quality, total, rank }, index) => [
        printed(`/results/${index}/priceScore`, priceScore, priceScore, scores),
        printed(`/results/${index}/qualityScore`, quality, quality, scores),
        printed(`/results/${index}/total`, total, total, scores),
        printed(`/results/${index}/rank`, String(rank), String(rank), scores),
      ]),
      relations: bids.flatMap(({ id }, index) => [
        {
          kind: "derived",
          operation: "sum",
          of: [`/results/${index}/priceScore`, `/results/${index}/qualityScore`],
          result: `/results/${index}/total`,
        },
        {
          kind: "rank",
          list: ["/results/*/total"],
          figure: `/results/${index}/total`,
          rank: `/results/${index}/rank`,
          from: "highest",
        },
        {
          kind: "same",
          figures: [
            `/results/${index}/qualityScore`,
            { record: `procurement/bid/opcc.2017-13.${id}`, of: "/quality" },
          ],
        },
        {
          kind: "rank",
          list: bids.map((each) => ({
            record: `procurement/bid/opcc.2017-13.${each.id}`,
            of: "/price/amount",
          })),
          figure: { record: `procurement/bid/opcc.2017-13.${id}`, of: "/price/amount" },
          rank: index + 1,
          from: "lowest",
          because: "The scores for price rank the prices so.",
        },
      ]),
    },
  },
  {
    kind: "procurement/award",
    data: {
      id: "opcc.2017-13",
      title: "Refurbishment of Block B, Ripley headquarters",
      body: commissioner,
      tender,
      evaluation: "procurement/evaluation/opcc.2017-13",
      bid: "procurement/bid/opcc.2017-13.tour-construction",
      supplier: "Tour Construction",
      status: "active",
      value: { amount: "121229.00", currency: "GBP" },
      recommendation: "Award the contract to Tour Construction.",
      rationale:
        "The most economically advantageous compliant tender, with the highest total score.",
      reported: "2017-03-07",
      decision: "meetings/decision/opcc.2017-13",
      decided: "2017-03-14",
      disclosedIn: report,
      sources,
      printed: [
        printed("/reported", "7 MARCH 2017", "2017-03-07", report),
        signed("14 March 2017", "2017-03-14"),
        printed("anticipated-cost-below", "£100,000.00", "100000.00", pricing),
      ],
      relations: signedOnReport("13"),
    },
  },
  {
    kind: "procurement/contract",
    data: {
      id: "opcc.2017-13",
      title: "Refurbishment of Block B, Ripley headquarters",
      body: commissioner,
      tender,
      award: "procurement/award/opcc.2017-13",
      supplier: "Tour Construction",
      status: "active",
      category: "works",
      procedure: "selective",
      value: { amount: "121229.00", currency: "GBP" },
      sources,
    },
  },
];
