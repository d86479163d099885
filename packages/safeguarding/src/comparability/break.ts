import { calendarDate, formatDate, nonNegativeDecimal } from "@moothall/core";
import * as z from "zod";

/** A declared way to make figures from before a break comparable with those after it. */
export const bridge = () =>
  z.strictObject({
    /** What a value from before the break is multiplied by. */
    factor: nonNegativeDecimal(),
    /** How the factor was found: a dual-run, a recount. */
    method: z.string().min(1),
  });

/** What a break in series does to figures, whoever declares it. */
export const breakInSeries = () =>
  z.strictObject({
    date: calendarDate().describe("The first day of the new way of counting"),
    cause: z.string().min(1),
    bridge: bridge().optional(),
  });

export interface BreakInSeries {
  readonly date: string;
  readonly cause: string;
  readonly bridge?: { readonly factor: string; readonly method: string } | undefined;
}

/** For a reader: `the break of 22 June 2016 (the recording system was replaced)`. */
export const describeBreak = ({ date, cause }: BreakInSeries): string =>
  `the break of ${formatDate(date)} (${cause})`;
