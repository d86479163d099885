import { parsePeriod } from "../period.ts";

/** The first and the last day of a date or period; an open end lies after every date. */
export interface Span {
  readonly start: string;
  readonly end: string;
}

/** The days that a printed date or period covers; undefined where it is neither. */
export function spanOf(value: string): Span | undefined {
  if (!/^(?:FY|@)?[0-9]{4}/.test(value)) return undefined;
  try {
    const { start, end } = parsePeriod(value);
    return { start, end: end ?? "9999-12-31" };
  } catch {
    return undefined;
  }
}
