import { type ExampleRecord, printed } from "../../example-record.ts";
import { in2017 } from "../../papers.ts";
import { commissioner, reportAndLog, signed, signedOnReport } from "./decision-log.ts";
import { bidsOfTheInterested } from "./tender-relations.ts";

const report = in2017({ item: "15A, Appendix B" });
const information = in2017({ item: "15A, Appendix B", paragraph: "2" });
const weights = in2017({ item: "15A, Appendix B", table: "Percentage weightings" });
const scores = in2017({ item: "15A, Appendix B", table: "Overall scores" });
const sources = reportAndLog("Appendix B");

const tender = "procurement/tender/opcc.2017-14";
const title = "Refurbishment of Chesterfield headquarters";
const winner = "Derwent Valley Construction Limited";
const excludedBidder = "Horsmann Construction Limited";
const reason =
  "Failed the qualifying question on the management of sub-contractors: no process in place.";

/** Decision 14/17: the refurbishment of Chesterfield headquarters, with one compliant bid of two. */
export const decision14: readonly ExampleRecord[] = [
  {
    kind: "procurement/tender",
    data: {
      id: "opcc.2017-14",
      title,
      body: commissioner,
      status: "complete",
      procedure: "open",
      procedureDetails: "Published on EU Supply and Contracts Finder",
      category: "works",
      expressionsOfInterest: 16,
      bidsReceived: 2,
      // No formula is named; with one bid left, every formula relative to the lowest gives its 40.00.
      method: {
        formula: "deviation-from-lowest",
        weights: { price: "40", quality: "60" },
        questions: [{ id: "sub-contractors", title: "Management of sub-contractors" }],
      },
      sources,
      printed: [
        printed("/expressionsOfInterest", "16", "16", information),
        printed("/bidsReceived", "2", "2", information),
        printed("/method/weights/price", "40%", "40", weights),
        printed("/method/weights/price", "40", "40", scores),
        printed("/method/weights/quality", "60%", "60", weights),
        printed("/method/weights/quality", "60", "60", scores),
        printed("full-score", "100", "100", scores),
      ],
      relations: [
        bidsOfTheInterested,
        {
          kind: "total",
          parts: ["/method/weights/price", "/method/weights/quality"],
          total: "full-score",
        },
        {
          kind: "same",
          figures: [
            "/method/weights/price",
            { record: "procurement/evaluation/opcc.2017-14", of: "/results/0/priceScore" },
          ],
          because: "The only compliant bid has the full score for price.",
        },
      ],
    },
  },
  {
    kind: "procurement/bid",
    data: {
      id: "opcc.2017-14.derwent-valley",
      tender,
      bidder: winner,
      price: { amount: "538872.24", currency: "GBP" },
      quality: "27.00",
      answers: { "sub-contractors": true },
      status: "valid",
      outcome: "won",
      disclosedIn: report,
      sources: [information, scores],
      printed: [
        printed("/price/amount", "£538,872.24", "538872.24", information),
        printed("/quality", "27.00", "27.00", scores),
      ],
    },
  },
  {
    kind: "procurement/bid",
    data: {
      id: "opcc.2017-14.horsmann",
      tender,
      bidder: excludedBidder,
      price: { amount: "565675.00", currency: "GBP" },
      answers: { "sub-contractors": false },
      status: "disqualified",
      statusReason: reason,
      outcome: "lost",
      disclosedIn: report,
      sources: [information],
      printed: [printed("/price/amount", "£565,675.00", "565675.00", information)],
    },
  },
  {
    kind: "procurement/evaluation",
    data: {
      id: "opcc.2017-14",
      tender,
      evaluatedBy: "Rider Levett Bucknall",
      results: [
        {
          bidder: winner,
          bid: "procurement/bid/opcc.2017-14.derwent-valley",
          priceScore: "40.00",
          qualityScore: "27.00",
          total: "67.00",
          rank: 1,
        },
      ],
      excluded: [{ bidder: excludedBidder, reason }],
      winner,
      disclosedIn: report,
      sources: [scores],
      printed: [
        printed("/results/0/priceScore", "40.00", "40.00", scores),
        printed("/results/0/qualityScore", "27.00", "27.00", scores),
        printed("/results/0/total", "67.00", "67.00", scores),
        printed("/results/0/rank", "1", "1", scores),
      ],
      relations: [
        {
          kind: "derived",
          operation: "sum",
          of: ["/results/0/priceScore", "/results/0/qualityScore"],
          result: "/results/0/total",
        },
        {
          kind: "rank",
          list: ["/results/*/total"],
          figure: "/results/0/total",
          rank: "/results/0/rank",
          from: "highest",
        },
        {
          kind: "same",
          figures: [
            "/results/0/qualityScore",
            { record: "procurement/bid/opcc.2017-14.derwent-valley", of: "/quality" },
          ],
        },
      ],
    },
  },
  {
    kind: "procurement/award",
    data: {
      id: "opcc.2017-14",
      title,
      body: commissioner,
      tender,
      evaluation: "procurement/evaluation/opcc.2017-14",
      bid: "procurement/bid/opcc.2017-14.derwent-valley",
      supplier: winner,
      status: "active",
      value: { amount: "538872.24", currency: "GBP" },
      recommendation: "Award the contract to Derwent Valley Construction Limited.",
      rationale: "The most competitive price, and fully compliant with the qualifying criteria.",
      reported: "2017-03-20",
      decision: "meetings/decision/opcc.2017-14",
      decided: "2017-03-20",
      disclosedIn: report,
      sources,
      printed: [
        printed("/reported", "20 MARCH 2017", "2017-03-20", report),
        signed("20 March 2017", "2017-03-20"),
      ],
      relations: [
        ...signedOnReport("14"),
        {
          kind: "rank",
          list: [
            { record: "procurement/bid/opcc.2017-14.derwent-valley", of: "/price/amount" },
            { record: "procurement/bid/opcc.2017-14.horsmann", of: "/price/amount" },
          ],
          figure: { record: "procurement/bid/opcc.2017-14.derwent-valley", of: "/price/amount" },
          rank: 1,
          from: "lowest",
          words: "most competitively priced",
          source: in2017({ item: "15A, Appendix B", paragraph: "Recommendations" }),
        },
      ],
    },
  },
  {
    kind: "procurement/contract",
    data: {
      id: "opcc.2017-14",
      title,
      body: commissioner,
      tender,
      award: "procurement/award/opcc.2017-14",
      supplier: winner,
      status: "active",
      category: "works",
      procedure: "open",
      value: { amount: "538872.24", currency: "GBP" },
      sources,
    },
  },
];
