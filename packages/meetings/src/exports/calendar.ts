import { isCalendarDate } from "@moothall/core";
import ical, { ICalEventStatus } from "ical-generator";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import { openness } from "../reports/agenda-report.ts";
import type { Meeting } from "../resources/meeting.ts";

export interface CalendarMeeting extends Meeting {
  readonly record: {
    readonly created: string;
    readonly modified: string;
    readonly version: number;
  };
}

/**
 * Meetings as an iCalendar file (RFC 5545), each under its reference as UID, so that a calendar that
 * subscribes to it follows every change; a cancelled meeting stays in it and says so.
 */
export function calendarOf(
  name: string,
  meetings: readonly CalendarMeeting[],
  names: MeetingRecords["names"],
): string {
  const calendar = ical({
    name,
    prodId: { company: "Moothall", product: "meetings", language: "EN" },
  });
  for (const each of meetings) {
    const place = [each.place?.room, each.place?.address, each.place?.postcode].filter(Boolean);
    calendar.createEvent({
      id: `meetings/meeting/${each.id}`,
      sequence: each.record.version,
      stamp: new Date(each.record.modified),
      created: new Date(each.record.created),
      lastModified: new Date(each.record.modified),
      // Of a whole day a calendar takes the date as it stands here.
      ...(isCalendarDate(each.start)
        ? { start: new Date(`${each.start}T00:00:00`), allDay: true }
        : { start: new Date(each.start) }),
      ...(each.end !== undefined && !isCalendarDate(each.start) && { end: new Date(each.end) }),
      summary: each.name,
      description: [
        names.get(each.body) ?? "",
        each.public === undefined ? "" : `${openness(each)}.`,
        each.statusReason ?? "",
      ]
        .filter((line) => line !== "")
        .join("\n"),
      ...(place.length > 0 && { location: place.join(", ") }),
      ...(each.stream !== undefined && { url: each.stream }),
      status: statusOf(each),
    });
  }
  // Its last line ends as all others do (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`;
}

function statusOf({ status }: Meeting): ICalEventStatus {
  switch (status) {
    case "cancelled":
      return ICalEventStatus.CANCELLED;
    case "planned":
      return ICalEventStatus.TENTATIVE;
    case "called":
    case "held":
    case "adjourned":
      return ICalEventStatus.CONFIRMED;
  }
}
