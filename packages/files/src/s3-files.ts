import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isFileDigest, MoothallError } from "@moothall/core";
import {
  checkedBytes,
  type Files,
  fileMissing,
  type KeptFile,
  type ReadableFile,
} from "@moothall/core/store";
import { AwsClient } from "aws4fetch";
import { cannotWrite, codeOf, unreachable } from "./fault.ts";
import { spool } from "./spool.ts";

export interface S3Options {
  readonly bucket: string;
  /** What the names in the bucket begin with; nothing where left out. */
  readonly prefix?: string;
  /** `https://s3.eu-west-2.amazonaws.com`; that of Amazon for the region where left out. */
  readonly endpoint?: string;
  /** `us-east-1` where left out, which stores of others take for their own. */
  readonly region?: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Where bytes wait while their digest is not known; the folder of the system where left out. */
  readonly temporary?: string;
}

/** What can be put in one request. */
const largest = 5 * 1024 ** 3;

/** Milliseconds for an answer without a body of any length. */
const patience = 30_000;

/**
 * Files in a bucket of an S3-compatible store, addressed by path (which all of them understand). Bytes
 * are written to a temporary file first, as their name is known only when all have come.
 */
export class S3Files implements Files {
  readonly location: string;
  readonly #client: AwsClient;
  readonly #bucket: string;
  readonly #prefix: string;
  readonly #temporary: string;

  constructor(options: S3Options) {
    const { bucket, prefix = "", region = "us-east-1", temporary = tmpdir() } = options;
    const { accessKeyId, secretAccessKey, sessionToken } = options;
    const endpoint = options.endpoint ?? `https://s3.${region}.amazonaws.com`;
    this.location = `s3://${bucket}/${prefix}`;
    this.#bucket = `${endpoint.replace(/\/$/, "")}/${bucket}`;
    this.#prefix = prefix;
    this.#temporary = temporary;
    this.#client = new AwsClient({
      service: "s3",
      region,
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
      retries: 3,
    });
  }

  async put(bytes: AsyncIterable<Uint8Array>): Promise<KeptFile> {
    const path = join(this.#temporary, `moothall-${randomUUID()}`);
    const { sha512, sha256, size } = await spool(bytes, path, this.#temporary);
    try {
      if (size > largest)
        throw new MoothallError({
          code: "core/too-large",
          message: `A file of ${size} bytes is larger than an S3 store takes at once.`,
          hint: "Put it elsewhere and give its address, or keep files in a folder.",
        });
      // The digest is signed, so that the store refuses what arrives as something else.
      await this.#ask(`/${this.#key(sha512)}`, {
        method: "PUT",
        body: await openAsBlob(path),
        headers: { "X-Amz-Content-Sha256": sha256, "Content-Type": "application/octet-stream" },
      });
    } finally {
      await rm(path, { force: true });
    }
    return { sha512, size, kept: new Date().toISOString() };
  }

  async find(sha512: string): Promise<ReadableFile | undefined> {
    if (!isFileDigest(sha512)) return undefined;
    const { status, headers } = await this.#ask(
      `/${this.#key(sha512)}`,
      { method: "HEAD", signal: AbortSignal.timeout(patience) },
      [404],
    );
    if (status === 404) return undefined;
    return {
      sha512,
      size: Number(headers.get("content-length")),
      kept: new Date(headers.get("last-modified") ?? 0).toISOString(),
      read: () => checkedBytes(this.#bytes(sha512), sha512),
    };
  }

  async delete(sha512: string): Promise<void> {
    if (!isFileDigest(sha512)) return;
    const signal = AbortSignal.timeout(patience);
    await this.#ask(`/${this.#key(sha512)}`, { method: "DELETE", signal }, [404]);
  }

  async *iterate(): AsyncGenerator<KeptFile> {
    for (let last = ""; ; ) {
      const query = new URLSearchParams({ "list-type": "2", prefix: this.#prefix });
      if (last !== "") query.set("start-after", last);
      const answer = await this.#ask(`?${query}`, { signal: AbortSignal.timeout(patience) });
      const listed = listedIn(await answer.text());
      for (const { key, size, kept } of listed) {
        const sha512 = key.slice(this.#prefix.length);
        if (isFileDigest(sha512)) yield { sha512, size, kept };
      }
      const end = listed.at(-1)?.key;
      if (end === undefined || end <= last) return;
      last = end;
    }
  }

  #key(sha512: string): string {
    return `${this.#prefix}${sha512}`;
  }

  async *#bytes(sha512: string): AsyncGenerator<Uint8Array> {
    const answer = await this.#ask(`/${this.#key(sha512)}`, {}, [404]);
    if (answer.status === 404) throw fileMissing(sha512);
    try {
      yield* (answer.body ?? []) as AsyncIterable<Uint8Array>;
    } catch (cause) {
      throw unreachable(this.location, "the answer broke off", cause);
    }
  }

  /** An answer that is well, or of one of these statuses. */
  async #ask(path: string, init: RequestInit, also: readonly number[] = []): Promise<Response> {
    let answer: Response;
    try {
      answer = await this.#client.fetch(`${this.#bucket}${path}`, init);
    } catch (cause) {
      throw unreachable(this.location, codeOf(cause) ?? "there is no answer", cause);
    }
    if (answer.ok || also.includes(answer.status)) {
      if (init.method !== undefined) await answer.body?.cancel();
      return answer;
    }
    // What the store says may name things of others; its code is enough.
    const code = /<Code>([A-Za-z]{1,60})<\/Code>/.exec(await answer.text())?.[1];
    throw this.#refused(init.method ?? "GET", answer.status, code ?? `status ${answer.status}`);
  }

  #refused(method: string, status: number, why: string): MoothallError {
    if (status >= 500) return unreachable(this.location, why);
    if ([401, 403, 404].includes(status))
      return new MoothallError({
        code: "core/configuration",
        message: `The store of files at ${this.location} refuses us: ${why}.`,
        hint: "Look at the name of the bucket, the region, the endpoint and the key, and at what the key may do: get, put, delete and list.",
      });
    return method === "PUT" ? cannotWrite(this.location, why) : unreachable(this.location, why);
  }
}

interface Listed {
  readonly key: string;
  readonly size: number;
  readonly kept: string;
}

/** The entries of a list. Ours are digests under a prefix, in which nothing is escaped. */
function listedIn(xml: string): readonly Listed[] {
  return [...xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)].map(([, entry = ""]) => {
    const of = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(entry)?.[1] ?? "";
    return {
      key: of("Key"),
      size: Number(of("Size")),
      kept: new Date(of("LastModified")).toISOString(),
    };
  });
}
