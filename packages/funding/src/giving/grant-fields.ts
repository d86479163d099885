/** A field of a grant after 360Giving 1.4.3: its title in a spreadsheet and its place in JSON. */
export interface GrantField {
  /** `Recipient Org:Charity Number` */
  readonly title: string;
  /** `recipientOrganization/0/charityNumber`: arrays stand with their index. */
  readonly path: string;
  readonly type: "text" | "number" | "list";
}

type Part = readonly [title: string, name: string, type?: GrantField["type"]];

const place: readonly Part[] = [
  ["Identifier", "id"],
  ["Name", "name"],
  ["Country Code", "countryCode"],
  ["Latitude", "latitude", "number"],
  ["Longitude", "longitude", "number"],
  ["Description", "description"],
  ["Geographic Code", "geoCode"],
  ["Geographic Code Type", "geoCodeType"],
  ["Last Modified", "dateModified"],
];
const organisation: readonly Part[] = [
  ["Identifier", "id"],
  ["Name", "name"],
  ["Department", "department"],
  ["Contact Name", "contactName"],
  ["Charity Number", "charityNumber"],
  ["Company Number", "companyNumber"],
  ["Street Address", "streetAddress"],
  ["City", "addressLocality"],
  ["County", "addressRegion"],
  ["Country", "addressCountry"],
  ["Postal Code", "postalCode"],
  ["Phone Number", "telephone"],
  ["Alternate Name", "alternateName"],
  ["Email", "email"],
  ["Description", "description"],
  ["Organisation Type", "organisationType"],
  ["Web Address", "url"],
  ["Last Modified", "dateModified"],
  ...place.map(
    ([title, name, type]): Part => [`Location:${title}`, `location/0/${name}`, type ?? "text"],
  ),
];
const event: readonly Part[] = [
  ["Title", "title"],
  ["Start Date", "startDate"],
  ["End Date", "endDate"],
  ["Duration (months)", "duration", "number"],
  ["Description", "description"],
  ["Last Modified", "dateModified"],
];
const classification: readonly Part[] = [
  ["Vocabulary", "vocabulary"],
  ["Code", "code"],
  ["Title", "title"],
  ["Description", "description"],
  ["URL", "url"],
  ["Last Modified", "dateModified"],
];
const programme: readonly Part[] = [
  ["Code", "code"],
  ["Title", "title"],
  ["Description", "description"],
  ["URL", "url"],
  ["Last Modified", "dateModified"],
];
const paper: readonly Part[] = [
  ["Identifier", "id"],
  ["Title", "title"],
  ["Web Address", "url"],
  ["Description", "description"],
  ["Document Type", "documentType"],
  ["Last Modified", "dateModified"],
];
const individual: readonly Part[] = [
  ["Primary Grant Reason", "primaryGrantReason"],
  ["Secondary Grant Reason", "secondaryGrantReason"],
  ["Grant Purpose", "grantPurpose", "list"],
];

const under = (title: string, path: string, parts: readonly Part[]): Part[] =>
  parts.map(([own, name, type]) => [`${title}:${own}`, `${path}/${name}`, type ?? "text"]);

const all: readonly Part[] = [
  ["Identifier", "id"],
  ["Title", "title"],
  ["Description", "description"],
  ["Currency", "currency"],
  ["Amount Applied For", "amountAppliedFor", "number"],
  ["Amount Awarded", "amountAwarded", "number"],
  ["Amount Disbursed", "amountDisbursed", "number"],
  ["Award Date", "awardDate"],
  ["URL", "url"],
  ...under("Planned Dates", "plannedDates/0", event),
  ...under("Actual Dates", "actualDates/0", event),
  ...under("Recipient Org", "recipientOrganization/0", organisation),
  ["Recipient Ind:Identifier", "recipientIndividual/id"],
  ["Recipient Ind:Name", "recipientIndividual/name"],
  ...under("To Individuals Details", "toIndividualsDetails", individual),
  ...under("Beneficiary Location", "beneficiaryLocation/0", place),
  ...under("Funding Org", "fundingOrganization/0", organisation),
  ...under("Grant Programme", "grantProgramme/0", programme),
  ["From An Open Call?", "fromOpenCall"],
  ...under("Funding Type", "fundingType/0", classification),
  ...under("Classifications", "classifications/0", classification),
  ...under("Related Document", "relatedDocument/0", paper),
  ["Related Activity", "relatedActivity", "list"],
  ["Last Modified", "dateModified"],
  ["Data Source", "dataSource"],
  ["For Regrant Type", "regrantType"],
  ["Location Scope", "locationScope"],
];

/** Every field that has a title, in the order of the standard. */
export const grantFields: readonly GrantField[] = all.map(([title, path, type]) => ({
  title,
  path,
  type: type ?? "text",
}));

/** Titles that every grant must have a value under. */
export const requiredTitles: readonly string[] = [
  "Identifier",
  "Title",
  "Description",
  "Currency",
  "Amount Awarded",
  "Award Date",
  "Funding Org:Identifier",
  "Funding Org:Name",
];

/** Case, spaces and marks make no difference to what a heading means. */
const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9:/]/g, "");

const byTitle = new Map(grantFields.map((field) => [plain(field.title), field]));
const byPath = new Map(grantFields.map((field) => [plain(field.path), field]));
const titleByPath = new Map(grantFields.map((field) => [field.path, field.title]));

/**
 * The field that a heading stands for: a title, a title with the numbers of further items
 * (`Beneficiary Location:1:Name`), or a path (`recipientOrganization/0/id`). Undefined for others.
 */
export function fieldOfHeading(heading: string): GrantField | undefined {
  const known = byTitle.get(plain(heading)) ?? byPath.get(plain(heading));
  if (known !== undefined) return known;
  const separator = heading.includes("/") ? "/" : ":";
  const parts = heading.split(separator).map((part) => part.trim());
  const numbers = parts.filter((part) => /^[0-9]{1,3}$/.test(part)).map(Number);
  if (numbers.length === 0) return undefined;
  const name = parts.filter((part) => !/^[0-9]{1,3}$/.test(part));
  const field =
    separator === ":"
      ? byTitle.get(plain(name.join(":")))
      : byPath.get(plain(parts.map((part) => (/^[0-9]+$/.test(part) ? "0" : part)).join("/")));
  if (field === undefined) return undefined;
  const path = field.path.replace(/(?<=\/)0(?=\/|$)/g, () => String(numbers.shift() ?? 0));
  return { ...field, title: heading, path };
}

/** The title of a path, whatever the number of its items; the path itself where it has none. */
export function titleOfPath(path: string): string {
  const known = titleByPath.get(path);
  if (known !== undefined) return known;
  const first = path.replace(/\/[0-9]+(?=\/|$)/g, "/0");
  return titleByPath.get(first) ?? path;
}
