import { MoothallError } from "../error.ts";
import { isIdentifier, isName } from "../identifier.ts";
import { type Classification, clears } from "../publication.ts";
import { sameJson } from "./canonical.ts";
import { requireExpected } from "./expectation.ts";
import { forEachClass, type HeldRecord } from "./held-record.ts";
import { type ChainedEntry, chain, type EntryContent } from "./history-chain.ts";
import { notBefore } from "./instant.ts";
import { documentsOf, type TargetClasses, viewsAfter } from "./projecting.ts";
import type { CommitReceipt, Write } from "./store.ts";

export type Outcome = CommitReceipt["results"][number]["outcome"];

/** What a write comes to: the record as it is from then on and the entry of its history. */
export interface Change {
  readonly outcome: Outcome;
  readonly before: HeldRecord;
  readonly after: HeldRecord;
  /** None where nothing changed. */
  readonly entry: ChainedEntry | undefined;
}

/** When and by whom a batch is written; `at` as `keptInstant` gives it. */
export interface Occasion {
  readonly at: string;
  readonly by: string;
}

const visibleToNone = forEachClass(() => undefined);

/** @throws MoothallError `core/bad-input` for a kind, an id or data that no record can have. */
export function requireWritable(write: Write): void {
  const [plugin, resource, ...rest] = write.kind.split("/");
  if (!isName(plugin) || !isName(resource) || rest.length > 0)
    throw refused(`'${write.kind}' is not a kind of record.`, "Write plugin/resource.");
  if (!isIdentifier(write.id))
    throw refused(
      `'${write.id}' is not an identifier.`,
      "Use lower-case letters, digits, '.', '_' or '-', starting with a letter or digit.",
    );
  if (write.action === "put" && Object.hasOwn(write.data, "record"))
    throw refused(
      `The record ${write.kind}/${write.id} has a field 'record'.`,
      "Leave it out: the word is kept for what the store says of the record.",
    );
}

const refused = (message: string, hint: string): MoothallError =>
  new MoothallError({ code: "core/bad-input", message, hint });

/**
 * Decides a write against the record as it is held.
 * @throws MoothallError `core/already-exists`, `core/stale`, or `core/not-found` for the deletion
 * or erasure of what is not there.
 */
export function planWrite(
  write: Write,
  held: HeldRecord,
  targets: TargetClasses,
  occasion: Occasion,
): Change {
  requireExpected(held, write.expect);
  if (write.action === "put")
    return planPut(held, write.data, write.classification, targets, occasion);
  if (write.action === "delete") return planDeletion(held, write.reason, occasion);
  return planErasure(held, write.reason, occasion);
}

function planPut(
  held: HeldRecord,
  data: Record<string, unknown>,
  classification: Classification,
  targets: TargetClasses,
  occasion: Occasion,
): Change {
  const text = JSON.stringify(data);
  if (held.state === "present" && sameData(held, text, classification))
    return { outcome: "unchanged", before: held, after: held, entry: undefined };
  const documents = documentsOf(data, classification, targets);
  const action = held.state === "present" ? "replaced" : "created";
  const at = notBefore(occasion.at, held.at);
  const { views, versions, seen } = viewsAfter(held, documents, at);
  const entry = chainTo(held, {
    at,
    by: occasion.by,
    action,
    reason: null,
    data: text,
    classification: JSON.stringify(classification),
    seen,
  });
  const after: HeldRecord = {
    ...follow(held, entry),
    state: "present",
    data: text,
    classification,
    versions,
    views,
  };
  return { outcome: action, before: held, after, entry };
}

const sameData = (held: HeldRecord, text: string, classification: Classification): boolean =>
  sameJson(held.classification, classification) &&
  (held.data === text || sameJson(JSON.parse(held.data), JSON.parse(text)));

function planDeletion(held: HeldRecord, reason: string, occasion: Occasion): Change {
  if (held.state !== "present") throw absent(held);
  const at = notBefore(occasion.at, held.at);
  const { views, versions, seen } = viewsAfter(held, visibleToNone, at);
  const entry = chainTo(held, {
    at,
    by: occasion.by,
    action: "deleted",
    reason,
    data: null,
    classification: JSON.stringify(held.classification),
    seen,
  });
  const after: HeldRecord = { ...follow(held, entry), state: "deleted", versions, views };
  return { outcome: "deleted", before: held, after, entry };
}

/** The driver takes content, classification, reasons and salts out of the entries before this one. */
function planErasure(held: HeldRecord, reason: string, occasion: Occasion): Change {
  if (held.entries === 0 || held.state === "erased") throw absent(held);
  const at = notBefore(occasion.at, held.at);
  const { record } = held.classification;
  // Also those who saw it before it was deleted are told; not those from whom it is hidden now.
  const told = forEachClass(
    (clearance) => clears(clearance, record) && held.versions[clearance] > 0,
  );
  const versions = forEachClass((of) => held.versions[of] + (told[of] ? 1 : 0));
  const entry = chainTo(held, {
    at,
    by: occasion.by,
    action: "erased",
    reason,
    data: null,
    classification: JSON.stringify({ record }),
    seen: forEachClass((of) =>
      told[of] ? { version: versions[of], action: "erased", document: undefined } : undefined,
    ),
  });
  const after: HeldRecord = {
    ...follow(held, entry),
    state: "erased",
    data: "{}",
    classification: { record },
    versions,
    views: visibleToNone,
  };
  return { outcome: "erased", before: held, after, entry };
}

const absent = (held: HeldRecord): MoothallError =>
  new MoothallError({
    code: "core/not-found",
    message: `There is no record ${held.kind}/${held.id}.`,
    hint: "Look at the id again; the record may have been deleted.",
  });

/**
 * What it comes to for a record that the class of something it refers to has changed; undefined
 * when no clearance sees a difference.
 */
export function planReprojection(
  held: HeldRecord,
  targets: TargetClasses,
  occasion: Occasion,
): Change | undefined {
  if (held.state !== "present") return undefined;
  const documents = documentsOf(JSON.parse(held.data), held.classification, targets);
  const at = notBefore(occasion.at, held.at);
  const { views, versions, seen } = viewsAfter(held, documents, at);
  if (Object.values(seen).every((change) => change === undefined)) return undefined;
  const entry = chainTo(held, {
    at,
    by: occasion.by,
    action: "replaced",
    reason: null,
    data: held.data,
    classification: JSON.stringify(held.classification),
    seen,
  });
  const after: HeldRecord = { ...follow(held, entry), versions, views };
  return { outcome: "replaced", before: held, after, entry };
}

const chainTo = (
  held: HeldRecord,
  content: Omit<EntryContent, "kind" | "id" | "entry">,
): ChainedEntry =>
  chain({ kind: held.kind, id: held.id, entry: held.entries + 1, ...content }, held.digest);

const follow = (held: HeldRecord, { entry, digest, at }: ChainedEntry): HeldRecord => ({
  ...held,
  entries: entry,
  digest,
  at,
});
