import { identifier, type Reference, referenceTo } from "@moothall/core";
import { attempt, Caller, Clock, decision, operation, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { total } from "../amount.ts";
import { release as decideRelease, paymentId } from "../decide/release.ts";
import type { Agreement } from "../resources/agreement.ts";
import type { Application } from "../resources/application.ts";
import type { Award } from "../resources/award.ts";
import type { Condition } from "../resources/condition.ts";
import type { MonitoringReturn } from "../resources/monitoring-return.ts";
import { type Payment, payment } from "../resources/payment.ts";
import type { PaymentSchedule } from "../resources/payment-schedule.ts";

export const release = operation({
  summary:
    "Release an instalment: one person prepares it, another lets it go, when every gate is open.",
  description:
    "Asked for the first time it prepares the payment; asked by a second person it releases it. It says which gates are closed, and why.",
  input: () =>
    z.strictObject({
      schedule: identifier(),
      instalment: z.string().min(1),
    }),
  output: () =>
    z.strictObject({
      state: z.enum(["blocked", "prepared", "released"]),
      amount: z.string(),
      gates: z.array(
        z.strictObject({
          condition: z.string(),
          text: z.string(),
          open: z.boolean(),
          reason: z.string(),
        }),
      ),
      payment: payment().optional(),
    }),
  mode: "write",
  permission: "release",
  clearance: "restricted",
  needs: [Records, Clock, Caller],
  example: { input: { schedule: "opcc-example.2024-1.hall", instalment: "1" } },
  handler: ({ schedule: id, instalment }) =>
    Effect.gen(function* () {
      const records = yield* Records;
      const clock = yield* Clock;
      const caller = yield* Caller;
      const schedule = yield* records.get<PaymentSchedule>(
        referenceTo("funding/payment-schedule", id),
      );
      const award = yield* records.get<Award>(schedule.award as Reference);
      const where = [{ field: "award", is: "equals", value: schedule.award }] as const;
      const conditions = yield* records.all<Condition>("funding/condition", { where });
      const agreements = yield* records.all<Agreement>("funding/agreement", { where });
      const returns = yield* records.all<MonitoringReturn>("funding/monitoring-return", { where });
      const payments = yield* records.all<Payment>("funding/payment", { where });
      const application =
        award.application === undefined
          ? undefined
          : yield* records.find<Application>(award.application as Reference);
      const decided = yield* attempt(() =>
        decideRelease({
          award,
          schedule,
          instalment,
          conditions,
          agreements,
          returns,
          payments,
          application,
          caller: caller.id,
          today: clock.today(),
          now: clock.now(),
        }),
      );
      const { record: _, ...made } = (decided.payment ?? {}) as Payment & {
        readonly record?: unknown;
      };
      const output = {
        state: decided.state,
        amount: decided.amount,
        gates: [...decided.gates],
        ...(decided.payment !== undefined && { payment: made }),
      };
      if (decided.payment === undefined) return decision({ output, writes: [] });
      const held = payments.find((each) => each.id === paymentId(schedule.id, instalment));
      const seen =
        (kind: "award" | "payment-schedule" | "condition" | "agreement" | "monitoring-return") =>
        (each: { readonly id: string; readonly record: { readonly version: number } }) => ({
          kind: `funding/${kind}` as const,
          id: each.id,
          expect: each.record.version,
        });
      return decision({
        output,
        writes: [
          {
            action: "put" as const,
            kind: "funding/payment" as const,
            data: made,
            expect: held?.record.version ?? ("absent" as const),
          },
        ],
        unchanged: [
          seen("award")(award),
          seen("payment-schedule")(schedule),
          ...conditions.map(seen("condition")),
          ...agreements.map(seen("agreement")),
          ...returns.map(seen("monitoring-return")),
        ],
        totals: [
          {
            kind: "funding/payment" as const,
            where,
            sum: "amount",
            equals: total(payments.map((each) => each.amount)),
          },
        ],
      });
    }),
});
