import { compareInstants, dateOfInstant, isCalendarDate, startOfDay } from "@moothall/core";

/** A meeting as far as its time is concerned: `start` is a moment, or a day where the hour is not known. */
interface Timed {
  readonly start: string;
}

/** The moment at which a meeting starts; where the hour is not known, that at which its day does. */
export const startOf = ({ start }: Timed): string =>
  isCalendarDate(start) ? startOfDay(start) : start;

/** The day on which a meeting is held, in the office's zone. */
export const dayOf = ({ start }: Timed): string =>
  isCalendarDate(start) ? start : dateOfInstant(start);

/** Below zero where the left meeting comes first. */
export const compareMeetings = (left: Timed, right: Timed): number =>
  compareInstants(startOf(left), startOf(right));

/** Whether a meeting has surely begun: where the hour is not known, once its day is over. */
export const hasBegun = (meeting: Timed, at: string): boolean =>
  isCalendarDate(meeting.start)
    ? dateOfInstant(at) > meeting.start
    : compareInstants(at, meeting.start) >= 0;
