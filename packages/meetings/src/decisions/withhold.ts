import { parseReference, type Reference, referenceTo } from "@moothall/core";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import { papersOf, profileOfMeeting } from "../agenda/meeting-records.ts";
import { fault } from "../errors.ts";
import type { SeenItem } from "../resources/agenda-item.ts";
import { dayOf } from "../resources/meeting-start.ts";
import type { Withholding } from "../resources/publishing.ts";
import { type DecidedRecord, put } from "./decided.ts";

/** The kinds that can be withheld by name. What hangs on them is withheld with them. */
export const withholdableKinds = [
  "meetings/agenda-item",
  "meetings/paper",
  "meetings/resolution",
  "meetings/motion",
  "meetings/action",
  "meetings/decision",
  "meetings/question",
  "meetings/declaration-of-interest",
  "meetings/attendance",
] as const;

export interface WithholdingDecision {
  /** The records from which the public is shut out, by reference. */
  readonly withheld: readonly Reference[];
  readonly writes: readonly DecidedRecord[];
}

/**
 * Withholds an item, or one record of a meeting, from the public. With an item go its sub-items, its
 * papers and their files, what was resolved, moved, voted, asked and declared under it, the actions
 * and decisions that came of it, its minute, and its place in everything that was published.
 *
 * @throws MoothallError `meetings/ground-not-of-profile`, `meetings/not-withholdable`,
 * `core/not-found` is the caller's to raise.
 */
export function withhold(
  about: Reference,
  withheld: Withholding,
  records: MeetingRecords,
): WithholdingDecision {
  refuseForeignGround(withheld.ground, records);
  const marked = new Map<Reference, DecidedRecord>();
  const mark = (kind: `meetings/${string}`, record: { readonly id: string }, more: object = {}) => {
    marked.set(referenceTo(kind, record.id), put(kind, { ...record, withheld, ...more }));
  };
  const { kind, id } = parseReference(about);
  const items = kind === "meetings/agenda-item" ? withSubItems(about, records.items) : [];
  const itemReferences = new Set(items.map((each) => referenceTo("meetings/agenda-item", each.id)));
  for (const item of items) mark("meetings/agenda-item", item, { session: "closed" });
  const papers =
    kind === "meetings/paper"
      ? records.papers.filter((each) => each.id === id)
      : items.flatMap((item) => papersOf(item, records.papers));
  const paperReferences = new Set(papers.map((each) => referenceTo("meetings/paper", each.id)));
  for (const paper of papers) mark("meetings/paper", paper);
  for (const version of records.versions) {
    if (paperReferences.has(version.paper as Reference)) mark("meetings/paper-version", version);
  }
  const motions = markOutcomes(records, { kind, id }, itemReferences, mark);
  for (const vote of records.votes) {
    if (motions.has(vote.motion)) mark("meetings/vote", vote, { session: "closed" });
  }
  if (marked.size === 0)
    throw fault(
      "meetings/not-withholdable",
      `${about} is nothing of this meeting that can be withheld.`,
      `Name one of ${withholdableKinds.join(", ")}.`,
    );
  const around = [
    ...markMinutes(records, itemReferences, withheld.ground),
    ...markPublications(records, itemReferences, paperReferences, withheld.ground),
  ];
  return { withheld: [...marked.keys()], writes: [...marked.values(), ...around] };
}

function refuseForeignGround(ground: string, records: MeetingRecords): void {
  const profile = profileOfMeeting(records);
  if (profile === undefined || profile.grounds.includes(ground)) return;
  throw fault(
    "meetings/ground-not-of-profile",
    `'${ground}' is no ground on which a body of the profile '${profile.id}' may withhold on ${dayOf(records.meeting)}.`,
    `Use one of: ${profile.grounds.join(", ")}.`,
  );
}

function withSubItems(about: Reference, items: readonly SeenItem[]): SeenItem[] {
  const found = new Set<string>([about]);
  let size = 0;
  while (size < found.size) {
    size = found.size;
    for (const item of items) {
      if (item.parent !== undefined && found.has(item.parent))
        found.add(referenceTo("meetings/agenda-item", item.id));
    }
  }
  return items.filter(({ id }) => found.has(referenceTo("meetings/agenda-item", id)));
}

type Mark = (kind: `meetings/${string}`, record: { readonly id: string }, more?: object) => void;

/** Marks what came of the items, or the one record that is named; answers the motions among them. */
function markOutcomes(
  records: MeetingRecords,
  about: { readonly kind: string; readonly id: string },
  items: ReadonlySet<string>,
  mark: Mark,
): ReadonlySet<string> {
  const lists = [
    ["resolution", records.resolutions, { session: "closed" }],
    ["motion", records.motions, { session: "closed" }],
    ["action", records.actions, {}],
    ["decision", records.decisions, {}],
    ["question", records.questions, {}],
    ["declaration-of-interest", records.declarations, {}],
    ["attendance", records.attendance, {}],
  ] as const;
  const motions = new Set<string>();
  for (const [resource, list, more] of lists) {
    const kind = `meetings/${resource}` as const;
    for (const each of list) {
      const item = (each as { item?: string }).item;
      const named = about.kind === kind && about.id === each.id;
      if (!named && (item === undefined || !items.has(item))) continue;
      mark(kind, each, more);
      if (resource === "motion") motions.add(referenceTo(kind, each.id));
    }
  }
  return motions;
}

function markMinutes(
  { minutes }: MeetingRecords,
  items: ReadonlySet<string>,
  ground: string,
): DecidedRecord[] {
  if (minutes === undefined || !minutes.minutes.some(({ item }) => item && items.has(item)))
    return [];
  const marked = minutes.minutes.map((each) =>
    each.item !== undefined && items.has(each.item)
      ? { ...each, session: "closed" as const, ground }
      : each,
  );
  return [put("meetings/minutes", { ...minutes, minutes: marked })];
}

function markPublications(
  { publications }: MeetingRecords,
  items: ReadonlySet<string>,
  papers: ReadonlySet<string>,
  ground: string,
): DecidedRecord[] {
  return publications.flatMap((publication) => {
    const touched = publication.items.some(
      (each) => items.has(each.item) || (each.papers ?? []).some(({ paper }) => papers.has(paper)),
    );
    if (!touched) return [];
    const marked = publication.items.map((each) => ({
      ...each,
      ...(items.has(each.item) && { ground }),
      ...(each.papers !== undefined && {
        papers: each.papers.map((paper) =>
          papers.has(paper.paper) ? { ...paper, ground } : paper,
        ),
      }),
    }));
    return [put("meetings/publication", { ...publication, items: marked })];
  });
}
