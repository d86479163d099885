import {
  formatDate,
  narrower,
  type PublicationClass,
  type ReportDocumentInput,
  referenceTo,
} from "@moothall/core";
import { classOfRecord, type MeetingRecords } from "../agenda/meeting-records.ts";
import { formatGround } from "../law/grounds.ts";
import type { SeenAction } from "../resources/action.ts";
import type { Meeting } from "../resources/meeting.ts";
import { compareMeetings, dayOf } from "../resources/meeting-start.ts";
import { anchor, type Blocks, dateCell, namesOf, textCell } from "./blocks.ts";

/**
 * The review of actions that goes before a meeting: what was open when it met, by the meeting that
 * asked for it, with its owner and its progress.
 */
export function actionReview(
  actions: readonly SeenAction[],
  meetings: readonly Meeting[],
  to: Meeting,
  names: MeetingRecords["names"],
): ReportDocumentInput {
  const own = referenceTo("meetings/meeting", to.id);
  const before = meetings
    .filter((each) => each.body === to.body && compareMeetings(each, to) < 0)
    .toSorted(compareMeetings);
  const reviewed = actions.filter(
    (each) =>
      before.some(({ id }) => referenceTo("meetings/meeting", id) === each.meeting) &&
      (each.carriedTo?.includes(own) === true ||
        each.state === "open" ||
        (each.closed ?? "") >= dayOf(to)),
  );
  const tables = before.flatMap((meeting): Blocks => {
    const asked = reviewed.filter(
      (each) => each.meeting === referenceTo("meetings/meeting", meeting.id),
    );
    return asked.length === 0 ? [] : [actionTable(meeting, asked, names, own)];
  });
  return {
    title: `Review of actions: ${to.name}`,
    summary: `${reviewed.length} ${reviewed.length === 1 ? "action" : "actions"} as reported to the meeting of ${formatDate(dayOf(to))}.`,
    class: reviewed.reduce<PublicationClass>(
      (of, each) => narrower(of, classOfRecord("action", each)),
      "public",
    ),
    blocks:
      tables.length === 0
        ? [{ type: "notice", id: "none", text: "No action is carried to this meeting." }]
        : tables,
  };
}

const actionTable = (
  meeting: Meeting,
  actions: readonly SeenAction[],
  names: MeetingRecords["names"],
  to: string,
): Blocks[number] => ({
  type: "table",
  id: anchor("actions", meeting.id),
  caption: `${meeting.name}, ${formatDate(dayOf(meeting))}`,
  columns: [
    { id: "item", heading: "Item" },
    { id: "action", heading: "Report title and action required", headsRow: true },
    { id: "owner", heading: "Responsible" },
    { id: "due", heading: "Due", type: "date" },
    { id: "progress", heading: "Progress" },
    { id: "state", heading: "State" },
  ],
  rows: actions.map((each) => ({
    id: each.id,
    cells: [
      textCell(each.number),
      {
        text: actionText(each),
        reference: referenceTo("meetings/action", each.id),
      },
      textCell(namesOf(names, each.owners)),
      dateCell(each.due),
      textCell(progressText(each, to)),
      { text: each.state },
    ],
  })),
});

const actionText = ({ heading, text, withheld }: SeenAction): string => {
  if (text === undefined)
    return `Not for publication${withheld === undefined ? "" : `: ${formatGround(withheld.ground)}`}`;
  return heading === undefined ? text : `${heading}: ${text}`;
};

/** What was reported up to the meeting: all of it, latest last. */
const progressText = ({ progress = [] }: SeenAction, to: string): string => {
  const at = progress.findLastIndex(({ meeting }) => meeting === to);
  return (at < 0 ? progress : progress.slice(0, at + 1)).map(({ text }) => text).join(" ");
};
