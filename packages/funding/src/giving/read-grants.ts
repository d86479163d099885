import type { Finding } from "@moothall/core";
import { fileKindOf, type NotAFileOfGrants } from "./file-kind.ts";
import type { GrantBatch, ReadOptions } from "./grant-step.ts";
import { readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";

/** Reads a file of grants, CSV or JSON, piece by piece; memory does not grow with the file. */
export async function* readGrants(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<GrantBatch> {
  const about = options.about ?? "grants";
  const pieces = withFirst(bytes);
  const first = await pieces.first();
  const kind = fileKindOf(first);
  switch (kind.kind) {
    case "json":
      yield* readJson(pieces.all(), about);
      return;
    case "csv":
      yield* readCsv(pieces.all(), first, about, options);
      return;
    default:
      yield [{ finding: notAFile(about, kind) }];
  }
}

const notAFile = (about: string, kind: NotAFileOfGrants): Finding =>
  kind.kind === "empty"
    ? {
        rule: "funding/360-empty",
        about,
        severity: "error",
        message: "The file is empty.",
        evidence: {},
        fix: "Give a file with grants.",
      }
    : {
        rule: "funding/360-wrong-kind",
        about,
        severity: "error",
        message: `The file is ${kind.name}, neither CSV nor JSON.`,
        evidence: {},
        fix: kind.advice,
      };

/** The first kilobytes of a file can be looked at before it is read from its beginning. */
function withFirst(bytes: AsyncIterable<Uint8Array>) {
  const source = bytes[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  return {
    async first(): Promise<Uint8Array> {
      let size = 0;
      while (size < 4096) {
        const next = await source.next();
        if (next.done === true) break;
        held.push(next.value);
        size += next.value.length;
        if (Buffer.from(next.value).toString("latin1").trim() !== "") break;
      }
      return Buffer.concat(held);
    },
    async *all(): AsyncGenerator<Uint8Array> {
      try {
        yield* held.splice(0);
        for (;;) {
          const next = await source.next();
          if (next.done === true) return;
          yield next.value;
        }
      } finally {
        await source.return?.();
      }
    },
  };
}
