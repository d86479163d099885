import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { ContractCase } from "../../contract-case.ts";
import { isMoothallError } from "../../error.ts";
import { copyFiles, type Files } from "../files.ts";

/** A driver of files, as the suite needs it. */
export interface FilesUnderTest {
  /** A new place that holds nothing. */
  readonly open: () => Promise<Files>;
  /** The same place, as another process sees it. */
  readonly reopen: (files: Files) => Promise<Files>;
  /** Puts other bytes where the bytes of a digest lie, as a fault of the medium would. */
  readonly damage: (files: Files, sha512: string, bytes: Uint8Array) => Promise<void>;
}

/**
 * The promises of `Files`, each as a case that opens a place of its own and rejects where the promise
 * is not kept. For any test runner:
 *
 * ```ts
 * for (const { name, hold } of filesContract({ open, reopen, damage })) it(name, hold);
 * ```
 */
export const filesContract = (under: FilesUnderTest): readonly ContractCase[] =>
  cases.map(([name, scenario]) => ({
    name,
    hold: async () => scenario(await under.open(), under),
  }));

type Scenario = (files: Files, under: FilesUnderTest) => Promise<void>;

const digestOf = (bytes: Uint8Array): string => createHash("sha512").update(bytes).digest("hex");

/** Bytes as they would come: in pieces of this size. */
async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Bytes in which no stretch is like another. */
const long = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) bytes[at] = (Math.imul(at, 2654435761) >>> 24) ^ (at >>> 16);
  return bytes;
};

async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function read(files: Files, sha512: string): Promise<Buffer> {
  const found = await files.find(sha512);
  assert.ok(found !== undefined, "the file is not found");
  return collected(found.read());
}

async function everything(files: Files): Promise<string[]> {
  const all: string[] = [];
  for await (const { sha512 } of files.iterate()) all.push(sha512);
  return all;
}

/** The bytes that come before an error with this code. */
async function refused(code: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let before = 0;
  try {
    for await (const chunk of bytes) before += chunk.byteLength;
  } catch (cause) {
    if (!isMoothallError(cause)) throw cause;
    assert.equal(cause.code, code);
    return before;
  }
  return assert.fail(`nothing was refused, where ${code} was expected`);
}

const cases: readonly (readonly [string, Scenario])[] = [
  [
    "keeps bytes under their SHA-512, the empty file and a long one too",
    async (files, under) => {
      for (const bytes of [text("Minutes"), new Uint8Array(), long(3_000_001)]) {
        const before = Date.now();
        const put = await files.put(inPieces(bytes));
        assert.equal(put.sha512, digestOf(bytes));
        assert.equal(put.size, bytes.byteLength);
        const found = await (await under.reopen(files)).find(put.sha512);
        assert.equal(found?.size, bytes.byteLength);
        assert.equal(found.sha512, put.sha512);
        // Some stores keep times in seconds.
        assert.ok(Date.parse(found.kept) >= before - 2_000, found.kept);
        assert.deepEqual(await collected(found.read()), Buffer.from(bytes));
      }
    },
  ],
  [
    "finds nothing where there is nothing, whatever it is asked for",
    async (files) => {
      assert.deepEqual(await everything(files), []);
      const some = await files.put(inPieces(text("Minutes")));
      for (const asked of [
        "0".repeat(128),
        "",
        "..",
        "../unfinished",
        some.sha512.toUpperCase(),
        some.sha512.slice(1),
        `${some.sha512}/`,
        `../${some.sha512.slice(0, 2)}/${some.sha512}`,
      ]) {
        assert.equal(await files.find(asked), undefined, asked);
        await files.delete(asked);
      }
      assert.deepEqual(await everything(files), [some.sha512]);
    },
  ],
  [
    "keeps the same bytes once, also when several put them at the same time",
    async (files, under) => {
      const other = await under.reopen(files);
      const bytes = long(500_000);
      const put = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          (index % 2 === 0 ? files : other).put(inPieces(bytes, 10_000 + index)),
        ),
      );
      assert.deepEqual(new Set(put.map(({ sha512 }) => sha512)), new Set([digestOf(bytes)]));
      assert.deepEqual(await everything(files), [digestOf(bytes)]);
      assert.deepEqual(await read(other, digestOf(bytes)), Buffer.from(bytes));
    },
  ],
  [
    "keeps nothing of what breaks off, and throws what the bytes threw",
    async (files) => {
      const fault = new Error("the line broke");
      async function* broken() {
        yield long(200_000);
        throw fault;
      }
      await assert.rejects(files.put(broken()), fault);
      assert.deepEqual(await everything(files), []);
      assert.equal(await files.find(digestOf(long(200_000))), undefined);
    },
  ],
  [
    "passes nothing damaged on as whole, and is mended by the same bytes",
    async (files, under) => {
      const bytes = long(1_000_000);
      const { sha512 } = await files.put(inPieces(bytes));
      const altered = Uint8Array.from(bytes);
      altered[999_999] = 255 - (altered[999_999] ?? 0);
      for (const damaged of [altered, bytes.subarray(0, 999_999), new Uint8Array()]) {
        await under.damage(files, sha512, damaged);
        const found = await files.find(sha512);
        assert.ok(found !== undefined);
        const before = await refused("core/file-damaged", found.read());
        assert.ok(before < bytes.byteLength, "all of it was passed on");
      }
      await under.damage(files, sha512, text("small"));
      assert.equal(
        await refused("core/file-damaged", (await files.find(sha512))?.read() ?? inPieces(bytes)),
        0,
      );
      await files.put(inPieces(bytes));
      assert.deepEqual(await read(files, sha512), Buffer.from(bytes));
    },
  ],
  [
    "tells what went between finding and reading",
    async (files) => {
      const { sha512 } = await files.put(inPieces(text("Minutes")));
      const found = await files.find(sha512);
      assert.ok(found !== undefined);
      await files.delete(sha512);
      assert.equal(await refused("core/file-missing", found.read()), 0);
    },
  ],
  [
    "deletes one and leaves the others",
    async (files) => {
      const one = await files.put(inPieces(text("one")));
      const other = await files.put(inPieces(text("other")));
      await files.delete(one.sha512);
      await files.delete(one.sha512);
      assert.equal(await files.find(one.sha512), undefined);
      assert.deepEqual(await read(files, other.sha512), Buffer.from("other"));
    },
  ],
  [
    "goes through all of them by digest, and copies them elsewhere",
    async (files, under) => {
      const all: string[] = [];
      for (let index = 0; index < 30; index += 1)
        all.push((await files.put(inPieces(text(`file ${index}`)))).sha512);
      assert.deepEqual(await everything(files), all.sort());
      const other = await under.open();
      assert.deepEqual(await copyFiles(files, other, all), { files: 30, bytes: 200 });
      assert.deepEqual(await copyFiles(files, other, all), { files: 30, bytes: 200 });
      assert.deepEqual(await everything(other), all);
      await assert.rejects(copyFiles(files, other, ["0".repeat(128)]), {
        code: "core/file-missing",
      });
    },
  ],
];
