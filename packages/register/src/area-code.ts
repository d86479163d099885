import * as z from "zod";

/** What kind of area the register knows. */
export const areaKinds = [
  "country",
  "region",
  "county",
  "unitary",
  "district",
  "metropolitan-district",
  "london-borough",
  "combined-authority",
  "police-force-area",
  "community-safety-partnership-area",
  "fire-and-rescue-area",
  "ward",
  "parish",
  "built-up-area",
  "locality",
] as const;

export type AreaKind = (typeof areaKinds)[number];

/**
 * The kinds of area by the first three characters of their code, after the Register of Geographic
 * Codes of the Office for National Statistics. A prefix that is not here is accepted as it is.
 */
const kinds: ReadonlyMap<string, AreaKind> = new Map([
  ["E92", "country"],
  ["W92", "country"],
  ["S92", "country"],
  ["N92", "country"],
  ["E12", "region"],
  ["E10", "county"],
  ["E06", "unitary"],
  ["W06", "unitary"],
  ["S12", "unitary"],
  ["N09", "unitary"],
  ["E07", "district"],
  ["E08", "metropolitan-district"],
  ["E09", "london-borough"],
  ["E47", "combined-authority"],
  ["E23", "police-force-area"],
  ["W15", "police-force-area"],
  ["E22", "community-safety-partnership-area"],
  ["W14", "community-safety-partnership-area"],
  ["E31", "fire-and-rescue-area"],
  ["W25", "fire-and-rescue-area"],
  ["E05", "ward"],
  ["W05", "ward"],
  ["S13", "ward"],
  ["N08", "ward"],
  ["E04", "parish"],
  ["W04", "parish"],
  ["E34", "built-up-area"],
  ["W37", "built-up-area"],
  ["E63", "built-up-area"],
  ["W45", "built-up-area"],
]);

const pattern = /^[EWSNJKML][0-9]{8}$/;

/** Nine characters: a letter for the nation and eight digits. */
export const isAreaCode = (text: string): boolean => pattern.test(text);

/** The kind of area that the code's prefix stands for; undefined where the register knows none. */
export const kindOfAreaCode = (code: string): AreaKind | undefined => kinds.get(code.slice(0, 3));

/** A code of the Government Statistical Service for an area, such as `E07000034`. */
export const areaCode = () =>
  z
    .string()
    .regex(pattern, "must be a letter and eight digits, such as E07000034")
    .meta({ description: "GSS code of an area, such as E07000034" });
