import { parseInstant, startOfDay } from "../date.ts";
import { MoothallError } from "../error.ts";
import { exact, isDecimal, toDecimal } from "../exact.ts";
import { segmentsOf } from "../publication.ts";
import { sha256 } from "./history-chain.ts";
import { keptText } from "./kept-text.ts";

/**
 * A field by which records can be filtered, ordered and added up. Typed, so that a store can index
 * it: a decimal has fixed places and is stored as a whole number of the last place.
 */
export interface Field {
  /** Of an instant the value may be a day alone, which stands where that day begins in the office's zone. */
  readonly type: "text" | "date" | "instant" | "integer" | "boolean" | "decimal";
  /** JSON Pointer; the field's own name at the top of the record where left out. `*` for every item of an array. */
  readonly pointer?: string;
  /** Of a decimal: how many places are kept, 2 where left out. */
  readonly places?: number;
  /** The field may hold several values: it can be filtered by each of them, but not ordered by. */
  readonly many?: boolean;
}

export type Fields = Readonly<Record<string, Field>>;

/** A value as a store indexes it: text, a whole number or nothing. Booleans are 0 and 1. */
export type IndexValue = string | bigint | null;

/** The least and the greatest whole number that every store can index: 64 bits. */
const leastWhole = -(2n ** 63n);
const greatestWhole = 2n ** 63n - 1n;

/** The index values of a field in a document, as this clearance sees the document. */
export function indexValues(name: string, field: Field, document: unknown): readonly IndexValue[] {
  return valuesAt(document, field.pointer ?? `/${name}`).map((value) =>
    indexValue(name, field, value),
  );
}

/** What a pointer points at in a document: `*` for every item of an array; the items where it ends at one. */
export function valuesAt(document: unknown, pointer: string): readonly unknown[] {
  const found: unknown[] = [];
  collect(document, segmentsOf(pointer), found);
  return found;
}

function collect(value: unknown, segments: readonly string[], found: unknown[]): void {
  const [segment, ...rest] = segments;
  if (value === undefined || value === null) return;
  if (segment === undefined) {
    if (Array.isArray(value)) found.push(...value);
    else found.push(value);
  } else if (segment === "*" && Array.isArray(value)) {
    for (const item of value) collect(item, rest, found);
  } else if (typeof value === "object") {
    collect((value as Record<string, unknown>)[segment], rest, found);
  }
}

const aDay = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/**
 * @throws MoothallError `core/bad-input` when the value is not of the field's type (a decimal with
 * more places than are kept is refused, not rounded, as is one of more than 64 bits).
 */
export function indexValue(name: string, field: Field, value: unknown): IndexValue {
  switch (field.type) {
    case "text":
      if (typeof value === "string") return indexText(value);
      break;
    case "date":
      if (typeof value === "string" && aDay.test(value)) return value;
      break;
    case "instant":
      // A day alone stands where that day begins.
      if (typeof value === "string")
        return parseInstant(aDay.test(value) ? startOfDay(value) : value).toString({
          fractionalSecondDigits: 9,
        });
      break;
    case "integer":
      if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
      if (typeof value === "string" && /^-?[0-9]{1,18}$/.test(value)) return BigInt(value);
      break;
    case "boolean":
      if (value === true || value === "true") return 1n;
      if (value === false || value === "false") return 0n;
      break;
    case "decimal": {
      const text = typeof value === "number" ? String(value) : value;
      if (isDecimal(text)) {
        const places = field.places ?? 2;
        const scaled = exact(text).mul(10n ** BigInt(places));
        const whole = scaled.s * scaled.n;
        if (scaled.d === 1n && whole >= leastWhole && whole <= greatestWhole) return whole;
      }
      break;
    }
  }
  throw new MoothallError({
    code: "core/bad-input",
    message: `'${String(value)}' is not a value of the field '${name}' (${field.type}${field.type === "decimal" ? `, ${field.places ?? 2} places` : ""}).`,
    hint: `Write it as ${written[field.type]}.`,
    at: { pointer: field.pointer ?? `/${name}` },
  });
}

/** How a value of each type is written. */
const written: Readonly<Record<Field["type"], string>> = {
  text: "text",
  date: "yyyy-mm-dd, such as 2026-05-01",
  instant: "a date and a time with its zone, such as 2026-05-01T09:30:00Z",
  integer: "a whole number, such as 12",
  decimal: "a number, such as 1250.00",
  boolean: "true or false",
};

/** Texts longer than this stand in indexes as their beginning and a digest of the whole. */
const longestText = 500;
const beginning = 420;

/** Indexes have no room for texts of any length; what is found, and by which order, is the same on every store. */
function indexText(text: string): string {
  const kept = keptText(text);
  if (kept.length <= longestText) return kept;
  return `${kept.slice(0, beginning).replace(/\p{Surrogate}$/u, "")}…${sha256(kept)}`;
}

/** An index value as a reader writes it: decimals with their places, booleans as such. */
export function fromIndexValue(
  field: Field,
  value: string | number | bigint | null,
): string | number | boolean | null {
  if (value === null) return null;
  if (field.type === "decimal")
    return toDecimal(exact(BigInt(value)).div(10n ** BigInt(field.places ?? 2)), field.places ?? 2);
  if (field.type === "boolean") return BigInt(value) === 1n;
  if (field.type === "integer") return Number(value);
  return String(value);
}
