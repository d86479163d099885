import { identifier, period, referenceTo } from "@moothall/core";
import { Caller, Clock, Records, type Report, report } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { allocationTableReport } from "../reports/allocation-table.ts";
import { fundPositionReport } from "../reports/fund-position.ts";
import { grantsRegister } from "../reports/grants-register.ts";
import { outcomesReport } from "../reports/outcomes.ts";
import { paymentForecast } from "../reports/payment-forecast.ts";
import { publicationPack, transparencyCode } from "../reports/publication-pack.ts";
import { roundSummary } from "../reports/round-summary.ts";
import type { AllocationTable } from "../resources/allocation-table.ts";
import type { Fund } from "../resources/fund.ts";
import type { Round } from "../resources/round.ts";
import { readBodies, readNames, readRecords } from "./read-records.ts";

export const reports: Readonly<Record<string, Report>> = {
  "round-summary": report({
    summary: "A round: applications, value, awards, refusals with reasons, by objective and area.",
    input: () => z.strictObject({ round: identifier() }),
    needs: [Records, Caller],
    example: { input: { round: "opcc-example.2024-1" } },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const caller = yield* Caller;
        const round = yield* records.get<Round>(referenceTo("funding/round", input.round));
        return roundSummary(round, {
          ...(yield* readRecords("applications", "awards")),
          names: yield* readNames,
          bodies: yield* readBodies,
          complete: caller.clearance !== "public",
        });
      }),
  }),
  "allocation-table": report({
    summary: "An allocation with its totals, and the printed totals beside them.",
    // Not `table`: that word chooses a table of any report.
    input: () => z.strictObject({ "allocation-table": identifier() }),
    needs: [Records],
    example: { input: { "allocation-table": "opcc-example.community-safety.2024" } },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        return allocationTableReport(
          yield* records.get<AllocationTable>(
            referenceTo("funding/allocation-table", input["allocation-table"]),
          ),
        );
      }),
  }),
  "grants-register": report({
    summary: "All grants, or those of a year, with their total.",
    input: () => z.strictObject({ year: period().optional() }),
    needs: [Records],
    example: { input: { year: "FY2024" } },
    build: ({ year }) =>
      Effect.gen(function* () {
        const { awards } = yield* readRecords("awards");
        return grantsRegister(awards, yield* readBodies, year);
      }),
  }),
  "fund-position": report({
    summary: "A fund: budget, committed, released, paid, recovered, free.",
    input: () => z.strictObject({ fund: identifier() }),
    clearance: "restricted",
    needs: [Records],
    example: { input: { fund: "opcc-example.community-safety" } },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const fund = yield* records.get<Fund>(referenceTo("funding/fund", input.fund));
        return {
          ...fundPositionReport(fund, yield* readRecords("awards", "payments", "recoveries")),
          class: "restricted" as const,
        };
      }),
  }),
  outcomes: report({
    summary: "What awards reached against what they meant to, by objective.",
    input: () => z.strictObject({}),
    needs: [Records],
    example: { input: {} },
    build: () =>
      Effect.gen(function* () {
        const { awards, returns } = yield* readRecords("awards", "returns");
        return outcomesReport(awards, returns, yield* readNames);
      }),
  }),
  "payment-forecast": report({
    summary: "What is still to be paid, by month.",
    input: () => z.strictObject({}),
    clearance: "restricted",
    needs: [Records, Clock],
    example: { input: {} },
    build: () =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        const { awards, schedules, payments } = yield* readRecords(
          "awards",
          "schedules",
          "payments",
        );
        return {
          ...paymentForecast(awards, schedules, payments, clock.today()),
          class: "restricted" as const,
        };
      }),
  }),
  "publication-pack": report({
    summary: "Grants and spending of a period as SI 2011/3050 has a commissioner publish them.",
    input: () => z.strictObject({ period: period().describe("Such as the month 2024-07") }),
    needs: [Records],
    example: { input: { period: "2024-07" } },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* readRecords(
          "awards",
          "payments",
          "rounds",
          "schemes",
          "funds",
          "conditions",
        );
        return publicationPack(records, yield* readBodies, input.period);
      }),
  }),
  "transparency-code": report({
    summary:
      "Grants of a year to the voluntary sector as the Transparency Code has a council publish them.",
    input: () => z.strictObject({ year: period() }),
    needs: [Records],
    example: { input: { year: "FY2024" } },
    build: ({ year }) =>
      Effect.gen(function* () {
        const { awards } = yield* readRecords("awards");
        return transparencyCode(awards, yield* readBodies, year);
      }),
  }),
};
