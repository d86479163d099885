import { type Finding, referenceTo } from "@moothall/core";
import { type MeetingRecords, papersOf } from "../agenda/meeting-records.ts";
import { compareMeetings, dayOf } from "../resources/meeting-start.ts";
import { highWithoutNarrative } from "../resources/paper.ts";
import { found } from "./finding.ts";

export const outcomeRules = {
  "meetings/recommendation-without-outcome":
    "A report recommended something to a meeting that was held, and no outcome is recorded.",
  "meetings/high-without-narrative": "A report puts an implication at HIGH and says nothing of it.",
  "meetings/minutes-of-cancelled-meeting": "A cancelled meeting has minutes.",
  "meetings/minutes-missing": "A meeting was held, a later one too, and there are no minutes.",
  "meetings/minutes-never-confirmed":
    "A later meeting was held, and the minutes are not confirmed.",
} as const;

/** Holds papers against what was resolved, and minutes against the meetings that should confirm them. */
export const checkOutcomes = (meetings: readonly MeetingRecords[]): Finding[] =>
  meetings.flatMap((records) => [...checkPapers(records), ...checkMinutes(records, meetings)]);

function checkPapers(records: MeetingRecords): Finding[] {
  const findings: Finding[] = [];
  for (const item of records.items) {
    const own = referenceTo("meetings/agenda-item", item.id);
    const resolved = records.resolutions.some((each) => each.item === own);
    for (const paper of papersOf(item, records.papers)) {
      const about = referenceTo("meetings/paper", paper.id);
      const [head, ...others] = highWithoutNarrative(paper);
      if (head !== undefined)
        findings.push(
          found({
            rule: "meetings/high-without-narrative",
            about,
            severity: "error",
            message: `The implications for ${[head, ...others].join(", ")} are HIGH, which demands a narrative, and there is none.`,
            at: { pointer: `/implications/${head}` },
            fix: "Add the narrative, or correct the level.",
          }),
        );
      if (
        records.meeting.status === "held" &&
        item.taken !== undefined &&
        (paper.recommendations?.length ?? 0) > 0 &&
        !resolved
      )
        findings.push(
          found({
            rule: "meetings/recommendation-without-outcome",
            about,
            severity: "warning",
            message: `It put ${paper.recommendations?.length} recommendation(s) under item ${item.number ?? item.id}, and no outcome is recorded.`,
            fix: "Record what the meeting resolved, or that it resolved nothing.",
          }),
        );
    }
  }
  return findings;
}

/** Where minutes of a body are kept, they begin with the first of them; those from before are elsewhere. */
function isBeforeTheFirst(
  meeting: MeetingRecords["meeting"],
  meetings: readonly MeetingRecords[],
): boolean {
  const minuted = meetings.filter(
    (each) => each.meeting.body === meeting.body && each.minutes !== undefined,
  );
  return minuted.length > 0 && minuted.every((each) => compareMeetings(each.meeting, meeting) > 0);
}

function checkMinutes(records: MeetingRecords, meetings: readonly MeetingRecords[]): Finding[] {
  const { meeting, minutes } = records;
  if (meeting.status === "cancelled") {
    if (minutes === undefined) return [];
    return [
      found({
        rule: "meetings/minutes-of-cancelled-meeting",
        about: referenceTo("meetings/minutes", minutes.id),
        severity: "error",
        message: `${meeting.name} was cancelled, and has minutes.`,
        fix: "Correct the meeting's status, or take the minutes away.",
      }),
    ];
  }
  if (meeting.status !== "held" || minutes?.status === "confirmed") return [];
  const later = meetings.find(
    (each) =>
      each.meeting.body === meeting.body &&
      each.meeting.status === "held" &&
      compareMeetings(each.meeting, meeting) > 0,
  );
  if (later === undefined) return [];
  if (minutes === undefined && isBeforeTheFirst(meeting, meetings)) return [];
  return [
    found({
      rule: minutes === undefined ? "meetings/minutes-missing" : "meetings/minutes-never-confirmed",
      about:
        minutes === undefined
          ? referenceTo("meetings/meeting", meeting.id)
          : referenceTo("meetings/minutes", minutes.id),
      severity: "warning",
      message:
        minutes === undefined
          ? `${meeting.name} was held, and so was a later meeting on ${dayOf(later.meeting)}; there are no minutes of it.`
          : `A later meeting was held on ${dayOf(later.meeting)}, and the minutes of ${meeting.name} are not confirmed.`,
      evidence: { "later meeting": later.meeting.id },
      fix:
        minutes === undefined
          ? "Record its minutes, and the meeting that confirmed them."
          : "Have the next meeting confirm them.",
    }),
  ];
}
