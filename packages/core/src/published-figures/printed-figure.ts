import * as z from "zod";
import { exact, isDecimal, toDecimal } from "../exact.ts";
import { shared } from "../shared-schema.ts";
import { source } from "../source.ts";
import { between, hull, type Interval, meets, point } from "./interval.ts";
import { spanOf } from "./span.ts";

/**
 * A figure, date or name as a paper printed it, kept beside the record that it speaks of, so that
 * what was published can be held against what is so.
 */
export const printedFigure = shared(() =>
  z
    .strictObject({
      /** What it states: the JSON Pointer of a field of this record (`/value/amount`), or a name of its own (`funding-gap`). */
      of: z.string().min(1),
      /** Letter for letter as printed: `£100,600`. */
      text: z.string().min(1),
      /** What the text says: a decimal, a date, a period, or a name. */
      value: z.string(),
      /**
       * The unit in the last place that the text gives, where it is rounded: `1000` for `£322k`, `0`
       * where it is exact. Left out, it is read off a text with `%`, `k`, `m`, `million` and the
       * like; any other number is exact.
       */
      unit: z
        .string()
        .refine((text) => isDecimal(text) && !text.startsWith("-"), "must be a positive decimal")
        .optional(),
      /** How this paper cut the number to its last place, where that is known; either way where not. */
      rounding: z.enum(["rounded", "truncated"]).optional(),
      /** Where the text gives only a limit (`over 600`, `up to £25,000`), or says `about` (within a twentieth). */
      bound: z.enum(["at-least", "more-than", "at-most", "less-than", "about"]).optional(),
      source: source(),
    })
    .meta({ description: "A figure as a paper printed it, and where" }),
);

export type PrintedFigure = z.output<ReturnType<typeof printedFigure>>;

/** What a number's text says of how exact it is. */
export type PrintedNumber = Pick<PrintedFigure, "value" | "unit" | "rounding" | "bound"> & {
  readonly text?: string;
};

/**
 * How printed numbers are read: `rounded` as most papers print (or as the figure declares); `any`
 * also as cut off, where the figure does not declare how it was cut.
 */
export type Reading = "rounded" | "any";

const scales: readonly (readonly [RegExp, string])[] = [
  [/[0-9]\s*(?:k|thousand)\b/i, "1000"],
  [/[0-9]\s*(?:m|mn|million)\b/i, "1000000"],
  [/[0-9]\s*(?:bn|billion)\b/i, "1000000000"],
];

/** The unit in the last place of a number: as declared, or as its text shows; 0 where it is exact. */
export function unitOf({ value, unit, text = "" }: PrintedNumber): string {
  if (unit !== undefined) return unit;
  if (/%|\bper ?cent\b/i.test(text)) return lastPlace(value);
  const scale = scales.find(([pattern]) => pattern.test(text))?.[1];
  if (scale === undefined) return "0";
  const digits = /[0-9][0-9,]*(?:\.([0-9]+))?/.exec(text)?.[1]?.length ?? 0;
  return toDecimal(exact(scale).div(10n ** BigInt(digits)), 0, "truncate");
}

/** The unit in the last place of a decimal as written: `0.1` of `12.5`. */
export function lastPlace(value: string): string {
  const places = value.split(".")[1]?.length ?? 0;
  return toDecimal(exact("1").div(10n ** BigInt(places)), places);
}

/** The numbers that a printed number can stand for; undefined where it is none. */
export function intervalOf(figure: PrintedNumber, reading: Reading): Interval | undefined {
  if (!isDecimal(figure.value)) return undefined;
  const value = exact(figure.value);
  switch (figure.bound) {
    case "at-least":
      return between(value, null);
    case "more-than":
      return between(value, null, { low: true });
    case "at-most":
      return between(null, value);
    case "less-than":
      return between(null, value, { high: true });
    case "about": {
      const margin = value.abs().div(20n);
      return between(value.sub(margin), value.add(margin));
    }
    default: {
      const unit = exact(unitOf(figure));
      if (unit.n === 0n) return point(value);
      const half = unit.div(2n);
      const rounded = between(value.sub(half), value.add(half));
      // Cutting off moves a number towards zero.
      const truncated =
        value.s < 0n
          ? between(value.sub(unit), value, { low: true })
          : between(value, value.add(unit), { high: true });
      if (figure.rounding === "truncated") return truncated;
      if (figure.rounding === "rounded" || reading === "rounded") return rounded;
      return hull([rounded, truncated]);
    }
  }
}

/**
 * Whether two printed values can both be true, given the places to which each was rounded. Of two
 * dates or periods, one may be the more exact: May 2017 and 22 May 2017 agree.
 */
export function agree(
  left: PrintedNumber,
  right: PrintedNumber,
  reading: Reading = "rounded",
): boolean {
  if (left.value === right.value) return true;
  const one = intervalOf(left, reading);
  const other = intervalOf(right, reading);
  if (one !== undefined && other !== undefined) return meets(one, other);
  const [first, second] = [spanOf(left.value), spanOf(right.value)];
  if (first === undefined || second === undefined) return false;
  return (
    (first.start <= second.start && second.end <= first.end) ||
    (second.start <= first.start && first.end <= second.end)
  );
}
