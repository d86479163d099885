/** What a store says of a record to one clearance. */
export interface Stamp {
  readonly version: number;
  readonly created: string;
  readonly modified: string;
}

/**
 * The text that readers get: a document's JSON text with `record: {version, created, modified}` as
 * its last property.
 */
export const stampedText = (document: string, stamp: Stamp): string =>
  `${document.slice(0, -1)}${document === "{}" ? "" : ","}${tail(stamp)}`;

/** The document's own text again. `stamp` must be the one with which the text was made. */
export function unstampedText(text: string, stamp: Stamp): string {
  const document = text.slice(0, -tail(stamp).length);
  return document === "{" ? "{}" : `${document.slice(0, -1)}}`;
}

const tail = ({ version, created, modified }: Stamp): string =>
  `"record":{"version":${version},"created":"${created}","modified":"${modified}"}}`;
