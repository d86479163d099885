import { calendarDate, identifier, type Reference, referenceTo } from "@moothall/core";
import { Clock, Records, report } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import type { Body } from "../body.ts";
import { directory as directoryOf } from "../directory.ts";
import type { Objective } from "../objective.ts";
import type { Plan } from "../plan.ts";
import { planReport } from "../plan-report.ts";
import { readOffices } from "./read-offices.ts";

export const directory = report({
  summary: "The bodies that exist on a day, by kind, and their posts.",
  input: () =>
    z.strictObject({
      date: calendarDate().optional().describe("The day, today where left out"),
    }),
  needs: [Records, Clock],
  example: { input: { date: "2017-05-22" } },
  build: ({ date }) =>
    Effect.gen(function* () {
      const clock = yield* Clock;
      return directoryOf(yield* readOffices, date ?? clock.today());
    }),
});

export const plan = report({
  summary: "A plan with its numbered objectives.",
  input: () => z.strictObject({ plan: identifier().describe("The plan's id") }),
  needs: [Records],
  example: { input: { plan: "opcc-derbyshire.2016" } },
  build: (input) =>
    Effect.gen(function* () {
      const records = yield* Records;
      const found = yield* records.get<Plan>(referenceTo("register/plan", input.plan));
      const objectives = yield* records.all<Objective>("register/objective", {
        where: [{ field: "plan", is: "equals", value: referenceTo("register/plan", input.plan) }],
      });
      const owner = yield* records.find<Body>(found.body as Reference);
      return planReport(found, objectives, owner === undefined ? [] : [owner]);
    }),
});
