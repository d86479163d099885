import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { MoothallError } from "./error.ts";
import { shared } from "./shared-schema.ts";

/** A calendar date without a time, `2017-05-22`. */
export const calendarDate = shared(() =>
  z.iso.date().meta({ description: "Calendar date, yyyy-mm-dd" }),
);

/** A moment with its offset from UTC, `2017-05-22T10:00:00+01:00`. Compared as a moment, never as text. */
export const instant = shared(() =>
  z.iso
    .datetime({
      offset: true,
      message: "must be a date and time with a zone, such as 2017-05-22T10:00:00+01:00",
    })
    .meta({ description: "Moment in time, ISO 8601 with offset" }),
);

/** Times of day and dates of the office are those of this zone. */
export const officeZone = "Europe/London";

export const isCalendarDate = (value: unknown): value is string =>
  z.iso.date().safeParse(value).success;

/** @throws MoothallError `core/bad-input` when the text is not a date of the calendar. */
export function parseDate(text: string): Temporal.PlainDate {
  try {
    if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) throw new RangeError(text);
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch (cause) {
    throw new MoothallError({
      code: "core/bad-input",
      message: `'${text}' is not a date of the calendar.`,
      hint: "Write the date as yyyy-mm-dd, such as 2017-05-22.",
      cause,
    });
  }
}

/**
 * Negative when `left` is earlier, positive when later, 0 when both are the same moment, whatever
 * the offsets in which they are written.
 * @throws MoothallError `core/bad-input` when one has no zone or is no moment.
 */
export const compareInstants = (left: string, right: string): number =>
  Temporal.Instant.compare(parseInstant(left), parseInstant(right));

/** @throws MoothallError `core/bad-input` when the text has no zone or is no moment. */
export function parseInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch (cause) {
    throw new MoothallError({
      code: "core/bad-input",
      message: `'${text}' is not a moment in time.`,
      hint: "Write date, time and zone, such as 2017-05-22T10:00:00+01:00 or …Z.",
      cause,
    });
  }
}

/** The date on which a moment falls in the office's zone. */
export const dateOfInstant = (text: string): string =>
  parseInstant(text).toZonedDateTimeISO(officeZone).toPlainDate().toString();

/**
 * The moment at which a date begins in the office's zone.
 * @throws MoothallError `core/bad-input` when the text is not a date of the calendar.
 */
export const startOfDay = (date: string): string =>
  parseDate(date).toZonedDateTime(officeZone).toInstant().toString();

/**
 * The moment at which the office's clock shows a date and time, `2017-05-22T10:00:00`; of the hour that
 * an autumn night has twice, the first.
 * @throws MoothallError `core/bad-input` for a time that a spring night skips, or that is none.
 */
export function momentOfClock(text: string): string {
  try {
    const clock = Temporal.PlainDateTime.from(text, { overflow: "reject" });
    const moment = clock.toZonedDateTime(officeZone, { disambiguation: "earlier" });
    if (!moment.toPlainDateTime().equals(clock)) throw new RangeError(text);
    return moment.toString({ timeZoneName: "never" });
  } catch (cause) {
    throw new MoothallError({
      code: "core/bad-input",
      message: `'${text}' is no time of the office's clock.`,
      hint: "Write date and time as 2017-05-22T10:00:00; when the clocks go forward an hour is left out.",
      cause,
    });
  }
}

/** `2017-05-22` → `22 May 2017`, for a reader. */
export function formatDate(text: string): string {
  const date = parseDate(text);
  return `${date.day} ${months[date.month - 1]} ${date.year}`;
}

export const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
