import * as z from "zod";
import { MoothallError } from "./error.ts";
import { decimal, type Exact, exact, type Rounding, toDecimal, zero } from "./exact.ts";
import { shared } from "./shared-schema.ts";

/** ISO 4217 alphabetic code, such as `GBP`. */
export const currency = shared(() =>
  z
    .string()
    .regex(/^[A-Z]{3}$/, "must be a three-letter ISO 4217 code such as GBP")
    .meta({ description: "ISO 4217 currency code" }),
);

/** An amount of money: an exact decimal as text, and its currency. Pounds unless it says otherwise. */
export const money = shared(() =>
  z
    .strictObject({ amount: decimal(), currency: currency().default("GBP") })
    .meta({ description: "Amount of money, exact, with its currency" }),
);

export type Money = z.output<ReturnType<typeof money>>;

export const pounds = (amount: string): Money => ({ amount, currency: "GBP" });

/** The places in which a currency is written, after ISO 4217's minor units. */
export function minorPlaces(code: string): number {
  if (threePlaces.has(code)) return 3;
  return noPlaces.has(code) ? 0 : 2;
}
const noPlaces = new Set(
  "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "),
);
const threePlaces = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

/** @throws MoothallError `core/mixed-currencies` when the amounts are not of one currency. */
export function addMoney(amounts: readonly Money[], currencyOfNone = "GBP"): Money {
  const code = amounts[0]?.currency ?? currencyOfNone;
  let total: Exact = zero;
  for (const amount of amounts) {
    if (amount.currency !== code) throw mixed(code, amount.currency);
    total = total.add(exact(amount.amount));
  }
  return moneyOf(total, code);
}

/** @throws MoothallError `core/mixed-currencies` when the amounts are not of one currency. */
export function subtractMoney(from: Money, amount: Money): Money {
  if (from.currency !== amount.currency) throw mixed(from.currency, amount.currency);
  return moneyOf(exact(from.amount).sub(exact(amount.amount)), from.currency);
}

/** @throws MoothallError `core/mixed-currencies` when the amounts are not of one currency. */
export function compareMoney(left: Money, right: Money): number {
  if (left.currency !== right.currency) throw mixed(left.currency, right.currency);
  return exact(left.amount).compare(exact(right.amount));
}

/** Money of an exact amount, rounded once to the currency's own places. */
export const moneyOf = (amount: Exact, code: string, rounding: Rounding = "half-up"): Money => ({
  amount: toDecimal(amount, minorPlaces(code), rounding),
  currency: code,
});

/** For a reader: `£121,229.00`, `€12.50`, `12.50 CHF`. */
export function formatMoney(value: Money): string {
  const text = groupThousands(toDecimal(exact(value.amount), minorPlaces(value.currency)));
  const sign = symbols[value.currency];
  if (sign === undefined) return `${text} ${value.currency}`;
  return text.startsWith("-") ? `-${sign}${text.slice(1)}` : `${sign}${text}`;
}
const symbols: Readonly<Record<string, string>> = { GBP: "£", EUR: "€", USD: "$" };

/** `1234567.89` → `1,234,567.89`. */
export function groupThousands(decimalText: string): string {
  const [whole = "", fraction] = decimalText.split(".");
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const mixed = (one: string, other: string) =>
  new MoothallError({
    code: "core/mixed-currencies",
    message: `Amounts in ${one} and ${other} cannot be put together.`,
    hint: "Convert them to one currency first and record the rate that was used.",
  });
