import { type ExampleRecord, printed } from "../../example-record.ts";
import { in2017 } from "../../papers.ts";
import { commissioner, reportAndLog, signed, signedOnReport } from "./decision-log.ts";
import { bidsOfTheInterested, takesOver, weightsOfTheWhole } from "./tender-relations.ts";

const at = (paragraph: string) => in2017({ item: "15A, Appendix E", paragraph });
const report = in2017({ item: "15A, Appendix E" });
const sources = reportAndLog("Appendix E");

const tender = "procurement/tender/opcc.2017-17";
const title = "Police and Crime Commissioner media and communication services";
const winner = "Better Times Limited";
const period = "2017-07-01/2020-11-30";

/** What the recommendation asks to approve; paragraph 1.1 prints another amount. */
const value = { amount: "106600.00", currency: "GBP" };

const bidders = [
  ["better-times", winner],
  ["capital-b-media", "Capital B Media"],
] as const;

/** Decision 17/17: media services. The report gives the value of one contract as two amounts. */
export const decision17: readonly ExampleRecord[] = [
  {
    kind: "procurement/tender",
    data: {
      id: "opcc.2017-17",
      title,
      body: commissioner,
      status: "complete",
      procedure: "open",
      procedureDetails: "EU open procedure",
      category: "services",
      contractPeriod: period,
      expressionsOfInterest: 22,
      bidsReceived: 2,
      evaluators: [
        "register/post/opcc-derbyshire.commissioner",
        "register/post/opcc-derbyshire.deputy-commissioner",
        "register/post/opcc-derbyshire.chief-executive",
        "register/post/opcc-derbyshire.chief-finance-officer",
        "register/post/derbyshire-constabulary.procurement-officer",
        "register/post/derbyshire-constabulary.procurement-assistant",
      ],
      sources,
      // The weights stand here and not in a method, since the report names no formula or score.
      printed: [
        printed("/expressionsOfInterest", "22", "22", at("2.3")),
        printed("/bidsReceived", "2", "2", at("2.3")),
        printed("quality-weight", "60%", "60", at("2.4"), { unit: "0" }),
        printed("price-weight", "40%", "40", at("2.4"), { unit: "0" }),
      ],
      relations: [bidsOfTheInterested, weightsOfTheWhole],
    },
  },
  ...bidders.map(
    ([id, bidder]): ExampleRecord => ({
      kind: "procurement/bid",
      data: {
        id: `opcc.2017-17.${id}`,
        tender,
        bidder,
        status: "valid",
        outcome: bidder === winner ? "won" : "lost",
        disclosedIn: at("2.3"),
        sources: [at("2.3")],
      },
    }),
  ),
  {
    kind: "procurement/award",
    data: {
      id: "opcc.2017-17",
      title,
      body: commissioner,
      tender,
      bid: "procurement/bid/opcc.2017-17.better-times",
      supplier: winner,
      status: "active",
      value,
      contractPeriod: period,
      recommendation: "Award the contract to Better Times Limited.",
      reported: "2017-05-04",
      decision: "meetings/decision/opcc.2017-17",
      decided: "2017-05-04",
      disclosedIn: report,
      sources,
      printed: [
        printed("/reported", "04 MAY 2017", "2017-05-04", report),
        printed("/reported", "MAY 2017", "2017-05", at("3")),
        signed("4 May 2017", "2017-05-04"),
      ],
      relations: signedOnReport("17"),
    },
  },
  {
    kind: "procurement/contract",
    data: {
      id: "opcc.2017-17",
      title,
      body: commissioner,
      tender,
      award: "procurement/award/opcc.2017-17",
      supplier: winner,
      status: "active",
      category: "services",
      procedure: "open",
      value,
      period,
      sources,
      printed: [
        printed("/value/amount", "£100,600", "100600", at("1.1")),
        printed("/value/amount", "£106,600.00", "106600.00", at("3")),
        printed("/period", "1 July 2017 to 30 November 2020", period, at("1.1")),
        printed("/period", "1 July 2017 to 30 November 2020", period, at("3")),
        printed("previous-contract-ends", "30 June 2017", "2017-06-30", at("2.1")),
      ],
      relations: [...takesOver("17")],
    },
  },
];
