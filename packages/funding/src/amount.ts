import { decimal, type Exact, exact, isDecimal, minorPlaces, toDecimal } from "@moothall/core";
import { fault } from "./errors.ts";

const atMostTwoPlaces = (text: string): boolean => /^-?[0-9]+(?:\.[0-9]{1,2}0*)?$/.test(text);

/** Pounds and pence as text, which may be negative: `-12.50`. Pence have no parts. */
export const signedAmount = () =>
  decimal()
    .refine(atMostTwoPlaces, "must have two decimal places at most: pence have no parts")
    .meta({ description: "Amount in pounds and pence, exact, as text" });

/** Pounds and pence as text, zero or more: `2490.90`. */
export const amount = () =>
  signedAmount().refine((text) => !text.startsWith("-"), "must not be negative");

/** A share of a whole from 0 to 1, as text: `0.5` is a half. */
export const share = () =>
  decimal()
    .refine(
      (text) => isDecimal(text) && !text.startsWith("-") && exact(text).compare(1n) <= 0,
      "must be a share from 0 to 1, such as 0.5 for a half",
    )
    .meta({ description: "Share of a whole, from 0 to 1" });

/** An amount as a whole number of the currency's smallest coin. */
export function toPence(text: string, currency = "GBP"): bigint {
  const scaled = exact(text).mul(10n ** BigInt(minorPlaces(currency)));
  if (scaled.d !== 1n) {
    throw fault(
      "funding/not-whole-pence",
      `${text} ${currency} is finer than the smallest coin.`,
      `Give ${minorPlaces(currency)} decimal places at most.`,
    );
  }
  return scaled.s * scaled.n;
}

/** A whole number of the smallest coin as an amount: `250000n` → `2500.00`. */
export const fromPence = (pence: bigint, currency = "GBP"): string =>
  toDecimal(exact(pence).div(10n ** BigInt(minorPlaces(currency))), minorPlaces(currency));

/** The sum of amounts, as an amount; `0.00` of none. */
export const total = (amounts: Iterable<string>): string => {
  let pence = 0n;
  for (const each of amounts) pence += toPence(each);
  return fromPence(pence);
};

export const plus = (left: string, right: string): string =>
  fromPence(toPence(left) + toPence(right));
export const minus = (left: string, right: string): string =>
  fromPence(toPence(left) - toPence(right));

/** Negative, zero or positive, as `left` is less than, equal to or more than `right`. */
export const compareAmounts = (left: string, right: string): number =>
  exact(left).compare(exact(right));

/** An exact value in pounds, rounded half up to the penny, once. */
export const toPenny = (value: Exact): string => toDecimal(value, 2);
