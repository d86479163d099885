import { exact, parseInput } from "@moothall/core";
import * as z from "zod";
import { amount, fromPence, share, toPence, toPenny, total } from "../amount.ts";

export const clawBackInput = () =>
  z
    .strictObject({
      /** What was paid, before anything came back. */
      paid: amount(),
      /** Spend accepted as eligible; null while it is not known. */
      accepted: amount().nullable(),
      /** The share of eligible spend that the award pays. */
      rate: share().default("1"),
      /** What is to be paid back for breaches of conditions. */
      breaches: z
        .array(z.strictObject({ condition: z.string().min(1), amount: amount() }))
        .default([]),
      /** What has come back already. */
      recovered: amount().default("0"),
    })
    .meta({ description: "What was paid, spent and breached" });

export type ClawBackInput = z.input<ReturnType<typeof clawBackInput>>;

export const clawBackResult = () =>
  z
    .strictObject({
      /** What was paid beyond the eligible spend at the rate; null while that is not known. */
      excess: z.string().nullable(),
      breaches: z.string(),
      /** Excess and breaches together; null while the excess is not known. */
      due: z.string().nullable(),
      recovered: z.string(),
      /** What is still to come back, never negative. */
      outstanding: z.string().nullable(),
    })
    .meta({ description: "What a recipient has to pay back" });

export type ClawBack = z.output<ReturnType<typeof clawBackResult>>;

/**
 * What has to be paid back: max(0, paid − accepted eligible spend × rate) + breaches. The eligible
 * share is rounded half up to the penny once. Unknown spend gives null, not the whole payment.
 * @throws MoothallError `core/bad-input`
 */
export function clawBack(input: ClawBackInput): ClawBack {
  const given = parseInput(clawBackInput(), input, "claw-back");
  const breaches = total(given.breaches.map((each) => each.amount));
  const recovered = total([given.recovered]);
  if (given.accepted === null) {
    return { excess: null, breaches, due: null, recovered, outstanding: null };
  }
  const entitled = toPence(toPenny(exact(given.accepted).mul(exact(given.rate))));
  const excess = largest(0n, toPence(given.paid) - entitled);
  const due = excess + toPence(breaches);
  return {
    excess: fromPence(excess),
    breaches,
    due: fromPence(due),
    recovered,
    outstanding: fromPence(largest(0n, due - toPence(recovered))),
  };
}

const largest = (left: bigint, right: bigint): bigint => (left > right ? left : right);
