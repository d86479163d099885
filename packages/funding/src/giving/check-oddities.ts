import { type Exact, exact, sum } from "@moothall/core";
import { monthsBetween } from "./calendar.ts";
import { dayOf } from "./check-form.ts";
import { geographicCodeTypes } from "./codelists.ts";
import type { Grant } from "./columns.ts";
import { type GrantCheck, type GrantReport, isText, itemsOf } from "./grant-report.ts";
import { readOrganisationId } from "./organisation-id.ts";

/** What cannot be right, or is not likely to be, and passes the standard's own checker. */
export const checkOddities: GrantCheck = (grant, report) => {
  checkAmounts(grant, report);
  checkTransactions(grant, report);
  checkDuration(grant, report);
  checkNumbersAgainstIds(grant, report);
  checkPlaces(grant, report);
};

/** An amount of JSON as it was written, exactly. */
const exactOf = (value: unknown): Exact | undefined => {
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  const text = String(value);
  return text.includes("e") ? undefined : exact(text);
};

function checkAmounts(grant: Grant, report: GrantReport): void {
  const { amountAwarded: awarded, amountAppliedFor: asked, amountDisbursed: paid } = grant;
  for (const name of ["amountAwarded", "amountAppliedFor", "amountDisbursed"]) {
    const value = grant[name];
    if (typeof value !== "number") continue;
    if (value < 0) {
      report.find(
        "warning",
        "funding/360-negative-amount",
        name,
        `The amount is negative: ${value}.`,
        "Record what comes back as a repayment, not as a grant below zero.",
      );
    }
    const places = String(value).split(".")[1]?.length ?? 0;
    if (places > 2) {
      report.find(
        "warning",
        "funding/360-three-decimals",
        name,
        `${value} has parts of a penny.`,
        "Give whole pence.",
      );
    }
  }
  if (typeof awarded !== "number") return;
  if (typeof paid === "number" && paid > awarded) {
    report.find(
      "warning",
      "funding/360-paid-over-award",
      "amountDisbursed",
      `${paid} was paid of ${awarded} awarded.`,
      "Correct one of them, or record the increase of the award.",
      { paid, awarded },
    );
  }
  if (typeof asked === "number" && awarded > asked) {
    report.find(
      "warning",
      "funding/360-award-over-request",
      "amountAwarded",
      `${awarded} was awarded where ${asked} was applied for.`,
      "Check both amounts.",
      { awarded, asked },
    );
  }
}

function checkTransactions(grant: Grant, report: GrantReport): void {
  const committed = itemsOf(grant, "commitmentTransaction");
  const paid = itemsOf(grant, "disbursementTransaction");
  const awarded = exactOf(grant.amountAwarded);
  if (committed.length > 0 && awarded !== undefined) {
    const sums = sum(committed.map((each) => exactOf(each.value) ?? exact("0")));
    if (sums.compare(awarded) !== 0) {
      report.find(
        "warning",
        "funding/360-commitments-do-not-sum",
        "commitmentTransaction",
        `The commitments add up to ${sums.toString()}, the award is ${awarded.toString()}.`,
        "Correct the commitments or the award.",
      );
    }
  }
  if (paid.length === 0) return;
  const sums = sum(paid.map((each) => exactOf(each.value) ?? exact("0")));
  const disbursed = exactOf(grant.amountDisbursed);
  if (disbursed !== undefined && sums.compare(disbursed) !== 0) {
    report.find(
      "warning",
      "funding/360-payments-do-not-sum",
      "disbursementTransaction",
      `The payments add up to ${sums.toString()}, the amount disbursed is ${disbursed.toString()}.`,
      "Correct the payments or the amount.",
    );
  }
  if (disbursed === undefined && awarded !== undefined && sums.compare(awarded) > 0) {
    report.find(
      "warning",
      "funding/360-paid-over-award",
      "disbursementTransaction",
      `${sums.toString()} was paid of ${awarded.toString()} awarded.`,
      "Correct one of them, or record the increase of the award.",
    );
  }
  const day = dayOf(grant.awardDate);
  paid.forEach((each, index) => {
    const date = dayOf(each.transactionDate);
    if (day === undefined || date === undefined || date >= day) return;
    report.find(
      "warning",
      "funding/360-payment-before-award",
      `disbursementTransaction/${index}/transactionDate`,
      `It was paid on ${date}, before the award on ${day}.`,
      "Check both dates.",
      { paid: date, awarded: day },
    );
  });
}

function checkDuration(grant: Grant, report: GrantReport): void {
  itemsOf(grant, "plannedDates").forEach((event, index) => {
    const start = dayOf(event.startDate);
    const end = dayOf(event.endDate);
    if (
      start === undefined ||
      end === undefined ||
      typeof event.duration !== "number" ||
      start > end
    )
      return;
    const months = monthsBetween(start, end);
    if (Math.abs(months - event.duration) <= 1) return;
    report.find(
      "warning",
      "funding/360-duration-contradicts-dates",
      `plannedDates/${index}/duration`,
      `It is to last ${event.duration} months; ${start} to ${end} is ${months}.`,
      "Correct the duration or the dates.",
      { duration: event.duration, months },
    );
  });
}

function checkNumbersAgainstIds(grant: Grant, report: GrantReport): void {
  itemsOf(grant, "recipientOrganization").forEach((each, index) => {
    if (!isText(each.id)) return;
    const { list, number } = readOrganisationId(each.id);
    const path = `recipientOrganization/${index}`;
    if (list === "GB-CHC" && isText(each.charityNumber) && each.charityNumber.trim() !== number) {
      report.find(
        "warning",
        "funding/360-charity-number-differs",
        `${path}/charityNumber`,
        `The identifier says ${number}, the charity number ${each.charityNumber}.`,
        "Check which is right.",
      );
    }
    const company =
      typeof each.companyNumber === "string" ? each.companyNumber.trim().padStart(8, "0") : "";
    if (
      list === "GB-COH" &&
      company.trim() !== "" &&
      isText(each.companyNumber) &&
      company.toUpperCase() !== number.padStart(8, "0").toUpperCase()
    ) {
      report.find(
        "warning",
        "funding/360-company-number-differs",
        `${path}/companyNumber`,
        `The identifier says ${number}, the company number ${each.companyNumber}.`,
        "Check which is right.",
      );
    }
  });
}

function checkPlaces(grant: Grant, report: GrantReport): void {
  itemsOf(grant, "beneficiaryLocation").forEach(({ geoCode, geoCodeType }, index) => {
    if (!isText(geoCodeType)) return;
    const path = `beneficiaryLocation/${index}`;
    const beginnings = geographicCodeTypes.get(geoCodeType.trim());
    if (beginnings === undefined) {
      // Half of a type that stands in the list with both names is accepted.
      if (geoCodeType === "RGN" || geoCodeType === "GOR") return;
      report.find(
        "warning",
        "funding/360-geographic-code-type",
        `${path}/geoCodeType`,
        `'${geoCodeType.slice(0, 40)}' is not a type of the list.`,
        "Use a code of the list, such as CSP, PFA, FRA, NMD or WD.",
      );
    } else if (
      isText(geoCode) &&
      beginnings.length > 0 &&
      !beginnings.includes(geoCode.slice(0, 3))
    ) {
      report.find(
        "warning",
        "funding/360-geographic-code",
        `${path}/geoCode`,
        `'${geoCode.slice(0, 40)}' is not a code of the type ${geoCodeType}, which begin with ${beginnings.join(", ")}.`,
        "Correct the code or its type.",
      );
    }
  });
}
