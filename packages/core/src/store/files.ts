import { MoothallError } from "../error.ts";

/** The bytes of a file as they are kept. */
export interface KeptFile {
  /** SHA-512 of the bytes, hexadecimal. */
  readonly sha512: string;
  /** Bytes. */
  readonly size: number;
  /** When they were put here last. */
  readonly kept: string;
}

/** A file that can be read. */
export interface ReadableFile extends KeptFile {
  /**
   * The bytes, checked against their digest as they pass. The last of them are handed on only when
   * all of them hold, so that nothing damaged is ever passed on as whole.
   * @throws MoothallError `core/file-damaged`, `core/file-missing` when they went meanwhile
   */
  read(): AsyncIterable<Uint8Array>;
}

/**
 * What keeps the bytes of files, addressed by their SHA-512. Two drivers pass one suite
 * (`filesContract` of `@moothall/core/store/testing`). It knows nothing of records: who may read a file, and
 * how long it is kept, follows from the records that name it.
 *
 * - Bytes are kept whole or not at all, and are on disk when `put` answers; a put that breaks off or a
 *   process that is killed leaves nothing that can be found.
 * - The same bytes put twice, also by two processes at once, are kept once. Putting bytes whose kept
 *   copy is damaged mends it.
 *
 * Every method rejects with a `MoothallError`: `core/store-unreachable`, `core/cannot-write`,
 * `core/file-damaged`, `core/too-large`, `core/configuration`.
 */
export interface Files {
  /** As given by the user, without a secret. */
  readonly location: string;
  /** Keeps bytes. What the bytes themselves throw is thrown, and nothing is kept. */
  put(bytes: AsyncIterable<Uint8Array>): Promise<KeptFile>;
  /** Undefined where there are none of that digest. */
  find(sha512: string): Promise<ReadableFile | undefined>;
  /** Takes bytes away, where there are any. */
  delete(sha512: string): Promise<void>;
  /** All that is kept, by digest. */
  iterate(): AsyncIterable<KeptFile>;
}

/**
 * Bytes as they are read, up to the last when they are what they should be.
 * @throws MoothallError `core/file-damaged`
 */
export async function* checkedBytes(
  bytes: AsyncIterable<Uint8Array>,
  sha512: string,
): AsyncGenerator<Uint8Array> {
  // Loaded when there is a file to read: most of what imports this module reads none.
  const { createHash } = await import("node:crypto");
  const digest = createHash("sha512");
  let held: Uint8Array | undefined;
  for await (const chunk of bytes) {
    if (chunk.byteLength === 0) continue;
    digest.update(chunk);
    if (held !== undefined) yield held;
    held = chunk;
  }
  if (digest.digest("hex") !== sha512)
    throw new MoothallError({
      code: "core/file-damaged",
      message: `The kept file ${sha512.slice(0, 16)}… is not what was put here: its bytes have another digest.`,
      hint: "Put the same file again, or restore it from a backup.",
    });
  if (held !== undefined) yield held;
}

export const fileMissing = (sha512: string): MoothallError =>
  new MoothallError({
    code: "core/file-missing",
    message: `The bytes of the file ${sha512.slice(0, 16)}… are not where files are kept.`,
    hint: "Put the same file again, or restore it from a backup.",
  });

/**
 * Copies files to where they are not yet, each checked against its digest.
 * @throws MoothallError `core/file-damaged`, `core/file-missing`
 */
export async function copyFiles(
  from: Files,
  to: Files,
  digests: Iterable<string> | AsyncIterable<string>,
): Promise<{ readonly files: number; readonly bytes: number }> {
  let files = 0;
  let bytes = 0;
  for await (const sha512 of digests) {
    const source = await from.find(sha512);
    if (source === undefined) throw fileMissing(sha512);
    const there = await to.find(sha512);
    if (there?.size !== source.size) await to.put(source.read());
    files += 1;
    bytes += source.size;
  }
  return { files, bytes };
}
