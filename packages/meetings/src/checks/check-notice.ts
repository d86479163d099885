import { dateOfInstant, type Finding, referenceTo } from "@moothall/core";
import type { Nation } from "@moothall/core/calendar";
import { type MeetingRecords, nationOfMeeting, noticeOwed } from "../agenda/meeting-records.ts";
import { itemGate } from "../notice/item-gate.ts";
import { notice } from "../notice/notice.ts";
import { dayOf } from "../resources/meeting-start.ts";
import { found } from "./finding.ts";

export const noticeRules = {
  "meetings/notice-too-short":
    "An agenda was published with less notice than is owed, and no urgency is recorded.",
  "meetings/notice-missed": "The latest day to publish an agenda has passed and it is not out.",
  "meetings/publication-date-unknown":
    "It is not known when an agenda was published, so its notice cannot be checked.",
  "meetings/taken-without-notice":
    "An item was taken that was not open to the public in time, and no urgency is recorded.",
  "meetings/urgency-not-minuted": "The minutes do not state why an item was taken as urgent.",
} as const;

/** Holds what was published and taken against the notice that is owed. */
export const checkNotice = (
  meetings: readonly MeetingRecords[],
  today: string,
  nation: Nation,
): Finding[] =>
  meetings
    .filter(({ meeting }) => meeting.status !== "cancelled" && meeting.status !== "planned")
    .flatMap((records) => [
      ...checkAgenda(records, today, nation),
      ...records.items.flatMap((item) => checkTaken(item, records, nation)),
    ]);

function checkAgenda(records: MeetingRecords, today: string, nation: Nation): Finding[] {
  const owed = noticeOwed(records);
  if (owed === undefined) return [];
  const about = referenceTo("meetings/meeting", records.meeting.id);
  const publication = records.publications.find(({ what }) => what === "agenda");
  const published =
    publication === undefined ? records.agenda?.published : dateOfInstant(publication.at);
  const isOut = publication !== undefined || records.agenda?.publication === "published";
  const given = notice({
    meeting: dayOf(records.meeting),
    days: owed.days,
    nation: nationOfMeeting(records, nation),
    published,
  });
  const evidence = { owed: owed.days, "publish by": given.publishBy, provision: owed.provision };
  if (!isOut) {
    if (today <= given.publishBy) return [];
    return [
      found({
        rule: "meetings/notice-missed",
        about,
        severity: "error",
        message: `The agenda of ${records.meeting.name} was to be out by ${given.publishBy} (${owed.days} clear days, ${owed.provision}) and is not.`,
        evidence,
        fix: "Publish it with the chair's reason of urgency, or move the meeting.",
      }),
    ];
  }
  if (published === undefined) {
    return [
      found({
        rule: "meetings/publication-date-unknown",
        about,
        severity: "note",
        message: `It is not known when the agenda of ${records.meeting.name} was published; ${given.publishBy} was the latest day.`,
        evidence,
        fix: "Record the day of publication.",
      }),
    ];
  }
  const urgent = (publication?.urgency ?? records.agenda?.urgency) !== undefined;
  if (given.inTime !== false || urgent) return [];
  return [
    found({
      rule: "meetings/notice-too-short",
      about,
      severity: "error",
      message: `The agenda of ${records.meeting.name} was published with ${given.workingDays} clear working days; ${owed.days} are owed (${owed.provision}).`,
      evidence: { ...evidence, published, given: given.workingDays ?? null },
      fix: "Record the chair's reason of urgency, or have the business confirmed at a meeting that was called in time.",
    }),
  ];
}

function checkTaken(
  item: MeetingRecords["items"][number],
  records: MeetingRecords,
  nation: Nation,
): Finding[] {
  if (item.taken === undefined) return [];
  const about = referenceTo("meetings/agenda-item", item.id);
  if (item.urgency !== undefined) {
    if (item.urgency.minuted) return [];
    return [
      found({
        rule: "meetings/urgency-not-minuted",
        about,
        severity: "warning",
        message: `Item ${item.number ?? item.id} was taken as urgent; its special circumstances must stand in the minutes.`,
        fix: "State them in the minutes, and say so on the item.",
      }),
    ];
  }
  const gate = itemGate(item, records, nation);
  // An agenda of which the day is not known is reported once, for the meeting.
  if (gate.open || gate.because === "notice-unknown") return [];
  return [
    found({
      rule: "meetings/taken-without-notice",
      about,
      severity: "error",
      message: `Item ${item.number ?? item.id} was taken without ${gate.owed} clear days' notice and without a reason of urgency (${gate.provision}).`,
      evidence: { owed: gate.owed, given: gate.given ?? null },
      fix: "Record the chair's opinion of urgency if it was given; else bring the item back.",
    }),
  ];
}
