import { setTimeout as sleep } from "node:timers/promises";
import {
  type Batch,
  type CommitReceipt,
  checkAggregate,
  guardBroken,
  meets,
  type ResourceModel,
  requireTotal,
  requireWritable,
  totalQuery,
} from "@moothall/core/store";
import { aggregate } from "./aggregate.ts";
import { buildKind, touchAll } from "./build-kind.ts";
import type { RoleNames } from "./clearance-roles.ts";
import { CommitUnsure, type Connections, type Querying, type Transaction } from "./connections.ts";
import { isCollision, isLost, isOutdated, unsure } from "./fault.ts";
import { findRecords } from "./held.ts";
import { Kinds } from "./kinds.ts";
import { everything, type Locks, lock, locksOf } from "./locks.ts";
import { NeedsEverything, type Written, writeBatch } from "./write-batch.ts";

/** Times that a transaction is begun again when others were in its way. */
const mostCollisions = 8;

export interface WriterParts {
  readonly connections: Connections;
  readonly schema: string;
  readonly location: string;
  readonly roles: RoleNames | undefined;
}

/** What writes the records of a database, beside others that do. */
export class Writer {
  readonly #parts: WriterParts;
  readonly #kinds = new Kinds();

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** Makes or makes anew what is indexed of these kinds; `always` also where they are there. */
  async prepare(models: readonly ResourceModel[], always = true): Promise<void> {
    await this.#kinds.refresh(this.#parts.connections);
    if (this.#missing(models, always).length === 0) return;
    await this.alone(async (transaction) => {
      await transaction.execute("SET LOCAL statement_timeout = 0");
      await this.#kinds.refresh(transaction);
      const missing = this.#missing(models, always);
      const before = missing.map(({ kind }) => this.#kinds.known(kind));
      for (const [index, model] of missing.entries())
        await buildKind(transaction, before[index], model, this.#parts.roles);
      await transaction.all("UPDATE store SET generation = generation + 1");
      if (before.some((stored) => stored !== undefined)) {
        await this.#kinds.refresh(transaction);
        await touchAll(transaction, this.#kinds);
      }
      // Read again once it is written; until then there may be nothing to read.
      this.#kinds.forget();
    });
  }

  #missing(models: readonly ResourceModel[], always: boolean): readonly ResourceModel[] {
    const outdated = this.#kinds.outdated(models);
    return always ? outdated : outdated.filter(({ kind }) => this.#kinds.known(kind) === undefined);
  }

  async commit(batch: Batch): Promise<CommitReceipt> {
    for (const write of batch.writes) requireWritable(write);
    const kinds = new Set(batch.writes.map(({ kind }) => kind));
    if ([...kinds].some((kind) => this.#kinds.known(kind) === undefined))
      await this.prepare(
        [...kinds].map((kind) => ({ kind, fields: {} })),
        false,
      );
    return this.#persist(batch, locksOf(this.#parts.schema, batch));
  }

  /** Runs the work while nobody else writes. */
  alone<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#parts.connections.transaction(async (transaction) => {
      await lock(transaction, this.#parts.schema, everything);
      return work(transaction);
    });
  }

  /**
   * Begins again where others were in the way, where more has to be locked, and once where the
   * connection was lost: then first of all it looks whether the batch was written after all.
   */
  async #persist(batch: Batch, wanted: Locks): Promise<CommitReceipt> {
    let locks = wanted;
    let collisions = 0;
    let lost = false;
    let before: Written | undefined;
    for (;;) {
      let written: Written | undefined;
      try {
        return await this.#parts.connections.transaction(async (transaction) => {
          await lock(transaction, this.#parts.schema, locks);
          if (before !== undefined && (await isWritten(transaction, before))) return before.receipt;
          written = await this.#write(transaction, batch, locks.alone);
          return written.receipt;
        });
      } catch (cause) {
        if (cause instanceof NeedsEverything) locks = everything;
        else if ((isCollision(cause) || isOutdated(cause)) && collisions < mostCollisions) {
          collisions += 1;
          this.#kinds.forget();
          await sleep(Math.random() * 10 * 2 ** collisions);
        } else if (cause instanceof CommitUnsure && !lost) {
          lost = true;
          before = written;
        } else if (isLost(cause) && !lost) lost = true;
        else if (before !== undefined || cause instanceof CommitUnsure)
          throw isLost(cause) || cause instanceof CommitUnsure
            ? unsure(this.#parts.location)
            : cause;
        else throw cause;
      }
    }
  }

  async #write(transaction: Transaction, batch: Batch, alone: boolean): Promise<Written> {
    await this.#kinds.refresh(transaction);
    await requireGuards(transaction, batch);
    await this.#requireTotals(transaction, batch);
    return writeBatch(transaction, this.#kinds, batch, alone);
  }

  async #requireTotals(from: Querying, batch: Batch): Promise<void> {
    for (const guard of batch.totals ?? []) {
      const stored = await this.#kinds.find(from, guard.kind);
      const rows =
        stored === undefined
          ? []
          : await aggregate(
              from,
              stored,
              guard.clearance,
              checkAggregate(stored.model, totalQuery(guard)),
            );
      requireTotal(guard, rows);
    }
  }
}

async function requireGuards(from: Querying, { unchanged = [] }: Batch): Promise<void> {
  if (unchanged.length === 0) return;
  const found = await findRecords(from, unchanged);
  for (const { kind, id, expect } of unchanged) {
    const record = found.get(`${kind}/${id}`);
    if (record === undefined || !meets(record.held, expect)) throw guardBroken(kind, id);
  }
}

/** An entry's digest is salted, and so tells this writing of it from any other. */
async function isWritten(from: Querying, { first }: Written): Promise<boolean> {
  if (first === undefined) return true;
  const { kind, id } = first.place;
  const row = await from.get(
    `SELECT 1 FROM history AS h JOIN records AS r ON r.key = h.record
     JOIN kinds AS k ON k.number = r.kind WHERE k.kind = ? AND r.id = ? AND h.digest = ?`,
    kind,
    id,
    first.digest,
  );
  return row !== undefined;
}
