import type { Grant } from "./columns.ts";
import { grantFields } from "./grant-fields.ts";

/** What a package says of itself. All but `modified` stays when the data changes. */
export interface PackageDescription {
  readonly title: string;
  readonly description?: string;
  readonly issued?: string;
  /** Moves with every change of the data. */
  readonly modified?: string;
  readonly identifier?: string;
  readonly publisher: {
    readonly identifier?: string;
    readonly name: string;
    readonly website?: string;
  };
  readonly downloadURL?: string;
  readonly accessURL?: string;
  readonly license?: string;
}

/** A package of 360Giving 1.4 as JSON text, in pieces. Publish it only when it holds a grant at least. */
export async function* write360GivingJson(
  grants: AsyncIterable<Grant> | Iterable<Grant>,
  description: PackageDescription,
): AsyncGenerator<string> {
  const head = JSON.stringify({ version: "1.4", ...description });
  yield `${head.slice(0, -1)},"grants":[`;
  let first = true;
  for await (const grant of grants) {
    yield `${first ? "\n" : ",\n"}${JSON.stringify(grant)}`;
    first = false;
  }
  yield "\n]}\n";
}

/** The titles that are written: those that `to360Giving` fills. */
const written: readonly string[] = [
  "Identifier",
  "Title",
  "Description",
  "Currency",
  "Amount Applied For",
  "Amount Awarded",
  "Amount Disbursed",
  "Award Date",
  "URL",
  "Planned Dates:Start Date",
  "Planned Dates:End Date",
  "Planned Dates:Duration (months)",
  "Recipient Org:Identifier",
  "Recipient Org:Name",
  "Recipient Org:Charity Number",
  "Recipient Org:Company Number",
  "Recipient Org:Postal Code",
  "Recipient Ind:Identifier",
  "Recipient Ind:Name",
  "Funding Org:Identifier",
  "Funding Org:Name",
  "Beneficiary Location:Name",
  "Beneficiary Location:Geographic Code",
  "Beneficiary Location:Geographic Code Type",
  "Grant Programme:Code",
  "Grant Programme:Title",
  "From An Open Call?",
  "Last Modified",
  "Data Source",
  "For Regrant Type",
  "Location Scope",
];

/** Grants as CSV with the titles of the standard, line by line (RFC 4180). */
export async function* write360GivingCsv(
  grants: AsyncIterable<Grant> | Iterable<Grant>,
): AsyncGenerator<string> {
  const fields = written.map(
    (title) => grantFields.find((each) => each.title === title)?.path ?? title,
  );
  yield csvLine(written);
  for await (const grant of grants) yield csvLine(fields.map((path) => textAt(grant, path)));
}

function textAt(grant: Grant, path: string): string {
  let value: unknown = grant;
  for (const part of path.split("/"))
    value = (value as Record<string, unknown> | undefined)?.[part];
  return value === undefined || value === null ? "" : String(value);
}

/**
 * A line of CSV that a spreadsheet does not carry out: an apostrophe stands before text that begins
 * like a formula (OWASP, CSV injection); numbers are left as they are.
 */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quote(isFormula(cell) ? `'${cell}` : cell)).join(",")}\r\n`;

const isFormula = (cell: string): boolean =>
  /^[=+\-@\t\r]/.test(cell) && !/^-?[0-9]+(?:\.[0-9]+)?$/.test(cell);

const quote = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
