import type { Grant } from "./columns.ts";
import { type GrantCheck, isObject, isText, itemsOf } from "./grant-report.ts";
import type { GrantRule } from "./grant-rules.ts";

/** What the standard's own checker calls usefulness: what readers of the data will miss. */
export const checkUsefulness: GrantCheck = (grant, report) => {
  const note = (rule: GrantRule, path: string, message: string, fix: string) =>
    report.find("note", rule, path, message, fix);
  if (itemsOf(grant, "grantProgramme").length === 0) {
    note(
      "funding/360-no-programme",
      "grantProgramme/0/title",
      "No grant programme is named.",
      "Name the scheme or round.",
    );
  }
  const places = itemsOf(grant, "beneficiaryLocation");
  if (places.length === 0) {
    note(
      "funding/360-no-beneficiary-location",
      "beneficiaryLocation/0/name",
      "No place of the beneficiaries is named.",
      "Name the area that benefits.",
    );
  } else if (!places.some((each) => isText(each.geoCode))) {
    note(
      "funding/360-no-geographic-code",
      "beneficiaryLocation/0/geoCode",
      "The place has no code.",
      "Give the code of the area, such as E07000034.",
    );
  }
  const { title, description } = grant;
  if (isText(title) && title === description) {
    note(
      "funding/360-title-is-description",
      "description",
      "Title and description are the same.",
      "Say in the description what the money is for.",
    );
  }
  if (isText(title) && title.length > 140) {
    note(
      "funding/360-long-title",
      "title",
      `The title has ${title.length} characters; 140 are advised.`,
      "Shorten it, and say the rest in the description.",
    );
  }
  if (!isText(grant.dateModified)) {
    note(
      "funding/360-no-last-modified",
      "dateModified",
      "It is not said when it was last modified.",
      "Give date and time.",
    );
  }
  if (!isText(grant.dataSource)) {
    note(
      "funding/360-no-data-source",
      "dataSource",
      "It is not said where the data comes from.",
      "Give the web address of the publication.",
    );
  }
  if (!itemsOf(grant, "plannedDates").some(hasDuration)) {
    note(
      "funding/360-no-planned-duration",
      "plannedDates/0/duration",
      "Neither planned dates nor a duration are given.",
      "Give start and end, or the months.",
    );
  }
  checkRecipient(grant, note);
};

const hasDuration = (event: Readonly<Record<string, unknown>>): boolean =>
  typeof event.duration === "number" || (isText(event.startDate) && isText(event.endDate));

function checkRecipient(
  grant: Grant,
  note: (rule: GrantRule, path: string, message: string, fix: string) => void,
): void {
  itemsOf(grant, "recipientOrganization").forEach((each, index) => {
    const path = `recipientOrganization/${index}`;
    if (!isText(each.charityNumber) && !isText(each.companyNumber)) {
      note(
        "funding/360-no-registration-number",
        `${path}/charityNumber`,
        "The recipient has neither a charity nor a company number.",
        "Give one where it has one.",
      );
    }
    const coded = itemsOf(each, "location").some(
      (place) => isText(place.geoCode) && isText(place.geoCodeType),
    );
    if (!isText(each.postalCode) && !coded) {
      note(
        "funding/360-no-recipient-location",
        `${path}/postalCode`,
        "The recipient has neither a postcode nor a coded place.",
        "Give one of them, unless it would show where people are kept safe.",
      );
    }
    own(each.id, `${path}/id`, note);
  });
  for (const [index, each] of itemsOf(grant, "fundingOrganization").entries()) {
    own(each.id, `fundingOrganization/${index}/id`, note);
  }
  if (grant.recipientIndividual !== undefined && !isObject(grant.toIndividualsDetails)) {
    note(
      "funding/360-no-individual-details",
      "toIndividualsDetails/primaryGrantReason",
      "Neither reason nor purpose of the grant to an individual is given.",
      "Give the codes of both.",
    );
  }
}

function own(
  id: unknown,
  path: string,
  note: (rule: GrantRule, path: string, message: string, fix: string) => void,
): void {
  if (!isText(id) || !/^360g-/i.test(id)) return;
  note(
    "funding/360-own-identifier",
    path,
    "The organisation has only an identifier of the publisher's own.",
    "Use a number of a register where there is one.",
  );
}
