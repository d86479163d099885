import type { Finding } from "@moothall/core";
import type { Grant } from "./columns.ts";
import { titleOfPath } from "./grant-fields.ts";

export interface ReadOptions {
  /** Read `£1,000.50`, `(500)`, dd/mm/yyyy, windows-1252 and lost zeros as what they mean, and leave repeated headers out. */
  readonly repair?: boolean;
  /** Leave out a row that repeats the header, also without repair. */
  readonly withoutHeaders?: boolean;
  /** The name of the file in findings. */
  readonly about?: string;
}

/** Where something of a grant stands in its file. */
export interface GrantPlace {
  /** From 1, the header included; of CSV only. */
  readonly row?: number;
  /** `/grants/17`; of JSON only. */
  readonly pointer?: string;
}

/** What comes next in a file: a grant with its place, or what was found while it was read. */
export type GrantStep =
  | { readonly grant: Grant; readonly place: GrantPlace; readonly finding?: undefined }
  | { readonly finding: Finding; readonly grant?: undefined };

/** Some of a file, in its order. */
export type GrantBatch = readonly GrantStep[];

/** How a finding of a grant says where: a row and a heading, or a pointer. */
export const placeOf = (place: GrantPlace, path: string): NonNullable<Finding["at"]> =>
  place.pointer === undefined
    ? { ...(place.row !== undefined && { row: place.row }), column: titleOfPath(path) }
    : { pointer: path === "" ? place.pointer : `${place.pointer}/${path}` };
