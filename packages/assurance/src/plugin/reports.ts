import {
  identifier,
  parsePeriod,
  period,
  type Reference,
  reference,
  referenceTo,
} from "@moothall/core";
import { Clock, Records, type Report, report } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import type { Progress } from "../progress/progress.ts";
import { annualReport } from "../reports/annual-report.ts";
import { attendanceReport } from "../reports/attendance-report.ts";
import { progressReport } from "../reports/progress-report.ts";
import { recommendationsReport } from "../reports/recommendations-report.ts";
import { riskRegisterReport } from "../reports/risk-register-report.ts";
import type { Audit } from "../resources/audit.ts";
import type { Initiative } from "../resources/initiative.ts";
import type { Inspection } from "../resources/inspection.ts";
import type { Partnership } from "../resources/partnership.ts";
import { type Recommendation, recommendationStatuses } from "../resources/recommendation.ts";
import type { Review } from "../resources/review.ts";
import type { ScrutinyReport, ScrutinyScheme } from "../resources/scrutiny.ts";
import {
  all,
  equals,
  readNames,
  readProgress,
  readRegister,
  readVersionBefore,
} from "./read-records.ts";

export const reports: Readonly<Record<string, Report>> = {
  progress: report({
    summary:
      "Progress against a plan: initiatives, money, contracts, meetings, metrics, engagement.",
    input: () => z.strictObject({ plan: identifier().describe("Id of a plan of the register") }),
    needs: [Records],
    example: { input: { plan: "opcc-derbyshire.2021" } },
    build: ({ plan }) =>
      Effect.gen(function* () {
        const gathered = yield* readProgress(referenceTo("register/plan", plan));
        const initiatives = yield* all<Initiative>("assurance/initiative");
        return progressReport(gathered, initiatives, yield* readNames);
      }),
  }),
  risks: report({
    summary: "A risk register with its heat map, and what moved since the version before.",
    input: () => z.strictObject({ register: identifier() }),
    needs: [Records],
    example: { input: { register: "opcc-derbyshire.2017-03" } },
    build: ({ register: id }) =>
      Effect.gen(function* () {
        const { register, risks } = yield* readRegister(referenceTo("assurance/risk-register", id));
        const before = yield* readVersionBefore(register);
        return riskRegisterReport(register, risks, before, yield* readNames);
      }),
  }),
  recommendations: report({
    summary: "The recommendations tracker: agreed or not and why, owner, due, follow-up.",
    input: () =>
      z.strictObject({
        status: z.enum(recommendationStatuses).optional(),
        of: reference("assurance").optional().describe("Of one audit, inspection or review"),
      }),
    needs: [Records, Clock],
    example: { input: {} },
    build: ({ status, of }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        const wanted = [
          ...(status === undefined ? [] : [equals("status", status)]),
          ...(of === undefined ? [] : [equals("of", of)]),
        ];
        const recommendations = yield* records.all<Recommendation>("assurance/recommendation", {
          where: wanted,
        });
        return recommendationsReport(recommendations, yield* readNames, clock.today());
      }),
  }),
  "annual-report": report({
    summary: "The skeleton of a body's annual report, with the facts that the records hold.",
    input: () =>
      z.strictObject({
        body: identifier().describe("Id of a body of the register"),
        year: period().describe("Such as FY2016, the financial year from 1 April 2016"),
      }),
    needs: [Records],
    example: { input: { body: "opcc-derbyshire", year: "FY2016" } },
    build: ({ body, year }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const owner = referenceTo("register/body", body);
        const { name } = yield* records.get<{ name: string }>(owner);
        const ofBody = { where: [equals("body", owner)] };
        const plans: Progress[] = [];
        for (const { id, ...plan } of yield* records.all<PlanDays>("register/plan", ofBody))
          if (isOfYear(plan, year))
            plans.push(yield* readProgress(referenceTo("register/plan", id)));
        const audits = yield* records.all<Audit>("assurance/audit", ofBody);
        const inspections = yield* records.all<Inspection>("assurance/inspection", ofBody);
        const schemes = yield* records.all<ScrutinyScheme>("assurance/scrutiny-scheme", ofBody);
        const own = new Set<Reference>([
          ...audits.map(({ id }) => referenceTo("assurance/audit", id)),
          ...inspections.map(({ id }) => referenceTo("assurance/inspection", id)),
          ...schemes.map(({ id }) => referenceTo("assurance/scrutiny-scheme", id)),
        ]);
        const scrutiny = yield* all<ScrutinyReport>("assurance/scrutiny-report");
        const recommendations = yield* all<Recommendation>("assurance/recommendation");
        return annualReport(name, year, {
          plans,
          inspections,
          audits,
          recommendations: recommendations.filter(({ of }) => own.has(of as Reference)),
          reviews: yield* records.all<Review>("assurance/review", ofBody),
          schemes,
          scrutiny: scrutiny.filter(({ scheme }) => own.has(scheme as Reference)),
        });
      }),
  }),
  attendance: report({
    summary: "Partnerships: who came to their meetings, by year, and which were merged.",
    input: () =>
      z.strictObject({
        body: identifier().optional().describe("Only what this body attended"),
      }),
    needs: [Records],
    example: { input: {} },
    build: ({ body }) =>
      Effect.gen(function* () {
        const partnerships = yield* all<Partnership>("assurance/partnership");
        const member = body === undefined ? undefined : referenceTo("register/body", body);
        const wanted =
          member === undefined
            ? partnerships
            : partnerships
                .filter(({ members = [], attendance = [] }) =>
                  [...members, ...attendance].some((each) => each.member === member),
                )
                .map((each) => ({
                  ...each,
                  attendance: each.attendance?.filter((one) => one.member === member),
                }));
        return attendanceReport(wanted, yield* readNames);
      }),
  }),
};

interface PlanDays {
  readonly launched?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Whether a plan was there in some of the year; of one without any day that is not known, and it is told. */
function isOfYear({ launched, validFrom, validTo }: PlanDays, year: string): boolean {
  const { start, end } = parsePeriod(year);
  const from = validFrom ?? (launched === undefined ? undefined : parsePeriod(launched).start);
  return (
    (from === undefined || end === null || from <= end) &&
    (validTo === undefined || validTo >= start)
  );
}
