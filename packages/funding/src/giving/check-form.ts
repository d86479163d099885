import { isDay } from "./calendar.ts";
import {
  countries,
  currencies,
  grantPurposes,
  grantReasons,
  locationScopes,
  regrantTypes,
} from "./codelists.ts";
import type { Grant } from "./columns.ts";
import { titleOfPath } from "./grant-fields.ts";
import { type GrantCheck, type GrantReport, isObject, isText, itemsOf } from "./grant-report.ts";

/** What the schema of 360Giving 1.4.3 demands of a grant. */
export const checkForm: GrantCheck = (grant, report) => {
  checkRequired(grant, report);
  checkRecipient(grant, report);
  checkNumbers(grant, report);
  checkDates(grant, report);
  checkCodes(grant, report);
  checkGrantId(grant, report);
  checkAddresses(grant, report);
};

const missing = (report: GrantReport, path: string): void =>
  report.find(
    "error",
    "funding/360-required",
    path,
    `${titleOfPath(path)} is missing.`,
    "Fill it in; every grant must have it.",
  );

function checkRequired(grant: Grant, report: GrantReport): void {
  for (const name of ["id", "title", "description", "currency", "awardDate"]) {
    const value = grant[name];
    if (value === undefined || value === null || value === "") missing(report, name);
    else if (typeof value !== "string") wrongType(report, name, "text");
  }
  if (grant.amountAwarded === undefined || grant.amountAwarded === null)
    missing(report, "amountAwarded");
  const funders = itemsOf(grant, "fundingOrganization");
  if (funders.length === 0) {
    missing(report, "fundingOrganization/0/id");
    missing(report, "fundingOrganization/0/name");
  }
  for (const [index, funder] of funders.entries()) {
    nameAndId(funder, `fundingOrganization/${index}`, report);
  }
}

function nameAndId(of: Readonly<Record<string, unknown>>, path: string, report: GrantReport): void {
  for (const name of ["id", "name"]) {
    if (of[name] === undefined || of[name] === null || of[name] === "")
      missing(report, `${path}/${name}`);
    else if (typeof of[name] !== "string") wrongType(report, `${path}/${name}`, "text");
  }
}

function checkRecipient(grant: Grant, report: GrantReport): void {
  const organisations = itemsOf(grant, "recipientOrganization");
  const individual = grant.recipientIndividual;
  const both = organisations.length > 0 && individual !== undefined;
  if (both || (organisations.length === 0 && individual === undefined)) {
    report.find(
      "error",
      "funding/360-recipient",
      "recipientOrganization/0/id",
      both
        ? "It has both an organisation and an individual as its recipient."
        : "It has no recipient.",
      "Give the identifier and name of one organisation, or of one individual.",
    );
  }
  for (const [index, each] of organisations.entries()) {
    nameAndId(each, `recipientOrganization/${index}`, report);
  }
  if (isObject(individual)) nameAndId(individual, "recipientIndividual", report);
  else if (individual !== undefined) wrongType(report, "recipientIndividual", "an object");
}

/** A cell that does not read as a number was told of when the file was read. */
const wrongNumber = (report: GrantReport, path: string, value: unknown, wanted: string): void => {
  if (!(report.readsCells && typeof value === "string")) wrongType(report, path, wanted);
};

const wrongType = (report: GrantReport, path: string, wanted: string): void =>
  report.find(
    "error",
    "funding/360-type",
    path,
    `${titleOfPath(path)} is not ${wanted}.`,
    `Give ${wanted}.`,
  );

function checkNumbers(grant: Grant, report: GrantReport): void {
  for (const name of ["amountAwarded", "amountAppliedFor", "amountDisbursed"]) {
    const value = grant[name];
    if (value !== undefined && value !== null && typeof value !== "number")
      wrongNumber(report, name, value, "a number");
  }
  itemsOf(grant, "plannedDates").forEach(({ duration }, index) => {
    const path = `plannedDates/${index}/duration`;
    if (duration !== undefined && typeof duration !== "number")
      wrongNumber(report, path, duration, "a number of months");
    else if (typeof duration === "number" && duration < 0) {
      report.find(
        "error",
        "funding/360-type",
        path,
        `A duration of ${duration} months cannot be.`,
        "Give the months from start to end.",
      );
    }
  });
}

const moment =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$/;

/** The day of a date or a moment of the standard; undefined when the text is neither. */
export const dayOf = (text: unknown): string | undefined => {
  if (typeof text !== "string") return undefined;
  if (text.length === 10) return isDay(text) ? text : undefined;
  const day = moment.exec(text)?.[1];
  return day !== undefined && isDay(day) ? day : undefined;
};

function checkDates(grant: Grant, report: GrantReport): void {
  checkDate(grant.awardDate, "awardDate", "day", report);
  checkDate(grant.dateModified, "dateModified", "moment", report);
  for (const name of ["plannedDates", "actualDates"]) {
    itemsOf(grant, name).forEach((event, index) => {
      checkDate(event.startDate, `${name}/${index}/startDate`, "month", report);
      checkDate(event.endDate, `${name}/${index}/endDate`, "month", report);
    });
  }
}

function checkDate(
  value: unknown,
  path: string,
  least: "day" | "month" | "moment",
  report: GrantReport,
): void {
  if (!isText(value) || dayOf(value) !== undefined) {
    if (least === "moment" && isText(value) && value.length === 10) {
      report.find(
        "warning",
        "funding/360-date-form",
        path,
        `${titleOfPath(path)} has no time.`,
        `Write ${value}T00:00:00Z.`,
      );
    }
    return;
  }
  if (least === "month" && /^[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(value)) return;
  const impossible = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:$|T)/.test(value);
  // A cell that is written otherwise was told of when the file was read.
  if (!impossible && report.readsCells) return;
  report.find(
    "error",
    impossible ? "funding/360-impossible-date" : "funding/360-date-form",
    path,
    impossible
      ? `There is no such day or time as ${value.slice(0, 40)}.`
      : `'${value.slice(0, 40)}' is not a date written as yyyy-mm-dd.`,
    "Write the date as yyyy-mm-dd, or in full with time and zone.",
  );
}

function checkCodes(grant: Grant, report: GrantReport): void {
  code(grant.currency, currencies, "currency", "GBP for pounds", report);
  code(grant.regrantType, regrantTypes, "regrantType", "FRG010 to FRG070", report);
  code(grant.locationScope, locationScopes, "locationScope", "GLS010 to GLS060 or GLS099", report);
  code(grant.fromOpenCall, yesOrNo, "fromOpenCall", "Yes or No", report);
  for (const [index, place] of itemsOf(grant, "beneficiaryLocation").entries()) {
    code(
      place.countryCode,
      countries,
      `beneficiaryLocation/${index}/countryCode`,
      "such as GB",
      report,
    );
  }
  const details = grant.toIndividualsDetails;
  if (!isObject(details)) return;
  for (const name of ["primaryGrantReason", "secondaryGrantReason"]) {
    code(details[name], grantReasons, `toIndividualsDetails/${name}`, "GTIR010 to GTIR120", report);
  }
  for (const each of Array.isArray(details.grantPurpose) ? details.grantPurpose : []) {
    code(each, grantPurposes, "toIndividualsDetails/grantPurpose", "GTIP010 to GTIP170", report);
  }
}

const yesOrNo: ReadonlySet<string> = new Set(["Yes", "No"]);

function code(
  value: unknown,
  codes: ReadonlySet<string>,
  path: string,
  wanted: string,
  report: GrantReport,
): void {
  if (value === undefined || value === null || value === "" || codes.has(value as string)) return;
  report.find(
    "error",
    "funding/360-code",
    path,
    `'${String(value).slice(0, 40)}' is not a code of ${titleOfPath(path)}.`,
    `Use ${wanted}.`,
  );
}

function checkGrantId(grant: Grant, report: GrantReport): void {
  const { id } = grant;
  if (!isText(id)) return;
  if (/[\r\n]/.test(id)) lineBreak(report, "id");
  else if (!/^360G-[A-Za-z0-9_]+-[^/\\]+$/.test(id)) {
    report.find(
      "warning",
      "funding/360-grant-id",
      "id",
      /[/\\]/.test(id)
        ? "The identifier holds a slash, which breaks web addresses made with it."
        : "The identifier does not begin with the publisher's prefix, 360G-….",
      "Write 360G-, the publisher's prefix, a hyphen and your own reference, without slashes.",
    );
  }
  for (const name of ["fundingOrganization", "recipientOrganization"]) {
    itemsOf(grant, name).forEach((each, index) => {
      if (isText(each.id) && /[\r\n]/.test(each.id)) lineBreak(report, `${name}/${index}/id`);
    });
  }
}

const lineBreak = (report: GrantReport, path: string): void =>
  report.find(
    "error",
    "funding/360-unexpected-characters",
    path,
    "The identifier holds a line break.",
    "Take the line break out.",
  );

function checkAddresses(grant: Grant, report: GrantReport): void {
  for (const name of ["url", "dataSource"]) {
    const value = grant[name];
    if (!isText(value) || /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value)) continue;
    report.find(
      "error",
      "funding/360-web-address",
      name,
      `'${value.slice(0, 60)}' is not a web address.`,
      "Write it in full, beginning with https://.",
    );
  }
}
