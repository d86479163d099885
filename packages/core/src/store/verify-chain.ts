import type { Kind } from "../identifier.ts";
import { publicationClasses } from "../publication.ts";
import type { HeldView, PerClass } from "./held-record.ts";
import { commitmentOf, type EntryContent, entryDigest, leavesOf } from "./history-chain.ts";
import { type Stamp, stampedText } from "./stamp.ts";
import type { HistoryFault } from "./store.ts";

/** An entry as it was found in a store. */
export interface FoundEntry extends EntryContent {
  /** Null once its content was erased. */
  readonly salt: string | null;
  readonly commitment: string;
  readonly digest: string;
}

/** A record's end of the chain, as the store holds it beside the history. */
export interface FoundHead {
  readonly kind: Kind;
  readonly id: string;
  readonly entries: number;
  readonly digest: string;
  /** What is held as the record's data, to be what the last entry committed to; null when deleted. */
  readonly data: string | null;
  /** What each clearance is shown, to be what the history says that it saw last. */
  readonly views: PerClass<HeldView | undefined>;
}

/**
 * What does not hold in one record's history. `entries` are in the order in which the store added
 * them, which is the order of their numbers unless someone changed it.
 */
export function verifyChain(head: FoundHead, entries: readonly FoundEntry[]): HistoryFault[] {
  const faults: HistoryFault[] = [];
  const say = (entry: number, fault: HistoryFault["fault"]) =>
    faults.push({ kind: head.kind, id: head.id, entry, fault });
  let previous = "";
  let expected = 1;
  for (const [index, found] of entries.entries()) {
    if (found.entry !== expected)
      say(found.entry > expected ? expected : found.entry, orderFault(entries, expected));
    else if (!entryHolds(found, previous, entries.slice(index + 1))) say(found.entry, "altered");
    previous = found.digest;
    expected = found.entry + 1;
  }
  if (head.entries >= expected) say(head.entries, "removed");
  const last = entries.at(-1);
  if (last !== undefined && head.entries === last.entry) {
    const dataHolds = last.salt === null || last.data === head.data;
    if (head.digest !== last.digest || !dataHolds || !viewsHold(head, entries))
      say(last.entry, "altered");
  } else if (head.entries < expected - 1) say(expected - 1, "altered");
  return faults;
}

const orderFault = (entries: readonly FoundEntry[], expected: number): HistoryFault["fault"] =>
  entries.some(({ entry }) => entry === expected) ? "reordered" : "removed";

function entryHolds(found: FoundEntry, previous: string, later: readonly FoundEntry[]): boolean {
  if (entryDigest(previous, found.commitment) !== found.digest) return false;
  if (found.salt !== null) return commitmentOf(leavesOf(found, found.salt)) === found.commitment;
  // Content may be gone only where a later entry, itself committed to, says that it was erased.
  return (
    found.data === null && later.some(({ action, salt }) => action === "erased" && salt !== null)
  );
}

const viewsHold = (head: FoundHead, entries: readonly FoundEntry[]): boolean =>
  publicationClasses.every((of) => {
    const view = head.views[of];
    const last = entries.findLast(({ seen }) => seen[of] !== undefined);
    const seen = last?.seen[of];
    if (last === undefined || seen?.document === undefined) return view === undefined;
    const created = entries.findLast((entry) => entry.seen[of]?.action === "created")?.at ?? "";
    const stamp = { version: seen.version, created, modified: last.at };
    return view?.text === stampedText(seen.document, stamp) && sameStamp(view, stamp);
  });

const sameStamp = (left: Stamp, right: Stamp): boolean =>
  left.version === right.version &&
  left.created === right.created &&
  left.modified === right.modified;
