import type { Kind, PrintedFigure, Source } from "@moothall/core";

/** A record of the example, as its kind's schema takes it in. */
export interface ExampleRecord {
  readonly kind: Kind;
  readonly data: { readonly id: string; readonly [field: string]: unknown };
}

/**
 * Something that a paper printed: of which field, letter for letter, and what it says; and how exact
 * it is, where the text does not show that.
 */
export const printed = (
  of: string,
  text: string,
  value: string,
  source: Source,
  exactness: Pick<PrintedFigure, "unit" | "rounding" | "bound"> = {},
): PrintedFigure => ({
  of,
  text,
  value,
  ...exactness,
  source,
});

/** That a figure of a record and one of another record state one fact. */
export const sameAs = (of: string, record: string, other: string) => ({
  kind: "same",
  figures: [of, { record, of: other }],
});

type Data = ExampleRecord["data"];

export const body = (data: Data): ExampleRecord => ({ kind: "register/body", data });
export const post = (data: Data): ExampleRecord => ({ kind: "register/post", data });
export const area = (data: Data): ExampleRecord => ({ kind: "register/area", data });
