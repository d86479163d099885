import { fault } from "../errors.ts";
import type { Award } from "./award.ts";
import type { Payment } from "./payment.ts";

const refuse = (what: string, operation: string) =>
  fault(
    "funding/by-operation-only",
    `${what} with '${operation}', not by hand.`,
    `See 'moothall funding ${operation} --help'.`,
  );

const differ = <T extends object>(fields: readonly (keyof T)[], one: T, other: T): boolean =>
  fields.some((each) => JSON.stringify(one[each]) !== JSON.stringify(other[each]));

const money: readonly (keyof Award)[] = ["amount", "current", "years", "variations", "currency"];

/**
 * An application is awarded, and an award changed, only where the ceilings are looked at. An award
 * that rests on no application here, such as one of earlier years, can be written by hand.
 * @throws MoothallError `funding/by-operation-only`
 */
export function awardByHand(award: Award, before: Award | undefined): void {
  if (award.application !== undefined && award.application !== before?.application)
    throw refuse("An application is awarded", "award-round");
  if (before !== undefined && differ(money, award, before))
    throw refuse("The amount of an award is changed", "vary");
}

const released: readonly (keyof Payment)[] = [
  "award",
  "schedule",
  "instalment",
  "amount",
  "currency",
  "released",
  "preparedBy",
  "preparedAt",
  "releasedBy",
  "releasedAt",
];

/**
 * A payment is prepared by one person and released by another. By hand one that is released is
 * marked as paid, one that is not yet paid is stopped, and one that was made elsewhere recorded.
 * @throws MoothallError `funding/by-operation-only`
 */
export function paymentByHand(payment: Payment, before: Payment | undefined): void {
  const unsigned = payment.preparedBy === undefined && payment.releasedBy === undefined;
  const allowed =
    before === undefined
      ? payment.status === "paid" && unsigned
      : !differ(released, payment, before) && follows(payment.status, before.status);
  if (!allowed) throw refuse("A payment is prepared and released", "release");
}

const follows = (next: Payment["status"], before: Payment["status"]): boolean =>
  next === before ||
  (next === "paid" && before === "released") ||
  (next === "stopped" && before !== "paid");
