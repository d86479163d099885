import { dateOfInstant, exact, isDecimal, type Money, parsePeriod } from "@moothall/core";

export type Json = Readonly<Record<string, unknown>>;

/** Leaves out what is undefined, so that a release says nothing where nothing is known. */
export const told = (fields: Json): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/**
 * Money as an OCDS value. `amount` is a JSON number, which readers take for a binary float;
 * `amountExact`, of our own extension, is the decimal as it is held.
 */
export const toValue = (money: Money | undefined): Json | undefined =>
  money === undefined
    ? undefined
    : { amount: Number(money.amount), currency: money.currency, amountExact: money.amount };

/** The amount of a value: the exact text where it says the same as the number. */
export function fromValue(value: unknown): Money | undefined {
  if (!isObject(value) || (typeof value.amount !== "number" && value.amountExact === undefined)) {
    return undefined;
  }
  const currency = typeof value.currency === "string" ? value.currency : "GBP";
  const { amount, amountExact } = value;
  if (isDecimal(amountExact) && (amount === undefined || Number(amountExact) === amount)) {
    return { amount: amountExact, currency };
  }
  const text = plainNumber(amount as number);
  return text === undefined ? undefined : { amount: text, currency };
}

/** A JSON number as a decimal without exponent; undefined where it cannot be one. */
function plainNumber(amount: number): string | undefined {
  const text = String(amount);
  if (isDecimal(text)) return text;
  const match = /^(-?[0-9])(?:\.([0-9]+))?e([+-][0-9]+)$/.exec(text);
  if (match === null) return undefined;
  const [, whole = "", fraction = "", exponent] = match;
  const power = Number(exponent) - fraction.length;
  const digits = exact(whole + fraction);
  const value = power >= 0 ? digits.mul(10n ** BigInt(power)) : undefined;
  return value === undefined ? undefined : (value.s * value.n).toString();
}

/** A date as the moment at which it begins; OCDS knows moments only. */
export const toMoment = (date: string | undefined): string | undefined =>
  date === undefined ? undefined : `${date}T00:00:00Z`;

/** The date of a moment: as written where it is midnight in UTC, else in the office's zone. */
export function fromMoment(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T00:00:00Z)?$/.test(value)) return value.slice(0, 10);
  try {
    return dateOfInstant(value);
  } catch {
    return undefined;
  }
}

/** A period; `expression`, of our own extension, is the period as it is held, such as `FY2016`. */
export function toPeriod(period: string | undefined): Json | undefined {
  if (period === undefined) return undefined;
  const { start, end } = parsePeriod(period);
  return told({
    startDate: toMoment(start),
    endDate: toMoment(end ?? undefined),
    expression: period,
  });
}

export function fromPeriod(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  if (typeof value.expression === "string") return value.expression;
  const start = fromMoment(value.startDate);
  if (start === undefined) return undefined;
  return `${start}/${fromMoment(value.endDate) ?? ".."}`;
}

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const objectsOf = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** Lower-case letters, digits and hyphens of a name, for an id. */
export const slug = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 190) || "unnamed";

/** The id in a reference: `procurement/award/opcc.2017-13` → `opcc.2017-13`. */
export const idOfReference = (reference: string): string => reference.split("/").slice(2).join("/");

/** Splits what OCDS has a place for from what only our own extension can carry. */
export function unmapped<Fields extends Json>(
  fields: Fields,
  mapped: readonly (keyof Fields & string)[],
): Json | undefined {
  const rest = Object.entries(fields).filter(
    ([name, value]) => value !== undefined && !mapped.includes(name) && name !== "record",
  );
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
