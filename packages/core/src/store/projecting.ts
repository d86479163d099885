import type { Reference } from "../identifier.ts";
import {
  type Classification,
  clears,
  type PublicationClass,
  project,
  publicationClasses,
  referencesIn,
} from "../publication.ts";
import { sameJson } from "./canonical.ts";
import { forEachClass, type HeldView, type PerClass } from "./held-record.ts";
import type { SeenChange } from "./history-chain.ts";
import { stampedText } from "./stamp.ts";

/**
 * The class of each record that is referred to, as last written; nothing for a record that never
 * was. A deleted or erased one keeps its class, so that taking away what was hidden shows nowhere.
 */
export type TargetClasses = ReadonlyMap<Reference, PublicationClass>;

/** The references that a clearance may not see, among those whose class is known. */
export function hiddenAmong(
  references: Iterable<Reference>,
  targets: TargetClasses,
  clearance: PublicationClass,
): ReadonlySet<Reference> {
  const hidden = new Set<Reference>();
  for (const reference of references) {
    const of = targets.get(reference);
    if (of !== undefined && !clears(clearance, of)) hidden.add(reference);
  }
  return hidden;
}

/** The document of each clearance as JSON text; undefined where it sees nothing of the record. */
export function documentsOf(
  data: Record<string, unknown>,
  classification: Classification,
  targets: TargetClasses,
): PerClass<string | undefined> {
  const references = targets.size === 0 ? [] : referencesIn(data);
  const texts = new Map<unknown, string>();
  return forEachClass((clearance) => {
    const hidden = hiddenAmong(references, targets, clearance);
    const document = project(data, classification, clearance, hidden)?.document;
    if (document === undefined) return undefined;
    let text = texts.get(document);
    if (text === undefined) {
      text = JSON.stringify(document);
      texts.set(document, text);
    }
    return text;
  });
}

export interface ViewsAfter {
  readonly views: PerClass<HeldView | undefined>;
  readonly versions: PerClass<number>;
  /** Where a clearance saw something happen. */
  readonly seen: PerClass<SeenChange | undefined>;
}

/**
 * The views after a change. A clearance whose document is the same JSON as before sees nothing
 * happen: its text, version and times stay.
 */
export function viewsAfter(
  before: { readonly views: PerClass<HeldView | undefined>; readonly versions: PerClass<number> },
  documents: PerClass<string | undefined>,
  at: string,
): ViewsAfter {
  const views: Record<string, HeldView | undefined> = {};
  const versions: Record<string, number> = {};
  const seen: Record<string, SeenChange | undefined> = {};
  for (const clearance of publicationClasses) {
    const held = before.views[clearance];
    const document = documents[clearance];
    const version = before.versions[clearance];
    versions[clearance] = version;
    views[clearance] = held;
    if (document === undefined) {
      if (held === undefined) continue;
      versions[clearance] = version + 1;
      views[clearance] = undefined;
      seen[clearance] = { version: version + 1, action: "deleted", document };
    } else if (held === undefined || !holds(held, document)) {
      const stamp = { version: version + 1, created: held?.created ?? at, modified: at };
      versions[clearance] = version + 1;
      views[clearance] = { ...stamp, text: stampedText(document, stamp) };
      const action = held === undefined ? "created" : "replaced";
      seen[clearance] = { version: version + 1, action, document };
    }
  }
  return { views, versions, seen } as unknown as ViewsAfter;
}

function holds(held: HeldView, document: string): boolean {
  if (held.text === stampedText(document, held)) return true;
  // A change that this clearance cannot see may have moved the properties that it can.
  const { record: _, ...before } = JSON.parse(held.text);
  return sameJson(before, JSON.parse(document));
}
