import { type Resource, resource } from "@moothall/core/plugin";
import { agreement } from "../resources/agreement.ts";
import { allocationTable } from "../resources/allocation-table.ts";
import { application } from "../resources/application.ts";
import { award } from "../resources/award.ts";
import { budget } from "../resources/budget.ts";
import { awardByHand, paymentByHand } from "../resources/by-hand.ts";
import * as classes from "../resources/classify.ts";
import { commissionedService } from "../resources/commissioned-service.ts";
import { condition } from "../resources/condition.ts";
import { costSplit } from "../resources/cost-split.ts";
import { fund } from "../resources/fund.ts";
import { monitoringReturn } from "../resources/monitoring-return.ts";
import { outturn } from "../resources/outturn.ts";
import { payment } from "../resources/payment.ts";
import { paymentSchedule } from "../resources/payment-schedule.ts";
import { precept } from "../resources/precept.ts";
import { recommendation } from "../resources/recommendation.ts";
import { recovery } from "../resources/recovery.ts";
import { round } from "../resources/round.ts";
import { scheme } from "../resources/scheme.ts";

const text = { type: "text" } as const;
const date = { type: "date" } as const;
const decimal = { type: "decimal" } as const;
const many = (pointer: `/${string}`) => ({ type: "text", pointer, many: true }) as const;

const body = "register/body/opcc-example";
const anAward = "funding/award/opcc-example.2024-1.hall";

/** What the plugin keeps, from the purse to the outcome. */
export const resources: Readonly<Record<string, Resource>> = {
  fund: resource({
    summary: "Funds: source, budget by year, legal power and ring-fences.",
    schema: fund(),
    fields: { title: text, body: text, source: text, validFrom: date, validTo: date },
    body: "/body",
    columns: ["title", "body", "source", "years"],
    example: {
      id: "opcc-example.community-safety",
      title: "Community Safety Fund",
      body,
      source: "police-grant",
      legalPower: "prsra-2011-s9",
      years: [{ year: "FY2024", budget: "275000" }],
    },
  }),
  scheme: resource({
    summary: "Grant schemes: who may apply, for how much, by which criteria.",
    schema: scheme(),
    fields: {
      title: text,
      body: text,
      fund: text,
      objective: many("/objectives"),
      validFrom: date,
      validTo: date,
    },
    body: "/body",
    columns: ["title", "fund", "minimum", "maximum"],
    example: {
      id: "opcc-example.small-grants",
      title: "Small grants",
      body,
      fund: "funding/fund/opcc-example.community-safety",
      ceilings: [{ year: "FY2024", amount: "75000" }],
      maximum: "2500",
      roundsPerYear: 3,
    },
  }),
  round: resource({
    summary: "Rounds of a scheme: window, limits, criteria and ceiling.",
    schema: round(),
    fields: {
      title: text,
      body: text,
      scheme: text,
      fund: text,
      year: text,
      opens: date,
      closes: date,
      decided: date,
      ceiling: decimal,
    },
    body: "/body",
    columns: ["title", "year", "opens", "closes", "ceiling"],
    example: {
      id: "opcc-example.2024-1",
      title: "Small grants, first round",
      body,
      scheme: "funding/scheme/opcc-example.small-grants",
      fund: "funding/fund/opcc-example.community-safety",
      year: "FY2024",
      closes: "2024-06-01",
      maximum: "2500",
      ceiling: "25000",
      criteria: [
        { id: "posts", rule: "share-at-most", category: "posts", share: "0.5" },
        { id: "objectives", rule: "objectives-at-least", count: 1 },
        { id: "cctv", rule: "excludes", category: "cctv" },
      ],
    },
  }),
  application: resource({
    summary: "Applications: what is asked, what for, and how they were judged.",
    schema: application(),
    fields: {
      round: text,
      status: text,
      title: text,
      applicant: { type: "text", pointer: "/applicant/body" },
      asked: decimal,
      category: text,
      objective: many("/objectives"),
      area: text,
    },
    classify: classes.classifyApplication,
    withholds: classes.applicationWithholds,
    columns: ["title", "round", "asked", "status"],
    example: {
      id: "opcc-example.2024-1.hall",
      round: "funding/round/opcc-example.2024-1",
      applicant: { name: "A Community Association", kind: "voluntary" },
      title: "Youth evenings",
      asked: "2400.00",
      lines: [{ id: "leader", title: "Sessional leader", category: "posts", amount: "1200.00" }],
      objectives: ["register/objective/opcc-example.2024.1"],
    },
  }),
  recommendation: resource({
    summary: "Recommendations of an advisory group to the decision-maker.",
    schema: recommendation(),
    fields: { round: text, by: text, date, application: many("/items/*/application") },
    body: "/body",
    classify: classes.publicOncePublished,
    columns: ["round", "by", "date"],
    example: {
      id: "opcc-example.2024-1.panel",
      round: "funding/round/opcc-example.2024-1",
      by: "register/body/grants-panel",
      date: "2024-06-20",
      items: [
        {
          application: "funding/application/opcc-example.2024-1.hall",
          advice: "fund",
          amount: "2400.00",
        },
      ],
    },
  }),
  award: resource({
    summary: "Awards: amount, variations, conditions, legal power and the decision they rest on.",
    schema: award(),
    fields: {
      body: text,
      fund: text,
      scheme: text,
      round: text,
      application: text,
      category: text,
      programme: text,
      kind: text,
      year: text,
      recipient: { type: "text", pointer: "/recipient/body" },
      title: text,
      current: decimal,
      amount: decimal,
      awarded: date,
      starts: date,
      ends: date,
      publishedOn: date,
      objective: many("/objectives"),
      area: text,
    },
    body: "/body",
    classify: classes.classifyAward,
    byHand: awardByHand,
    withholds: classes.awardWithholds,
    columns: ["title", "recipient.name", "current", "awarded", "year"],
    example: {
      id: "opcc-example.2024-1.hall",
      body,
      fund: "funding/fund/opcc-example.community-safety",
      round: "funding/round/opcc-example.2024-1",
      kind: "crime-and-disorder-reduction-grant",
      recipient: {
        name: "A Community Association",
        kind: "voluntary",
        identifier: "GB-CHC-1000000",
      },
      title: "Youth evenings",
      amount: "2400.00",
      current: "2400.00",
      year: "FY2024",
      awarded: "2024-07-01",
      legalPower: "prsra-2011-s9",
      reason: "Young people have somewhere to be on the evenings on which most is reported.",
      conditions: ["Two satisfactory reports"],
    },
  }),
  "allocation-table": resource({
    summary: "Allocations of a fund to programmes, partners and years.",
    schema: allocationTable(),
    fields: { title: text, body: text, fund: text, year: many("/years") },
    body: "/body",
    columns: ["title", "fund", "years"],
    example: {
      id: "opcc-example.community-safety.2024",
      title: "Community Safety Fund 2024–25",
      body,
      years: ["FY2024"],
      programmes: [{ id: "youth", title: "Youth crime prevention" }],
      partners: [{ id: "county", name: "County Council" }],
      cells: [{ programme: "youth", partner: "county", year: "FY2024", amount: "25000" }],
    },
  }),
  agreement: resource({
    summary: "Grant agreements: when signed, when published.",
    schema: agreement(),
    fields: { award: text, body: text, signed: date, publishedOn: date },
    body: "/body",
    classify: classes.classifyAgreement,
    columns: ["award", "signed", "publishedOn"],
    example: { id: "opcc-example.2024-1.hall", award: anAward, signed: "2024-07-10" },
  }),
  condition: resource({
    summary: "Conditions of awards, with what shows that they are met.",
    schema: condition(),
    fields: {
      award: text,
      body: text,
      due: date,
      rule: { type: "text", pointer: "/predicate/rule" },
    },
    body: "/body",
    classify: classes.classifyCondition,
    withholds: classes.conditionWithholds,
    columns: ["award", "text", "due"],
    example: {
      id: "opcc-example.2024-1.hall.agreement",
      award: anAward,
      text: "The agreement is signed by both parties.",
      predicate: { rule: "agreement-signed" },
    },
  }),
  "payment-schedule": resource({
    summary: "Payment schedules: instalments and the conditions that gate them.",
    schema: paymentSchedule(),
    fields: {
      award: text,
      body: text,
      due: { type: "date", pointer: "/instalments/*/due", many: true },
    },
    body: "/body",
    columns: ["award", "instalments"],
    example: {
      id: "opcc-example.2024-1.hall",
      award: anAward,
      instalments: [
        {
          id: "1",
          due: "2024-07-31",
          amount: "1200.00",
          gates: ["funding/condition/opcc-example.2024-1.hall.agreement"],
        },
        { id: "2", due: "2025-01-31", amount: "1200.00" },
      ],
    },
  }),
  payment: resource({
    summary: "Payments: prepared by one person, released by another.",
    schema: payment(),
    fields: {
      award: text,
      body: text,
      status: text,
      year: text,
      amount: decimal,
      released: decimal,
      paid: decimal,
      paidOn: date,
    },
    body: "/body",
    classify: classes.classifyPayment,
    byHand: paymentByHand,
    withholds: classes.paymentWithholds,
    columns: ["award", "instalment", "amount", "status", "paidOn"],
    example: {
      id: "opcc-example.2024-1.hall.1",
      award: anAward,
      amount: "1200.00",
      status: "paid",
      released: "1200.00",
      paid: "1200.00",
      paidOn: "2024-08-02",
    },
  }),
  "monitoring-return": resource({
    summary: "Monitoring returns: spend by line, outcomes against targets.",
    schema: monitoringReturn(),
    fields: { award: text, body: text, due: date, received: date },
    body: "/body",
    classify: classes.classifyReturn,
    withholds: classes.returnWithholds,
    columns: ["award", "period", "due", "received"],
    example: {
      id: "opcc-example.2024-1.hall.1",
      award: anAward,
      period: "2024-07-01/2024-12-31",
      due: "2025-01-15",
      outcomes: [{ id: "attendance", target: "30", achieved: "34" }],
    },
  }),
  recovery: resource({
    summary: "Money that recipients pay back.",
    schema: recovery(),
    fields: {
      award: text,
      body: text,
      reason: text,
      amount: decimal,
      received: decimal,
      demanded: date,
    },
    body: "/body",
    classify: classes.alwaysRestricted,
    columns: ["award", "reason", "amount", "received"],
    example: {
      id: "opcc-example.2024-1.hall.1",
      award: anAward,
      amount: "150.00",
      reason: "underspend",
      demanded: "2025-08-01",
    },
  }),
  "cost-split": resource({
    summary: "Rules by which partners share costs, and the costs they shared.",
    schema: costSplit(),
    fields: { title: text, body: text, partner: many("/partners/*/body") },
    body: "/body",
    columns: ["title", "rule", "partners"],
    example: {
      id: "example-board.review-costs",
      title: "Costs of reviews",
      rule: "equal",
      partners: [
        { id: "county", name: "County Council" },
        { id: "district", name: "The district concerned", chosenByCase: true },
      ],
    },
  }),
  "commissioned-service": resource({
    summary: "Services bought from a provider: length, value, co-funders, charges.",
    schema: commissionedService(),
    fields: {
      title: text,
      body: text,
      fund: text,
      provider: { type: "text", pointer: "/provider/body" },
      starts: date,
      ends: date,
      value: decimal,
    },
    body: "/body",
    classify: classes.classifyService,
    withholds: classes.serviceWithholds,
    columns: ["title", "provider.name", "value", "starts", "ends"],
    example: {
      id: "opcc-example.outreach",
      title: "Outreach",
      body,
      provider: { name: "A provider" },
      months: 36,
    },
  }),
  budget: resource({
    summary: "Budgets: sources and proposed expenditure of a year.",
    schema: budget(),
    fields: { title: text, body: text, year: text, total: decimal, publishedOn: date },
    body: "/body",
    classify: classes.publicOncePublished,
    columns: ["title", "year", "total"],
    example: {
      id: "opcc-example.2024",
      title: "Budget 2024–25",
      body,
      year: "FY2024",
      total: "1500000.00",
      publishedOn: "2024-03-01",
    },
  }),
  precept: resource({
    summary: "Precepts issued, with the council tax of band D.",
    schema: precept(),
    fields: { body: text, year: text, amount: decimal, issued: date },
    body: "/body",
    columns: ["body", "year", "amount", "bandD"],
    example: {
      id: "opcc-example.2024",
      body,
      year: "FY2024",
      amount: "900000.00",
      bandD: "251.60",
    },
  }),
  outturn: resource({
    summary: "What was spent against a budget.",
    schema: outturn(),
    fields: { budget: text, body: text, kind: text, publishedOn: date },
    body: "/body",
    classify: classes.publicOncePublished,
    columns: ["budget", "period", "kind"],
    example: {
      id: "opcc-example.2024.final",
      budget: "funding/budget/opcc-example.2024",
      period: "FY2024",
      kind: "final",
      lines: [{ id: "grants", actual: "270000.00" }],
    },
  }),
};
