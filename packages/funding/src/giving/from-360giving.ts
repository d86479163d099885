import { type Finding, isIdentifier, parseInput, type Reference } from "@moothall/core";
import { signedAmount, toPence } from "../amount.ts";
import { type Award, award } from "../resources/award.ts";
import { dayOf } from "./check-form.ts";
import type { Grant } from "./columns.ts";
import { isObject, isText, itemsOf } from "./grant-report.ts";
import { type GrantPlace, placeOf } from "./grant-step.ts";

export interface From360GivingOptions {
  /** The body whose awards they become. */
  readonly body: Reference;
  readonly fund?: Reference | undefined;
  readonly about: string;
}

/**
 * A grant of 360Giving as an award of ours, or what stands in the way. The identifier becomes the
 * id in lower case; the award is charged to the financial year of its day; an individual comes
 * without a name.
 */
export function from360Giving(
  grant: Grant,
  place: GrantPlace,
  options: From360GivingOptions,
): { readonly award: Award } | { readonly finding: Finding } {
  const id = String(grant.id)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-");
  const day = dayOf(grant.awardDate);
  const amount = typeof grant.amountAwarded === "number" ? String(grant.amountAwarded) : "";
  if (!isIdentifier(id)) return refuse("id", "The identifier does not make an id.");
  if (day === undefined) return refuse("awardDate", "There is no day of the award.");
  if (!signedAmount().safeParse(amount).success || toPence(amount) < 0n) {
    return refuse("amountAwarded", "The amount is not one of whole pence, zero or more.");
  }
  const [dates] = itemsOf(grant, "plannedDates");
  const [place0] = itemsOf(grant, "beneficiaryLocation");
  const starts = dayOf(dates?.startDate);
  const ends = dayOf(dates?.endDate);
  const location = {
    ...(isText(place0?.name) && { name: place0.name }),
    ...(isText(place0?.geoCode) && { code: place0.geoCode }),
    ...(isText(place0?.geoCodeType) && { codeType: place0.geoCodeType }),
  };
  const asked = typeof grant.amountAppliedFor === "number" ? String(grant.amountAppliedFor) : "";
  try {
    return {
      award: parseInput(
        award(),
        {
          id,
          body: options.body,
          ...(options.fund !== undefined && { fund: options.fund }),
          recipient: recipientOf(grant),
          title: grant.title,
          ...(isText(grant.description) && { purpose: grant.description }),
          currency: grant.currency,
          ...(signedAmount().safeParse(asked).success && { appliedFor: asked }),
          amount,
          current: amount,
          year: financialYearOf(day),
          awarded: day,
          ...(starts !== undefined && { starts }),
          ...(ends !== undefined && { ends }),
          ...(Object.keys(location).length > 0 && { location }),
          ...(isText(grant.url) && { publication: grant.url }),
          ...(isText(grant.fromOpenCall) && { openCall: grant.fromOpenCall === "Yes" }),
          ...(isText(grant.regrantType) && { regrant: grant.regrantType }),
          ...(isText(grant.locationScope) && { locationScope: grant.locationScope }),
        },
        options.about,
      ),
    };
  } catch (error) {
    return refuse("id", (error as Error).message);
  }

  function refuse(path: string, message: string): { readonly finding: Finding } {
    return {
      finding: {
        rule: "funding/import-refused",
        about: options.about,
        severity: "error",
        message,
        evidence: {},
        at: placeOf(place, path),
        fix: "Mend it in the file, and import it again.",
      },
    };
  }
}

/** `2017-02-13` lies in FY2016, which runs from 1 April 2016. */
export const financialYearOf = (day: string): string =>
  `FY${Number(day.slice(0, 4)) - (day.slice(5, 7) < "04" ? 1 : 0)}`;

function recipientOf(grant: Grant): object {
  if (isObject(grant.recipientIndividual)) return { kind: "individual" };
  const [organisation] = itemsOf(grant, "recipientOrganization");
  const text = (name: string, as: string) =>
    isText(organisation?.[name]) ? { [as]: organisation[name] } : {};
  return {
    ...text("name", "name"),
    ...text("id", "identifier"),
    ...text("charityNumber", "charityNumber"),
    ...text("companyNumber", "companyNumber"),
    ...text("postalCode", "postalCode"),
  };
}
