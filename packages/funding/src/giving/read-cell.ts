import { parseDate } from "@moothall/core";

/** What was wrong with a cell, how it would read, and the words for a finding. */
export interface CellFault {
  readonly rule:
    | "funding/360-amount-form"
    | "funding/360-date-form"
    | "funding/360-formula"
    | "funding/360-leading-zero";
  readonly message: string;
  readonly fix: string;
  /** How it reads when it is repaired; undefined where that would be guessing. */
  readonly repaired?: string;
}

export type CellUse = "text" | "number" | "date" | "company-number" | "organisation-id" | "list";

const number = /^-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;
const isoDate = /^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$/;
const isoMoment =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?$/;
const sheetError = /^#(?:REF|N\/A|VALUE|NAME\?|DIV\/0|NULL|NUM)!?\??$/;

/** What is wrong with a cell for its use, or undefined. Nothing is changed. */
export function faultOfCell(text: string, use: CellUse): CellFault | undefined {
  const first = text.charCodeAt(0);
  if (first === 35 /* # */ && sheetError.test(text)) {
    return {
      rule: "funding/360-formula",
      message: `The cell holds the spreadsheet's own error ${text}.`,
      fix: "Mend the formula in the spreadsheet, and save it anew.",
      repaired: "",
    };
  }
  if (first === 61 /* = */) return formula(text);
  if (use === "number") return number.test(text) ? undefined : faultOfNumber(text);
  if (use === "date")
    return isoDate.test(text) || isoMoment.test(text) ? undefined : faultOfDate(text);
  if (use === "company-number" && /^[0-9]{5,7}$/.test(text)) return lostZero("", text);
  if (use === "organisation-id" && /^GB-COH-[0-9]{5,7}$/.test(text))
    return lostZero("GB-COH-", text.slice(7));
  return undefined;
}

function lostZero(before: string, number: string): CellFault {
  const repaired = before + number.padStart(8, "0");
  return {
    rule: "funding/360-leading-zero",
    message: `A company number has eight characters; '${number}' has lost its leading zero${number.length === 7 ? "" : "s"}.`,
    fix: `Write ${repaired}, and format the column as text.`,
    repaired,
  };
}

function formula(text: string): CellFault {
  const literal = /^="((?:[^"]|"")*)"$/.exec(text);
  return {
    rule: "funding/360-formula",
    message: "The cell holds a formula, not its value; a spreadsheet would carry it out.",
    fix: "Save the sheet with values only.",
    ...(literal !== null && { repaired: (literal[1] as string).replaceAll('""', '"') }),
  };
}

function faultOfNumber(text: string): CellFault {
  const bare = text
    .trim()
    .replace(/^-?(?:£|GBP|€|\$)\s*/, (sign) => (sign.startsWith("-") ? "-" : ""));
  const inBrackets = /^\(\s*(?:£|GBP|€|\$)?\s*([0-9.,]+)\s*\)$/.exec(text.trim());
  const digits = inBrackets?.[1] ?? bare;
  const grouped = /^-?[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?$|^-?[0-9]+(?:\.[0-9]+)?$/.test(digits);
  const repaired = grouped
    ? `${inBrackets === null ? "" : "-"}${digits.replaceAll(",", "")}`
    : undefined;
  return {
    rule: "funding/360-amount-form",
    message: `'${shorten(text)}' is not written as a plain number.`,
    fix:
      repaired === undefined
        ? "Write digits with a point for pence, such as 1000.50."
        : `Write ${repaired}.`,
    ...(repaired !== undefined && { repaired }),
  };
}

function faultOfDate(text: string): CellFault {
  const repaired = readDate(text.trim());
  return {
    rule: "funding/360-date-form",
    message: `'${shorten(text)}' is not a date written as yyyy-mm-dd.`,
    fix: repaired === undefined ? "Write the date as yyyy-mm-dd." : `Write ${repaired}.`,
    ...(repaired !== undefined && { repaired }),
  };
}

/** Day first, as in Britain; also a moment without its zone at midnight, and a spreadsheet's day number. */
function readDate(text: string): string | undefined {
  const british = /^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})(?: 00:00(?::00)?)?$/.exec(text);
  if (british !== null) {
    const [, day, month, year] = british as unknown as [string, string, string, string];
    return existing(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  }
  const midnight = /^([0-9]{4}-[0-9]{2}-[0-9]{2}) 00:00(?::00)?$/.exec(text);
  if (midnight !== null) return existing(midnight[1] as string);
  if (/^[2-5][0-9]{4}$/.test(text)) {
    // Day 1 of a spreadsheet is 1 January 1900, and it counts a 29 February 1900 that never was.
    return parseDate("1899-12-30")
      .add({ days: Number(text) })
      .toString();
  }
  return undefined;
}

function existing(text: string): string | undefined {
  try {
    return parseDate(text).toString();
  } catch {
    return undefined;
  }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
