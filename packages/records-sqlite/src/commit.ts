import {
  type Kind,
  type PublicationClass,
  parseReference,
  type Reference,
  referencesIn,
  referenceTo,
} from "@moothall/core";
import {
  type Batch,
  type CommitReceipt,
  checkAggregate,
  guardBroken,
  keptInstant,
  meets,
  type Occasion,
  planReprojection,
  planWrite,
  requireTotal,
  requireWritable,
  type TargetClasses,
  Touches,
  totalQuery,
} from "@moothall/core/store";
import { aggregate } from "./aggregate.ts";
import type { Connection } from "./connection.ts";
import { findByKey, findRecord } from "./held.ts";
import { type Kinds, writeTouches } from "./kinds.ts";
import { dropRemovedWords } from "./search-index.ts";
import { writeChange } from "./write-record.ts";

type Result = CommitReceipt["results"][number];

/**
 * Writes a batch, step by step so that a long one can let others have a turn: yields how many of
 * its writes are done. Inside a transaction.
 */
export function* writeBatch(
  connection: Connection,
  kinds: Kinds,
  batch: Batch,
): Generator<number, CommitReceipt> {
  const occasion: Occasion = { at: keptInstant(batch.at), by: batch.by };
  for (const write of batch.writes) requireWritable(write);
  requireGuards(connection, kinds, batch);
  requireTotals(connection, kinds, batch);
  const classes = new Classes(connection, kinds, batch);
  const results: Result[] = [];
  const moved = new Set<Reference>();
  const touches = new Touches();
  for (const [index, write] of batch.writes.entries()) {
    const kind = kinds.ensure(connection, write.kind);
    const found = findRecord(connection, write.kind, kind.number, write.id);
    const targets =
      write.action === "put" ? classes.of(referencesIn(write.data)) : new Map<Reference, never>();
    const change = planWrite(write, found.held, targets, occasion);
    writeChange(connection, kind, found, change);
    touches.see(kind.model, change);
    if (hiddenFromOthers(change.before, change.after)) moved.add(referenceTo(write.kind, write.id));
    results.push({
      kind: write.kind,
      id: write.id,
      outcome: change.outcome,
      versions: change.after.versions,
    });
    if (index % 200 === 199) yield index + 1;
  }
  for (const target of moved) reproject(connection, kinds, target, classes, occasion, touches);
  writeTouches(connection, kinds, touches);
  if (batch.writes.some(({ action }) => action === "erase")) dropRemovedWords(connection);
  return { results };
}

interface Hiding {
  readonly entries: number;
  readonly classification: { readonly record: PublicationClass };
}

/** Whether references to a record are now withheld from others than before. */
const hiddenFromOthers = (before: Hiding, after: Hiding): boolean =>
  (before.entries === 0 ? "public" : before.classification.record) !== after.classification.record;

/** The classes of what is referred to, as they will be once the whole batch is written. */
class Classes {
  readonly #connection: Connection;
  readonly #kinds: Kinds;
  readonly #known = new Map<Reference, PublicationClass | undefined>();

  constructor(connection: Connection, kinds: Kinds, batch: Batch) {
    this.#connection = connection;
    this.#kinds = kinds;
    for (const write of batch.writes) {
      if (write.action === "put")
        this.#known.set(referenceTo(write.kind, write.id), write.classification.record);
    }
  }

  of(references: Iterable<Reference>): TargetClasses {
    const classes = new Map<Reference, PublicationClass>();
    for (const reference of references) {
      if (!this.#known.has(reference))
        this.#known.set(reference, classOf(this.#connection, this.#kinds, reference));
      const known = this.#known.get(reference);
      if (known !== undefined) classes.set(reference, known);
    }
    return classes;
  }
}

/** The class of a record as last written, deleted ones too; undefined when it was never written. */
function classOf(
  connection: Connection,
  kinds: Kinds,
  reference: Reference,
): PublicationClass | undefined {
  const { kind, id } = parseReference(reference);
  const stored = kinds.find(connection, kind);
  if (stored === undefined) return undefined;
  return connection.get<{ class: PublicationClass }>(
    "SELECT class FROM records WHERE kind = ? AND id = ?",
    stored.number,
    id,
  )?.class;
}

export function classesOf(
  connection: Connection,
  kinds: Kinds,
  references: Iterable<Reference>,
): TargetClasses {
  const classes = new Map<Reference, PublicationClass>();
  for (const reference of references) {
    const of = classOf(connection, kinds, reference);
    if (of !== undefined) classes.set(reference, of);
  }
  return classes;
}

/** Writes the documents that refer to a record anew, now that others may see it than before. */
function reproject(
  connection: Connection,
  kinds: Kinds,
  target: Reference,
  classes: Classes,
  occasion: Occasion,
  touches: Touches,
): void {
  const sources = connection.all<{ source: number }>(
    "SELECT source FROM links WHERE target = ?",
    target,
  );
  for (const { source } of sources) {
    const place = findByKey(connection, source);
    if (place === undefined) continue;
    const kind = kinds.ofNumber(connection, place.kind);
    const found = findRecord(connection, kind.model.kind, kind.number, place.id);
    const targets = classes.of(referencesIn(JSON.parse(found.held.data)));
    const change = planReprojection(found.held, targets, occasion);
    if (change === undefined) continue;
    writeChange(connection, kind, found, change);
    touches.see(kind.model, change);
  }
}

function requireGuards(connection: Connection, kinds: Kinds, batch: Batch): void {
  for (const { kind, id, expect } of batch.unchanged ?? []) {
    const { held } = findRecord(connection, kind, numberOf(connection, kinds, kind), id);
    if (!meets(held, expect)) throw guardBroken(kind, id);
  }
}

const numberOf = (connection: Connection, kinds: Kinds, kind: Kind): number | undefined =>
  kinds.find(connection, kind)?.number;

function requireTotals(connection: Connection, kinds: Kinds, batch: Batch): void {
  for (const guard of batch.totals ?? []) {
    const stored = kinds.find(connection, guard.kind);
    const rows =
      stored === undefined
        ? []
        : aggregate(
            connection,
            stored,
            guard.clearance,
            checkAggregate(stored.model, totalQuery(guard)),
          );
    requireTotal(guard, rows);
  }
}
