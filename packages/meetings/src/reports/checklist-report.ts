import { formatDate, type ReportDocumentInput } from "@moothall/core";
import type { Nation } from "@moothall/core/calendar";
import { classOfRecord, type MeetingRecords } from "../agenda/meeting-records.ts";
import { checklist } from "../law/checklist.ts";
import type { LegalProfile, Rule } from "../law/profile.ts";
import { dayOf } from "../resources/meeting-start.ts";
import { dateCell } from "./blocks.ts";

/** What a meeting owes the public under a profile, each duty with its provision, its day and how it stands. */
export const checklistReport = (
  profile: LegalProfile,
  records: MeetingRecords,
  today: string,
  nation: Nation,
): ReportDocumentInput => ({
  title: `Publication checklist: ${records.meeting.name}`,
  summary: `${profile.title}, meeting of ${formatDate(dayOf(records.meeting))}, as at ${formatDate(today)}.`,
  class: classOfRecord("meeting", records.meeting),
  blocks: [
    {
      type: "notice",
      id: "reading",
      severity: profile.provisional === true ? "warning" : "note",
      text: `${profile.summary} This is a reading of the rules, not advice; the body's own lawyer confirms it.`,
    },
    {
      type: "table",
      id: "duties",
      caption: "Duties",
      columns: [
        { id: "duty", heading: "Duty", headsRow: true },
        { id: "when", heading: "When" },
        { id: "due", heading: "By", type: "date" },
        { id: "done", heading: "Done", type: "date" },
        { id: "state", heading: "State" },
        { id: "provision", heading: "Provision" },
      ],
      rows: checklist(profile, records, today, nation).map(({ rule, due, done, state }) => ({
        id: rule.id,
        cells: [
          { text: rule.duty },
          { text: whenText(rule) },
          dateCell(due ?? undefined),
          dateCell(done ?? undefined),
          { text: state.replaceAll("-", " ") },
          { text: rule.force === "policy" ? `${rule.provision} (policy)` : rule.provision },
        ],
      })),
    },
  ],
});

function whenText({ when }: Rule): string {
  switch (when.type) {
    case "clear-days-before":
      return `${when.days} clear ${when.of === "working" ? "working days" : "days"} before`;
    case "working-days-after":
      return `within ${when.days} working days after`;
    case "years-from":
      return `for ${when.years} years`;
    case "as-soon-as-practicable":
      return "as soon as practicable";
  }
}
