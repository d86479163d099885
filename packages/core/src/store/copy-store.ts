import { MoothallError } from "../error.ts";
import { parseReference, type Reference, referenceTo } from "../identifier.ts";
import { type PublicationClass, publicationClasses, referencesIn } from "../publication.ts";
import { contentHash } from "./content-hash.ts";
import type { AuditEntry, FullRecord, Store, Write } from "./store.ts";

export interface Copied {
  readonly records: number;
  readonly tokens: number;
  /** Of what both stores hold now (`contentHash`). */
  readonly hash: string;
}

export interface CopyOptions {
  /** When and by whom the records are written in their new place. */
  readonly at: string;
  readonly by: string;
  /** Told now and then how many records are copied. */
  readonly progress?: (done: number, of: number) => void;
}

/** Records that are written at once. */
const together = 500;

/**
 * Copies all records as they are now, the tokens and the audit to a store that holds nothing, and
 * proves by their hash that both hold the same. History is not copied: in its new place it starts
 * with this copy. What is hidden comes first, so that no reference to it is shown even for a moment;
 * of records that are gone and still hide references to them a tombstone of their class is made.
 * @throws MoothallError `core/already-exists` when there is something at the destination,
 * `core/conflict` when the source was changed meanwhile.
 */
export async function copyStore(from: Store, to: Store, options: CopyOptions): Promise<Copied> {
  if ((await to.counts("confidential")).size > 0 || (await to.tokens()).length > 0)
    throw new MoothallError({
      code: "core/already-exists",
      message: `There are records at ${to.location} already.`,
      hint: "Copy to a place that is empty.",
    });
  const counts = [...(await from.counts("confidential")).values()];
  const of = counts.reduce((sum, count) => sum + count, 0);
  let records = 0;
  const made = new Set<Reference>();
  for (const wanted of [...publicationClasses].reverse()) {
    for await (const some of stretches(from, wanted)) {
      const writes = [...(await tombstones(from, some, made)), ...some.map(asPut)];
      await to.commit({ at: options.at, by: options.by, writes });
      records += some.length;
      options.progress?.(records, of);
    }
  }
  const tokens = await from.tokens();
  for (const token of tokens) await to.putToken(token);
  await copyAudit(from, to);
  const hash = await contentHash(from);
  if (hash === (await contentHash(to))) return { records, tokens: tokens.length, hash };
  throw new MoothallError({
    code: "core/conflict",
    message: `The records at ${from.location} were changed while they were copied: the copy is not the same.`,
    hint: "Let nobody write meanwhile, and copy to another empty place.",
  });
}

const asPut = (record: FullRecord): Write => ({ action: "put", ...record });

/** The records of one class, some at a time. */
async function* stretches(from: Store, wanted: PublicationClass): AsyncGenerator<FullRecord[]> {
  let some: FullRecord[] = [];
  for await (const record of from.records()) {
    if (record.classification.record !== wanted) continue;
    some.push(record);
    if (some.length < together) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** Makes and deletes again what these refer to and is gone, where its class hides the references. */
async function tombstones(
  from: Store,
  records: readonly FullRecord[],
  made: Set<Reference>,
): Promise<Write[]> {
  const references = new Set<Reference>();
  for (const { data } of records) referencesIn(data, references);
  const unknown = [...references].filter((reference) => !made.has(reference));
  const there = await from.visible("confidential", unknown);
  const writes: Write[] = [];
  for (const reference of unknown) {
    if (there.has(reference)) continue;
    const { kind, id } = parseReference(reference);
    const gone = await from.load(kind, id);
    if (gone === undefined || gone.classification.record === "public") continue;
    made.add(referenceTo(kind, id));
    const classification = { record: gone.classification.record };
    writes.push({ action: "put", kind, id, data: {}, classification });
    writes.push({ action: "delete", kind, id, reason: "gone before the copy" });
  }
  return writes;
}

async function copyAudit(from: Store, to: Store): Promise<void> {
  let some: AuditEntry[] = [];
  const write = async () => {
    await Promise.all(some.map((entry) => to.appendAudit(entry)));
    some = [];
  };
  for await (const entry of from.audit()) {
    some.push(entry);
    if (some.length === together) await write();
  }
  await write();
}
