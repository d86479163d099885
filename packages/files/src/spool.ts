import { createHash } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { writing } from "./fault.ts";

/** Bytes that were written to a file of their own, and what they came to. */
export interface Spooled {
  /** Hexadecimal. */
  readonly sha512: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly size: number;
}

/**
 * Writes bytes to a new file that only its owner can read, and to the disk. Whatever goes wrong,
 * the file is gone again; what the bytes themselves throw is thrown.
 * @throws MoothallError `core/cannot-write`
 */
export async function spool(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  location: string,
): Promise<Spooled> {
  const file = await writing(location, () => open(path, "wx", 0o600));
  try {
    return await written(bytes, file, location);
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  } finally {
    await file.close();
  }
}

async function written(
  bytes: AsyncIterable<Uint8Array>,
  file: FileHandle,
  location: string,
): Promise<Spooled> {
  const sha512 = createHash("sha512");
  const sha256 = createHash("sha256");
  let size = 0;
  for await (const chunk of bytes) {
    sha512.update(chunk);
    sha256.update(chunk);
    size += chunk.byteLength;
    await writing(location, () => file.writeFile(chunk));
  }
  await writing(location, () => file.sync());
  return { sha512: sha512.digest("hex"), sha256: sha256.digest("hex"), size };
}
