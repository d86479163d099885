import { type Check, Clock, check, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { activityRules, checkActivities } from "../checks/check-activities.ts";
import { checkActivityLogs, logRules } from "../checks/check-activity-logs.ts";
import { breakRules, checkBreaks } from "../checks/check-breaks.ts";
import {
  checkConsultations,
  checkResponses,
  checkSeries,
  consultationRules,
} from "../checks/check-consultations.ts";
import { checkContacts, contactRules } from "../checks/check-contacts.ts";
import { checkDates, dateRules } from "../checks/check-dates.ts";
import { checkMatters, matterRules } from "../checks/check-matters.ts";
import { checkPlans, planRules } from "../checks/check-plans.ts";
import {
  checkBetweenTables,
  checkCaseworkTable,
  checkResult,
  tableRules,
} from "../checks/check-tables.ts";
import { checkTours, tourRules } from "../checks/check-tours.ts";
import { section96 } from "../gate/section-96.ts";
import type { Activity } from "../resources/activity.ts";
import type { ActivityLog } from "../resources/activity-log.ts";
import type { CaseworkTable } from "../resources/casework-table.ts";
import type { CategorySet } from "../resources/category-set.ts";
import type { Consultation } from "../resources/consultation.ts";
import type { Contact } from "../resources/contact.ts";
import type { Matter } from "../resources/matter.ts";
import type { Place } from "../resources/place.ts";
import type { Plan } from "../resources/plan.ts";
import type { Response } from "../resources/response.ts";
import type { Result } from "../resources/result.ts";
import type { Submission } from "../resources/submission.ts";
import type { Tour } from "../resources/tour.ts";
import { readGate } from "./read-records.ts";
import type { Settings } from "./settings.ts";

export const checks = (settings: Settings): Readonly<Record<string, Check>> => ({
  consultations: check({
    summary: "Consultations against their decisions, wordings and responses.",
    rules: consultationRules,
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const consultations = yield* records.all<Consultation>("engagement/consultation");
        const responses = yield* records.all<Response>("engagement/response");
        const results = yield* records.all<Result>("engagement/result");
        return [
          ...checkConsultations(consultations),
          ...checkResponses(consultations, responses),
          ...checkSeries(consultations, results),
        ];
      }),
  }),
  "section-96": check({
    summary: "Plans and precepts against the views that section 96 asks for.",
    rules: {
      "engagement/views-missing":
        "Views that the Act asks for were not obtained before a decision.",
    },
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const consultations = yield* records.all<Consultation>("engagement/consultation");
        const findings = yield* Effect.forEach(consultations, ({ id }) =>
          Effect.map(readGate(id, settings), (gate) => viewsMissing(id, gate)),
        );
        return findings.flat();
      }),
  }),
  activities: check({
    summary: "Activities against the register of places and the day.",
    rules: activityRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        return checkActivities(
          yield* records.all<Activity>("engagement/activity"),
          yield* records.all<Place>("engagement/place"),
          clock.today(),
        );
      }),
  }),
  matters: check({
    summary: "Matters raised against the time for their answer.",
    rules: matterRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        return checkMatters(yield* records.all<Matter>("engagement/matter"), clock.today());
      }),
  }),
  plans: check({
    summary: "Engagement plans against themselves and their review.",
    rules: planRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        return checkPlans(yield* records.all<Plan>("engagement/plan"), clock.today());
      }),
  }),
  contacts: check({
    summary: "Casework contacts against their categories and dates.",
    rules: contactRules,
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        return checkContacts(
          yield* records.all<Contact>("engagement/contact"),
          yield* records.all<CategorySet>("engagement/category-set"),
        );
      }),
  }),
  tables: check({
    summary: "Published tables against their totals, each other and the policy on small counts.",
    rules: tableRules,
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const { small } = settings.disclosure;
        const tables = yield* records.all<CaseworkTable>("engagement/casework-table");
        const results = yield* records.all<Result>("engagement/result");
        return [
          ...tables.flatMap((each) => checkCaseworkTable(each, small)),
          ...checkBetweenTables(tables),
          ...results.flatMap((each) => checkResult(each, small)),
        ];
      }),
  }),
  breaks: check({
    summary: "Comparisons of casework that papers make, against what became of the categories.",
    rules: breakRules,
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        return checkBreaks(
          yield* records.all<CaseworkTable>("engagement/casework-table"),
          yield* records.all<CategorySet>("engagement/category-set"),
        );
      }),
  }),
  "activity-logs": check({
    summary: "What logs say of all their activities, against the activities recorded of them.",
    rules: logRules,
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        return checkActivityLogs(
          yield* records.all<ActivityLog>("engagement/activity-log"),
          yield* records.all<Activity>("engagement/activity"),
          yield* records.all<Place>("engagement/place"),
        );
      }),
  }),
  tours: check({
    summary: "Tours against their term, their targets and the register of places.",
    rules: tourRules,
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        return checkTours(
          yield* records.all<Tour>("engagement/tour"),
          yield* records.all<Place>("engagement/place"),
        );
      }),
  }),
  dates: check({
    summary: "Dates that cannot be, as an answer before its question.",
    rules: dateRules,
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        return checkDates({
          plan: yield* records.all<Plan>("engagement/plan"),
          place: yield* records.all<Place>("engagement/place"),
          "category-set": yield* records.all<CategorySet>("engagement/category-set"),
          matter: yield* records.all<Matter>("engagement/matter"),
          submission: yield* records.all<Submission>("engagement/submission"),
          consultation: yield* records.all<Consultation>("engagement/consultation"),
        });
      }),
  }),
});

function viewsMissing(
  id: string,
  gate: { readonly section96?: Parameters<typeof section96>[0] | undefined },
) {
  if (gate.section96 === undefined) return [];
  return section96(gate.section96)
    .groups.filter(({ outcome }) => outcome !== "pass")
    .map(({ subject, outcome, restsOn }) => ({
      rule: "engagement/views-missing",
      about: `engagement/consultation/${id}`,
      severity: outcome === "fail" ? ("error" as const) : ("warning" as const),
      message: `Before the decision, the views of ${subject} are needed (Police Act 1996, section 96). ${restsOn.join(" ")}`,
      evidence: { group: subject, outcome },
      at: { pointer: "/decided" },
      fix: "Obtain the views first, or record the activity by which they were obtained.",
    }));
}
