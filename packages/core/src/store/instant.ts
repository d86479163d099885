import { parseInstant } from "../date.ts";
import { MoothallError } from "../error.ts";

/** What a clock gives, which needs no calendar to be read. */
const plain = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,3})?Z$/;
const kept = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/;

/**
 * A moment as stores keep it: UTC with exactly three decimals, `2017-05-22T09:00:00.000Z`, so that
 * the order of the texts is the order of the moments. What is finer than a millisecond is cut off.
 * @throws MoothallError `core/bad-input` when the text is no moment, or none of the years 0000 to 9999.
 */
export function keptInstant(text: string): string {
  if (plain.test(text)) {
    const date = new Date(text);
    // A 30 February would come out as 2 March, and is left to be refused below.
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 19)))
      return date.toISOString();
  }
  const utc = parseInstant(text).toString({ fractionalSecondDigits: 3, roundingMode: "floor" });
  if (kept.test(utc)) return utc;
  throw new MoothallError({
    code: "core/bad-input",
    message: `'${text}' lies outside the years that can be kept.`,
    hint: "Give a moment between the years 0000 and 9999.",
  });
}

/**
 * The moment under which a change is written: never before the change that it follows, so that a
 * clock that was set back does not put a record's history out of order.
 */
export const notBefore = (at: string, previous: string | null): string =>
  previous !== null && previous > at ? previous : at;
