import { type ErrorTable, type Location, MoothallError } from "@moothall/core";

const bad = (title: string) => ({ title, status: 422, exit: 65 });

/** Every error of this package: what a caller over HTTP and on the command line gets. */
export const errors = {
  "safeguarding/negative-count": bad("A count is negative"),
  "safeguarding/fraction-of-a-person": bad("A count is not a whole number"),
  "safeguarding/numerator-over-denominator": bad("A numerator is over its denominator"),
  "safeguarding/percentage-without-base": bad("A percentage has no base"),
  "safeguarding/ratio-has-no-interval": bad("A throughput ratio has no interval"),
  "safeguarding/too-few-for-byar": bad("Byar's method needs ten or more"),
  "safeguarding/bad-confidence": bad("Not a level of confidence"),
  "safeguarding/unknown-rule-set": bad("There is no such rule set"),
  "safeguarding/series-too-short": bad("A series is too short for a control chart"),
  "safeguarding/comparison-across-break": bad("The figures cannot be compared"),
  "safeguarding/definitions-differ": bad("The definitions differ"),
  "safeguarding/periods-not-alike": bad("The periods are not alike"),
  "safeguarding/periods-overlap": bad("Periods overlap"),
  "safeguarding/several-series": bad("Several series answer, and none is chosen"),
  "safeguarding/value-missing": bad("A value is not known"),
  "safeguarding/polarity-missing": bad("An indicator has no polarity"),
  "safeguarding/no-rank-without-polarity": bad("What is neither good nor bad is not ranked"),
  "safeguarding/cannot-be-added-up": bad("Figures of this kind do not add up"),
  "safeguarding/duplicate-entry": bad("An entry is named twice"),
  "safeguarding/unknown-area": bad("There is no such area"),
  "safeguarding/unknown-definition": bad("There is no such version of the definition"),
  "safeguarding/unknown-category": bad("There is no such category"),
  "safeguarding/table-incomplete": bad("A table has a cell without a count"),
  "safeguarding/already-revised": { title: "The figure was revised", status: 409, exit: 65 },
} as const satisfies ErrorTable;

export type SafeguardingErrorCode = keyof typeof errors;

/** The error of this package with that code. No message may hold a count of a record. */
export const fault = (
  code: SafeguardingErrorCode,
  message: string,
  hint: string,
  at?: Location,
): MoothallError => new MoothallError({ code, message, hint, ...(at !== undefined && { at }) });
