import type { Resource } from "@moothall/core/plugin";
import { resource } from "@moothall/core/plugin";
import { awardSchema } from "../resources/award.ts";
import { bidSchema } from "../resources/bid.ts";
import {
  alwaysConfidential,
  alwaysRestricted,
  bidWithholds,
  classifyAward,
  classifyBid,
  classifyContract,
  classifyEvaluation,
  classifyEvaluatorScore,
  classifyInterest,
  classifyTender,
  evaluationWithholds,
  tenderWithholds,
} from "../resources/classify.ts";
import {
  contractChangeSchema,
  contractSchema,
  kpiPerformanceSchema,
  kpiSchema,
} from "../resources/contract.ts";
import { evaluationSchema } from "../resources/evaluation.ts";
import { declinationSchema, expressionOfInterestSchema } from "../resources/interest.ts";
import {
  consensusSchema,
  evaluatorScoreSchema,
  interestDeclarationSchema,
} from "../resources/scores.ts";
import { exampleTender, tenderSchema } from "../resources/tender.ts";

const tender = "procurement/tender/opcc.2017-13";
const bid = "procurement/bid/opcc.2017-13.a";
const contract = "procurement/contract/opcc.2017-18";

export const resources: Readonly<Record<string, Resource>> = {
  tender: resource({
    summary: "Tenders: what is sought, and the declared method of award.",
    schema: tenderSchema,
    fields: {
      title: { type: "text" },
      body: { type: "text" },
      status: { type: "text" },
      procedure: { type: "text" },
      deadline: { type: "instant" },
      published: { type: "date" },
      "budget-ceiling": { type: "decimal", pointer: "/budgetCeiling/amount" },
    },
    classify: classifyTender,
    withholds: tenderWithholds,
    body: "/body",
    columns: ["id", "title", "status", "procedure", "deadline"],
    example: exampleTender,
  }),
  "expression-of-interest": resource({
    summary: "Suppliers that expressed an interest in a tender.",
    schema: expressionOfInterestSchema,
    fields: { tender: { type: "text" }, supplier: { type: "text" }, received: { type: "date" } },
    classify: classifyInterest,
    example: { id: "opcc.2017-14.a", tender, supplier: "Example Builders Ltd" },
  }),
  declination: resource({
    summary: "Invited suppliers that declined, with the reason.",
    schema: declinationSchema,
    fields: { tender: { type: "text" }, supplier: { type: "text" }, received: { type: "date" } },
    classify: classifyInterest,
    example: {
      id: "opcc.2017-13.d",
      tender,
      supplier: "Example Builders Ltd",
      reason: "The time allowed was too short",
    },
  }),
  bid: resource({
    summary: "Bids; restricted until the award is published.",
    schema: bidSchema,
    fields: {
      tender: { type: "text" },
      lot: { type: "text" },
      bidder: { type: "text" },
      status: { type: "text" },
      outcome: { type: "text" },
      submitted: { type: "instant" },
      price: { type: "decimal", pointer: "/price/amount" },
    },
    classify: classifyBid,
    withholds: bidWithholds,
    columns: ["id", "tender", "bidder", "price", "status"],
    example: {
      id: "opcc.2017-13.a",
      tender,
      bidder: "Example Builders Ltd",
      price: { amount: "121229.00" },
      quality: "22",
      status: "valid",
    },
  }),
  "evaluator-score": resource({
    summary: "What one evaluator scored; confidential until consensus.",
    schema: evaluatorScoreSchema,
    fields: {
      tender: { type: "text" },
      bid: { type: "text" },
      criterion: { type: "text" },
      evaluator: { type: "text" },
    },
    classify: classifyEvaluatorScore,
    example: {
      id: "opcc.2017-13.a.quality.1",
      tender,
      bid,
      criterion: "quality",
      evaluator: "register/post/opcc.procurement-officer",
      score: "22",
      given: "2017-03-06T10:00:00Z",
    },
  }),
  consensus: resource({
    summary: "Scores agreed by the evaluators, with the rationale.",
    schema: consensusSchema,
    fields: { tender: { type: "text" }, bid: { type: "text" }, criterion: { type: "text" } },
    classify: alwaysRestricted,
    example: {
      id: "opcc.2017-13.a.quality",
      tender,
      bid,
      criterion: "quality",
      score: "22",
      rationale: "Sound programme; two requirements met in part only.",
      moderator: "register/post/opcc.chief-executive",
      reached: "2017-03-07T10:00:00Z",
      originals: [{ evaluator: "register/post/opcc.procurement-officer", score: "22" }],
      spread: "0",
    },
  }),
  "interest-declaration": resource({
    summary: "Evaluators' declarations of interests.",
    schema: interestDeclarationSchema,
    fields: {
      tender: { type: "text" },
      evaluator: { type: "text" },
      conflict: { type: "boolean" },
    },
    classify: alwaysConfidential,
    example: {
      id: "opcc.2017-13.procurement-officer",
      tender,
      evaluator: "register/post/opcc.procurement-officer",
      declared: "2017-02-20T10:00:00Z",
      conflict: false,
    },
  }),
  evaluation: resource({
    summary: "Outcome of comparing the bids.",
    schema: evaluationSchema,
    fields: { tender: { type: "text" }, lot: { type: "text" }, winner: { type: "text" } },
    classify: classifyEvaluation,
    withholds: evaluationWithholds,
    example: {
      id: "opcc.2017-13",
      tender,
      results: [
        {
          bidder: "Example Builders Ltd",
          priceScore: "60.00",
          qualityScore: "22.00",
          total: "82.00",
          rank: 1,
        },
      ],
      winner: "Example Builders Ltd",
    },
  }),
  award: resource({
    summary: "Awards, with the recommendation and the decision taken on it.",
    schema: awardSchema,
    fields: {
      body: { type: "text" },
      tender: { type: "text" },
      supplier: { type: "text" },
      status: { type: "text" },
      decided: { type: "date" },
      published: { type: "date" },
      value: { type: "decimal", pointer: "/value/amount" },
    },
    classify: classifyAward,
    body: "/body",
    columns: ["id", "title", "supplier", "value", "decided"],
    expects: [
      {
        direction: "refers-to",
        kinds: ["meetings/decision", "meetings/resolution"],
        missing: "It names no decision by which it was awarded, as far as you may see.",
        fix: "Name the decision, or the resolution of the meeting.",
      },
    ],
    example: {
      id: "opcc.2017-13",
      title: "Refurbishment of Block B",
      body: "register/body/opcc",
      tender,
      supplier: "Example Builders Ltd",
      status: "active",
      value: { amount: "121229.00" },
      decided: "2017-03-14",
      published: "2017-05-22",
    },
  }),
  contract: resource({
    summary: "Contracts, as the register shows them.",
    schema: contractSchema,
    fields: {
      title: { type: "text" },
      body: { type: "text" },
      supplier: { type: "text" },
      status: { type: "text" },
      signed: { type: "date" },
      value: { type: "decimal", pointer: "/value/amount" },
    },
    classify: classifyContract,
    body: "/body",
    columns: ["id", "title", "supplier", "value", "period", "status"],
    example: {
      id: "opcc.2017-18",
      title: "Display screen equipment e-learning",
      body: "register/body/opcc",
      supplier: "Example Learning Ltd",
      status: "active",
      value: { amount: "24323.70" },
      previous: { value: { amount: "30317.00" } },
      saving: { amount: "5993.30" },
      budgetCeiling: { amount: "25000.00" },
    },
  }),
  "contract-change": resource({
    summary: "Changes to contracts.",
    schema: contractChangeSchema,
    fields: { contract: { type: "text" }, made: { type: "date" } },
    example: {
      id: "opcc.2017-18.1",
      contract,
      made: "2019-06-01",
      reason: "Extended by the first option of 12 months",
    },
  }),
  kpi: resource({
    summary: "Key performance indicators of contracts.",
    schema: kpiSchema,
    fields: { contract: { type: "text" }, published: { type: "date" } },
    example: {
      id: "opcc.2017-18.response",
      contract,
      title: "Calls answered within one hour",
      target: "95",
      unit: "% of calls",
    },
  }),
  "kpi-performance": resource({
    summary: "How contracts met their indicators, period by period.",
    schema: kpiPerformanceSchema,
    fields: { kpi: { type: "text" }, contract: { type: "text" }, rating: { type: "text" } },
    example: {
      id: "opcc.2017-18.response.fy2018",
      kpi: "procurement/kpi/opcc.2017-18.response",
      contract,
      period: "FY2018",
      value: "96.2",
      rating: "good",
    },
  }),
};
