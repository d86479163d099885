import { calendarDate } from "@moothall/core";

/**
 * The days on which something exists or holds, both included. Left out, the end is open: valid
 * since before what is recorded, or valid still.
 */
export const validity = () => ({
  validFrom: calendarDate().optional(),
  validTo: calendarDate().optional(),
});

/** Anything with days on which it holds. */
export interface Dated {
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/** Whether the record holds on the day, both ends included; an end left out is open. */
export const inForce = (record: Dated, date: string): boolean =>
  (record.validFrom === undefined || record.validFrom <= date) &&
  (record.validTo === undefined || date <= record.validTo);

/** Whether the two hold on one day at least. */
export const holdTogether = (left: Dated, right: Dated): boolean =>
  (left.validFrom === undefined ||
    right.validTo === undefined ||
    left.validFrom <= right.validTo) &&
  (right.validFrom === undefined || left.validTo === undefined || right.validFrom <= left.validTo);

/** Whether `outer` holds on every day on which `inner` does. */
export const covers = (outer: Dated, inner: Dated): boolean =>
  (outer.validFrom === undefined ||
    (inner.validFrom !== undefined && outer.validFrom <= inner.validFrom)) &&
  (outer.validTo === undefined || (inner.validTo !== undefined && inner.validTo <= outer.validTo));

/** A refinement for schemas: the last day may not come before the first. */
export const startsBeforeItEnds = (record: Dated): boolean =>
  record.validFrom === undefined ||
  record.validTo === undefined ||
  record.validFrom <= record.validTo;

/** What `startsBeforeItEnds` says when it fails, and where. */
export const endsBeforeItStarts = {
  path: ["validTo"],
  message: "must not come before validFrom",
};
