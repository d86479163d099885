import { type Resource, resource } from "@moothall/core/plugin";
import { actionLineSchema } from "../resources/action-line.ts";
import { baselineSchema, benchmarkSchema, peerGroupSchema } from "../resources/benchmark.ts";
import { breakSchema } from "../resources/break.ts";
import { claimSchema } from "../resources/claim.ts";
import { classifyObservation } from "../resources/classify.ts";
import { disclosurePolicySchema } from "../resources/disclosure-policy.ts";
import { exampleIndicator, indicatorSchema } from "../resources/indicator.ts";
import { exampleObservation, observationSchema } from "../resources/observation.ts";
import { classifyPublishedTable, publishedTableSchema } from "../resources/published-table.ts";
import { scorecardDefinitionSchema } from "../resources/scorecard-definition.ts";
import { targetSchema } from "../resources/target.ts";

const indicator = "safeguarding/indicator/missing-children-reports";
const text = { type: "text" } as const;

export const resources: Readonly<Record<string, Resource>> = {
  indicator: resource({
    summary: "Indicators: what is measured, how, and which way is good.",
    schema: indicatorSchema,
    fields: {
      title: text,
      theme: text,
      body: text,
      counts: text,
      timing: text,
      polarity: { type: "text", pointer: "/polarity/direction" },
    },
    columns: ["id", "title", "theme", "unit", "counts", "timing"],
    body: "/body",
    example: exampleIndicator,
  }),
  observation: resource({
    summary: "Figures of indicators; confidential until a public paper prints them.",
    schema: observationSchema,
    fields: {
      indicator: text,
      period: text,
      area: text,
      breakdown: text,
      system: text,
      release: text,
      revises: text,
      definition: { type: "integer" },
      value: { type: "decimal", places: 4 },
      numerator: { type: "decimal", places: 4 },
      denominator: { type: "decimal", places: 4 },
    },
    classify: classifyObservation,
    columns: ["id", "indicator", "period", "area", "breakdown", "value", "status"],
    example: exampleObservation,
  }),
  break: resource({
    summary: "Breaks in series: from a day on, figures were counted in another way.",
    schema: breakSchema,
    fields: {
      title: text,
      date: { type: "date" },
      indicator: { type: "text", pointer: "/indicators", many: true },
    },
    columns: ["id", "title", "date", "cause"],
    example: {
      id: "recording-system.2016-06-22",
      title: "New recording system",
      date: "2016-06-22",
      cause: "the recording system was replaced",
      from: "Guardian",
      to: "Niche",
      indicators: [indicator],
    },
  }),
  target: resource({
    summary: "Targets, and standards with steps.",
    schema: targetSchema,
    fields: { indicator: text, area: text, period: text },
    example: {
      id: "disclosure-checks",
      title: "Turnaround of disclosure checks",
      indicator,
      steps: [
        { percent: "85", within: 14 },
        { percent: "90", within: 18 },
      ],
    },
  }),
  "peer-group": resource({
    summary: "Peer groups: whom one compares with.",
    schema: peerGroupSchema,
    fields: { title: text, member: { type: "text", pointer: "/members", many: true } },
    example: {
      id: "east-midlands-forces",
      title: "Forces of the East Midlands",
      members: ["register/area/derbyshire-police", "register/area/leicestershire-police"],
    },
  }),
  benchmark: resource({
    summary: "Benchmarks: what a peer group reached, and one's place in it.",
    schema: benchmarkSchema,
    fields: { indicator: text, group: text, period: text },
    example: {
      id: "missing-children-reports.east-midlands.fy2016",
      indicator,
      group: "safeguarding/peer-group/east-midlands-forces",
      period: "FY2016",
      place: { area: "register/area/derbyshire-police", place: 3, of: 5 },
    },
  }),
  baseline: resource({
    summary: "Baselines with their milestones.",
    schema: baselineSchema,
    fields: { indicator: text, area: text, period: text },
    example: {
      id: "killed-and-seriously-injured.2005-2009",
      title: "Killed and seriously injured, mean of 2005 to 2009",
      indicator,
      period: "2005-01-01/2009-12-31",
      goal: { percent: "50", by: "2020" },
      milestones: [{ period: "2012-01-01/2012-10-31", value: "431" }],
    },
  }),
  "disclosure-policy": resource({
    summary: "Disclosure policies: which counts are small, and what is done about them.",
    schema: disclosurePolicySchema,
    fields: { title: text, body: text, validFrom: { type: "date" } },
    body: "/body",
    example: {
      id: "office",
      title: "Small counts",
      policy: { small: [1, 4], zero: "publish", secondary: true },
    },
  }),
  "action-line": resource({
    summary: "Lines of action plans with their ratings by version.",
    schema: actionLineSchema,
    fields: {
      plan: text,
      number: { type: "integer" },
      section: text,
      owner: text,
      version: { type: "text", pointer: "/ratings/*/version", many: true },
      rating: { type: "text", pointer: "/ratings/*/rating", many: true },
    },
    columns: ["id", "plan", "number", "text", "owner"],
    example: {
      id: "domestic-abuse.1",
      plan: "Domestic abuse",
      number: 1,
      text: "A chief officer leads on domestic abuse",
      ratings: [{ version: "Initial", rating: "green" }],
    },
  }),
  scorecard: resource({
    summary: "What scorecards and themed reports show, as data.",
    schema: scorecardDefinitionSchema,
    fields: { title: text, body: text, officer: text, period: text },
    columns: ["id", "title", "officer", "period"],
    body: "/body",
    example: {
      id: "children",
      title: "Safeguarding children",
      period: "FY2016",
      sections: [{ heading: "Missing children", lines: [{ indicator }] }],
    },
  }),
  claim: resource({
    summary: "What papers say in words about figures.",
    schema: claimSchema,
    fields: { indicator: text, period: text, area: text },
    example: {
      id: "missing-children.fy2016",
      text: "fewer missing reports than the year before",
      indicator,
      period: "FY2016",
      area: "register/area/derbyshire-police",
      says: { kind: "change", against: "FY2015", direction: "down" },
    },
  }),
  "published-table": resource({
    summary: "Tables of counts as published, protected.",
    schema: publishedTableSchema,
    fields: {
      title: text,
      indicator: text,
      period: text,
      area: text,
      published: { type: "date" },
      definition: { type: "integer" },
      policyRecord: text,
    },
    classify: classifyPublishedTable,
    columns: ["id", "title", "indicator", "period", "published"],
    example: {
      id: "missing-children-reports.2016",
      title: "Missing reports by place",
      indicator,
      rows: { by: "category", dimension: "place", keys: ["social-care", "elsewhere"] },
      columns: { by: "period", keys: ["FY2015", "FY2016"] },
      cells: [
        [345, 390],
        [932, 797],
      ],
      policy: { small: [1, 4] },
      published: "2017-05-22",
    },
  }),
};
