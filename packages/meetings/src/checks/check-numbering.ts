import { type Finding, parseReference, referenceTo } from "@moothall/core";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import { type NumberingScheme, numberingFaults } from "../numbering/numbering.ts";
import type { SeenDecision } from "../resources/decision.ts";
import type { StandingOrders } from "../resources/standing-orders.ts";
import { found } from "./finding.ts";

export const numberingRules = {
  "meetings/number-missing": "A number is missing between two that were given.",
  "meetings/number-twice": "A number was given twice.",
  "meetings/number-not-of-scheme": "A number is not one of the body's own scheme.",
  "meetings/no-standing-orders": "A body meets and its standing orders are not recorded.",
} as const;

const rules = {
  gap: { rule: "meetings/number-missing", severity: "warning" },
  twice: { rule: "meetings/number-twice", severity: "error" },
  "not-of-scheme": { rule: "meetings/number-not-of-scheme", severity: "warning" },
} as const;

/** Holds the numbers of minutes, agenda items and decisions against the schemes of their bodies. */
export function checkNumbering(
  meetings: readonly MeetingRecords[],
  decisions: readonly SeenDecision[],
  orders: readonly StandingOrders[],
): Finding[] {
  const findings = withoutOrders(meetings, orders);
  for (const each of orders) {
    const about = referenceTo("meetings/standing-orders", each.id);
    const own = meetings.filter(({ meeting }) => meeting.body === each.body);
    const minutes = own.flatMap(({ minutes }) =>
      (minutes?.minutes ?? []).flatMap(({ number }) => number ?? []),
    );
    findings.push(...faultsOf(about, "minute", each.numbering.minutes, minutes));
    const log = decisions.filter(({ body }) => body === each.body).map(({ number }) => number);
    findings.push(...faultsOf(about, "decision", each.numbering.decisions, log));
    for (const { meeting, items } of own) {
      const numbers = items.flatMap(({ number }) => number ?? []);
      const of = referenceTo("meetings/meeting", meeting.id);
      findings.push(...faultsOf(of, "item", each.numbering.agenda, numbers));
    }
  }
  return findings;
}

const faultsOf = (
  about: string,
  what: string,
  scheme: NumberingScheme | undefined,
  numbers: readonly string[],
): Finding[] =>
  scheme === undefined
    ? []
    : numberingFaults(scheme, numbers).map(({ fault, number }) =>
        found({
          ...rules[fault],
          about,
          message: {
            gap: `There is no ${what} ${number}, and there are later ones.`,
            twice: `There are two of ${what} ${number}.`,
            "not-of-scheme": `The ${what} number '${number}' is not of the scheme '${scheme.scheme}'.`,
          }[fault],
          evidence: { number },
          fix: "Record what is missing, or say why the number was not used.",
        }),
      );

function withoutOrders(
  meetings: readonly MeetingRecords[],
  orders: readonly StandingOrders[],
): Finding[] {
  const known = new Set(orders.map(({ body }) => body));
  const bodies = new Set(meetings.map(({ meeting }) => meeting.body));
  return [...bodies]
    .filter((body) => !known.has(body))
    .map((body) =>
      found({
        rule: "meetings/no-standing-orders",
        about: body,
        severity: "warning",
        message: `${parseReference(body).id} meets, and its standing orders are not recorded: it stands in no open data, and its numbers and quorum cannot be checked.`,
        fix: "Record its standing orders; `numbering` and `quorum` may be left out.",
      }),
    );
}
