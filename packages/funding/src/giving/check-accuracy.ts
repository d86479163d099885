import { yearsFrom } from "./calendar.ts";
import { dayOf } from "./check-form.ts";
import type { Grant } from "./columns.ts";
import { type GrantCheck, type GrantReport, isObject, isText, itemsOf } from "./grant-report.ts";
import {
  looksLikeCharityNumber,
  looksLikeCompanyNumber,
  readOrganisationId,
} from "./organisation-id.ts";

/** What the standard's own checker calls accuracy. */
export const checkAccuracy: GrantCheck = (grant, report, today) => {
  if (grant.amountAwarded === 0) {
    report.find(
      "warning",
      "funding/360-zero-amount",
      "amountAwarded",
      "The amount awarded is zero.",
      "Give the amount, or say in the description why there is none.",
    );
  }
  checkOrganisations(grant, report);
  checkDates(grant, report, today);
  checkIndividual(grant, report);
};

function checkOrganisations(grant: Grant, report: GrantReport): void {
  for (const [index, each] of itemsOf(grant, "fundingOrganization").entries()) {
    checkId(each.id, `fundingOrganization/${index}/id`, report);
  }
  itemsOf(grant, "recipientOrganization").forEach((each, index) => {
    const path = `recipientOrganization/${index}`;
    checkId(each.id, `${path}/id`, report);
    const { charityNumber, companyNumber } = each;
    if (isText(charityNumber) && !looksLikeCharityNumber(charityNumber)) {
      report.find(
        "warning",
        "funding/360-charity-number",
        `${path}/charityNumber`,
        `'${charityNumber.slice(0, 40)}' does not look like a charity number.`,
        "Six or seven digits, after SC in Scotland or NIC in Northern Ireland.",
      );
    }
    // A lost zero was told of when the cell was read.
    const told =
      report.readsCells && typeof companyNumber === "string" && /^[0-9]{5,7}$/.test(companyNumber);
    if (isText(companyNumber) && !told && !looksLikeCompanyNumber(companyNumber)) {
      report.find(
        "warning",
        "funding/360-company-number",
        `${path}/companyNumber`,
        `'${companyNumber.slice(0, 40)}' does not look like a company number.`,
        "Eight characters with leading zeros, such as 02974146 or SC123456.",
      );
    }
  });
}

function checkId(id: unknown, path: string, report: GrantReport): void {
  if (!isText(id)) return;
  const { list, number } = readOrganisationId(id);
  if (list === undefined) {
    report.find(
      "warning",
      "funding/360-unrecognised-prefix",
      path,
      `'${id.slice(0, 60)}' does not begin with a list of org-id.guide.`,
      "Find the list there, such as GB-CHC or GB-COH; else use 360G-, your prefix and your own number.",
    );
  } else if (number.trim() === "") {
    report.find(
      "error",
      "funding/360-id-without-number",
      path,
      `'${id.slice(0, 60)}' is the code of a list without a number.`,
      "Add the organisation's number in that list.",
    );
  } else if (list === "GB-CHC" && !looksLikeCharityNumber(number)) {
    report.find(
      "warning",
      "funding/360-organisation-id",
      path,
      `'${number.slice(0, 40)}' is not a number of the Charity Commission.`,
      "Six or seven digits.",
    );
  } else if (list === "GB-COH" && !looksLikeCompanyNumber(number)) {
    const lost = /^[0-9]{5,7}$/.test(number);
    // A lost zero was told of when the cell was read.
    if (lost && report.readsCells) return;
    report.find(
      "warning",
      lost ? "funding/360-leading-zero" : "funding/360-organisation-id",
      path,
      lost
        ? `The company number '${number}' has lost its leading zero.`
        : `'${number.slice(0, 40)}' is not a number of Companies House.`,
      lost
        ? `Write GB-COH-${number.padStart(8, "0")}.`
        : "Eight characters with leading zeros, such as 02974146.",
    );
  }
}

function checkDates(grant: Grant, report: GrantReport, today: string): void {
  const past = yearsFrom(today, -25);
  const ahead = yearsFrom(today, 12);
  const awarded = dayOf(grant.awardDate);
  if (awarded !== undefined) {
    if (awarded > today) {
      report.find(
        "warning",
        "funding/360-award-in-future",
        "awardDate",
        `The award is dated ${awarded}, which is still to come.`,
        "Give the day on which it was decided.",
      );
    }
    if (awarded < past) farPast(report, "awardDate", awarded);
  }
  for (const name of ["plannedDates", "actualDates"]) {
    itemsOf(grant, name).forEach((event, index) => {
      const path = `${name}/${index}`;
      const start = dayOf(event.startDate);
      const end = dayOf(event.endDate);
      if (start !== undefined && end !== undefined && start > end) {
        report.find(
          "warning",
          "funding/360-start-after-end",
          `${path}/startDate`,
          `It starts on ${start} and ends on ${end}.`,
          "Correct one of them; perhaps they are the wrong way round.",
          { start, end },
        );
      }
      for (const [date, which] of [
        [start, "startDate"],
        [end, "endDate"],
      ] as const) {
        if (date === undefined) continue;
        if (date < past) farPast(report, `${path}/${which}`, date);
        if (date > ahead) {
          report.find(
            "warning",
            "funding/360-far-future",
            `${path}/${which}`,
            `${date} is more than twelve years ahead.`,
            "Check the year.",
          );
        }
      }
    });
  }
}

const farPast = (report: GrantReport, path: string, date: string): void =>
  report.find(
    "warning",
    "funding/360-far-past",
    path,
    `${date} is more than twenty-five years back.`,
    "Check the year.",
  );

function checkIndividual(grant: Grant, report: GrantReport): void {
  if (grant.recipientIndividual === undefined) return;
  if (grant.project !== undefined) {
    report.find(
      "error",
      "funding/360-individual-with-project",
      "project",
      "A grant to an individual describes whom a project is for, which tells of the individual.",
      "Take the description of the project out.",
    );
  }
  itemsOf(grant, "beneficiaryLocation").forEach(({ geoCode }, index) => {
    if (!isText(geoCode) || !postcode.test(geoCode)) return;
    report.find(
      "error",
      "funding/360-individual-postcode",
      `beneficiaryLocation/${index}/geoCode`,
      "A postcode shows where the individual lives.",
      "Give the code of a larger area, such as the district.",
    );
  });
  if (!isObject(grant.recipientIndividual)) return;
  const { name } = grant.recipientIndividual;
  if (isText(name) && !generic.test(name)) {
    report.find(
      "error",
      "funding/360-individual-named",
      "recipientIndividual/name",
      "The name of an individual recipient is not a generic one.",
      "Write 'Individual Recipient', and give the name nowhere.",
    );
  }
}

const postcode = /^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$/i;
const generic =
  /individual|recipient|anonym|applicant|beneficiary|participant|withheld|redacted|student|household|famil|person/i;
