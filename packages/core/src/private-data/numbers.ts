import type { Confidence, Hit, PrivateDataKind } from "./kinds.ts";

/*
 * Every pattern here is bounded: no part can repeat without limit and none is nested in another
 * that repeats, so that a hostile text costs no more per character than an innocent one.
 */

/** Nothing that would make it part of a longer number or mark, of an amount or of a decimal. */
const clearBefore = "(?<![\\p{L}0-9£$€#@/_])(?<![0-9][,.-])";
const clearAfter = "(?![\\p{L}0-9/_%])(?![,.][0-9])";
const alone = (pattern: string, flags = "gu"): RegExp =>
  new RegExp(`${clearBefore}(?:${pattern})${clearAfter}`, flags);

/** Digits that stand beside other digits are figures of a table. */
const notInTable = "(?<![0-9] )";

/** HMRC, National Insurance Manual NIM39110: prefixes that are not used, six digits, A to D. */
const nationalInsurance = alone(
  "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[A-D]",
  "giu",
);

/** Ten digits, the last a check digit modulo 11 (NHS Data Dictionary, NHS number). */
const nhsNumber = alone(`${notInTable}[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}`);

/** 13 to 19 digits with a check digit (ISO/IEC 7812-1), in one run or in the groups on the card. */
const paymentCard = alone(
  `${notInTable}(?:[2-6][0-9]{12,18}|[2-6][0-9]{3}(?:[ -][0-9]{4}){3}|3[47][0-9]{2}[ -][0-9]{6}[ -][0-9]{5})`,
);

/**
 * National numbers of nine or ten digits in the groups in which they are written (Ofcom, National
 * Telephone Numbering Plan). 03, 08 and 09 are services and not people, and are left out.
 */
const phone = alone(
  "(?:(?:\\+|00)44[ -]?(?:\\(0\\))?[ -]?|\\(?0)(?:[127][0-9]\\)?[ -]?[0-9]{4}[ -]?[0-9]{4}|[127][0-9]{2}\\)?[ -]?[0-9]{3}[ -]?[0-9]{4}|[17][0-9]{3}\\)?[ -]?[0-9]{3}[ -]?[0-9]{3}|1[0-9]{3}\\)?[ -][0-9]{5}|1[0-9]{4}\\)?[ -][0-9]{4,5})",
);

const bankPatterns = [
  // The words say what it is, or a sort code stands right beside an account number.
  /\bsort[ -]?code(?: (?:no|number))?[ .:#]{0,4}([0-9]{2}[- ]?[0-9]{2}[- ]?[0-9]{2})(?![0-9])/giu,
  /\b(?:account|a\/c|acc)(?: (?:no|number))?[ .:#]{0,4}([0-9]{8})(?![0-9])/giu,
  alone("([0-9]{2}[- ][0-9]{2}[- ][0-9]{2}[ ,;/]{1,3}[0-9]{8})"),
  alone("(GB[0-9]{2} ?[A-Z]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{2})"),
] as const;

const passport =
  /\bpassport(?: (?:no|number))?[ .:#]{0,4}([0-9]{9}|[A-Z]{1,2}[0-9]{7})(?![0-9A-Za-z])/giu;

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const birth = new RegExp(
  `\\b(?:date of birth|d\\.?o\\.?b\\.?|born(?: on(?: the)?)?)[ .:,-]{1,4}([0-9]{1,2}[/. -][0-9]{1,2}[/. -](?:[0-9]{4}|[0-9]{2})|[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? ${month}[ ,]{1,2}[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])`,
  "giu",
);

/** Marks since 2001; older ones are as short as reference numbers and need a word beside them. */
const registration = alone(
  "[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[12][0-9]|5[1-9]|6[0-9]|7[0-9]) ?[A-HJ-PR-Z]{3}",
);
const olderRegistration =
  /\b(?:registration(?: (?:mark|number|no))?|reg(?: no)?|number plate|VRM)[ .:#]{1,4}((?:[A-HJ-NPR-TV-Y][0-9]{1,3} ?[A-Z]{3})|(?:[A-Z]{3} ?[0-9]{1,3}[A-HJ-NPR-TV-Y])|(?:[A-Z]{1,3} ?[0-9]{1,4}))(?![0-9A-Za-z])/gu;

/** Numbers and marks by which a person can be known or robbed. */
export function findNumbers(text: string): Hit[] {
  const hits: Hit[] = [];
  const add = (kind: PrivateDataKind, match: RegExpExecArray, confidence: Confidence) => {
    const [whole, part] = match;
    const start = match.index + (part === undefined ? 0 : whole.indexOf(part));
    hits.push({ kind, start, end: start + (part ?? whole).length, confidence });
  };
  for (const match of text.matchAll(nationalInsurance)) {
    add("national-insurance-number", match, "high");
  }
  for (const match of text.matchAll(paymentCard)) {
    if (hasLuhnDigit(match[0])) add("payment-card", match, "high");
  }
  for (const match of text.matchAll(nhsNumber)) {
    if (!hasNhsDigit(match[0])) continue;
    const said = /\bNHS\b[^\n]{0,20}$/iu.test(
      text.slice(Math.max(0, match.index - 40), match.index),
    );
    const grouped = match[0].length > 10;
    add("nhs-number", match, said ? "high" : grouped ? "medium" : "low");
  }
  for (const pattern of bankPatterns) {
    for (const match of text.matchAll(pattern)) add("bank-account", match, "high");
  }
  for (const match of text.matchAll(phone)) {
    const digits = match[0].replace(/\(0\)/u, "").replace(/[^0-9]/gu, "");
    add("phone-number", match, /^(?:0|44|0044)7/u.test(digits) ? "high" : "medium");
  }
  for (const match of text.matchAll(passport)) add("passport-number", match, "high");
  for (const match of text.matchAll(birth)) add("date-of-birth", match, "high");
  for (const match of text.matchAll(registration)) add("vehicle-registration", match, "low");
  for (const match of text.matchAll(olderRegistration)) add("vehicle-registration", match, "low");
  return hits;
}

const digitsOf = (text: string): number[] =>
  Array.from(text.replace(/[^0-9]/gu, ""), (digit) => Number(digit));

function hasLuhnDigit(text: string): boolean {
  let sum = 0;
  for (const [index, digit] of digitsOf(text).reverse().entries()) {
    const weighed = index % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum > 0 && sum % 10 === 0;
}

function hasNhsDigit(text: string): boolean {
  const digits = digitsOf(text);
  let sum = 0;
  for (let index = 0; index < 9; index += 1) sum += (10 - index) * (digits[index] as number);
  const check = (11 - (sum % 11)) % 11;
  return check === digits[9] && new Set(digits).size > 1;
}
