import { type ErrorTable, type Location, MoothallError } from "@moothall/core";

const bad = (title: string) => ({ title, status: 422, exit: 65 });
const refused = (title: string) => ({ title, status: 409, exit: 65 });

/** Every error of this package: what a caller over HTTP and on the command line gets. */
export const errors = {
  "funding/no-weight": bad("Nothing to divide by"),
  "funding/partner-twice": bad("A partner is named twice"),
  "funding/not-whole-pence": bad("An amount is finer than the currency's smallest coin"),
  "funding/matrix-too-large": bad("The table of partners and instalments is too large"),
  "funding/no-partner-that-day": bad("No partner shares the cost on that day"),
  "funding/partners-change-within": bad("Partners join or leave within the days of a cost"),
  "funding/partner-not-chosen": bad("The partner of this case is not named"),
  "funding/mixed-currencies": bad("Amounts are in different currencies"),
  "funding/unknown-application": bad("There is no such application in the round"),
  "funding/round-still-open": refused("The round has not closed"),
  "funding/unknown-instalment": bad("There is no such instalment"),
  "funding/already-released": refused("The instalment was released before"),
  "funding/by-operation-only": refused("Only an operation may make this change"),
  "funding/second-person-needed": {
    title: "A second person must release the payment",
    status: 403,
    exit: 77,
  },
  "funding/above-award": refused("Payments would exceed the award"),
  "funding/ceiling-reached": refused("A ceiling would be exceeded"),
  "funding/below-released": refused("The award would fall below what was released"),
  "funding/variation-twice": refused("A variation of that id is recorded"),
  "funding/year-needed": bad("The year that changes is not named"),
  "funding/not-a-grants-file": bad("Not a file of grants"),
  "funding/import-refused": bad("Grants cannot be taken over as they are"),
} as const satisfies ErrorTable;

export type FundingErrorCode = keyof typeof errors;

/** The error of this package with that code. */
export const fault = (
  code: FundingErrorCode,
  message: string,
  hint: string,
  at?: Location,
): MoothallError => new MoothallError({ code, message, hint, ...(at !== undefined && { at }) });
