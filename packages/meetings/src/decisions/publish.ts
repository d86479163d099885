import { dateOfInstant, referenceTo } from "@moothall/core";
import type { Nation } from "@moothall/core/calendar";
import { diffAgenda, isSameAgenda } from "../agenda/diff-agenda.ts";
import { digestOf, entriesOf, freezeItems } from "../agenda/frozen.ts";
import {
  type MeetingRecords,
  nationOfMeeting,
  noticeOwed,
  papersOf,
} from "../agenda/meeting-records.ts";
import { fault } from "../errors.ts";
import { notice } from "../notice/notice.ts";
import type { SeenItem } from "../resources/agenda-item.ts";
import { dayOf, hasBegun } from "../resources/meeting-start.ts";
import { highWithoutNarrative, type SeenPaper } from "../resources/paper.ts";
import type { Publication } from "../resources/publication.ts";
import { create, type DecidedRecord, put } from "./decided.ts";

export interface PublishOptions {
  /** The moment of publication. */
  readonly at: string;
  readonly nation: Nation;
  /** Why notice is short, in the chair's words. */
  readonly urgency?: { readonly circumstances: string; readonly chair: string } | undefined;
}

export interface PublicationDecision {
  readonly publication: Publication;
  readonly writes: readonly DecidedRecord[];
}

/**
 * Publishes the agenda of a meeting, or, where one is out, a supplement to it: every draft item and
 * the papers that are ready. What the public sees is frozen in a record of its own.
 *
 * @throws MoothallError `meetings/meeting-cancelled`, `meetings/meeting-over`,
 * `meetings/number-taken`, `meetings/ground-missing`, `meetings/narrative-missing`,
 * `meetings/nothing-to-publish`, `meetings/notice-too-short` where notice is owed, is short and the
 * chair gives no reason.
 */
export function publishAgenda(
  what: "agenda" | "supplement",
  records: MeetingRecords,
  options: PublishOptions,
): PublicationDecision {
  const { meeting } = records;
  refuseCancelled(meeting.status);
  if (hasBegun(meeting, options.at))
    throw fault(
      "meetings/meeting-over",
      "The meeting has begun, so nothing can be added to what was published for it.",
      "Put the matter on the agenda of the next meeting.",
    );
  const before = records.publications.filter((each) =>
    ["agenda", "supplement"].includes(each.what),
  );
  refuseWrongOrder(what, before.length);
  const owed = noticeOwed(records);
  const given = noticeGiven(records, options, owed);
  const short = given !== undefined && given.given < given.owed;
  if (short && options.urgency === undefined)
    throw fault(
      "meetings/notice-too-short",
      `This gives ${given.given} clear working days and ${given.owed} are owed (${given.provision}); the latest day was ${given.publishBy}.`,
      "Publish with the chair's reason of urgency and its special circumstances, or move the meeting.",
    );
  const published = release(records, options, what === "supplement", short);
  const after = { ...records, items: published.items, papers: published.papers };
  refuseUnfit(after);
  const items = freezeItems(after);
  const difference = diffAgenda(entriesOf(before.at(-1)?.items ?? []), entriesOf(items));
  if (isSameAgenda(difference))
    throw fault(
      "meetings/nothing-to-publish",
      "The public has seen the agenda as it is now.",
      "Add or change an item or a paper first.",
    );
  const itemReference = (id: string) => referenceTo("meetings/agenda-item", id);
  const publication: Publication = {
    id: `${meeting.id}.${what === "agenda" ? "agenda" : `supplement-${before.length}`}`,
    body: meeting.body,
    meeting: referenceTo("meetings/meeting", meeting.id),
    what,
    title: `${what === "agenda" ? "Agenda" : `Supplement ${before.length}`}: ${meeting.name}`,
    at: options.at,
    ...(given !== undefined && { notice: given }),
    ...(short && options.urgency !== undefined && { urgency: { ...options.urgency } }),
    items,
    ...(what === "supplement" && {
      changes: {
        added: difference.added.map(itemReference),
        removed: difference.removed.map(itemReference),
        changed: [
          ...new Set([
            ...difference.changed.map(({ id }) => id),
            ...difference.papers.map(({ item }) => item),
          ]),
        ].map(itemReference),
      },
    }),
    digest: digestOf(items),
  };
  return {
    publication,
    writes: [create("meetings/publication", publication), ...published.writes],
  };
}

/** @throws MoothallError `meetings/meeting-cancelled`. */
export function refuseCancelled(status: MeetingRecords["meeting"]["status"]): void {
  if (status !== "cancelled") return;
  throw fault(
    "meetings/meeting-cancelled",
    "The meeting was cancelled.",
    "Record it as called again, or use another meeting.",
  );
}

function refuseWrongOrder(what: "agenda" | "supplement", before: number): void {
  if (what === "agenda" && before > 0)
    throw fault(
      "meetings/already-published",
      "The agenda of this meeting is out.",
      "Publish a supplement to it.",
    );
  if (what === "supplement" && before === 0)
    throw fault(
      "meetings/not-published",
      "There is no published agenda to supplement.",
      "Publish the agenda first.",
    );
}

function noticeGiven(
  records: MeetingRecords,
  { at, nation }: PublishOptions,
  owed: ReturnType<typeof noticeOwed>,
): NonNullable<Publication["notice"]> | undefined {
  if (owed === undefined) return undefined;
  const found = notice({
    meeting: dayOf(records.meeting),
    days: owed.days,
    nation: nationOfMeeting(records, nation),
    published: dateOfInstant(at),
  });
  return {
    owed: owed.days,
    given: found.workingDays ?? 0,
    publishBy: found.publishBy,
    provision: owed.provision,
  };
}

/** Every draft of the agenda as it is once it is out, and what has to be written for that. */
function release(
  { meeting, agenda, items, papers, versions }: MeetingRecords,
  { at, urgency }: PublishOptions,
  isSupplement: boolean,
  short: boolean,
) {
  const published = dateOfInstant(at);
  const out = { publication: "published", published } as const;
  const writes: DecidedRecord[] = [];
  const released = <T extends { readonly publication: string; readonly id: string }>(
    kind: `meetings/${string}`,
    record: T,
    more: object = {},
  ): T => {
    if (record.publication === "published") return record;
    const data = { ...record, ...out, ...more };
    writes.push(put(kind, data));
    return data;
  };
  if (agenda !== undefined)
    released(
      "meetings/agenda",
      agenda,
      urgency && short ? { urgency: { reason: urgency.circumstances, chair: urgency.chair } } : {},
    );
  const late = {
    ...(isSupplement && { added: { on: published, by: "supplement" } }),
    ...(short && urgency && { urgency: { ...urgency, minuted: false } }),
  };
  const onAgenda = new Set(items.flatMap((item) => papersOf(item, papers)).map(({ id }) => id));
  return {
    writes,
    items: items.map((item) => released("meetings/agenda-item", item, late)),
    papers: papers.map((paper) => {
      if (paper.status !== "ready" || !onAgenda.has(paper.id)) return paper;
      const item = items.find((each) => papersOf(each, [paper]).length > 0);
      const data = released("meetings/paper", paper, {
        meeting: paper.meeting ?? referenceTo("meetings/meeting", meeting.id),
        ...(item !== undefined && {
          item: paper.item ?? referenceTo("meetings/agenda-item", item.id),
        }),
      });
      const own = referenceTo("meetings/paper", paper.id);
      for (const version of versions.filter((each) => each.paper === own))
        released(
          "meetings/paper-version",
          version,
          version.issued === undefined ? { issued: published } : {},
        );
      return data;
    }),
  };
}

/** Refuses an agenda that would mislead or leak. */
function refuseUnfit({ items, papers }: MeetingRecords): void {
  const numbers = new Map<string, SeenItem>();
  for (const item of items) {
    if (item.number === undefined) continue;
    if (numbers.has(item.number))
      throw fault(
        "meetings/number-taken",
        `Two items of the agenda have the number ${item.number}.`,
        "Number one of them anew.",
      );
    numbers.set(item.number, item);
  }
  for (const item of items) {
    const closed = item.session === "closed" || item.withheld !== undefined;
    if (closed && item.withheld === undefined) throw groundMissing("item", item.number ?? item.id);
    for (const paper of papersOf(item, papers)) refuseUnfitPaper(paper, closed, item);
  }
}

function refuseUnfitPaper(paper: SeenPaper, closed: boolean, item: SeenItem): void {
  if (paper.publication !== "published") return;
  if ((closed || paper.part === "II") && paper.withheld === undefined)
    throw groundMissing("paper of item", item.number ?? item.id);
  const [head] = highWithoutNarrative(paper);
  if (head !== undefined && paper.withheld === undefined)
    throw fault(
      "meetings/narrative-missing",
      `A paper of item ${item.number ?? item.id} puts '${head}' at HIGH and says nothing of it.`,
      "Add the narrative that HIGH demands, or correct the level.",
    );
}

export const groundMissing = (what: string, which: string) =>
  fault(
    "meetings/ground-missing",
    `The ${what} ${which} is closed to the public and no ground is recorded.`,
    "Withhold it first, with its ground and reasoning, or open it.",
  );
