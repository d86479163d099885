import { type Kind, referencesIn, referenceTo } from "@moothall/core";
import { type Batch, sha256 } from "@moothall/core/store";
import type { Querying } from "./connections.ts";

/**
 * Who writes what holds these locks of the database until the transaction ends, so that what it
 * decided on cannot move: everything (shared, or alone), kinds, and single records and references.
 * They are taken in one order, so that no two wait for each other.
 */
export interface Locks {
  /** Nobody else writes meanwhile; then no other lock is needed. */
  readonly alone: boolean;
  readonly keys: readonly { readonly key: bigint; readonly alone: boolean }[];
}

/** Locks that a transaction takes at most; the server has room for 64 each. */
const mostLocks = 48;

/** A number of 64 bits for a name, which is what PostgreSQL locks by. */
export const lockKey = (schema: string, name: string): bigint =>
  BigInt.asIntN(64, BigInt(`0x${sha256(`moothall ${schema} ${name}`).slice(0, 16)}`));

export const everything: Locks = { alone: true, keys: [] };

/** The locks that a batch needs, or everything where those would be too many. */
export function locksOf(schema: string, batch: Batch): Locks {
  if (batch.writes.length > mostLocks) return everything;
  const wanted = new Map<string, boolean>();
  const want = (name: string, alone: boolean) =>
    wanted.set(name, alone || wanted.get(name) === true);
  const kindName = (kind: Kind) => `kind ${kind}`;
  const recordName = (reference: string) => `record ${reference}`;
  for (const write of batch.writes) {
    // Whoever holds to a sum over the kind keeps all others from writing in it.
    want(kindName(write.kind), false);
    want(recordName(referenceTo(write.kind, write.id)), true);
    // The class of what is referred to decides what is shown.
    if (write.action === "put")
      for (const reference of referencesIn(write.data)) want(recordName(reference), false);
  }
  for (const { kind, id } of batch.unchanged ?? []) want(recordName(referenceTo(kind, id)), false);
  for (const { kind } of batch.totals ?? []) want(kindName(kind), true);
  if (wanted.size > mostLocks) return everything;
  const keys = new Map<bigint, boolean>();
  for (const [name, alone] of [...wanted].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const key = lockKey(schema, name);
    keys.set(key, alone || keys.get(key) === true);
  }
  return { alone: false, keys: [...keys].map(([key, alone]) => ({ key, alone })) };
}

export async function lock(from: Querying, schema: string, locks: Locks): Promise<void> {
  const all = { key: lockKey(schema, "everything"), alone: locks.alone };
  const inOrder = [all, ...locks.keys];
  await from.all(
    `SELECT CASE WHEN alone THEN pg_advisory_xact_lock(key) ELSE pg_advisory_xact_lock_shared(key) END
     FROM unnest(?::bigint[], ?::boolean[]) AS wanted (key, alone)`,
    inOrder.map(({ key }) => String(key)),
    inOrder.map(({ alone }) => alone),
  );
}
