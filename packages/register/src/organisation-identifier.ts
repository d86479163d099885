import { MoothallError } from "@moothall/core";
import * as z from "zod";

/** A list of organisations that org-id.guide knows, and the form of its codes. */
export interface OrganisationList {
  /** The prefix, such as `GB-COH`. */
  readonly list: string;
  readonly name: string;
  /** The form of a code of the list. */
  readonly form: RegExp;
  /** The form in words. */
  readonly says: string;
}

const lists: readonly OrganisationList[] = [
  {
    list: "GB-COH",
    name: "Companies House",
    form: /^(?:[0-9]{8}|[A-Z]{2}[0-9]{6}|R[0-9]{7}|(?:IP|NP|SP)[0-9]{5}R)$/,
    says: "eight digits, leading zeros included, or two letters and six digits, such as 02974146 or SC123456",
  },
  {
    list: "GB-CHC",
    name: "Charity Commission for England and Wales",
    form: /^[1-9][0-9]{5,6}$/,
    says: "six or seven digits, such as 277424",
  },
  {
    list: "GB-SC",
    name: "Scottish Charity Register",
    form: /^SC[0-9]{6}$/,
    says: "SC and six digits, such as SC000587",
  },
  {
    list: "GB-NIC",
    name: "Charity Commission for Northern Ireland",
    form: /^[1-9][0-9]{5}$/,
    says: "six digits, such as 100001",
  },
  {
    list: "GB-LAE",
    name: "Local authorities for England register",
    form: /^[A-Z]{3,4}$/,
    says: "three or four capital letters, such as DBY",
  },
  {
    list: "GB-LAS",
    name: "Local authorities for Scotland register",
    form: /^[A-Z]{3}$/,
    says: "three capital letters, such as EDH",
  },
  {
    list: "GB-LANI",
    name: "Local authorities for Northern Ireland register",
    form: /^[A-Z]{3}$/,
    says: "three capital letters, such as BFS",
  },
  {
    list: "GB-PLA",
    name: "Principal local authorities for Wales register",
    form: /^[A-Z]{3}$/,
    says: "three capital letters, such as CRF",
  },
  {
    list: "GB-GOR",
    name: "Government organisation register",
    form: /^[A-Z]{1,4}[0-9]{1,5}$/,
    says: "one to four letters and a number, such as D16",
  },
  {
    list: "GB-NHS",
    name: "NHS Organisation Data Service",
    form: /^[0-9A-Z]{3,8}$/,
    says: "three to eight capital letters and digits, such as RAX",
  },
  {
    list: "GB-EDU",
    name: "Register of schools (unique reference number)",
    form: /^[0-9]{5,6}$/,
    says: "five or six digits, such as 112563",
  },
  {
    list: "GB-UKPRN",
    name: "UK Register of Learning Providers",
    form: /^1[0-9]{7}$/,
    says: "eight digits that begin with 1, such as 10007851",
  },
  {
    list: "GB-MPR",
    name: "Mutuals Public Register",
    form: /^[0-9A-Z]{2,10}$/,
    says: "capital letters and digits, such as 235C",
  },
  {
    list: "GB-PPG",
    name: "Public Procurement Gateway",
    form: /^[A-Z]{4}-[0-9]{4}-[A-Z]{4}$/,
    says: "four letters, four digits and four letters, joined by hyphens",
  },
];

/** The lists whose codes are checked, by prefix. Other lists of org-id.guide are accepted as they are. */
export const organisationLists: ReadonlyMap<string, OrganisationList> = new Map(
  lists.map((each) => [each.list, each]),
);

const form = /^([A-Z]{2,3}-[A-Z0-9_]+)-([A-Za-z0-9][A-Za-z0-9._/-]*)$/;

export interface OrganisationIdentifierParts {
  /** The list, such as `GB-COH`. */
  readonly list: string;
  /** The code within the list. */
  readonly code: string;
  /** The list's name, where it is one whose codes are checked. */
  readonly name: string | undefined;
}

/** Why the text is not an identifier of an organisation, or undefined when it is one. */
export function faultOfOrganisationIdentifier(text: string): string | undefined {
  const match = form.exec(text);
  if (match === null) {
    return "must be the prefix of a list of org-id.guide, a hyphen and a code, such as GB-LAE-DBY";
  }
  const [, list, code] = match as unknown as [string, string, string];
  const known = organisationLists.get(list);
  if (known === undefined || known.form.test(code)) return undefined;
  const padded = code.padStart(8, "0");
  if (list === "GB-COH" && /^[0-9]{1,7}$/.test(code)) {
    return `must have eight digits: a company number keeps its leading zeros (GB-COH-${padded})`;
  }
  return `must have a code of ${known.name}: ${known.says}`;
}

/**
 * Splits an identifier of an organisation into its list and code.
 * @throws MoothallError `register/bad-identifier` when it is none, or its code is not of the form
 * of its list.
 */
export function parseOrganisationIdentifier(text: string): OrganisationIdentifierParts {
  const fault = faultOfOrganisationIdentifier(text);
  if (fault !== undefined) {
    throw new MoothallError({
      code: "register/bad-identifier",
      message: `'${text}' does not identify an organisation: it ${fault}.`,
      hint: "Find the list and the code on org-id.guide.",
    });
  }
  const [, list, code] = form.exec(text) as unknown as [string, string, string];
  return { list, code, name: organisationLists.get(list)?.name };
}

/** An identifier of an organisation after org-id.guide, such as `GB-LAE-DBY` or `GB-COH-02974146`. */
export const organisationIdentifier = () =>
  z
    .string()
    .superRefine((text, context) => {
      const fault = faultOfOrganisationIdentifier(text);
      if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
    })
    .meta({ description: "Identifier of an organisation after org-id.guide, such as GB-LAE-DBY" });
