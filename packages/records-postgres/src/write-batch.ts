import { type PublicationClass, type Reference, referencesIn, referenceTo } from "@moothall/core";
import {
  type Batch,
  type Change,
  type CommitReceipt,
  keptInstant,
  keptText,
  type Occasion,
  planReprojection,
  planWrite,
  type TargetClasses,
  Touches,
  type Write,
} from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { findRecords, type Place } from "./held.ts";
import type { Kinds } from "./kinds.ts";
import { Pending } from "./pending.ts";
import { classesOf } from "./target-classes.ts";
import { writeTouches } from "./write-fields.ts";
import { type Done, writePending } from "./write-pending.ts";

/** Writes that are decided and written together. */
const stretch = 500;

/** Others refer to a record that is now seen by others than before: nobody else may write then. */
export class NeedsEverything extends Error {}

export interface Written {
  readonly receipt: CommitReceipt;
  /** The first entry that was written, by which it can be told later whether it was. */
  readonly first: { readonly digest: string; readonly place: Place } | undefined;
}

/** Writes a batch inside a transaction that holds the locks for it, `alone` if for everything. */
export async function writeBatch(
  from: Querying,
  kinds: Kinds,
  batch: Batch,
  alone: boolean,
): Promise<Written> {
  const occasion: Occasion = { at: keptInstant(batch.at), by: keptText(batch.by) };
  const classes = new Classes(from, batch);
  const results: CommitReceipt["results"][number][] = [];
  const moved = new Set<Reference>();
  const touches = new Touches();
  let first: Written["first"];
  for (let start = 0; start < batch.writes.length; start += stretch) {
    const writes = batch.writes.slice(start, start + stretch);
    const pendings = await pendingOf(from, kinds, writes);
    await classes.learn(writes.flatMap((write) => referencesOf(write)));
    const done: Done[] = [];
    for (const write of writes) {
      const reference = referenceTo(write.kind, write.id);
      const pending = pendings.get(reference);
      if (pending === undefined) throw new Error(`${reference} was not looked up`);
      const change = planWrite(
        keptReason(write),
        pending.held,
        classes.among(referencesOf(write)),
        occasion,
      );
      pending.apply(change);
      touches.see(pending.kind.model, change);
      if (change.entry !== undefined) {
        done.push({ pending, entry: change.entry });
        first ??= { digest: change.entry.digest, place: write };
      }
      if (hiddenFromOthers(change)) moved.add(reference);
      results.push({
        kind: write.kind,
        id: write.id,
        outcome: change.outcome,
        versions: change.after.versions,
      });
    }
    await writePending(from, done);
  }
  await reproject(from, kinds, moved, classes, occasion, alone ? undefined : batch, touches);
  await writeTouches(from, kinds, touches);
  return { receipt: { results }, first };
}

/** What is committed to is what is kept. */
const keptReason = (write: Write): Write =>
  write.action === "put" ? write : { ...write, reason: keptText(write.reason) };

const referencesOf = (write: Write): readonly Reference[] =>
  write.action === "put" ? [...referencesIn(write.data)] : [];

async function pendingOf(
  from: Querying,
  kinds: Kinds,
  places: readonly Place[],
): Promise<ReadonlyMap<string, Pending>> {
  const unique = new Map(places.map((place) => [referenceTo(place.kind, place.id), place]));
  const found = await findRecords(from, [...unique.values()]);
  const pendings = new Map<string, Pending>();
  for (const [reference, record] of found) {
    const kind = await kinds.find(from, record.held.kind);
    if (kind === undefined) throw new Error(`the kind ${record.held.kind} was not made`);
    pendings.set(reference, new Pending(kind, record));
  }
  return pendings;
}

/** Whether references to a record are now withheld from others than before. */
const hiddenFromOthers = ({ before, after }: Change): boolean =>
  (before.entries === 0 ? "public" : before.classification.record) !== after.classification.record;

/** The classes of what is referred to, as they will be once the whole batch is written. */
class Classes {
  readonly #from: Querying;
  readonly #known = new Map<Reference, PublicationClass | undefined>();

  constructor(from: Querying, batch: Batch) {
    this.#from = from;
    for (const write of batch.writes) {
      if (write.action === "put")
        this.#known.set(referenceTo(write.kind, write.id), write.classification.record);
    }
  }

  async learn(references: readonly Reference[]): Promise<void> {
    const unknown = [...new Set(references)].filter((reference) => !this.#known.has(reference));
    const found = await classesOf(this.#from, unknown);
    for (const reference of unknown) this.#known.set(reference, found.get(reference));
  }

  among(references: readonly Reference[]): TargetClasses {
    const classes = new Map<Reference, PublicationClass>();
    for (const reference of references) {
      const known = this.#known.get(reference);
      if (known !== undefined) classes.set(reference, known);
    }
    return classes;
  }
}

/**
 * Writes the documents that refer to these records anew, now that others may see them than before.
 * @param batch What is locked; undefined where everything is.
 */
async function reproject(
  from: Querying,
  kinds: Kinds,
  moved: ReadonlySet<Reference>,
  classes: Classes,
  occasion: Occasion,
  batch: Batch | undefined,
  touches: Touches,
): Promise<void> {
  if (moved.size === 0) return;
  const sources = await from.all<Place>(
    `SELECT DISTINCT k.kind, l.id FROM links_confidential AS l
     JOIN kinds AS k ON k.number = l.kind WHERE l.target = ANY (?::text[]) ORDER BY k.kind, l.id`,
    [...moved],
  );
  if (batch !== undefined && !sources.every(isWrittenBy(batch))) throw new NeedsEverything();
  for (let start = 0; start < sources.length; start += stretch) {
    const pendings = await pendingOf(from, kinds, sources.slice(start, start + stretch));
    const done: Done[] = [];
    for (const pending of pendings.values()) {
      const references = [...referencesIn(JSON.parse(pending.held.data))];
      await classes.learn(references);
      const change = planReprojection(pending.held, classes.among(references), occasion);
      if (change?.entry === undefined) continue;
      pending.apply(change);
      touches.see(pending.kind.model, change);
      done.push({ pending, entry: change.entry });
    }
    await writePending(from, done);
  }
}

function isWrittenBy(batch: Batch): (place: Place) => boolean {
  const written = new Set(batch.writes.map(({ kind, id }) => referenceTo(kind, id)));
  return ({ kind, id }) => written.has(referenceTo(kind, id));
}
