import { type ExampleRecord, printed } from "../../example-record.ts";
import { in2017 } from "../../papers.ts";
import { commissioner, reportAndLog, signed, signedOnReport } from "./decision-log.ts";
import { bidsOfTheInterested, takesOver, weightsOfTheWhole } from "./tender-relations.ts";

const at = (paragraph: string) => in2017({ item: "15A, Appendix D", paragraph });
const report = in2017({ item: "15A, Appendix D" });
const sources = reportAndLog("Appendix D");

const tender = "procurement/tender/opcc.2017-16";
const title = "Medical services in custody and sexual offence examination";
const winner = "Castlerock Recruitment Group Limited";
const period = "2017-06-01/2019-05-31";

const bidders = [
  ["care-and-custody-health", "Care and Custody Health Limited"],
  ["castlerock", winner],
  ["drc-locums", "DRC Locums Limited"],
  ["g4s-health-services", "G4S Health Services UK Limited"],
] as const;

/** Decision 16/17: medical services in custody. The report gives no scores and no losing price. */
export const decision16: readonly ExampleRecord[] = [
  {
    kind: "procurement/tender",
    data: {
      id: "opcc.2017-16",
      title,
      body: commissioner,
      status: "complete",
      procedure: "open",
      procedureDetails: "EU open procedure",
      category: "services",
      contractPeriod: period,
      expressionsOfInterest: 10,
      bidsReceived: 4,
      evaluators: [
        "register/post/derbyshire-constabulary.chief-inspector-criminal-justice",
        "register/post/opcc-derbyshire.head-of-commissioning",
        "register/post/east-midlands-health-and-justice.regional-police-lead",
        "register/post/derbyshire-constabulary.procurement-officer",
        "register/post/derbyshire-constabulary.procurement-assistant",
      ],
      sources,
      // The weights stand here and not in a method, since the report names no formula or score.
      printed: [
        printed("/expressionsOfInterest", "10", "10", at("2.3")),
        printed("/bidsReceived", "4", "4", at("2.3")),
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
        id: `opcc.2017-16.${id}`,
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
      id: "opcc.2017-16",
      title,
      body: commissioner,
      tender,
      bid: "procurement/bid/opcc.2017-16.castlerock",
      supplier: winner,
      status: "active",
      value: { amount: "1990821.85", currency: "GBP" },
      contractPeriod: period,
      recommendation: "Award the contract to Castlerock Recruitment Group Limited.",
      reported: "2017-03-20",
      decision: "meetings/decision/opcc.2017-16",
      decided: "2017-03-20",
      disclosedIn: report,
      sources,
      printed: [
        printed("/reported", "20 MARCH 2017", "2017-03-20", report),
        printed("/reported", "MARCH 2017", "2017-03", at("3")),
        signed("20 March 2017", "2017-03-20"),
      ],
      relations: signedOnReport("16"),
    },
  },
  {
    kind: "procurement/contract",
    data: {
      id: "opcc.2017-16",
      title,
      body: commissioner,
      tender,
      award: "procurement/award/opcc.2017-16",
      supplier: winner,
      status: "active",
      category: "services",
      procedure: "open",
      value: { amount: "1990821.85", currency: "GBP" },
      period,
      extensions: [{ months: 12 }, { months: 12 }],
      sources,
      printed: [
        printed("/value/amount", "£1,990,821.85", "1990821.85", at("1.1")),
        printed("/value/amount", "£1,990,821.85", "1990821.85", at("3")),
        printed("/period", "1 June 2017 to 31 May 2019", period, at("1.1")),
        printed("/period", "1 June 2017 to 31 May 2019", period, at("3")),
        printed("extension-months", "2 x 12 months", "24", at("1.1")),
        printed("extension-months", "2 x 12 months", "24", at("3")),
        printed("previous-contract-ends", "31 May 2017", "2017-05-31", at("2.1")),
      ],
      relations: [
        ...takesOver("16"),
        {
          kind: "derived",
          operation: "product",
          of: [{ constant: "2" }, { constant: "12" }],
          result: "extension-months",
        },
      ],
    },
  },
];
