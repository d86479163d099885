import {
  formatDate,
  narrower,
  type PublicationClass,
  type ReportDocumentInput,
  referenceTo,
} from "@moothall/core";
import { classOfRecord, type MeetingRecords } from "../agenda/meeting-records.ts";
import { formatGround } from "../law/grounds.ts";
import type { SeenDecision } from "../resources/decision.ts";
import type { Meeting } from "../resources/meeting.ts";
import { dayOf } from "../resources/meeting-start.ts";
import { type Blocks, dateCell, textCell } from "./blocks.ts";

const classOf = (decisions: readonly SeenDecision[]): PublicationClass =>
  decisions.reduce<PublicationClass>(
    (of, each) => narrower(of, classOfRecord("decision", each)),
    "public",
  );

const inOrder = (decisions: readonly SeenDecision[]): SeenDecision[] =>
  decisions.toSorted((left, right) => compareNumbers(left.number, right.number));

const compareNumbers = (left: string, right: string): number => {
  const [leftSerial, leftYear] = left.split("/").map(Number);
  const [rightSerial, rightYear] = right.split("/").map(Number);
  return (
    ((leftYear ?? 0) % 100) - ((rightYear ?? 0) % 100) ||
    (leftSerial ?? 0) - (rightSerial ?? 0) ||
    (left < right ? -1 : 1)
  );
};

/** The decision log of a body. */
export const decisionLog = (
  title: string,
  decisions: readonly SeenDecision[],
  meetings: readonly Meeting[],
): ReportDocumentInput => ({
  title: `Decision log: ${title}`,
  summary: `${decisions.length} decisions.`,
  class: classOf(decisions),
  blocks: tableOf("decisions", "Decisions", inOrder(decisions), meetings),
});

/**
 * The decisions that were taken between meetings and have not been reported to one, as they are put
 * before the meeting that is named; decisions that are said to be reported to it stand there too.
 */
export function unreportedDecisions(
  to: Meeting,
  decisions: readonly SeenDecision[],
  meetings: readonly Meeting[],
  names: MeetingRecords["names"],
): ReportDocumentInput {
  const own = referenceTo("meetings/meeting", to.id);
  const due = inOrder(
    decisions.filter(
      (each) =>
        each.taken <= dayOf(to) &&
        (each.reportedTo === own || (each.reportedTo === undefined && each.meeting === undefined)),
    ),
  );
  return {
    title: `Decisions taken but not yet reported: ${to.name}`,
    summary: `${due.length} decisions for the meeting of ${names.get(to.body) ?? "the body"} on ${formatDate(dayOf(to))}.`,
    class: classOf(due),
    blocks: tableOf("unreported", "Decisions taken but not yet reported", due, meetings),
  };
}

function tableOf(
  id: string,
  caption: string,
  decisions: readonly SeenDecision[],
  meetings: readonly Meeting[],
): Blocks {
  if (decisions.length === 0)
    return [{ type: "notice", id: "none", text: "There are no such decisions." }];
  const reportedTo = (reference: string | undefined): string | undefined => {
    const found = meetings.find((each) => referenceTo("meetings/meeting", each.id) === reference);
    return found && dayOf(found);
  };
  return [
    {
      type: "table",
      id,
      caption,
      columns: [
        { id: "number", heading: "Decision No." },
        { id: "title", heading: "Report title", headsRow: true },
        { id: "signed", heading: "Date signed", type: "date" },
        { id: "report", heading: "Report attached" },
        { id: "reported", heading: "Reported", type: "date" },
      ],
      rows: decisions.map((each) => ({
        id: each.id,
        cells: [
          { text: each.number, reference: referenceTo("meetings/decision", each.id) },
          { text: titleOf(each) },
          dateCell(each.taken),
          textCell(each.reportLabel ?? (each.report === undefined ? "" : "Yes")),
          dateCell(reportedTo(each.reportedTo)),
        ],
      })),
    },
  ];
}

const titleOf = ({ title, withheld }: SeenDecision): string =>
  title ??
  `Not for publication${withheld === undefined ? "" : `: ${formatGround(withheld.ground)}`}`;
