import { officeZone, parseInstant } from "@moothall/core";

/**
 * A moment as OParl 1.1 wants it: exactly `yyyy-mm-ddThh:mm:ss±hh:mm`, without fractions and without
 * `Z`, at the office's own offset.
 */
export function oparlMoment(moment: string): string {
  const at = parseInstant(moment).toZonedDateTimeISO(officeZone);
  return at.toString({ timeZoneName: "never", fractionalSecondDigits: 0, roundingMode: "floor" });
}
