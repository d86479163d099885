import { type ExampleRecord, printed } from "../../example-record.ts";
import { in2017 } from "../../papers.ts";
import { commissioner, reportAndLog, signed, signedOnReport } from "./decision-log.ts";

const at = (paragraph: string) => in2017({ item: "15A, Appendix F", paragraph });
const recommendation = in2017({ item: "15A, Appendix F", paragraph: "Recommendations" });
const report = in2017({ item: "15A, Appendix F" });
const sources = reportAndLog("Appendix F");

const tender = "procurement/tender/opcc.2017-18";
const title = "Display screen equipment e-learning";
const value = { amount: "24323.70", currency: "GBP" };
const budgetCeiling = { amount: "25000.00", currency: "GBP" };

/** The name that the report gives twice; its recommendation prints another. */
const winner = "Workrite";

const bids = [
  { id: "workrite", bidder: winner, status: "valid", outcome: "won", price: value },
  { id: "cardinus", bidder: "Cardinus", status: "valid", outcome: "lost" },
  {
    id: "optima",
    bidder: "Optima",
    status: "disqualified",
    statusReason: "The price was above the budget of £25,000.",
    outcome: "lost",
  },
] as const;

/** Decision 18/17: e-learning for display screen equipment. The report names the supplier two ways. */
export const decision18: readonly ExampleRecord[] = [
  {
    kind: "procurement/tender",
    data: {
      id: "opcc.2017-18",
      title,
      body: commissioner,
      status: "complete",
      procedure: "selective",
      procedureDetails: "Suppliers invited to respond to a statement of business requirements",
      category: "services",
      bidsReceived: 3,
      budgetCeiling,
      sources,
      printed: [
        printed("/bidsReceived", "3", "3", at("2")),
        printed("bids-discarded", "Optima were discarded", "1", at("2")),
        printed("bids-reviewed", "the other two", "2", at("2")),
      ],
      relations: [
        {
          kind: "total",
          parts: ["bids-discarded", "bids-reviewed"],
          total: "/bidsReceived",
        },
      ],
    },
  },
  ...bids.map(
    (bid): ExampleRecord => ({
      kind: "procurement/bid",
      data: {
        ...bid,
        id: `opcc.2017-18.${bid.id}`,
        tender,
        disclosedIn: at("2"),
        sources: [at("2")],
      },
    }),
  ),
  {
    kind: "procurement/award",
    data: {
      id: "opcc.2017-18",
      title,
      body: commissioner,
      tender,
      bid: "procurement/bid/opcc.2017-18.workrite",
      supplier: winner,
      status: "active",
      value,
      recommendation: "Enter into a contract of five years with the preferred supplier.",
      rationale: "The best solution for all the requirements, within the budget.",
      reported: "2017-05-02",
      decision: "meetings/decision/opcc.2017-18",
      decided: "2017-05-02",
      disclosedIn: report,
      sources,
      printed: [
        printed("/reported", "2ND MAY 2017", "2017-05-02", report),
        signed("2 May 2017", "2017-05-02"),
      ],
      relations: signedOnReport("18"),
    },
  },
  {
    kind: "procurement/contract",
    data: {
      id: "opcc.2017-18",
      title,
      body: commissioner,
      tender,
      award: "procurement/award/opcc.2017-18",
      supplier: winner,
      status: "active",
      category: "services",
      procedure: "selective",
      value,
      previous: {
        supplier: "Cardinus",
        value: { amount: "30317.00", currency: "GBP" },
      },
      saving: { amount: "5993.30", currency: "GBP" },
      budgetCeiling,
      sources,
      printed: [
        printed("/value/amount", "£ 24,323.70", "24323.70", at("1")),
        printed("/previous/value/amount", "£ 30,317.00", "30317.00", at("2")),
        printed("/saving/amount", "£5,993.30", "5993.30", at("2")),
        printed("/budgetCeiling/amount", "£25,000", "25000", at("2")),
        printed("/budgetCeiling/amount", "£25,000.00", "25000.00", at("2")),
        printed("/supplier", "Workrite", "Workrite", at("2")),
        printed("/supplier", "Worksite", "Worksite", recommendation),
        printed("contract-years", "5 year", "5", at("1")),
        printed("contract-years", "5 year", "5", recommendation),
        printed("previous-system-introduced", "2007", "2007", at("2")),
        printed("budget-years", "5 years", "5", at("2")),
        printed("previous-cost-years", "the last 5 years", "5", at("2")),
        printed("previous-cost-years", "the last 5 years", "5", at("2")),
        printed("new-cost-years", "the next 5 years", "5", at("2")),
      ],
      relations: [
        {
          kind: "derived",
          operation: "difference",
          of: ["/previous/value/amount", "/value/amount"],
          result: "/saving/amount",
        },
        {
          kind: "total",
          parts: ["/value/amount"],
          total: "/budgetCeiling/amount",
          partial: true,
          because: "The budget was to be no more than this, and another bid was discarded over it.",
        },
        {
          kind: "same",
          figures: ["contract-years", "budget-years", "previous-cost-years", "new-cost-years"],
          because: "Cost, budget and saving are compared over as many years.",
        },
        {
          kind: "order",
          dates: [
            "previous-system-introduced",
            { record: "procurement/award/opcc.2017-18", of: "/reported" },
          ],
          because: "The present system was in use when the report was written.",
        },
      ],
    },
  },
];
