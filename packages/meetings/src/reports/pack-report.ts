import { formatDate, type ReportDocumentInput } from "@moothall/core";
import {
  asPublic,
  classOfMeetingRecords,
  classOfRecord,
  type MeetingRecords,
  papersOf,
} from "../agenda/meeting-records.ts";
import type { Meeting } from "../resources/meeting.ts";
import { dayOf } from "../resources/meeting-start.ts";
import { implicationHeads, type SeenPaper } from "../resources/paper.ts";
import { agendaReport, withheldPaper } from "./agenda-report.ts";
import {
  anchor,
  type Blocks,
  itemTitle,
  limbBlocks,
  namesOf,
  paragraphBlocks,
  textCell,
} from "./blocks.ts";

/**
 * The pack of a meeting as one document: agenda, contents, and every paper on a page of its own, with
 * an anchor for each numbered paragraph (`paper-id.2.1.text`) that stays while the paper's numbers do.
 */
export function packReport(
  records: MeetingRecords,
  following: readonly Meeting[],
): ReportDocumentInput {
  const agenda = agendaReport(records, following);
  const papers = records.items.flatMap((item) =>
    papersOf(item, records.papers).map((paper) => ({ item, paper })),
  );
  const contents = papers.map(
    ({ item, paper }) =>
      `${[item.number, paper.title ?? withheldPaper(paper.withheld?.ground)].filter(Boolean).join(" ")}`,
  );
  const seen = new Set<string>();
  const bodies = papers.flatMap(({ item, paper }) => {
    if (seen.has(paper.id)) return [];
    seen.add(paper.id);
    return paperBlocks(paper, item.number, itemTitle(item), records.names);
  });
  return {
    title: `Pack: ${records.meeting.name}`,
    summary: `Agenda and papers, ${formatDate(dayOf(records.meeting))}.`,
    class: classOfMeetingRecords(records),
    blocks: [
      ...agenda.blocks,
      ...(contents.length === 0
        ? []
        : ([
            { type: "heading", id: "contents", text: "Contents" },
            { type: "list", id: "contents.list", items: contents },
          ] satisfies Blocks)),
      ...bodies,
    ],
  };
}

/** The pack as the public may have it, whoever asks for it. */
export const publicPack = (
  records: MeetingRecords,
  following: readonly Meeting[],
): ReportDocumentInput =>
  packReport(
    asPublic(records),
    following.filter(({ announced }) => announced),
  );

function paperBlocks(
  paper: SeenPaper,
  number: string | undefined,
  item: string,
  names: MeetingRecords["names"],
): Blocks {
  const id = anchor(paper.id);
  const title = paper.title ?? withheldPaper(paper.withheld?.ground);
  const facts = [
    { term: "Agenda item", text: [number, item].filter(Boolean).join(" ") },
    { term: "Report of", text: namesOf(names, paper.author) },
    { term: "Date", text: paper.date === undefined ? "" : formatDate(paper.date) },
    { term: "Stamp", text: stampOf(paper) },
    { term: "Version", text: paper.version > 1 ? String(paper.version) : "" },
  ].filter(({ text }) => text !== "");
  return [
    { type: "page-break", id: `${id}.page` },
    { type: "heading", id: `${id}.title`, text: [number, title].filter(Boolean).join(" ") },
    ...(facts.length === 0
      ? []
      : ([{ type: "facts", id: `${id}.facts`, items: facts }] satisfies Blocks)),
    ...part(`${id}.purpose`, "Purpose of the report", paragraphBlocks(id, paper.purpose)),
    ...part(
      `${id}.information`,
      "Information and analysis",
      paragraphBlocks(`${id}.i`, paper.information),
    ),
    ...part(
      `${id}.recommendations`,
      "Recommendations",
      limbBlocks(`${id}.recommendations`, paper.recommendations),
    ),
    ...implicationBlocks(id, paper),
    ...tailBlocks(id, paper, names),
  ];
}

const stampOf = ({ part, stamp }: SeenPaper): string =>
  [part && `Part ${part} ${part === "I" ? "For publication" : "Not for publication"}`, stamp]
    .filter(Boolean)
    .join(", ");

const part = (id: string, text: string, blocks: Blocks): Blocks =>
  blocks.length === 0 ? [] : [{ type: "heading", id, level: 3, text }, ...blocks];

const levels = ["low", "medium", "high"] as const;

function implicationBlocks(id: string, { implications }: SeenPaper): Blocks {
  if (implications === undefined) return [];
  const heads = implicationHeads.filter((head) => implications[head] !== undefined);
  if (heads.length === 0) return [];
  return [
    {
      type: "table",
      id: `${id}.implications`,
      caption: "Implications",
      columns: [
        { id: "head", heading: "Implication", headsRow: true },
        ...levels.map((level) => ({ id: level, heading: level.toUpperCase() })),
        { id: "narrative", heading: "Narrative" },
      ],
      rows: heads.map((head) => ({
        id: head,
        cells: [
          { text: nameOfHead(head) },
          ...levels.map((level) => textCell(implications[head]?.level === level ? "X" : "")),
          textCell(implications[head]?.narrative),
        ],
      })),
      notes: ["HIGH demands a narrative, MEDIUM allows one, LOW needs none."],
    },
  ];
}

export const nameOfHead = (head: string): string => {
  const words = head.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function tailBlocks(id: string, paper: SeenPaper, names: MeetingRecords["names"]): Blocks {
  const contact = [
    namesOf(names, paper.contact?.post === undefined ? [] : [paper.contact.post]),
    paper.contact?.telephone,
    paper.contact?.email,
  ].filter(Boolean);
  return [
    ...(contact.length === 0
      ? []
      : ([
          {
            type: "facts",
            id: `${id}.contact`,
            items: [{ term: "Contact in the event of enquiries", text: contact.join(", ") }],
          },
        ] satisfies Blocks)),
    ...listed(
      `${id}.background`,
      "Background papers",
      paper.backgroundPapers?.map(({ title }) => title),
      "None",
    ),
    ...listed(
      `${id}.attachments`,
      "Attachments",
      paper.attachments?.map(({ label, title }) => [label, title].filter(Boolean).join(": ")),
    ),
  ];
}

const listed = (
  id: string,
  title: string,
  items: readonly string[] | undefined,
  whenNone?: string,
): Blocks => {
  if (items === undefined || (items.length === 0 && whenNone === undefined)) return [];
  return [
    { type: "heading", id, level: 3, text: title },
    { type: "list", id: `${id}.list`, items: items.length === 0 ? [whenNone ?? ""] : [...items] },
  ];
};

/** One paper as a document of its own. */
export const paperReport = (
  paper: SeenPaper,
  names: MeetingRecords["names"],
): ReportDocumentInput => ({
  title: paper.title ?? withheldPaper(paper.withheld?.ground),
  class: classOfRecord("paper", paper),
  blocks: paperBlocks(paper, undefined, "", names),
});
