import * as z from "zod";
import { fault } from "../errors.ts";

/**
 * How a body numbers its minutes, its agenda items or its decisions.
 *
 * | scheme | numbers | starts again |
 * |---|---|---|
 * | `sequence` | `1`, `2`, `3` | with every meeting |
 * | `sectioned` | `11A`, `11B`, `12A` | letters with every section, sections with every meeting |
 * | `yearly` | `27/12`, `28/12`; with `yearDigits` 4, `13/2017` | every year |
 *
 * `minimumDigits` pads (`05/17`). Paragraphs under a number are `5.1`, `5.2`; see `paragraphNumber`.
 */
export const numberingScheme = () =>
  z
    .strictObject({
      scheme: z.enum(["sequence", "sectioned", "yearly"]),
      minimumDigits: z.int().min(1).max(4).default(1),
      /** Of `yearly`: how many digits of the year stand after the stroke. */
      yearDigits: z.literal([2, 4]).default(2),
      /** Of `yearly`: the month in which the year starts; 5 for a municipal year. */
      yearStarts: z.int().min(1).max(12).default(1),
    })
    .meta({ description: "How numbers are made and when they start again" });

export type NumberingScheme = z.output<ReturnType<typeof numberingScheme>>;

/** A number taken apart. `serial` counts within `series`: a year, a section, or all together. */
export interface ParsedNumber {
  readonly series: string;
  readonly serial: number;
}

const sectioned = /^([1-9][0-9]*)([A-Z])$/;
const yearly = /^([0-9]+)\/([0-9]{2}|[0-9]{4})$/;

/** The number, taken apart, or undefined where it is not one of the scheme. */
export function readNumber(scheme: NumberingScheme, text: string): ParsedNumber | undefined {
  switch (scheme.scheme) {
    case "sequence":
      return /^[0-9]+$/.test(text) ? { series: "", serial: Number(text) } : undefined;
    case "sectioned": {
      const match = sectioned.exec(text);
      if (match === null) {
        return /^[1-9][0-9]*$/.test(text) ? { series: text, serial: 0 } : undefined;
      }
      return { series: match[1] ?? "", serial: (match[2] ?? "A").charCodeAt(0) - 64 };
    }
    case "yearly": {
      const match = yearly.exec(text);
      // A log prints 13/2017 and 14/17 side by side: both name the year 2017.
      if (match === null) return undefined;
      return { series: fullYear(match[2] ?? ""), serial: Number(match[1]) };
    }
  }
}

/** `17` → `2017`, `98` → `1998`: no council's numbers in use are older than 1970. */
const fullYear = (digits: string): string =>
  digits.length === 4 ? digits : `${Number(digits) < 70 ? "20" : "19"}${digits}`;

/** @throws MoothallError `meetings/bad-number` when the text is not a number of the scheme. */
export function parseNumber(scheme: NumberingScheme, text: string): ParsedNumber {
  const found = readNumber(scheme, text);
  if (found !== undefined) return found;
  throw fault(
    "meetings/bad-number",
    `'${text}' is not a number of the scheme '${scheme.scheme}'.`,
    `Write it as ${examples[scheme.scheme]}.`,
  );
}

const examples = { sequence: "1, 2, 3", sectioned: "11A, 11B, 12A", yearly: "27/12 or 13/2017" };

/** Writes a number of the scheme. The series of `yearly` is the year, of `sectioned` the section. */
export function formatNumber(scheme: NumberingScheme, { series, serial }: ParsedNumber): string {
  const digits = String(serial).padStart(scheme.minimumDigits, "0");
  switch (scheme.scheme) {
    case "sequence":
      return digits;
    case "sectioned":
      return serial === 0 ? series : `${series}${letter(serial)}`;
    case "yearly":
      return `${digits}/${series.slice(-scheme.yearDigits)}`;
  }
}

function letter(serial: number): string {
  if (Number.isInteger(serial) && serial >= 1 && serial <= 26)
    return String.fromCharCode(64 + serial);
  throw fault(
    "meetings/bad-number",
    `A section has letters A to Z; there is no ${serial}th.`,
    "Open another section.",
  );
}

/** The year to which a date belongs in a `yearly` scheme, four digits: the one in which it started. */
export const numberingYear = (scheme: NumberingScheme, date: string): string => {
  const year = Number(date.slice(0, 4));
  return String(Number(date.slice(5, 7)) < scheme.yearStarts ? year - 1 : year);
};

/**
 * The number that follows those already given.
 * @param context the date for `yearly`, the section (`11`) for `sectioned`; unused for `sequence`.
 */
export function nextNumber(
  scheme: NumberingScheme,
  given: readonly string[],
  context: string,
): string {
  const series =
    scheme.scheme === "yearly"
      ? numberingYear(scheme, context)
      : scheme.scheme === "sectioned"
        ? context
        : "";
  const last = given
    .flatMap((text) => readNumber(scheme, text) ?? [])
    .filter((each) => each.series === series)
    .reduce((greatest, { serial }) => Math.max(greatest, serial), 0);
  return formatNumber(scheme, { series, serial: last + 1 });
}

export interface NumberingFault {
  readonly fault: "gap" | "twice" | "not-of-scheme";
  /** The number that is missing, repeated or not of the scheme. */
  readonly number: string;
}

/** Gaps, repetitions and strangers among the numbers of a body, between the least and the greatest of each series. */
export function numberingFaults(
  scheme: NumberingScheme,
  numbers: readonly string[],
): NumberingFault[] {
  const faults: NumberingFault[] = [];
  const series = new Map<string, Map<number, string>>();
  for (const number of numbers) {
    const parsed = readNumber(scheme, number);
    if (parsed === undefined) {
      faults.push({ fault: "not-of-scheme", number });
      continue;
    }
    const seen = series.get(parsed.series) ?? new Map<number, string>();
    if (seen.has(parsed.serial)) faults.push({ fault: "twice", number });
    else seen.set(parsed.serial, number);
    series.set(parsed.series, seen);
  }
  for (const [name, seen] of series) {
    const serials = [...seen.keys()];
    for (let serial = Math.min(...serials) + 1; serial < Math.max(...serials); serial += 1) {
      if (!seen.has(serial))
        faults.push({ fault: "gap", number: formatNumber(scheme, { series: name, serial }) });
    }
  }
  return faults;
}

/** The number of a paragraph under a minute: paragraph 3 of minute `05/17` is `5.3`. */
export function paragraphNumber(minute: string, paragraph: number): string {
  const leading = /^[0-9]+/.exec(minute)?.[0];
  if (leading === undefined)
    throw fault(
      "meetings/bad-number",
      `'${minute}' does not begin with a number, so its paragraphs cannot be numbered.`,
      "Number the minute first, as 05/17 or 5.",
    );
  return `${Number(leading)}.${paragraph}`;
}
