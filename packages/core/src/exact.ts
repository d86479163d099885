import Fraction from "fraction.js";
import * as z from "zod";
import { MoothallError } from "./error.ts";
import { shared } from "./shared-schema.ts";

// By way of the constructor: to CommonJS the library declares a value and no type of that name.
/** An exact rational number. Immutable; never made from a binary float. */
export type Exact = InstanceType<typeof Fraction>;

/** How a number is cut to its places for display: the field rounds half up; some papers truncate. */
export type Rounding = "half-up" | "truncate";

const decimalPattern = /^-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,20})?$/;

/** A number written as text, such as `121229.00`, so that no binary float comes between. */
export const decimal = shared(() =>
  z
    .string({ error: 'must be a decimal number written as text, such as "121229.00"' })
    .regex(decimalPattern, 'must be a decimal number written as text, such as "121229.00"')
    .meta({ description: "Exact decimal number, as text" }),
);

/** A decimal number that is zero or more. */
export const nonNegativeDecimal = shared(() =>
  decimal().refine(
    (text) => !text.startsWith("-") || /^-0(?:\.0+)?$/.test(text),
    "must not be negative",
  ),
);

export const isDecimal = (value: unknown): value is string =>
  typeof value === "string" && decimalPattern.test(value);

export const zero: Exact = new Fraction(0n, 1n);

/**
 * Reads a decimal number exactly.
 * @throws MoothallError `core/bad-input` for anything but a plain decimal (no exponent, no commas).
 */
export function exact(value: string | bigint): Exact {
  if (typeof value === "bigint") return new Fraction(value, 1n);
  if (!decimalPattern.test(value)) {
    throw new MoothallError({
      code: "core/bad-input",
      message: `'${value}' is not a decimal number.`,
      hint: "Write digits with an optional point, such as 121229.00, without separators or exponent.",
    });
  }
  const point = value.indexOf(".");
  if (point < 0) return new Fraction(BigInt(value), 1n);
  const digits = value.slice(0, point) + value.slice(point + 1);
  return new Fraction(BigInt(digits), 10n ** BigInt(value.length - point - 1));
}

/** The exact ratio of two whole numbers. */
export const ratio = (numerator: bigint, denominator: bigint): Exact =>
  new Fraction(numerator, denominator);

export const sum = (values: Iterable<Exact>): Exact => {
  let total = zero;
  for (const value of values) total = total.add(value);
  return total;
};

/** The smallest of one or more values. */
export const least = (values: readonly Exact[]): Exact =>
  values.reduce((low, value) => (value.compare(low) < 0 ? value : low));

/** The largest of one or more values. */
export const greatest = (values: readonly Exact[]): Exact =>
  values.reduce((high, value) => (value.compare(high) > 0 ? value : high));

/**
 * Writes an exact number with so many places, rounding once. Half goes away from zero, as in the
 * field's own papers; −0.004 at two places is `0.00`.
 */
export function toDecimal(value: Exact, places: number, rounding: Rounding = "half-up"): string {
  const scale = 10n ** BigInt(places);
  const scaled = value.n * scale;
  let whole = scaled / value.d;
  if (rounding === "half-up" && (scaled % value.d) * 2n >= value.d) whole += 1n;
  const digits = whole.toString().padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return value.s < 0n && whole !== 0n ? `-${text}` : text;
}

/**
 * Writes an exact number in full, without needless zeros: `0.5`, `12`. A number whose decimals do
 * not end (1/3) is written as a fraction, `1/3`, so that a reader can recompute with it.
 */
export function toExactText(value: Exact): string {
  let rest = value.d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  if (rest !== 1n) return `${value.s < 0n ? "-" : ""}${value.n}/${value.d}`;
  return toDecimal(value, Math.max(twos, fives), "truncate");
}
