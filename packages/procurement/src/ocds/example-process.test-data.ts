import { awardSchema } from "../resources/award.ts";
import { bidSchema } from "../resources/bid.ts";
import { contractSchema } from "../resources/contract.ts";
import { evaluationSchema } from "../resources/evaluation.ts";
import { tenderSchema } from "../resources/tender.ts";
import { decision13Printed } from "../scoring/decisions-of-2017.test-data.ts";
import { declare } from "../scoring/declaration.ts";
import type { ContractingProcess } from "./process.ts";

// Decision 13/2017 as records: figures as printed, everything else made for the test.

const method = { formula: "deviation-from-lowest", weights: { price: "60", quality: "40" } };
const source = { document: "Strategic Governance Board pack, 22 May 2017", item: "Appendix A" };
const tender = "procurement/tender/opcc.2017-13";

const bid = (id: string, bidder: string, price: string, quality: string) =>
  bidSchema().parse({
    id: `opcc.2017-13.${id}`,
    tender,
    bidder,
    price: { amount: price },
    quality,
    answers: { insurance: true },
    status: "valid",
    submitted: "2017-03-01T12:00:00Z",
    disclosedIn: source,
  });

/** Decision 13/2017 from tender to contract. */
export const exampleProcess: ContractingProcess = {
  buyer: { id: "opcc", name: "Derbyshire Police and Crime Commissioner" },
  tender: tenderSchema().parse({
    id: "opcc.2017-13",
    title: "Refurbishment of Block B",
    body: "register/body/opcc",
    status: "complete",
    procedure: "selective",
    procedureDetails: "mini competition",
    category: "works",
    published: "2017-02-01",
    deadline: "2017-03-03T12:00:00+00:00",
    estimate: { amount: "150000.00" },
    budgetCeiling: { amount: "160000.50" },
    contractPeriod: "FY2017",
    classifications: ["45000000"],
    method,
    declared: { hash: declare(method).hash, at: "2017-02-01T09:00:00Z" },
    opened: "2017-03-03T13:00:00Z",
    invited: 5,
    bidsReceived: 3,
    notices: [{ type: "UK4", published: "2017-02-01", url: "https://example.org/notice" }],
    sources: [source],
    printed: [{ of: "/invited", text: "5 contractors", value: "5", source }],
  }),
  bids: [
    bid("a", "Builders A Ltd", "121229.00", "22"),
    bid("b", "Builders B Ltd", "138788.00", "26"),
    bidSchema().parse({
      ...bid("c", "Builders C Ltd", "140093.71", "22"),
      bidderIdentifier: "GB-COH-01234567",
      smallOrMedium: true,
    }),
  ],
  evaluations: [
    evaluationSchema().parse({
      id: "opcc.2017-13",
      tender,
      results: decision13Printed.map((each) => ({
        ...each,
        bidder: `Builders ${each.bidder} Ltd`,
      })),
      winner: "Builders A Ltd",
      disclosedIn: source,
    }),
  ],
  awards: [
    awardSchema().parse({
      id: "opcc.2017-13",
      title: "Refurbishment of Block B",
      body: "register/body/opcc",
      tender,
      evaluation: "procurement/evaluation/opcc.2017-13",
      bid: "procurement/bid/opcc.2017-13.a",
      supplier: "Builders A Ltd",
      status: "active",
      value: { amount: "121229.00" },
      rationale: "The highest total",
      reported: "2017-03-07",
      decided: "2017-03-14",
      published: "2017-05-22",
      summariesSent: "2017-05-20T09:00:00Z",
      implications: { financial: "low", legal: null },
    }),
  ],
  contracts: [
    contractSchema().parse({
      id: "opcc.2017-13",
      title: "Refurbishment of Block B",
      body: "register/body/opcc",
      award: "procurement/award/opcc.2017-13",
      supplier: "Builders A Ltd",
      status: "active",
      value: { amount: "121229.00" },
      valueGross: { amount: "145474.80" },
      period: "2017-06-01/2017-09-30",
      extensions: [{ months: 12 }],
      signed: "2017-05-31",
      notices: [{ type: "UK7", published: "2017-06-02" }],
    }),
  ],
};
