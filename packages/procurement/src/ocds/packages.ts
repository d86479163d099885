import { merge } from "../merge/merge.ts";
import type { Json } from "./values.ts";

/** Address of our own extension: exact amounts, the declared method, evaluations and what has no place in OCDS. */
export const scoreExtension =
  "https://raw.githubusercontent.com/moothall/moothall/main/packages/procurement/ocds-extension/extension.json";

const extension = (name: string): string =>
  `https://raw.githubusercontent.com/open-contracting-extensions/ocds_${name}_extension/master/extension.json`;

/** The extensions that a package of ours declares. */
export const extensions: readonly string[] = [
  extension("lots"),
  extension("awardCriteria"),
  extension("requirements"),
  extension("bid"),
  "https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json",
  scoreExtension,
];

export interface PackageOptions {
  /** Address under which the package is published. */
  readonly uri: string;
  readonly publisher: string;
  /** Moment of publication, with zone. */
  readonly published: string;
}

const head = ({ uri, publisher, published }: PackageOptions): Json => ({
  uri,
  version: "1.1",
  extensions,
  publisher: { name: publisher },
  publishedDate: published,
  license: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
});

/** An OCDS 1.1 release package. */
export const releasePackage = (releases: readonly Json[], options: PackageOptions): Json => ({
  ...head(options),
  releases,
});

/** An OCDS 1.1 record package: every process with its releases and the compiled release. */
export function recordPackage(releases: readonly Json[], options: PackageOptions): Json {
  const processes = new Map<string, Json[]>();
  for (const release of releases) {
    const ocid = String(release.ocid);
    processes.set(ocid, [...(processes.get(ocid) ?? []), release]);
  }
  return {
    ...head(options),
    records: [...processes].map(([ocid, of]) => ({
      ocid,
      releases: of,
      compiledRelease: merge(of, { strict: true }),
    })),
  };
}
