import { type ErrorTable, type Location, MoothallError } from "@moothall/core";

const bad = (title: string) => ({ title, status: 422, exit: 65 });

/** Every error of this package: what a caller over HTTP and on the command line gets. */
export const errors = {
  "assurance/outside-matrix": bad("A likelihood or impact is outside the matrix"),
  "assurance/bad-bands": bad("The bands of a matrix are not usable"),
  "assurance/duplicate-item": bad("An item stands twice"),
  "assurance/private-data": bad("Personal data would be published"),
  "assurance/different-kinds": bad("Two versions are of different kinds"),
  "assurance/already-published": {
    title: "It is published already",
    status: 409,
    exit: 65,
  },
} as const satisfies ErrorTable;

export type AssuranceErrorCode = keyof typeof errors;

/** The error of this package with that code. No message may hold what a restricted record says. */
export const fault = (
  code: AssuranceErrorCode,
  message: string,
  hint: string,
  at?: Location,
): MoothallError => new MoothallError({ code, message, hint, ...(at !== undefined && { at }) });
