import { parseReference, referenceTo } from "@moothall/core";
import { canonicalText, sha256 } from "@moothall/core/store";
import type { Publication } from "../resources/publication.ts";
import type { AgendaEntry } from "./diff-agenda.ts";
import { asPublic, type MeetingRecords, papersOf } from "./meeting-records.ts";

type FrozenItem = Publication["items"][number];

/** The items of an agenda as the public sees them: of a withheld one its place and its ground. */
export function freezeItems(records: MeetingRecords): FrozenItem[] {
  const seen = asPublic(records);
  return seen.items
    .filter(({ notTaken }) => notTaken === undefined)
    .map(
      (item): FrozenItem => ({
        item: referenceTo("meetings/agenda-item", item.id),
        ...(item.number !== undefined && { number: item.number }),
        ...(item.title !== undefined && { title: item.title }),
        session: item.session,
        ...(item.withheld !== undefined && { ground: item.withheld.ground }),
        papers: papersOf(item, seen.papers).map((paper) => ({
          paper: referenceTo("meetings/paper", paper.id),
          ...(paper.title !== undefined && { title: paper.title }),
          version: paper.version,
          ...(paper.withheld !== undefined && { ground: paper.withheld.ground }),
        })),
      }),
    );
}

/** SHA-256 over what the public was given, in canonical JSON (RFC 8785). */
export const digestOf = (items: readonly FrozenItem[]): string => sha256(canonicalText(items));

/** A frozen agenda as it is compared with another. */
export const entriesOf = (items: readonly FrozenItem[]): AgendaEntry[] =>
  items.map(({ item, papers = [], ...rest }) => ({
    ...rest,
    id: parseReference(item).id,
    papers: papers.map(({ paper, ...each }) => ({ ...each, id: parseReference(paper).id })),
  }));
