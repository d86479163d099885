import { formatDate, type ReportDocumentInput, referenceTo } from "@moothall/core";
import {
  classOfMeetingRecords,
  type MeetingRecords,
  type SeenAttendance,
} from "../agenda/meeting-records.ts";
import { fault } from "../errors.ts";
import { formatGround } from "../law/grounds.ts";
import { dayOf } from "../resources/meeting-start.ts";
import type { SeenMinutes } from "../resources/minutes.ts";
import { headBlocks } from "./agenda-report.ts";
import { anchor, type Blocks, limbBlocks, paragraphBlocks } from "./blocks.ts";

const statuses = {
  draft: "Draft: these minutes have not been approved for publication.",
  approved: "To be confirmed at the next meeting.",
  confirmed: "",
};

/**
 * The minutes of a meeting: who was there by organisation, minute by minute what was said and resolved,
 * and of closed session only the ground and the summary.
 * @throws MoothallError `meetings/not-published` where there are none that the reader may see.
 */
export function minutesReport(records: MeetingRecords): ReportDocumentInput {
  const { meeting, minutes } = records;
  if (minutes === undefined)
    throw fault(
      "meetings/not-published",
      "There are no minutes of this meeting that you may see.",
      "Minutes are public once they have been approved.",
    );
  return {
    title: `Minutes: ${meeting.name}`,
    summary: `${records.body?.name ?? meeting.name}, ${formatDate(dayOf(meeting))}.`,
    class: classOfMeetingRecords(records),
    blocks: [
      ...headBlocks(records),
      ...statusBlocks(minutes),
      ...attendanceBlocks(records),
      ...declarationBlocks(records),
      ...minutes.minutes.flatMap((each) => minuteBlocks(each, records)),
      ...part(
        "closed",
        "Summary of proceedings after the public had been excluded",
        paragraphBlocks("closed", minutes.summaryOfClosed),
      ),
      ...questionBlocks(records),
      ...correctionBlocks(minutes),
      ...(minutes.closedAt === undefined
        ? []
        : ([
            { type: "paragraph", id: "closing", text: `Meeting closed at ${minutes.closedAt}.` },
          ] satisfies Blocks)),
    ],
  };
}

const part = (id: string, text: string, blocks: Blocks): Blocks =>
  blocks.length === 0 ? [] : [{ type: "heading", id: `${id}.heading`, text }, ...blocks];

const statusBlocks = ({ status, approved, confirmed }: SeenMinutes): Blocks => {
  const text =
    status === "confirmed" && confirmed !== undefined
      ? `Confirmed on ${formatDate(confirmed)}.`
      : status === "approved" && approved !== undefined
        ? `Approved by the chair on ${formatDate(approved)}, to be confirmed at the next meeting.`
        : statuses[status];
  return text === ""
    ? []
    : [{ type: "notice", id: "standing", severity: status === "draft" ? "warning" : "note", text }];
};

const capacities = [
  ["present", "Present"],
  ["in-attendance", "In attendance"],
  ["apologies", "Apologies"],
  ["absent", "Absent"],
] as const;

function attendanceBlocks({ attendance, names }: MeetingRecords): Blocks {
  return capacities.flatMap(([capacity, heading]) => {
    const of = attendance.filter((each) => each.capacity === capacity);
    const told = (organisation: string | undefined) =>
      of
        .filter((each) => each.organisation === organisation)
        .map((each) => attendeeText(each, names))
        .filter((each) => each !== "");
    // Those of whom no organisation is recorded stand by themselves: it is not said that they are members.
    const alone = told(undefined);
    const organisations = new Set(of.flatMap(({ organisation }) => organisation ?? []));
    const items = [...organisations].map((organisation) => ({
      term: names.get(organisation) ?? "Organisation",
      text: told(organisation).join(", ") || "represented",
    }));
    return part(capacity, heading, [
      ...(alone.length === 0
        ? []
        : ([{ type: "list", id: `${capacity}.list`, items: alone }] satisfies Blocks)),
      ...(items.length === 0 ? [] : ([{ type: "facts", id: capacity, items }] satisfies Blocks)),
    ]);
  });
}

function attendeeText(each: SeenAttendance, names: MeetingRecords["names"]): string {
  const who = (each.member && names.get(each.member)) ?? each.as ?? "";
  const notes = [
    each.inTheChair === true ? "in the chair" : "",
    each.substituteFor === undefined
      ? ""
      : `substitute for ${names.get(each.substituteFor) ?? "a member"}`,
    each.joinedAt === undefined ? "" : "joined later",
    each.leftAt === undefined ? "" : "left early",
  ].filter((note) => note !== "");
  const number = (each.number ?? 1) > 1 ? `${each.number} × ` : "";
  return who === "" ? "" : `${number}${who}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
}

function declarationBlocks({ declarations, names }: MeetingRecords): Blocks {
  if (declarations.length === 0) return [];
  const items = declarations.map(({ kind, member, nature, withdrew }) =>
    kind === "none"
      ? "No interest was declared."
      : `${(member && names.get(member)) ?? "A member"}: ${kind.replaceAll("-", " ")} interest${nature === undefined ? "" : `, ${nature}`}${withdrew === true ? "; withdrew" : ""}.`,
  );
  return part("declarations", "Declarations of interest", [
    { type: "list", id: "declarations", items },
  ]);
}

function minuteBlocks(
  minute: SeenMinutes["minutes"][number],
  { resolutions }: MeetingRecords,
): Blocks {
  const id = anchor("minute", minute.id);
  const heading =
    minute.heading ??
    (minute.ground === undefined
      ? "Closed session"
      : `Not for publication: ${formatGround(minute.ground)}`);
  const resolved = resolutions.filter(
    (each) =>
      minute.resolutions?.includes(referenceTo("meetings/resolution", each.id)) === true ||
      (minute.resolutions === undefined && minute.item !== undefined && each.item === minute.item),
  );
  return [
    { type: "heading", id, text: [minute.number, heading].filter(Boolean).join(" ") },
    ...paragraphBlocks(id, minute.paragraphs),
    ...resolved.flatMap((each) => resolutionBlocks(anchor(id, "resolved", each.id), each)),
  ];
}

function resolutionBlocks(
  id: string,
  { limbs, outcome, recommendation, withheld }: MeetingRecords["resolutions"][number],
): Blocks {
  if (limbs === undefined)
    return [
      {
        type: "paragraph",
        id,
        text: `RESOLVED (not for publication${withheld === undefined ? "" : `: ${formatGround(withheld.ground)}`})`,
      },
    ];
  return [
    { type: "paragraph", id, text: outcome === undefined ? "RESOLVED:" : `RESOLVED (${outcome}):` },
    ...limbBlocks(id, limbs),
    ...(recommendation?.agreed === undefined
      ? []
      : ([
          {
            type: "paragraph",
            id: `${id}.amended`,
            text: `The recommendation was amended before it was agreed${recommendation.reason === undefined ? "" : `: ${recommendation.reason}`}`,
          },
        ] satisfies Blocks)),
  ];
}

function questionBlocks({ questions, names }: MeetingRecords): Blocks {
  const asked = questions.filter(({ text }) => text !== undefined);
  return part(
    "questions",
    "Questions",
    asked.flatMap((each): Blocks => {
      const id = anchor("question", each.id);
      const answered = each.answeredBy === undefined ? undefined : names.get(each.answeredBy);
      return [
        {
          type: "paragraph",
          id,
          text: each.text ?? "",
          ...(each.number !== undefined && { number: each.number }),
        },
        {
          type: "paragraph",
          id: `${id}.answer`,
          text: `${answered === undefined ? "Answer" : `Answer of the ${answered}`}: ${each.answer ?? "to be given in writing."}`,
        },
      ];
    }),
  );
}

const correctionBlocks = ({ corrections = [] }: SeenMinutes): Blocks => {
  const items = corrections
    .filter(({ was, is }) => was !== undefined && is !== undefined)
    .map(({ minute, was, is }) => `Minute ${minute}: for “${was}” read “${is}”.`);
  return items.length === 0
    ? []
    : part("corrections", "Corrections made on confirmation", [
        { type: "list", id: "corrections", items },
      ]);
};
