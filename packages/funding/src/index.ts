export { ceilingRules, checkCeilings } from "./checks/check-ceilings.ts";
export { checkCourse, courseRules } from "./checks/check-course.ts";
export { checkLaw, lawRules } from "./checks/check-law.ts";
export { checkLedger } from "./checks/check-ledger.ts";
export { checkPrintedTotals, printedTotalRules } from "./checks/check-printed-totals.ts";
export * from "./checks/funding-records.ts";
export { ledgerRules } from "./checks/ledger-rules.ts";
export { type Assessment, assess } from "./decide/assess.ts";
export {
  type AwardRoundInput,
  awardRound,
  type RoundAwards,
  type Settled,
} from "./decide/award-round.ts";
export { type Ceiling, type CeilingSources, ceilingsOf } from "./decide/ceilings-of.ts";
export { type ClawBack, type ClawBackInput, clawBack } from "./decide/claw-back.ts";
export { type FundPosition, type Ledger, position } from "./decide/position.ts";
export { type PublishedTotal, type Reconciliation, reconcile } from "./decide/reconcile.ts";
export {
  type Gate,
  gateOf,
  type ReleaseDecision,
  type ReleaseInput,
  release,
} from "./decide/release.ts";
export { roundWithScheme } from "./decide/round-with-scheme.ts";
export { scoreOf } from "./decide/score-of.ts";
export { type Variation, vary } from "./decide/vary.ts";
export { errors, type FundingErrorCode } from "./errors.ts";
export {
  type CheckGrantsOptions,
  check360Giving,
  check360GivingFile,
} from "./giving/check-360giving.ts";
export type { Grant } from "./giving/columns.ts";
export { convert360Giving } from "./giving/convert-360giving.ts";
export { type GrantRule, grantRules } from "./giving/grant-rules.ts";
export type { ReadOptions } from "./giving/grant-step.ts";
export { type NamedBody, type To360GivingOptions, to360Giving } from "./giving/to-360giving.ts";
export {
  type PackageDescription,
  write360GivingCsv,
  write360GivingJson,
} from "./giving/write-360giving.ts";
export { type LegalPower, legalPowerOf, legalPowers } from "./law/legal-powers.ts";
export { type PublicationDuty, publicationDuties } from "./law/publication-duties.ts";
export { allocationTableReport } from "./reports/allocation-table.ts";
export { fundPositionReport } from "./reports/fund-position.ts";
export { grantsRegister } from "./reports/grants-register.ts";
export { outcomesReport } from "./reports/outcomes.ts";
export { paymentForecast } from "./reports/payment-forecast.ts";
export { publicationPack, transparencyCode } from "./reports/publication-pack.ts";
export { type RoundRecords, roundSummary } from "./reports/round-summary.ts";
export * from "./resources/agreement.ts";
export * from "./resources/allocation-table.ts";
export * from "./resources/application.ts";
export * from "./resources/award.ts";
export * from "./resources/budget.ts";
export * from "./resources/commissioned-service.ts";
export * from "./resources/condition.ts";
export * from "./resources/cost-split.ts";
export * from "./resources/criterion.ts";
export * from "./resources/fund.ts";
export * from "./resources/monitoring-return.ts";
export * from "./resources/outturn.ts";
export * from "./resources/payment.ts";
export * from "./resources/payment-schedule.ts";
export * from "./resources/precept.ts";
export * from "./resources/recipient.ts";
export * from "./resources/recommendation.ts";
export * from "./resources/recovery.ts";
export * from "./resources/round.ts";
export * from "./resources/scheme.ts";
export { type CostShares, partnersOn, sharesOf } from "./split/cost-shares.ts";
export {
  type SplitInput,
  type SplitResult,
  type SplitTable,
  split,
  splitTable,
} from "./split/split.ts";
