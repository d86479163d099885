import {
  type Classification,
  clears,
  type Kind,
  MoothallError,
  type PublicationClass,
  project,
  referencesIn,
  restoreWithheld,
  valueAt,
} from "@moothall/core";
import type { DecidedWrite, Resource } from "@moothall/core/plugin";
import type { Files, LoadedRecord, Store, Write } from "@moothall/core/store";
import { type Caller, mayWriteFor } from "./caller.ts";
import { badInput, notFound } from "./faults.ts";
import { requirePut } from "./stored-files.ts";

export type Outcome = "created" | "replaced" | "unchanged" | "deleted";

/** What a caller wants to become of one record. */
export type Change =
  | { readonly type: "create"; readonly data: unknown }
  | {
      readonly type: "replace";
      readonly id: string;
      readonly data: unknown;
      readonly version?: number;
    }
  /** Create or replace, whichever fits: for imports. */
  | { readonly type: "put"; readonly data: unknown }
  /** JSON Merge Patch (RFC 7396) of what the caller sees. */
  | {
      readonly type: "patch";
      readonly id: string;
      readonly patch: unknown;
      readonly version?: number;
    }
  | {
      readonly type: "delete";
      readonly id: string;
      readonly reason: string;
      readonly version?: number;
    };

/**
 * The write that makes a change true, decided on the record as it stands: what the caller could not
 * see is kept, and nothing is written above the caller's clearance or for another body.
 */
export async function decide(
  store: Store,
  kind: Kind,
  resource: Resource,
  change: Change,
  caller: Caller,
  files: () => Promise<Files>,
): Promise<Write> {
  const id =
    change.type === "create" || change.type === "put"
      ? idOf(kind, resource, change.data)
      : change.id;
  const stands = await store.load(kind, id);
  const held = stands?.deleted ? undefined : stands;
  const seen = held && project(held.data, held.classification, caller.clearance);
  if (change.type !== "create" && change.type !== "put" && seen === undefined)
    throw notFound(`${kind}/${id}`);
  if (change.type === "create" && held !== undefined) throw taken(kind, id);
  if (change.type === "put" && held !== undefined && seen === undefined) throw taken(kind, id);
  checkVersion(kind, id, change, held, caller.clearance);
  const expect =
    held === undefined
      ? "absent"
      : ({ version: held.versions.confidential, clearance: "confidential" } as const);

  if (change.type === "delete") {
    refuseForeignBody(resource, held?.data, caller);
    return { action: "delete", kind, id, reason: change.reason, expect };
  }
  const wanted = change.type === "patch" ? mergePatch(seen?.document, change.patch) : change.data;
  const full = held && seen ? restoreHidden(store, wanted, held, caller.clearance) : wanted;
  const data = validate(kind, id, resource, await full);
  if (change.type !== "put") resource.byHand?.(data as never, held?.data as never);
  const classification = classify(kind, resource, data);
  refuseAboveClearance(kind, wanted as Record<string, unknown>, classification, caller.clearance);
  if (held !== undefined) refuseForeignBody(resource, held.data, caller);
  refuseForeignBody(resource, data, caller);
  await requirePut(store, files, kind, id, wanted, seen?.document, caller.clearance);
  return { action: "put", kind, id, data, classification, expect };
}

/**
 * The write that makes a handler's decision true: what the handler could not see (it read at this
 * class) is kept. It may be above the caller's clearance: a public form makes confidential casework.
 */
export async function completeWrite(
  store: Store,
  write: DecidedWrite,
  resource: Resource,
  readsAt: PublicationClass,
): Promise<Write> {
  const id = write.action === "put" ? write.data.id : write.id;
  const stands = await store.load(write.kind, id);
  const held = stands?.deleted ? undefined : stands;
  const version = held?.versions[readsAt] ?? 0;
  if (write.expect === "absent") {
    if (held !== undefined) throw taken(write.kind, id);
  } else if (write.expect !== undefined && write.expect !== version) {
    throw stale(write.kind, id, version, write.expect);
  }
  const expect =
    held === undefined
      ? "absent"
      : ({ version: held.versions.confidential, clearance: "confidential" } as const);
  if (write.action === "erase" && stands !== undefined)
    return { action: "erase", kind: write.kind, id, reason: write.reason };
  if (write.action !== "put") {
    if (held === undefined) throw notFound(`${write.kind}/${id}`);
    return { action: write.action, kind: write.kind, id, reason: write.reason, expect };
  }
  const whole =
    held === undefined ? write.data : await restoreHidden(store, write.data, held, readsAt);
  const data = validate(write.kind, id, resource, whole);
  return {
    action: "put",
    kind: write.kind,
    id,
    data,
    classification: classify(write.kind, resource, data),
    expect,
  };
}

async function restoreHidden(
  store: Store,
  wanted: unknown,
  held: LoadedRecord,
  clearance: PublicationClass,
): Promise<unknown> {
  if (typeof wanted !== "object" || wanted === null || Array.isArray(wanted)) return wanted;
  const hidden = await hiddenReferences(store, held.data, clearance);
  const seen = project(held.data, held.classification, clearance, hidden);
  return seen === undefined || seen.withheld.length === 0
    ? wanted
    : restoreWithheld(wanted as Record<string, unknown>, held.data, seen.withheld);
}

async function hiddenReferences(
  store: Store,
  data: Record<string, unknown>,
  clearance: PublicationClass,
) {
  if (clearance === "confidential") return new Set<never>();
  const all = [...referencesIn(data)];
  const [there, visible] = await Promise.all([
    store.visible("confidential", all),
    store.visible(clearance, all),
  ]);
  return new Set(all.filter((reference) => there.has(reference) && !visible.has(reference)));
}

function idOf(kind: Kind, resource: Resource, data: unknown): string {
  const id = (data as { id?: unknown } | null)?.id;
  const parsed = (
    resource.schema.shape.id as { safeParse: (value: unknown) => { success: boolean } }
  ).safeParse(id);
  if (parsed.success) return id as string;
  const whole = resource.schema.safeParse(data);
  if (!whole.success) throw badInput(kind, whole.error);
  return id as string;
}

function checkVersion(
  kind: Kind,
  id: string,
  change: Change,
  held: LoadedRecord | undefined,
  clearance: PublicationClass,
): void {
  if (!("version" in change) || change.version === undefined || held === undefined) return;
  const current = held.versions[clearance];
  if (change.version !== current) throw stale(kind, id, current, change.version);
}

const stale = (kind: Kind, id: string, current: number, expected: number): MoothallError =>
  new MoothallError({
    code: "core/stale",
    message: `${kind}/${id} is at version ${current}, not ${expected}: someone changed it since you read it.`,
    hint: "Read it again, look at what changed, and repeat your change on that version.",
  });

/** A record that the schema accepts, without what the store says of it (`record`). */
export function validate(
  kind: Kind,
  id: string,
  resource: Resource,
  value: unknown,
): Record<string, unknown> & { id: string } {
  const { record: _, ...fields } = (value ?? {}) as Record<string, unknown>;
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const parsed = resource.schema.safeParse(isObject ? fields : value);
  if (!parsed.success) throw badInput(kind, parsed.error);
  const data = parsed.data as Record<string, unknown> & { id: string };
  if (data.id !== id) {
    throw new MoothallError({
      code: "core/bad-input",
      message: `The record says its id is '${data.id}', the request says '${id}'.`,
      hint: "An id never changes: leave it, or create a new record.",
      at: { pointer: "/id" },
    });
  }
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown> & { id: string };
}

/** The class of a record, with every path held to those that its resource declares. */
export function classify(
  kind: Kind,
  resource: Resource,
  data: Record<string, unknown>,
): Classification {
  const classification = resource.classify?.(data as never) ?? { record: "public" };
  const declared = new Set(resource.withholds ?? []);
  for (const path of Object.keys(classification.paths ?? {})) {
    if (![...declared].some((pattern) => matches(pattern, path))) {
      throw new MoothallError({
        code: "core/plugin-fault",
        message: `The plugin withholds '${path}' of ${kind}, which it does not declare.`,
        hint: "Tell its author: every path that classify names must match one in `withholds`.",
      });
    }
  }
  return classification;
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.split("/");
  return (
    wanted.length === given.length &&
    wanted.every((segment, index) => segment === "*" || segment === given[index])
  );
}

function refuseAboveClearance(
  kind: Kind,
  wanted: Record<string, unknown>,
  classification: Classification,
  clearance: PublicationClass,
): void {
  const seen = project(wanted, classification, clearance);
  if (seen !== undefined && seen.withheld.length === 0) return;
  const needed = clears("restricted", classification.record) ? "restricted" : "confidential";
  throw new MoothallError({
    code: "core/not-permitted",
    message: `What you write to ${kind} is above your clearance (${clearance})${seen ? `, at ${seen.withheld[0]}` : ""}.`,
    hint: `Write it with clearance ${seen ? "restricted or confidential" : needed}: --as on the command line, a token over HTTP.`,
  });
}

/** @throws MoothallError `core/not-permitted` where a record that is there is of another body */
export async function refuseForeignRecord(
  store: Store,
  kind: Kind,
  id: string,
  resource: Resource,
  caller: Caller,
): Promise<void> {
  const stands = await store.load(kind, id);
  if (stands === undefined || stands.deleted) return;
  // Of a record that the caller may not see nothing may be told, not even whose it is.
  if (project(stands.data, stands.classification, caller.clearance) === undefined) return;
  refuseForeignBody(resource, stands.data, caller);
}

function refuseForeignBody(
  resource: Resource,
  data: Record<string, unknown> | undefined,
  caller: Caller,
): void {
  if (resource.body === undefined || caller.bodies.includes("*") || data === undefined) return;
  if (mayWriteFor(caller, valueAt(data, resource.body))) return;
  throw new MoothallError({
    code: "core/not-permitted",
    message: "This record is of a body that your token does not write for.",
    hint: "Use a token made with --body for that body.",
  });
}

const taken = (kind: Kind, id: string): MoothallError =>
  new MoothallError({
    code: "core/already-exists",
    message: `The id '${id}' is taken in ${kind}.`,
    hint: "Choose another id, or replace the record that is there.",
  });

/** JSON Merge Patch, RFC 7396. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
  const result: Record<string, unknown> =
    typeof target === "object" && target !== null && !Array.isArray(target)
      ? { ...(target as object) }
      : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}
