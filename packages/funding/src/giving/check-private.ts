import { findPrivateData, type PrivateDataKind } from "@moothall/core/private-data";
import { type GrantCheck, type GrantReport, isText } from "./grant-report.ts";

/** Fields whose own form is looked at elsewhere, or that hold no words. */
const notWords: ReadonlySet<string> = new Set([
  "id",
  "url",
  "dataSource",
  "email",
  "telephone",
  "postalCode",
  "charityNumber",
  "companyNumber",
  "currency",
  "awardDate",
  "startDate",
  "endDate",
  "dateModified",
  "geoCode",
  "geoCodeType",
  "fromOpenCall",
  "regrantType",
  "locationScope",
]);

const kinds: readonly PrivateDataKind[] = [
  "refuge-address",
  "national-insurance-number",
  "payment-card",
  "bank-account",
  "nhs-number",
  "date-of-birth",
  "phone-number",
  "postcode",
  "personal-name",
];

/**
 * What private data has to have about it: six digits close together, a postcode, a title of a
 * person, or a word that gives a birthday or a refuge away. Most texts have none of it, and looking
 * at them closely would take most of the time of a check.
 */
const worthALook =
  /(?:[0-9][^0-9]{0,3}){6}|\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Reverend)\b|refuge|shelter|safe house|safehouse|women.s aid|\bborn\b|birth|\bdob\b/i;
const eMail = /[\w.-]+@[\w.-]+\.[\w.-]+/;

/** What may not be published of people, in any text of a grant. */
export const checkPrivate: GrantCheck = (grant, report) => {
  for (const key of Object.keys(grant)) look(grant[key], key, key, report);
};

function look(value: unknown, key: string, path: string, report: GrantReport): void {
  if (typeof value === "string") {
    if (!notWords.has(key) && isText(value)) lookAtText(value, path, report);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1)
      look(value[index], key, `${path}/${index}`, report);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) look(item, name, `${path}/${name}`, report);
  }
}

function lookAtText(text: string, path: string, report: GrantReport): void {
  if (text.includes("@") && eMail.test(text)) {
    report.find(
      "warning",
      "funding/360-e-mail",
      path,
      "The text holds what looks like an e-mail address.",
      "Take it out, unless it is that of an office and meant to be there.",
    );
  }
  if (!worthALook.test(text)) return;
  for (const found of findPrivateData(text, { kinds, confidence: "medium" })) {
    report.find(
      found.confidence === "high" ? "error" : "warning",
      "funding/360-private-data",
      path,
      found.message,
      "Take it out before the data is published.",
      { kind: found.kind, form: found.form },
    );
  }
}
