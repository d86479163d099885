// What contradicts in the records, for anyone who holds them as plain objects.
export * from "./checks/check-action-plans.ts";
export * from "./checks/check-assessments.ts";
export * from "./checks/check-due.ts";
export * from "./checks/check-objectives.ts";
export * from "./checks/check-recommendations.ts";
export * from "./checks/check-risks.ts";
export { type AssuranceErrorCode, errors } from "./errors.ts";
// Progress: what serves an objective, and how far it has come.
export * from "./progress/linked-record.ts";
export * from "./progress/progress.ts";
export * from "./progress/target-progress.ts";
export { type Serving, traceObjective } from "./progress/trace-objective.ts";
// Documents.
export { type AnnualRecords, annualReport } from "./reports/annual-report.ts";
export { attendanceReport } from "./reports/attendance-report.ts";
export { progressReport } from "./reports/progress-report.ts";
export { recommendationsReport } from "./reports/recommendations-report.ts";
export { riskRegisterReport } from "./reports/risk-register-report.ts";
// Schemas of the records.
export * from "./resources/action-plan.ts";
export * from "./resources/audit.ts";
export * from "./resources/commissioned-service.ts";
export * from "./resources/equality-assessment.ts";
export * from "./resources/initiative.ts";
export * from "./resources/inspection.ts";
export * from "./resources/partnership.ts";
export * from "./resources/recommendation.ts";
export * from "./resources/review.ts";
export * from "./resources/risk.ts";
export * from "./resources/risk-register.ts";
export * from "./resources/scrutiny.ts";
export * from "./resources/service-standard.ts";
export * from "./resources/strategy.ts";
export { type Rating, ratings } from "./resources/terms.ts";
export * from "./resources/threat-assessment.ts";
// Risks and threats: scores, places, movement.
export * from "./risk/assess-risk.ts";
export * from "./risk/movement.ts";
export * from "./risk/rank-threats.ts";
export * from "./risk/risk-matrix.ts";
export * from "./risk/score-risk.ts";
