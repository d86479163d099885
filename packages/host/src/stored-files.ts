import {
  clears,
  filesIn,
  identifier,
  type Kind,
  MoothallError,
  type PublicationClass,
  type StoredFile,
  storedFile,
} from "@moothall/core";
import type { Resource } from "@moothall/core/plugin";
import {
  type Files,
  fileMissing,
  type KeptFile,
  type ReadableFile,
  type Store,
} from "@moothall/core/store";
import type * as z from "zod";
import type { Caller } from "./caller.ts";
import { badInput, notFound } from "./faults.ts";
import { partsOf } from "./schema-parts.ts";

/** Milliseconds for which bytes that were put wait to be named by their record. */
export const uploadLife = 24 * 60 * 60 * 1000;

const known = new WeakMap<z.ZodType, boolean>();

/** Whether records of a resource may name files. */
export function carriesFiles({ schema }: Pick<Resource, "schema">): boolean {
  let carries = known.get(schema);
  if (carries === undefined) {
    carries = holdsStoredFile(schema, new Set());
    known.set(schema, carries);
  }
  return carries;
}

function holdsStoredFile(schema: z.ZodType, seen: Set<z.ZodType>): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  // By what it says of itself: a plugin that is installed elsewhere brings its own copy of core.
  if (schema.meta()?.["x-stored-file"] === true) return true;
  return partsOf(schema).some((part) => holdsStoredFile(part, seen));
}

/** A file that comes for a record. */
export interface Upload {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Keeps bytes for a record, which may name them from then on; they wait a day for it. The record need
 * not be there yet, and whether one is there that the caller may not see makes no difference.
 * @returns what to write into the record
 */
export async function putFile(
  store: Store,
  files: Files,
  kind: Kind,
  id: string,
  upload: Upload,
  caller: Caller,
  now: string,
): Promise<StoredFile> {
  if (!identifier().safeParse(id).success) throw notFound(`${kind}/${id}`);
  const { name, mediaType } = upload;
  const named = storedFile().pick({ name: true, mediaType: true }).safeParse({ name, mediaType });
  if (!named.success) throw badInput(`the file for ${kind}/${id}`, named.error);
  const { sha512, size } = await files.put(upload.bytes);
  await store.noteUpload({ kind, id, sha512, clearance: caller.clearance, at: now });
  return { name, mediaType, size, sha512 };
}

/** A file as the record shows it to the caller, and its bytes. */
export interface ShownFile {
  readonly file: StoredFile;
  readonly bytes: ReadableFile;
}

/**
 * The file that a record's document names. A digest that the caller's document does not show is not
 * there, whether another's shows it or bytes of it are kept.
 * @throws MoothallError `core/not-found`, `core/file-missing`
 */
export async function shownFile(
  files: () => Promise<Files>,
  document: string | undefined,
  reference: string,
  sha512: string,
): Promise<ShownFile> {
  const file = document === undefined ? undefined : filesIn(JSON.parse(document)).get(sha512);
  if (file === undefined) throw notFound(`${reference}/files/${sha512}`);
  const bytes = await (await files()).find(sha512);
  if (bytes === undefined) throw fileMissing(sha512);
  return { file, bytes };
}

/**
 * Refuses files that a caller may not make a record name: only bytes that were put for that very
 * record by somebody of no higher clearance, so that knowing a digest opens nothing.
 * @param wanted What the caller writes.
 * @param seen What the caller sees of the record as it is; what it names may stay.
 * @throws MoothallError `core/bad-input`
 */
export async function requirePut(
  store: Store,
  files: () => Promise<Files>,
  kind: Kind,
  id: string,
  wanted: unknown,
  seen: unknown,
  clearance: PublicationClass,
): Promise<void> {
  const there = filesIn(seen);
  const added = [...filesIn(wanted).values()].filter(({ sha512 }) => !there.has(sha512));
  if (added.length === 0) return;
  const put = new Set(
    (await store.uploads(kind, id))
      .filter((upload) => clears(clearance, upload.clearance))
      .map(({ sha512 }) => sha512),
  );
  for (const { name, sha512, size } of added) {
    const kept = put.has(sha512) ? await (await files()).find(sha512) : undefined;
    if (kept?.size === size) continue;
    throw new MoothallError({
      code: "core/bad-input",
      message:
        kept === undefined
          ? `The bytes of '${name}' (${sha512.slice(0, 16)}…) were not put for ${kind}/${id}.`
          : `'${name}' has ${kept.size} bytes, not ${size}.`,
      hint: `Put them first, with 'moothall file put ${kind}/${id} FILE' or POST /v1/${kind}/${id}/files, and write what is answered.`,
    });
  }
}

/** Deletes bytes that no record names any more and that were not put for one lately. */
export async function deleteUnheld(
  store: Store,
  files: Files,
  digests: Iterable<string>,
  now: string,
): Promise<void> {
  for (const sha512 of digests) {
    if (!(await store.holdsFile(sha512, waitingSince(now)))) await files.delete(sha512);
  }
}

/**
 * Goes through the bytes that no record names and that have waited for one for more than a day: they
 * were put and never named, or what named them was erased while they could not be reached.
 * @param options.remove Whether they are deleted as well.
 */
export async function* sweepFiles(
  store: Store,
  files: Files,
  options: { readonly now: string; readonly remove: boolean },
): AsyncGenerator<KeptFile> {
  const since = waitingSince(options.now);
  if (options.remove) await store.dropUploads(since);
  for await (const kept of files.iterate()) {
    if (kept.kept >= since || (await store.holdsFile(kept.sha512, since))) continue;
    if (options.remove) await files.delete(kept.sha512);
    yield kept;
  }
}

const waitingSince = (now: string): string => new Date(Date.parse(now) - uploadLife).toISOString();

/** A file that records name and that cannot be had as it was put. */
export interface FileFault {
  readonly sha512: string;
  readonly fault: "missing" | "damaged";
}

/** Reads every file that records name or have named; yields those that do not hold. */
export async function* verifyFiles(store: Store, files: Files): AsyncGenerator<FileFault> {
  for await (const sha512 of store.files()) {
    const fault = await faultOf(files, sha512);
    if (fault !== undefined) yield { sha512, fault };
  }
}

async function faultOf(files: Files, sha512: string): Promise<FileFault["fault"] | undefined> {
  try {
    const found = await files.find(sha512);
    if (found === undefined) return "missing";
    for await (const _ of found.read());
    return undefined;
  } catch (cause) {
    const { code } = cause as { code?: unknown };
    if (code === "core/file-damaged") return "damaged";
    if (code === "core/file-missing") return "missing";
    throw cause;
  }
}
