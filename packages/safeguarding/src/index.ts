export {
  type Audit,
  auditNested,
  auditRelease,
  auditTable,
  type CountTable,
  type DisclosurePolicyInput,
  deriveProtected,
  type EmittedTable,
  isProtected,
  isWithheld,
  type Protected,
  type ProtectedTable,
  protectTable,
  type WithheldTable,
} from "@moothall/core/disclosure";
export * from "./chart/control-chart.ts";
export * from "./chart/rule-set.ts";
export { type Run, runs, sides } from "./chart/runs.ts";
export * from "./chart/xmr.ts";
export * from "./checks/check-observation.ts";
export type { IndicatorData } from "./checks/series-data.ts";
export * from "./comparability/break.ts";
export * from "./comparability/compare.ts";
export * from "./comparability/periods.ts";
export * from "./comparability/rolling-year.ts";
export * from "./comparability/segments.ts";
export { errors, type SafeguardingErrorCode } from "./errors.ts";
export * from "./exchange/counts-template.ts";
export * from "./exchange/observation-csv.ts";
export * from "./judgement/judge.ts";
export { type Polarity, polarity } from "./judgement/polarity.ts";
export * from "./judgement/rank.ts";
export * from "./judgement/standard.ts";
export * from "./publishing/audit-with-earlier.ts";
export * from "./publishing/count-table.ts";
export * from "./publishing/publish-table.ts";
export * from "./publishing/revise.ts";
export * from "./reports/action-plan.ts";
export * from "./reports/regional-comparison.ts";
export * from "./reports/scorecard.ts";
export * from "./reports/themed-report.ts";
export * from "./resources/action-line.ts";
export * from "./resources/benchmark.ts";
export * from "./resources/break.ts";
export { formatBreakdown, parseBreakdown } from "./resources/breakdown.ts";
export * from "./resources/claim.ts";
export * from "./resources/disclosure-policy.ts";
export {
  definitionOf,
  dimensionOf,
  type Indicator,
  indicatorSchema,
  themes,
} from "./resources/indicator.ts";
export {
  factOf,
  latestVintage,
  type Observation,
  observationSchema,
  type StatusCode,
  statusCodes,
} from "./resources/observation.ts";
export * from "./resources/published-table.ts";
export * from "./resources/scorecard-definition.ts";
export { type Target, targetSchema } from "./resources/target.ts";
export * from "./statistics/funnel.ts";
export * from "./statistics/interval.ts";
export { zOf } from "./statistics/normal-quantile.ts";
export * from "./statistics/poisson.ts";
export { type Interval, wilson } from "./statistics/wilson.ts";
