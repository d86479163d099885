export * from "./casework/casework-summary.ts";
export * from "./casework/publish-casework.ts";
export * from "./coverage/coverage.ts";
export type { Coverage, CoverageInput } from "./coverage/coverage-input.ts";
export * from "./errors.ts";
export * from "./estimation/change-of-counts.ts";
export { type Estimate, type EstimateInput, estimate } from "./estimation/estimate.ts";
export { type Design, marginOfError, type SamplingMargin } from "./estimation/margin-of-error.ts";
export { type Trend, type TrendInput, trend } from "./estimation/trend.ts";
export { type Gunning, type GunningInput, gunning, principles } from "./gate/gunning.ts";
export type { GateFinding, Outcome } from "./gate/outcome.ts";
export { type Section96, type Section96Input, section96 } from "./gate/section-96.ts";
export {
  type GroupConsensus,
  type GroupConsensusInput,
  groupConsensus,
} from "./opinion/group-consensus.ts";
export {
  type OpinionGroups,
  type OpinionGroupsInput,
  opinionGroups,
} from "./opinion/opinion-groups.ts";
export { proportionTest, twoProportionTest } from "./opinion/proportion-tests.ts";
export * from "./reports/you-said-we-did.ts";
export {
  type Representativeness,
  type RepresentativenessInput,
  representativeness,
  rScore,
} from "./representativeness/representativeness.ts";
export * from "./resources/activity.ts";
export * from "./resources/activity-log.ts";
export * from "./resources/casework-table.ts";
export * from "./resources/casework-terms.ts";
export * from "./resources/category-set.ts";
export * from "./resources/consultation.ts";
export * from "./resources/contact.ts";
export * from "./resources/hold.ts";
export * from "./resources/margin.ts";
export * from "./resources/matter.ts";
export * from "./resources/place.ts";
export * from "./resources/plan.ts";
export { type Response, responseSchema } from "./resources/response.ts";
export { classifyResult, type Result, resultSchema } from "./resources/result.ts";
export * from "./resources/statement.ts";
export * from "./resources/submission.ts";
export * from "./resources/tour.ts";
export { readResponses, type Table } from "./responses/read-responses.ts";
export { publishResult, type ResultPublication } from "./results/publish-result.ts";
export * from "./retention/disposal.ts";
export { designEffect, effectiveSize } from "./weighting/effective-size.ts";
export { postStratify } from "./weighting/post-stratify.ts";
export { type Raked, type RakeOptions, rake, rakeCoded } from "./weighting/rake.ts";
export { weigh } from "./weighting/weigh.ts";
export type { Weighted, WeightInput } from "./weighting/weight-input.ts";
