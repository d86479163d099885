import { formatDate, type ReportDocumentInput, referenceTo } from "@moothall/core";
import { classOfMeetingRecords, type MeetingRecords, papersOf } from "../agenda/meeting-records.ts";
import { formatGround } from "../law/grounds.ts";
import type { SeenItem } from "../resources/agenda-item.ts";
import type { Meeting } from "../resources/meeting.ts";
import { dayOf } from "../resources/meeting-start.ts";
import type { Publication } from "../resources/publication.ts";
import { anchor, type Blocks, formatMoment, itemTitle, namesOf, textCell } from "./blocks.ts";

/** The agenda of a meeting, section by section, with the meetings that follow. */
export const agendaReport = (
  records: MeetingRecords,
  following: readonly Meeting[],
): ReportDocumentInput => ({
  title: `Agenda: ${records.meeting.name}`,
  summary: `${records.body?.name ?? records.meeting.name}, ${formatDate(dayOf(records.meeting))}.`,
  class: classOfMeetingRecords(records),
  blocks: [...headBlocks(records), ...agendaBlocks(records), ...followingBlocks(following)],
});

/** Body, date, place, and what a visitor has to know. */
export function headBlocks({ meeting, body, publications, agenda }: MeetingRecords): Blocks {
  const facts: { term: string; text: string; value?: string }[] = [
    { term: "Body", text: body?.name ?? "not recorded" },
    { term: "Date", text: formatMoment(meeting.start), value: meeting.start },
  ];
  if (meeting.place !== undefined) {
    const { room, address, postcode } = meeting.place;
    facts.push({ term: "Place", text: [room, address, postcode].filter(Boolean).join(", ") });
  }
  facts.push({
    term: "Public",
    text: openness(meeting),
  });
  const given = publications.filter(({ what }) => what === "agenda" || what === "supplement");
  let supplements = 0;
  for (const { what, at } of given) {
    if (what === "supplement") supplements += 1;
    facts.push({
      term: what === "agenda" ? "Agenda published" : `Supplement ${supplements} published`,
      text: formatMoment(at),
      value: at,
    });
  }
  if (given.length === 0 && agenda?.published !== undefined)
    facts.push({
      term: "Agenda published",
      text: formatDate(agenda.published),
      value: agenda.published,
    });
  const blocks: Blocks = [
    { type: "facts", id: "meeting", items: facts },
    ...given.flatMap((each, index) => latenessOf(each, index)),
  ];
  if (meeting.status === "cancelled" || meeting.status === "adjourned")
    blocks.push({
      type: "notice",
      id: "status",
      severity: "warning",
      text: `This meeting is ${meeting.status}${meeting.statusReason === undefined ? "" : `: ${meeting.statusReason}`}.`,
    });
  return blocks;
}

/** That a publication came late, by how much, and why, as far as that is public. */
function latenessOf({ what, notice, urgency }: Publication, index: number): Blocks {
  if (notice === undefined || notice.given >= notice.owed) return [];
  const { given, owed, provision } = notice;
  const why = urgency?.circumstances === undefined ? "" : ` Urgent: ${urgency.circumstances}`;
  return [
    {
      type: "notice",
      id: `late-${index + 1}`,
      severity: "warning",
      text: `The ${what} was published with ${given} clear working ${given === 1 ? "day" : "days"}; ${owed} are owed (${provision}).${why}`,
    },
  ];
}

/** Whether the public may attend, as far as it is known. */
export const openness = ({ public: open }: Pick<Meeting, "public">): string =>
  open === undefined ? "Not recorded" : open ? "Open to the public" : "Not open to the public";

interface Part {
  readonly id: string;
  readonly title: string;
  readonly items: readonly SeenItem[];
}

/** The items by the sections of the agenda; where it has none, by session. */
export function partsOf({ agenda, items }: MeetingRecords): Part[] {
  const sections = agenda?.sections ?? [];
  const inSection = sections.map(
    ({ id, title }): Part => ({ id, title, items: items.filter(({ section }) => section === id) }),
  );
  const rest = items.filter(({ section }) => !sections.some(({ id }) => id === section));
  const bySession = (["open", "closed"] as const).map(
    (session): Part => ({
      id: `${session}-session`,
      title: session === "open" ? "Open session" : "Closed session",
      items: rest.filter((item) => item.session === session),
    }),
  );
  return [...inSection, ...bySession].filter((part) => part.items.length > 0);
}

const agendaBlocks = (records: MeetingRecords): Blocks =>
  partsOf(records).map((part) => ({
    type: "table",
    id: anchor("items", part.id),
    caption: part.title,
    columns: [
      { id: "number", heading: "Item" },
      { id: "title", heading: "Title", headsRow: true },
      { id: "lead", heading: "Lead" },
      { id: "papers", heading: "Papers" },
    ],
    rows: part.items.map((item) => ({
      id: item.id,
      cells: [
        textCell(item.number),
        {
          text: `${itemTitle(item)}${item.text === undefined ? "" : ` (${item.text})`}`,
          ...(item.added !== undefined && { status: `late item, ${formatDate(item.added.on)}` }),
          reference: referenceTo("meetings/agenda-item", item.id),
        },
        textCell(namesOf(records.names, item.lead)),
        textCell(papersCell(item, records)),
      ],
    })),
  }));

function papersCell(item: SeenItem, { papers }: MeetingRecords): string {
  const listed = papersOf(item, papers).map((paper) => {
    if (paper.title === undefined) return withheldPaper(paper.withheld?.ground);
    return paper.status === "to-follow" ? `${paper.title} (to follow)` : paper.title;
  });
  const promised = (item.toFollow ?? []).map((title) => `${title} (to follow)`);
  return [...listed, ...promised].join("; ");
}

/** A withheld report is listed, with its ground. */
export const withheldPaper = (ground: string | undefined): string =>
  ground === undefined
    ? "Report not for publication"
    : `Report not for publication: ${formatGround(ground)}`;

const followingBlocks = (following: readonly Meeting[]): Blocks =>
  following.length === 0
    ? []
    : [
        { type: "heading", id: "following", text: "Dates of future meetings" },
        {
          type: "list",
          id: "following.list",
          items: following.map(
            ({ start, place, name }) =>
              `${formatMoment(start)}, ${place === undefined ? name : [place.room, place.address].filter(Boolean).join(", ")}`,
          ),
        },
      ];
