import { type Finding, parseReference, referenceTo } from "@moothall/core";
import { compareAmounts, total } from "../amount.ts";
import type { Award } from "../resources/award.ts";
import { checkSums } from "./check-sums.ts";
import type { FundingRecords } from "./funding-records.ts";
import { finding, unequal } from "./ledger-rules.ts";

type Records = Pick<
  FundingRecords,
  | "funds"
  | "awards"
  | "schedules"
  | "payments"
  | "applications"
  | "services"
  | "budgets"
  | "precepts"
  | "tables"
  | "recoveries"
>;

/** Holds amounts against each other: every identity of the ledger, to the penny. */
export const checkLedger = (records: Records): Finding[] => [
  ...records.awards.flatMap((each) => checkAward(each, records)),
  ...checkPayments(records),
  ...checkSums(records),
  ...records.recoveries.flatMap((each) =>
    each.received !== undefined && compareAmounts(each.received, each.amount) > 0
      ? [
          finding(
            "funding/recovered-above-demand",
            referenceTo("funding/recovery", each.id),
            `£${each.received} came back where £${each.amount} was demanded.`,
            "/received",
            { received: each.received, demanded: each.amount },
          ),
        ]
      : [],
  ),
];

function checkAward(award: Award, { schedules, payments, funds }: Records): Finding[] {
  const about = referenceTo("funding/award", award.id);
  const findings: Finding[] = [];
  for (const schedule of schedules.filter((each) => each.award === about)) {
    const sum = total(schedule.instalments.map((each) => each.amount));
    findings.push(
      ...unequal(
        "funding/schedule-is-not-award",
        referenceTo("funding/payment-schedule", schedule.id),
        "The instalments",
        sum,
        award.current,
        "/instalments",
      ),
    );
  }
  if (award.years !== undefined) {
    findings.push(
      ...unequal(
        "funding/years-are-not-award",
        about,
        "The years",
        total(award.years.map((each) => each.amount)),
        award.current,
        "/years",
      ),
    );
  }
  const own = payments.filter((each) => each.award === about && each.status !== "stopped");
  const released = total(own.map((each) => each.released ?? "0"));
  if (compareAmounts(released, award.current) > 0) {
    findings.push(
      finding(
        "funding/released-above-award",
        about,
        `£${released} was released of an award of £${award.current}.`,
        "/current",
        { released, award: award.current },
      ),
    );
  }
  const paid = total(own.map((each) => each.paid ?? "0"));
  if (compareAmounts(paid, released) > 0) {
    findings.push(
      finding(
        "funding/paid-above-released",
        about,
        `£${paid} was paid, £${released} released.`,
        "/current",
        { paid, released },
      ),
    );
  }
  const fund =
    award.fund === undefined
      ? undefined
      : funds.find((each) => each.id === parseReference(award.fund as string).id);
  if (fund !== undefined && fund.currency !== award.currency) {
    findings.push(
      finding(
        "funding/currency-differs",
        about,
        `The award is in ${award.currency}, its fund in ${fund.currency}.`,
        "/currency",
        { award: award.currency, fund: fund.currency },
      ),
    );
  }
  return findings;
}

const checkPayments = ({ payments }: Records): Finding[] =>
  payments.flatMap((each) =>
    each.releasedBy !== undefined && each.releasedBy === each.preparedBy
      ? [
          finding(
            "funding/one-person",
            referenceTo("funding/payment", each.id),
            "One person prepared and released it.",
            "/releasedBy",
            {},
          ),
        ]
      : [],
  );
