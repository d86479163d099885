import { type ErrorTable, type Location, MoothallError } from "@moothall/core";

const bad = (title: string) => ({ title, status: 422, exit: 65 });

/** Every error of this package: what a caller over HTTP and on the command line gets. */
export const errors = {
  "procurement/weights-do-not-sum": bad("Weights do not add up"),
  "procurement/no-valid-bid": bad("No valid bid is left"),
  "procurement/unknown-formula": bad("There is no such formula"),
  "procurement/bad-formula": bad("A formula is not declared correctly"),
  "procurement/parameter-missing": bad("The formula needs a parameter"),
  "procurement/unknown-parameter": bad("The formula takes no such parameter"),
  "procurement/duplicate-bidder": bad("A bidder is named twice"),
  "procurement/duplicate-criterion": bad("A criterion or question is named twice"),
  "procurement/price-not-positive": bad("A price is not above zero"),
  "procurement/mixed-currencies": bad("Bids are in different currencies"),
  "procurement/quality-missing": bad("A valid bid has no quality score"),
  "procurement/quality-is-zero": bad("Price per quality point needs quality"),
  "procurement/score-out-of-range": bad("A score is outside its scale"),
  "procurement/score-missing": bad("A criterion has no score"),
  "procurement/unknown-criterion": bad("There is no such criterion"),
  "procurement/answer-missing": bad("A qualifying question has no answer"),
  "procurement/price-points-missing": bad("A valid bid has no price points"),
  "procurement/declaration-changed": {
    title: "The declared method was changed",
    status: 409,
    exit: 65,
  },
  "procurement/not-declared": bad("The method was not declared"),
  "procurement/already-opened": { title: "The bids are open", status: 409, exit: 65 },
  "procurement/not-opened": { title: "The bids are not open", status: 409, exit: 65 },
  "procurement/opened-too-early": bad("The time for bids has not passed"),
  "procurement/nothing-published": bad("No published figure to verify"),
  "procurement/unknown-bidder": bad("There is no such bidder"),
  "procurement/rationale-missing": bad("A consensus needs a rationale"),
  "procurement/evaluator-twice": bad("An evaluator scored twice"),
  "procurement/interest-not-declared": bad("An evaluator declared no interests"),
  "procurement/conflicted-evaluator": bad("An evaluator has a conflict of interest"),
  "procurement/award-contradicts-ranking": bad("The award does not follow the ranking"),
  "procurement/award-contradicts-bid": bad("The award does not go to a valid bid"),
  "procurement/already-awarded": { title: "The tender or lot is awarded", status: 409, exit: 65 },
  "procurement/award-not-ready": bad("The award cannot be published yet"),
  "procurement/no-rule-in-force": bad("No rule of law is held for that date"),
  "procurement/mixed-ocids": bad("Releases of several processes are mixed"),
  "procurement/repeated-release-id": bad("A release id is repeated"),
  "procurement/date-without-zone": bad("A release date has no zone"),
  "procurement/date-missing": bad("A release has no usable date"),
  "procurement/not-a-release": bad("Not a list of releases"),
  "procurement/inconsistent-release": bad("A field changes its kind between releases"),
  "procurement/bad-schema": bad("The release schema cannot be used"),
  "procurement/unknown-prefix": bad("The OCID prefix is not a publisher's prefix"),
  "procurement/not-readable-as-ours": bad("The release cannot be read into records"),
} as const satisfies ErrorTable;

export type ProcurementErrorCode = keyof typeof errors;

/** The error of this package with that code. */
export const fault = (
  code: ProcurementErrorCode,
  message: string,
  hint: string,
  at?: Location,
): MoothallError => new MoothallError({ code, message, hint, ...(at !== undefined && { at }) });
