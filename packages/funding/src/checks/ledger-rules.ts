import type { Finding } from "@moothall/core";
import { compareAmounts } from "../amount.ts";

/** What `checkLedger` finds. */
export const ledgerRules = {
  "funding/schedule-is-not-award": "The instalments of an award do not add up to it.",
  "funding/years-are-not-award": "The years of an award do not add up to it.",
  "funding/released-above-award": "More was released than awarded.",
  "funding/paid-above-released": "More was paid than released.",
  "funding/one-person": "One person prepared and released a payment.",
  "funding/currency-differs": "A record is in another currency than its fund.",
  "funding/project-cost": "The parts of a project's cost do not add up to it.",
  "funding/lines-are-not-request": "What is asked for is not the sum of its lines or years.",
  "funding/service-value": "The years of a service do not add up to its value.",
  "funding/charge": "A charge is not its quantity times its rate.",
  "funding/budget-revenue": "The revenue of a budget does not add up to it.",
  "funding/budget-expenditure": "The expenditure of a budget does not add up to it.",
  "funding/precept-differs": "The budget and the precept name different precepts.",
  "funding/cell-count": "A cell of an allocation is not its count times the amount of each.",
  "funding/cell-of-nothing":
    "A cell of an allocation names a programme or partner that the table does not have.",
  "funding/recovered-above-demand": "More came back than was demanded.",
} as const;

/** A finding of an identity that does not hold. */
export const finding = (
  rule: keyof typeof ledgerRules,
  about: string,
  message: string,
  pointer: string,
  evidence: Finding["evidence"],
): Finding => ({
  rule,
  about,
  severity: "error",
  message,
  evidence,
  at: { pointer },
  fix: "Find out which figure is right, and correct the other.",
});

/** A finding where two amounts that have to be one are not. */
export const unequal = (
  rule: keyof typeof ledgerRules,
  about: string,
  what: string,
  sum: string,
  wanted: string,
  pointer: string,
): Finding[] =>
  compareAmounts(sum, wanted) === 0
    ? []
    : [
        finding(rule, about, `${what} add up to £${sum}, not to £${wanted}.`, pointer, {
          sum,
          wanted,
        }),
      ];
