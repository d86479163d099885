import { type Finding, formatPeriod, parsePeriod, referenceTo } from "@moothall/core";
import { compareAmounts } from "../amount.ts";
import { counts } from "../decide/position.ts";
import type { Award } from "../resources/award.ts";
import type { FundingRecords } from "./funding-records.ts";

/** What `checkCourse` finds. */
export const courseRules = {
  "funding/return-overdue": "A monitoring return is overdue.",
  "funding/return-undecided":
    "A monitoring return was received and is neither accepted nor refused.",
  "funding/condition-overdue": "A condition was to be met by now.",
  "funding/paid-before-agreement": "A payment was made before the agreement was signed.",
  "funding/paid-before-award": "A payment was made before the award.",
  "funding/awarded-after-end": "An award was made after the time that it pays for was over.",
  "funding/decided-after-year": "A round was decided after the year to which it is charged.",
  "funding/recovery-overdue": "Money was to be paid back by now.",
  "funding/two-records": "Two records look like one grant.",
  "funding/application-awarded-twice": "One application has two awards.",
} as const;

type Records = Pick<
  FundingRecords,
  "rounds" | "awards" | "agreements" | "payments" | "returns" | "conditions" | "recoveries"
>;

const say = (
  rule: keyof typeof courseRules,
  severity: Finding["severity"],
  about: string,
  message: string,
  pointer: string,
  fix: string,
): Finding => ({ rule, about, severity, message, evidence: {}, at: { pointer }, fix });

/** Holds the course of awards against its own dates: returns, conditions, payments, recoveries, doubles. */
export const checkCourse = (records: Records, today: string): Finding[] => [
  ...checkReturns(records, today),
  ...checkConditions(records, today),
  ...checkPayments(records),
  ...records.recoveries.flatMap((each) =>
    each.due !== undefined &&
    each.due < today &&
    each.writtenOff === undefined &&
    compareAmounts(each.received ?? "0", each.amount) < 0
      ? [
          say(
            "funding/recovery-overdue",
            "warning",
            referenceTo("funding/recovery", each.id),
            `£${each.amount} was to come back by ${each.due}; £${each.received ?? "0"} has.`,
            "/due",
            "Remind the recipient, or record what was decided.",
          ),
        ]
      : [],
  ),
  ...checkDoubles(records.awards),
  ...records.awards
    .filter(counts)
    .flatMap(({ id, awarded, ends }) =>
      awarded !== undefined && ends !== undefined && awarded > ends
        ? [
            say(
              "funding/awarded-after-end",
              "warning",
              referenceTo("funding/award", id),
              `It was awarded on ${awarded}, and what it pays for ended on ${ends}.`,
              "/awarded",
              "Check both dates, and record why it was decided afterwards.",
            ),
          ]
        : [],
    ),
  ...records.rounds.flatMap(({ id, decided, year }) => {
    const { end } = parsePeriod(year);
    return decided !== undefined && end !== null && decided > end
      ? [
          say(
            "funding/decided-after-year",
            "note",
            referenceTo("funding/round", id),
            `It was decided on ${decided}; the year to which it is charged, ${formatPeriod(year)}, ended on ${end}.`,
            "/decided",
            "Check the year, and whether its money was carried forward.",
          ),
        ]
      : [];
  }),
];

const checkReturns = ({ returns }: Records, today: string): Finding[] =>
  returns.flatMap((each) => {
    const about = referenceTo("funding/monitoring-return", each.id);
    if (each.received === undefined && each.due < today) {
      return [
        say(
          "funding/return-overdue",
          "warning",
          about,
          `It was due on ${each.due} and has not been received.`,
          "/received",
          "Remind the recipient; no further payment opens that waits for it.",
        ),
      ];
    }
    if (each.received !== undefined && each.accepted === undefined && each.refused === undefined) {
      return [
        say(
          "funding/return-undecided",
          "note",
          about,
          `It was received on ${each.received} and is not decided.`,
          "/accepted",
          "Accept or refuse it.",
        ),
      ];
    }
    return [];
  });

const checkConditions = ({ conditions }: Records, today: string): Finding[] =>
  conditions.flatMap((each) =>
    each.due !== undefined &&
    each.due < today &&
    each.met === undefined &&
    each.waived === undefined &&
    each.predicate.rule === "evidence"
      ? [
          say(
            "funding/condition-overdue",
            "warning",
            referenceTo("funding/condition", each.id),
            `It was to be met by ${each.due}, and no evidence is recorded.`,
            "/met",
            "Record the evidence, a waiver or a breach.",
          ),
        ]
      : [],
  );

const checkPayments = ({ payments, awards, agreements }: Records): Finding[] =>
  payments.flatMap((each) => {
    if (each.paidOn === undefined) return [];
    const about = referenceTo("funding/payment", each.id);
    const award = awards.find((one) => referenceTo("funding/award", one.id) === each.award);
    const own = agreements.filter((one) => one.award === each.award);
    const signed = own.flatMap((one) => one.signed ?? []).toSorted()[0];
    const findings: Finding[] = [];
    if (own.length > 0 && (signed === undefined || each.paidOn < signed)) {
      findings.push(
        say(
          "funding/paid-before-agreement",
          "error",
          about,
          `It was paid on ${each.paidOn}; the agreement ${signed === undefined ? "is not signed" : `was signed on ${signed}`}.`,
          "/paidOn",
          "Find out how it came to be paid, and record it.",
        ),
      );
    }
    if (award?.awarded !== undefined && each.paidOn < award.awarded) {
      findings.push(
        say(
          "funding/paid-before-award",
          "error",
          about,
          `It was paid on ${each.paidOn}, before the award on ${award.awarded}.`,
          "/paidOn",
          "Check both dates.",
        ),
      );
    }
    return findings;
  });

function checkDoubles(awards: readonly Award[]): Finding[] {
  const findings: Finding[] = [];
  const byApplication = new Map<string, string>();
  const byContents = new Map<string, string>();
  for (const award of awards.filter((each) => each.withdrawn === undefined)) {
    const about = referenceTo("funding/award", award.id);
    if (award.application !== undefined) {
      const before = byApplication.get(award.application);
      if (before !== undefined) {
        findings.push(
          say(
            "funding/application-awarded-twice",
            "error",
            about,
            `The application has an award already, ${before}.`,
            "/application",
            "Withdraw one of them.",
          ),
        );
      }
      byApplication.set(award.application, before ?? about);
    }
    // A grant that is paid on out of another repeats it on purpose.
    if (award.regrantOf !== undefined) continue;
    const who = award.recipient.body ?? award.recipient.identifier ?? award.recipient.name;
    if (who === undefined) continue;
    const key = `${who}\n${award.amount}\n${award.year}\n${award.title.trim().toLowerCase()}`;
    const before = byContents.get(key);
    if (before !== undefined) {
      findings.push(
        say(
          "funding/two-records",
          "warning",
          about,
          `${before} has the same recipient, amount, year and title.`,
          "/title",
          "Take one out if they are one grant.",
        ),
      );
    }
    byContents.set(key, before ?? about);
  }
  return findings;
}
