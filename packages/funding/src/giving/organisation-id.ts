import { countries } from "./codelists.ts";

/** The lists of org-id.guide for the United Kingdom, as of November 2026. */
const britishLists: ReadonlySet<string> = new Set(
  "GB-CASC GB-CCSCUST GB-CHC GB-COA GB-COE GB-COH GB-CR GB-EDU GB-GOR GB-GOV GB-GOVUK GB-HESA GB-IRN GB-LAE GB-LANI GB-LAS GB-MPR GB-NHS GB-NIC GB-PLA GB-PPG GB-REV GB-SC GB-SCOTEDU GB-SHPE GB-SRS GB-UKPRN GB-WALEDU".split(
    " ",
  ),
);

/** What an identifier of an organisation says: its list and its number there. */
export interface OrganisationId {
  /** Such as `GB-CHC`; `360G` for a publisher's own; undefined where it follows no list. */
  readonly list: string | undefined;
  readonly number: string;
}

/**
 * Reads an identifier after org-id.guide. British lists are known by name; of others the form is
 * looked at (a country of ISO 3166-1, or XI, XM, XR for lists of the world), since every country
 * keeps its own.
 */
export function readOrganisationId(text: string): OrganisationId {
  const upper = text.toUpperCase();
  if (upper.startsWith("360G-")) return { list: "360G", number: text.slice(5) };
  const match = /^([A-Z]{2})-([A-Z0-9_]+)(?:-([\s\S]*))?$/.exec(upper);
  if (match === null) return { list: undefined, number: "" };
  const [, country, own] = match as unknown as [string, string, string];
  const list = `${country}-${own}`;
  const number = text.slice(list.length + 1);
  if (country === "GB") return { list: britishLists.has(list) ? list : undefined, number };
  const known = countries.has(country) || /^X[IMR]$/.test(country);
  return { list: known ? list : undefined, number };
}

/** Six or seven digits, after the letters of Scotland or Northern Ireland where it has any. */
export const looksLikeCharityNumber = (text: string): boolean =>
  /^(?:[A-Za-z]{2})?[0-9]{6,7}$/.test(text.trim());

/** Eight characters, of which the last six are digits (or a society's number such as IP12345R). */
export const looksLikeCompanyNumber = (text: string): boolean =>
  /^[A-Za-z0-9]{2}[0-9]{6}$|^(?:IP|NP|SP)[0-9]{5}R$/i.test(text.trim());
