import type { Kind } from "@moothall/core";
import type { ExampleRecord } from "./example-record.ts";

type Data = ExampleRecord["data"];

const of =
  (resource: string, fields: object = {}) =>
  (data: Data): ExampleRecord => ({
    kind: `assurance/${resource}` as Kind,
    data: { ...fields, ...data },
  });

/** What is restricted until it is published, in a pack that was public on the day. */
const publishedOn = (resource: string) => (published: string) => of(resource, { published });

export const strategy = of("strategy");
export const initiative = of("initiative");
export const threatAssessment = of("threat-assessment");
export const actionPlan = of("action-plan");
export const actionPlanLine = of("action-plan-line");
export const inspection = of("inspection");
export const scrutinyScheme = of("scrutiny-scheme");
export const scrutinyReport = of("scrutiny-report");
export const commissionedService = of("commissioned-service");
export const partnership = of("partnership");
export const equalityAssessment = of("equality-assessment");
export const serviceStandard = of("service-standard");
export const auditOf = publishedOn("audit");
export const recommendationOf = publishedOn("recommendation");
export const reviewOf = publishedOn("review");
export const riskRegisterOf = publishedOn("risk-register");
export const riskOf = publishedOn("risk");
