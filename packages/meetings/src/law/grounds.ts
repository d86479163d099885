import * as z from "zod";

/** Where a ground for withholding stands, and what it demands. */
export interface Ground {
  /** Permanent; what a record names. */
  readonly code: string;
  readonly title: string;
  readonly provision: string;
  /**
   * `confidential`: must be withheld, whatever the public interest. `exempt`: may be, only if and so
   * long as withholding serves the public interest better.
   */
  readonly basis: "confidential" | "exempt";
}

const part = (
  provision: string,
  basis: Ground["basis"],
  titles: Readonly<Record<string, string>>,
) => Object.entries(titles).map(([code, title]): Ground => ({ code, title, provision, basis }));

const numbered = (
  prefix: string,
  provision: string,
  first: number,
  titles: readonly string[],
): Ground[] =>
  titles.map((title, index) => ({
    code: `${prefix}-${first + index}`,
    title,
    provision: `${provision}, paragraph ${first + index}`,
    basis: "exempt",
  }));

const exemptDescriptions = [
  "Information relating to an individual",
  "Information likely to reveal the identity of an individual",
  "Financial or business affairs of a particular person, the authority included",
  "Consultations or negotiations on a labour relations matter",
  "Legal professional privilege",
  "A proposed statutory notice, order or direction",
  "Prevention, investigation or prosecution of crime",
];

/** Every ground that a record may name. A legal reading: the body's own lawyer confirms its use. */
export const grounds: readonly Ground[] = [
  ...part("Local Government Act 1972, section 100A(2) and (3)", "confidential", {
    "confidential-government":
      "Furnished by a government department on terms that forbid disclosure",
    "confidential-enactment": "Disclosure prohibited by an enactment",
    "confidential-court": "Disclosure prohibited by order of a court",
  }),
  ...numbered(
    "schedule-12a",
    "Local Government Act 1972, Schedule 12A, Part 1",
    1,
    exemptDescriptions,
  ),
  ...numbered(
    "schedule-12a-wales",
    "Local Government Act 1972, Schedule 12A, Part 4",
    12,
    exemptDescriptions,
  ),
  ...part(
    "Elected Local Policing Bodies (Specified Information) Order 2011 (SI 2011/3050), article 2(2)",
    "confidential",
    {
      "policing-national-security":
        "Against the interests of national security, in the chief officer's view",
      "policing-safety": "Might jeopardise the safety of a person",
      "policing-crime-and-justice":
        "Might prejudice the prevention or detection of crime or the administration of justice",
      "policing-enactment": "Disclosure prohibited by an enactment",
    },
  ),
  ...part("The partnership's own terms of reference and information sharing agreement", "exempt", {
    "partnership-personal": "Information relating to an individual",
    "partnership-crime": "Prevention, investigation or prosecution of crime",
    "partnership-commercial": "Financial or business affairs of a person or partner",
  }),
];

const byCode: ReadonlyMap<string, Ground> = new Map(grounds.map((each) => [each.code, each]));

/** The ground of that code, or undefined. */
export const groundOf = (code: string): Ground | undefined => byCode.get(code);

/** The code of a ground, as records hold it. */
export const groundCode = () =>
  z
    .string()
    .refine((code) => byCode.has(code), {
      message: "must be the code of a ground for withholding, such as schedule-12a-3",
    })
    .meta({ description: "Ground for withholding, such as schedule-12a-3" });

/** What withheld text is classed as: what must be withheld reaches fewer than what may be. */
export const classOfGround = (code: string): "restricted" | "confidential" =>
  groundOf(code)?.basis === "confidential" ? "confidential" : "restricted";

/** For a reader: what the ground is, and the provision. */
export function formatGround(code: string): string {
  const ground = groundOf(code);
  return ground === undefined ? code : `${ground.title} (${ground.provision})`;
}
