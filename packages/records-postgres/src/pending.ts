import {
  type PublicationClass,
  publicationClasses,
  type Reference,
  referencesIn,
} from "@moothall/core";
import {
  type ChainedEntry,
  type Change,
  forEachClass,
  type HeldRecord,
  type HeldView,
  type IndexRow,
  indexRow,
} from "@moothall/core/store";
import type { Found } from "./held.ts";
import type { StoredKind } from "./kinds.ts";
import { lexemes, searchWords } from "./words.ts";

/** What is indexed of a document. */
export interface Reading {
  readonly row: IndexRow;
  readonly words: readonly string[];
  readonly references: ReadonlySet<Reference>;
}

/** What has happened to a clearance's view of a record. */
export interface PendingView {
  readonly view: HeldView | undefined;
  readonly reading: Reading | undefined;
  /** Came into sight, so that it is the newest of all that is seen. */
  readonly anew: boolean;
  /** Where it is not seen any more. */
  readonly gone: Gone | undefined;
}

export interface Gone {
  readonly version: number;
  /** Undefined where it was not seen before this, either. */
  readonly created: string | undefined;
  readonly modified: string;
}

/** A record to which something has been done that is not written yet. */
export class Pending {
  readonly kind: StoredKind;
  readonly found: Found;
  readonly entries: ChainedEntry[] = [];
  readonly views = new Map<PublicationClass, PendingView>();
  key: string | undefined;
  #held: HeldRecord;

  constructor(kind: StoredKind, found: Found) {
    this.kind = kind;
    this.found = found;
    this.key = found.key;
    this.#held = found.held;
  }

  /** As it is from now on. */
  get held(): HeldRecord {
    return this.#held;
  }

  /** @throws MoothallError `core/bad-input` where a value does not fit its indexed field. */
  apply({ entry, before, after }: Change): void {
    if (entry === undefined) return;
    const readings = new Map<string, Reading>();
    for (const of of publicationClasses) {
      const seen = entry.seen[of];
      if (seen === undefined) continue;
      const view = after.views[of];
      this.views.set(of, {
        view,
        reading: seen.document === undefined ? undefined : this.#read(seen.document, readings),
        anew:
          seen.action === "created" || (view !== undefined && this.views.get(of)?.anew === true),
        gone:
          view === undefined
            ? {
                version: seen.version,
                created: before.views[of]?.created ?? this.views.get(of)?.gone?.created,
                modified: entry.at,
              }
            : undefined,
      });
    }
    this.entries.push(entry);
    this.#held = after;
  }

  /** Most records look the same to all, and then are taken apart once. */
  #read(text: string, readings: Map<string, Reading>): Reading {
    const known = readings.get(text);
    if (known !== undefined) return known;
    const document = JSON.parse(text);
    const reading = {
      row: indexRow(this.kind.model, document),
      words: lexemes(searchWords(this.kind.model, document)),
      references: referencesIn(document),
    };
    readings.set(text, reading);
    return reading;
  }
}

/** The versions of a record, as the columns of a row. */
export const versionColumns = ({ versions }: Pick<HeldRecord, "versions">) => ({
  version_public: versions.public,
  version_restricted: versions.restricted,
  version_confidential: versions.confidential,
});

/** What each clearance saw happen, as the columns of a row. */
export function seenColumns(entry: ChainedEntry): Record<string, string | number | null> {
  const documents = forEachClass((of) => {
    const text = entry.seen[of]?.document;
    return text === undefined || text === entry.data ? null : text;
  });
  return {
    ...Object.fromEntries(
      publicationClasses.flatMap((of) => [
        [`version_${of}`, entry.seen[of]?.version ?? null],
        [`action_${of}`, entry.seen[of]?.action ?? null],
      ]),
    ),
    document_public: documents.public,
    document_restricted: documents.restricted,
  };
}
