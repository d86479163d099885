import { exact, formatPeriod, parseReference } from "@moothall/core";
import { fault } from "../errors.ts";
import type { Award } from "../resources/award.ts";
import type { Payment } from "../resources/payment.ts";
import type { Grant } from "./columns.ts";
import {
  looksLikeCharityNumber,
  looksLikeCompanyNumber,
  readOrganisationId,
} from "./organisation-id.ts";

/** A body as the register holds it, as far as grants name it. */
export interface NamedBody {
  readonly id: string;
  readonly name: string;
  readonly identifiers?: readonly string[] | undefined;
}

export interface To360GivingOptions {
  /** The publisher's prefix as 360Giving gave it: `360G-example`. */
  readonly prefix: string;
  /** The bodies to which awards refer, by id. */
  readonly bodies?: ReadonlyMap<string, NamedBody>;
  /** Titles of schemes and rounds, by reference. */
  readonly programmes?: ReadonlyMap<string, string>;
  /** What was paid, of all awards or of more. */
  readonly payments?: readonly Payment[];
  /** Where the data is published. */
  readonly dataSource?: string;
  /** When each award was last modified, by id, ISO 8601 in UTC. */
  readonly modified?: ReadonlyMap<string, string>;
}

/**
 * Awards as grants after 360Giving 1.4.3. Individuals go under a generic name; of refuges and
 * services for victims nothing that locates them is written; an award that was withdrawn, or of which
 * no day is known (the standard demands one), is left out. The amount is the current one, with its
 * variations.
 * @throws MoothallError `funding/not-a-grants-file` when the prefix is not one of 360Giving's
 */
export const to360Giving = (awards: readonly Award[], options: To360GivingOptions): Grant[] =>
  awards.filter(isGrant).map((each) => grantOf(each, options));

/** Whether an award can stand in 360Giving data. */
export const isGrant = (award: Award): boolean =>
  award.withdrawn === undefined && award.awarded !== undefined;

/** One award as a grant. */
export function grantOf(award: Award, options: To360GivingOptions): Grant {
  if (!/^360G-[A-Za-z0-9_]+$/.test(options.prefix)) {
    throw fault(
      "funding/not-a-grants-file",
      `'${options.prefix}' is not a publisher's prefix.`,
      "360Giving gives each publisher one, such as 360G-example.",
    );
  }
  const place = placeOfAward(award);
  const programme = award.round ?? award.scheme;
  const paid = (options.payments ?? []).filter(
    (each) => each.status === "paid" && parseReference(each.award).id === award.id,
  );
  const dates = {
    ...(award.starts !== undefined && { startDate: award.starts }),
    ...(award.ends !== undefined && { endDate: award.ends }),
  };
  const modified = options.modified?.get(award.id);
  return {
    id: `${options.prefix}-${award.id}`,
    title: award.title,
    description: award.purpose ?? award.title,
    currency: award.currency,
    ...(award.appliedFor !== undefined && { amountAppliedFor: numberOf(award.appliedFor) }),
    amountAwarded: numberOf(award.current),
    ...(paid.length > 0 && { amountDisbursed: sumOf(paid.map((each) => each.paid ?? "0")) }),
    awardDate: award.awarded,
    ...(award.publication !== undefined && { url: award.publication }),
    ...(Object.keys(dates).length > 0 && { plannedDates: [dates] }),
    ...recipientOf(award, options),
    fundingOrganization: [organisationOf(award.body, options)],
    ...(place !== undefined && { beneficiaryLocation: [place] }),
    ...(programme !== undefined && {
      grantProgramme: [
        {
          code: parseReference(programme).id,
          title:
            options.programmes?.get(programme) ??
            `${parseReference(programme).id}, ${formatPeriod(award.year)}`,
        },
      ],
    }),
    ...(award.openCall !== undefined && { fromOpenCall: award.openCall ? "Yes" : "No" }),
    ...(modified !== undefined && { dateModified: modified }),
    ...(options.dataSource !== undefined && { dataSource: options.dataSource }),
    ...(award.regrant !== undefined && { regrantType: award.regrant }),
    ...(award.locationScope !== undefined && { locationScope: award.locationScope }),
  };
}

/** JSON has only numbers for money; an amount in pence comes through unchanged up to 90 billion. */
const numberOf = (text: string): number => Number(text);

const sumOf = (amounts: readonly string[]): number =>
  Number(amounts.reduce((sum, each) => sum.add(exact(each)), exact("0")).toString());

function recipientOf(award: Award, options: To360GivingOptions): Grant {
  const { recipient } = award;
  if (recipient.kind === "individual") {
    return {
      recipientIndividual: {
        id: `${options.prefix}-individual-${award.id}`,
        name: "Individual Recipient",
      },
    };
  }
  const known =
    recipient.body === undefined
      ? undefined
      : options.bodies?.get(parseReference(recipient.body).id);
  const id =
    recipient.identifier ??
    known?.identifiers?.[0] ??
    ownIdentifier(
      recipient.body === undefined ? award.id : parseReference(recipient.body).id,
      options,
    );
  const { list, number } = readOrganisationId(id);
  const charity =
    recipient.charityNumber ??
    (list === "GB-CHC" && looksLikeCharityNumber(number) ? number : undefined);
  const company =
    recipient.companyNumber ??
    (list === "GB-COH" && looksLikeCompanyNumber(number) ? number : undefined);
  return {
    recipientOrganization: [
      {
        id,
        name:
          recipient.name ??
          known?.name ??
          (recipient.body === undefined ? id : parseReference(recipient.body).id),
        ...(charity !== undefined && { charityNumber: charity }),
        ...(company !== undefined && { companyNumber: company }),
        ...(recipient.postalCode !== undefined &&
          award.sensitivity === undefined && { postalCode: recipient.postalCode }),
      },
    ],
  };
}

const ownIdentifier = (id: string, { prefix }: To360GivingOptions): string => `${prefix}-${id}`;

function organisationOf(reference: string, options: To360GivingOptions): Grant {
  const { id } = parseReference(reference);
  const known = options.bodies?.get(id);
  return { id: known?.identifiers?.[0] ?? ownIdentifier(id, options), name: known?.name ?? id };
}

function placeOfAward({ location, sensitivity }: Award): Grant | undefined {
  if (location === undefined || sensitivity !== undefined) return undefined;
  const { name, code, codeType } = location;
  return {
    ...(name !== undefined && { name }),
    ...(code !== undefined && { geoCode: code }),
    ...(codeType !== undefined && { geoCodeType: codeType }),
  };
}
