import { parseReference, referenceTo } from "@moothall/core";
import { compareAmounts, plus, total } from "../amount.ts";
import { fault } from "../errors.ts";
import type { Agreement } from "../resources/agreement.ts";
import type { Application } from "../resources/application.ts";
import type { Award } from "../resources/award.ts";
import type { Condition } from "../resources/condition.ts";
import type { MonitoringReturn } from "../resources/monitoring-return.ts";
import type { Payment } from "../resources/payment.ts";
import type { PaymentSchedule } from "../resources/payment-schedule.ts";

export interface Gate {
  readonly condition: string;
  readonly text: string;
  readonly open: boolean;
  readonly reason: string;
}

export interface GateSources {
  readonly agreements: readonly Agreement[];
  readonly returns: readonly MonitoringReturn[];
  /** The application of the award, for match funding. */
  readonly application?: Application | undefined;
  readonly today: string;
}

/** Whether a condition is met today, and why. A breach closes it, a waiver opens it. */
export function gateOf(condition: Condition, sources: GateSources): Gate {
  const common = {
    condition: referenceTo("funding/condition", condition.id),
    text: condition.text,
  };
  const { today } = sources;
  if (condition.waived !== undefined && condition.waived.date <= today) {
    return {
      ...common,
      open: true,
      reason: `Waived on ${condition.waived.date}: ${condition.waived.reason}`,
    };
  }
  if (condition.breached !== undefined && condition.breached.date <= today) {
    return {
      ...common,
      open: false,
      reason: `Breached on ${condition.breached.date}: ${condition.breached.reason}`,
    };
  }
  return { ...common, ...judge(condition, sources) };
}

function judge(
  { predicate, met }: Condition,
  { agreements, returns, application, today }: GateSources,
): { readonly open: boolean; readonly reason: string } {
  switch (predicate.rule) {
    case "agreement-signed": {
      const signed = agreements.find(
        (each) => each.signed !== undefined && each.signed <= today,
      )?.signed;
      return signed === undefined
        ? { open: false, reason: "The agreement is not signed." }
        : { open: true, reason: `The agreement was signed on ${signed}.` };
    }
    case "agreement-published": {
      const published = agreements.find(
        (each) => each.publishedOn !== undefined && each.publishedOn <= today,
      );
      return published === undefined
        ? { open: false, reason: "The agreement is not published." }
        : { open: true, reason: `The agreement was published on ${published.publishedOn}.` };
    }
    case "returns-accepted": {
      const accepted = returns.filter(
        (each) => each.accepted !== undefined && each.accepted.date <= today,
      ).length;
      return {
        open: accepted >= predicate.count,
        reason: `${accepted} of ${predicate.count} monitoring returns are accepted.`,
      };
    }
    case "date-reached":
      return {
        open: today >= predicate.date,
        reason:
          today >= predicate.date
            ? `${predicate.date} has come.`
            : `${predicate.date} has not come.`,
      };
    case "match-secured": {
      const secured = (application?.match ?? []).filter((each) => each.status === "secured");
      const held = total(secured.map((each) => each.amount));
      return {
        open: compareAmounts(held, predicate.amount) >= 0,
        reason: `£${held} of £${predicate.amount} of match funding is secured.`,
      };
    }
    case "evidence":
      return met !== undefined && met.date <= today
        ? { open: true, reason: `Met on ${met.date}: ${met.evidence}` }
        : { open: false, reason: "No evidence is recorded." };
  }
}

export interface ReleaseInput extends GateSources {
  readonly award: Award;
  readonly schedule: PaymentSchedule;
  readonly instalment: string;
  readonly conditions: readonly Condition[];
  /** Of this award, all. */
  readonly payments: readonly Payment[];
  /** Who asks: the id of the caller. */
  readonly caller: string;
  readonly now: string;
}

export interface ReleaseDecision {
  /** `blocked`: a gate is closed. `prepared`: a second person has to release it. `released`: it may be paid. */
  readonly state: "blocked" | "prepared" | "released";
  readonly amount: string;
  readonly gates: readonly Gate[];
  /** The payment as it becomes; absent when blocked. */
  readonly payment?: Payment;
}

export const paymentId = (schedule: string, instalment: string): string =>
  `${schedule}.${instalment}`;

/**
 * Releases an instalment: first one person prepares it, then another lets it go. It opens only when
 * all its gates are open, and what is released never exceeds the award.
 * @throws MoothallError `funding/unknown-instalment`, `funding/already-released`,
 * `funding/second-person-needed`, `funding/above-award`
 */
export function release(input: ReleaseInput): ReleaseDecision {
  const { award, schedule, payments, caller, now } = input;
  const instalment = schedule.instalments.find((each) => each.id === input.instalment);
  if (instalment === undefined) {
    throw fault(
      "funding/unknown-instalment",
      `The schedule '${schedule.id}' has no instalment '${input.instalment}'.`,
      `Its instalments: ${schedule.instalments.map((each) => each.id).join(", ")}.`,
    );
  }
  const id = paymentId(schedule.id, instalment.id);
  const held = payments.find((each) => each.id === id);
  if (held !== undefined && held.status !== "prepared" && held.status !== "stopped") {
    throw fault(
      "funding/already-released",
      `Instalment '${instalment.id}' was released before.`,
      "Release the next one.",
    );
  }
  const gates = [...gatesOf(input, instalment.gates), ...awardGates(award)];
  const { amount } = instalment;
  if (gates.some((each) => !each.open)) return { state: "blocked", amount, gates };
  refuseAboveAward(award, payments, id, amount);
  if (held === undefined || held.status === "stopped") {
    return { state: "prepared", amount, gates, payment: prepare(input, instalment, id) };
  }
  if (held.preparedBy === undefined || held.preparedBy === caller) {
    throw fault(
      "funding/second-person-needed",
      held.preparedBy === undefined
        ? "It is not recorded who prepared this payment, so nobody can be told to be the second person."
        : "You prepared this payment, so someone else has to release it.",
      "Ask a colleague with the permission funding:release.",
    );
  }
  return {
    state: "released",
    amount,
    gates,
    payment: {
      ...held,
      amount,
      status: "released",
      released: amount,
      releasedBy: caller,
      releasedAt: now,
    },
  };
}

const prepare = (
  { award, schedule, caller, now }: ReleaseInput,
  instalment: PaymentSchedule["instalments"][number],
  id: string,
): Payment => ({
  id,
  award: referenceTo("funding/award", award.id),
  body: award.body,
  schedule: referenceTo("funding/payment-schedule", schedule.id),
  instalment: instalment.id,
  currency: schedule.currency,
  amount: instalment.amount,
  status: "prepared",
  preparedBy: caller,
  preparedAt: now,
});

const gatesOf = (input: ReleaseInput, references: readonly string[]): Gate[] =>
  references.map((reference) => {
    const condition = input.conditions.find((each) => each.id === parseReference(reference).id);
    return condition === undefined
      ? {
          condition: reference,
          text: reference,
          open: false,
          reason: "The condition is not recorded.",
        }
      : gateOf(condition, input);
  });

const awardGates = (award: Award): Gate[] =>
  award.withdrawn === undefined
    ? []
    : [
        {
          condition: referenceTo("funding/award", award.id),
          text: "The award stands.",
          open: false,
          reason: `Withdrawn on ${award.withdrawn.date}: ${award.withdrawn.reason}`,
        },
      ];

function refuseAboveAward(
  award: Award,
  payments: readonly Payment[],
  id: string,
  amount: string,
): void {
  const others = payments.filter((each) => each.id !== id && each.status !== "stopped");
  const taken = total(others.map((each) => each.amount));
  if (compareAmounts(plus(taken, amount), award.current) <= 0) return;
  throw fault(
    "funding/above-award",
    `£${taken} is prepared, released or paid already; £${amount} more would exceed the award of £${award.current}.`,
    "Correct the schedule, or vary the award first.",
  );
}
