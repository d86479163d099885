import type { Reference } from "../identifier.ts";
import {
  type Classification,
  clears,
  type PublicationClass,
  project,
  referencesIn,
  segmentsOf,
  widenOverItems,
} from "../publication.ts";
import { sameJson } from "./canonical.ts";
import type { HistoryAction } from "./history-chain.ts";
import { hiddenAmong, type TargetClasses } from "./projecting.ts";
import { stampedText } from "./stamp.ts";
import type { HistoryEntry, StoredText } from "./store.ts";

/** What a clearance saw happen, as it was kept: oldest first. */
export interface KeptView {
  readonly version: number;
  readonly at: string;
  readonly action: HistoryAction;
  /** Kept back from those who did not see the deletion or erasure itself. */
  readonly reason: string | null;
  readonly by: string;
  /** JSON text without the stamp. */
  readonly document: string | null;
}

/** A kept view as it may be read now. */
export interface NarrowedView extends KeptView {
  /** Since when the clearance had been seeing the record. */
  readonly created: string;
}

/** The references in kept documents, whose classes now have to be known to read them. */
export function referencesInViews(views: readonly KeptView[]): ReadonlySet<Reference> {
  const found = new Set<Reference>();
  for (const { document } of views) {
    // Every reference has two slashes; most documents need no parsing to see that they have none.
    if (document?.includes("/")) referencesIn(JSON.parse(document), found);
  }
  return found;
}

/**
 * What may be read now of what was seen then: the narrower of both classes. What differed only in
 * what is withheld now has become one view, which bears the version and time of its first.
 *
 * @param now The classification as last written.
 * @param targets The classes now of what the kept documents refer to.
 */
export function narrowViews(
  views: readonly KeptView[],
  now: Classification,
  clearance: PublicationClass,
  targets: TargetClasses,
): NarrowedView[] {
  if (!clears(clearance, now.record)) return [];
  const withheld = Object.entries(now.paths ?? {})
    .filter(([, of]) => !clears(clearance, of))
    .map(([pattern]) => propertyIn(pattern));
  const untouched =
    [...targets.values()].every((of) => clears(clearance, of)) &&
    views.every(({ document }) => withheld.every((name) => document?.includes(name) !== true));
  const wide = untouched ? now : widenOverItems(now);
  const narrowed: NarrowedView[] = [];
  let before: unknown;
  let created = "";
  for (const view of views) {
    if (view.action === "created") created = view.at;
    if (view.document === null) {
      before = undefined;
      narrowed.push({ ...view, created });
    } else if (untouched) {
      narrowed.push({ ...view, created });
    } else {
      const then = JSON.parse(view.document) as Record<string, unknown>;
      const hidden = hiddenAmong(referencesIn(then), targets, clearance);
      const document = project(then, wide, clearance, hidden)?.document;
      if (before !== undefined && sameJson(before, document)) continue;
      before = document;
      narrowed.push({ ...view, document: JSON.stringify(document), created });
    }
  }
  return narrowed;
}

/**
 * What stands in the JSON text of every document that has something at a path: the last of its
 * properties that is named. Most documents are seen at once to have nothing there.
 */
function propertyIn(pattern: string): string {
  const named = segmentsOf(pattern).findLast((segment) => !/^(?:\*|[0-9]+)$/.test(segment));
  return named === undefined ? "" : `${JSON.stringify(named)}:`;
}

/** The view at a moment (as `keptInstant` gives it); undefined when there was none. */
export function viewAt(
  id: string,
  views: readonly NarrowedView[],
  at: string,
): StoredText | undefined {
  const view = views.findLast((candidate) => candidate.at <= at);
  if (view === undefined || view.document === null) return undefined;
  return storedView(id, view, view.document);
}

const storedView = (id: string, view: NarrowedView, document: string): StoredText => ({
  id,
  text: stampedText(document, {
    version: view.version,
    created: view.created,
    modified: view.at,
  }),
  version: view.version,
  modified: view.at,
});

/** A record's history as a clearance reads it, oldest first. */
export const historyEntries = (
  views: readonly NarrowedView[],
  clearance: PublicationClass,
): HistoryEntry[] =>
  views.map((view) => ({
    version: view.version,
    at: view.at,
    action: view.action,
    ...(view.reason === null ? {} : { reason: view.reason }),
    ...(clearance === "confidential" ? { by: view.by } : {}),
    ...(view.document === null
      ? {}
      : {
          text: stampedText(view.document, {
            version: view.version,
            created: view.created,
            modified: view.at,
          }),
        }),
  }));
