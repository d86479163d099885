import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isFileDigest } from "@moothall/core";
import {
  checkedBytes,
  type Files,
  fileMissing,
  type KeptFile,
  type ReadableFile,
} from "@moothall/core/store";
import { codeOf, unreachable, writing } from "./fault.ts";
import { spool } from "./spool.ts";

export interface FolderOptions {
  /** Made with the first file that is put there. */
  readonly path: string;
}

/** Of what a process that was killed left behind; another may still be writing what is younger. */
const abandoned = 24 * 60 * 60 * 1000;

/**
 * Files in a folder: each under its digest, in a folder named after the first two digits of it. A
 * file is written under another name first and takes its own when all of it is on the disk.
 */
export class FolderFiles implements Files {
  readonly location: string;
  readonly #folder: string;
  readonly #unfinished: string;
  #swept: Promise<void> | undefined;

  constructor({ path }: FolderOptions) {
    this.location = path;
    this.#folder = resolve(path);
    this.#unfinished = join(this.#folder, "unfinished");
  }

  async put(bytes: AsyncIterable<Uint8Array>): Promise<KeptFile> {
    await this.#make(this.#unfinished);
    this.#swept ??= this.#removeAbandoned();
    await this.#swept;
    const path = join(this.#unfinished, randomUUID());
    const { sha512, size } = await spool(bytes, path, this.location);
    const folder = this.#folderOf(sha512);
    try {
      await this.#make(folder);
      await writing(this.location, async () => {
        await rename(path, join(folder, sha512));
        await synchronise(folder);
        await synchronise(this.#folder);
      });
    } catch (cause) {
      await rm(path, { force: true });
      throw cause;
    }
    return { sha512, size, kept: new Date().toISOString() };
  }

  async find(sha512: string): Promise<ReadableFile | undefined> {
    if (!isFileDigest(sha512)) return undefined;
    const kept = await this.#kept(sha512);
    return kept && { ...kept, read: () => checkedBytes(this.#bytes(sha512), sha512) };
  }

  async delete(sha512: string): Promise<void> {
    if (!isFileDigest(sha512)) return;
    const folder = this.#folderOf(sha512);
    await writing(this.location, async () => {
      await rm(join(folder, sha512), { force: true });
      await synchronise(folder);
    });
  }

  async *iterate(): AsyncGenerator<KeptFile> {
    for (const shard of (await this.#names(this.#folder)).filter((name) =>
      /^[0-9a-f]{2}$/.test(name),
    )) {
      const names = await this.#names(join(this.#folder, shard));
      for (const sha512 of names.filter((name) => isFileDigest(name) && name.startsWith(shard))) {
        const kept = await this.#kept(sha512);
        if (kept !== undefined) yield kept;
      }
    }
  }

  #folderOf(sha512: string): string {
    return join(this.#folder, sha512.slice(0, 2));
  }

  async #kept(sha512: string): Promise<KeptFile | undefined> {
    try {
      const { size, mtime } = await stat(join(this.#folderOf(sha512), sha512));
      return { sha512, size, kept: mtime.toISOString() };
    } catch (cause) {
      if (codeOf(cause) === "ENOENT") return undefined;
      throw this.#unreadable(cause);
    }
  }

  async *#bytes(sha512: string): AsyncGenerator<Uint8Array> {
    try {
      yield* createReadStream(join(this.#folderOf(sha512), sha512), { highWaterMark: 256 * 1024 });
    } catch (cause) {
      throw codeOf(cause) === "ENOENT" ? fileMissing(sha512) : this.#unreadable(cause);
    }
  }

  async #names(folder: string): Promise<string[]> {
    try {
      return (await readdir(folder)).sort();
    } catch (cause) {
      if (codeOf(cause) === "ENOENT") return [];
      throw this.#unreadable(cause);
    }
  }

  /** Readable by its owner only, since it holds what is not public. */
  async #make(folder: string): Promise<void> {
    await writing(this.location, () => mkdir(folder, { recursive: true, mode: 0o700 }));
  }

  async #removeAbandoned(): Promise<void> {
    for (const name of await this.#names(this.#unfinished)) {
      const path = join(this.#unfinished, name);
      const found = await stat(path).catch(() => undefined);
      if (found !== undefined && Date.now() - found.mtimeMs > abandoned)
        await rm(path, { force: true });
    }
  }

  #unreadable(cause: unknown) {
    return unreachable(this.location, codeOf(cause) ?? "it was refused", cause);
  }
}

/** Has the names in a folder written to the disk; on systems that know no such thing, nothing. */
async function synchronise(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  try {
    await handle?.sync();
  } catch (cause) {
    if (!["EPERM", "EINVAL", "ENOTSUP", "EISDIR"].includes(codeOf(cause) ?? "")) throw cause;
  } finally {
    await handle?.close();
  }
}
