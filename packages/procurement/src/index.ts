// Scoring: a score sheet that anyone can recompute, and what an award depends on.
export { errors, type ProcurementErrorCode } from "./errors.ts";
export { type FlagNumber, type FlagsInput, flagsInput, flagTitles } from "./flags/flag.ts";
export { collectFlags, flags } from "./flags/flags.ts";
export * from "./law/clock.ts";
// The law's clock: dated rules, standstill, notices.
export * from "./law/rules.ts";
export * from "./law/standstill.ts";
// Open contracting data: merging, red flags, releases and packages.
export { type MergeOptions, merge } from "./merge/merge.ts";
export {
  coreMergeRules,
  extendedMergeRules,
  type MergeRules,
  rulesFromSchema,
} from "./merge/merge-rules.ts";
export type { Release } from "./merge/order-releases.ts";
export { fromRelease } from "./ocds/from-release.ts";
export {
  extensions,
  type PackageOptions,
  recordPackage,
  releasePackage,
  scoreExtension,
} from "./ocds/packages.ts";
export { type ContractingProcess, examplePrefix } from "./ocds/process.ts";
export { type ReleaseOptions, toRelease } from "./ocds/to-release.ts";
// Documents.
export * from "./reports/assessment-summaries.ts";
export { assessmentSummaryDocument } from "./reports/assessment-summary.ts";
export { awardRecommendation, type RecommendationFacts } from "./reports/award-recommendation.ts";
export * from "./reports/contract-register.ts";
export { scoreSheetDocument } from "./reports/score-sheet.ts";
export * from "./reports/sensitivity-sheet.ts";
// Schemas of the records.
export * from "./resources/award.ts";
export * from "./resources/bid.ts";
export * from "./resources/contract.ts";
export * from "./resources/evaluation.ts";
export * from "./resources/interest.ts";
export * from "./resources/scores.ts";
export { type Tender, tenderSchema } from "./resources/tender.ts";
export * from "./scoring/abnormally-low.ts";
export { type Declaration, declare } from "./scoring/declaration.ts";
export type {
  FigureFormula,
  Formula,
  MovedPrice,
  PointsFormula,
  PriceContext,
} from "./scoring/formula.ts";
export { formulaCatalogue } from "./scoring/formula-catalogue.ts";
export * from "./scoring/method.ts";
export * from "./scoring/moderate.ts";
export * from "./scoring/score.ts";
export * from "./scoring/score-input.ts";
export * from "./scoring/sensitivity.ts";
export * from "./scoring/simulate.ts";
export {
  type Verification,
  type VerifyInput,
  verification,
  verify,
  verifyInput,
} from "./scoring/verify.ts";
