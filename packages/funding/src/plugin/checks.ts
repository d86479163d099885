import { type Check, Clock, check, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { ceilingRules, checkCeilings } from "../checks/check-ceilings.ts";
import { checkCourse, courseRules } from "../checks/check-course.ts";
import { checkLaw, lawRules } from "../checks/check-law.ts";
import { checkLedger } from "../checks/check-ledger.ts";
import { checkPrintedTotals, printedTotalRules } from "../checks/check-printed-totals.ts";
import { checkOwn360Giving, checkPrivate, privateRules } from "../checks/check-publication.ts";
import { ledgerRules } from "../checks/ledger-rules.ts";
import { grantRules } from "../giving/grant-rules.ts";
import { readBodies, readRecords } from "./read-records.ts";

/** The checks of the plugin; `prefix` is the publisher's prefix of 360Giving. */
export const checks = (prefix: string): Readonly<Record<string, Check>> => ({
  ledger: check({
    summary:
      "The identities of the ledger: award, schedule, payments, recoveries, budgets, to the penny.",
    rules: ledgerRules,
    needs: [Records],
    run: () =>
      Effect.map(
        readRecords(
          "funds",
          "awards",
          "schedules",
          "payments",
          "applications",
          "services",
          "budgets",
          "precepts",
          "tables",
          "recoveries",
        ),
        checkLedger,
      ),
  }),
  ceilings: check({
    summary: "Awards against the ceilings of rounds, categories, schemes and funds.",
    rules: ceilingRules,
    needs: [Records],
    run: () => Effect.map(readRecords("funds", "schemes", "rounds", "awards"), checkCeilings),
  }),
  "printed-totals": check({
    summary: "Published totals against their rows and columns.",
    rules: printedTotalRules,
    needs: [Records],
    run: () =>
      Effect.map(
        readRecords("tables", "rounds", "applications", "awards", "splits", "schemes"),
        checkPrintedTotals,
      ),
  }),
  law: check({
    summary: "Legal power, reasons, conditions, objectives and publication, as the law demands.",
    rules: lawRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        const records = yield* readRecords(
          "awards",
          "rounds",
          "schemes",
          "funds",
          "tables",
          "payments",
          "budgets",
        );
        return checkLaw(records, clock.today());
      }),
  }),
  course: check({
    summary:
      "Returns, conditions, payments and recoveries against their days, and records that are double.",
    rules: courseRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        const records = yield* readRecords(
          "rounds",
          "awards",
          "agreements",
          "payments",
          "returns",
          "conditions",
          "recoveries",
        );
        return checkCourse(records, clock.today());
      }),
  }),
  "private-data": check({
    summary: "What may not be published of people and refuges, in what the public sees.",
    rules: privateRules,
    needs: [Records],
    run: () =>
      Effect.map(
        readRecords("awards", "applications", "conditions", "services", "payments"),
        checkPrivate,
      ),
  }),
  "360giving": check({
    summary: "Awards as 360Giving data, by every rule of the check of such data.",
    rules: grantRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        const records = yield* readRecords(
          "awards",
          "applications",
          "conditions",
          "services",
          "payments",
        );
        return checkOwn360Giving(records, yield* readBodies, prefix, clock.today());
      }),
  }),
});
