import { MoothallError } from "@moothall/core";
import type { ItemFormat } from "@moothall/core/plugin";

/** The items of a file as they come in: a JSON value a line, or the bytes as they are. */
export function readItems(
  format: ItemFormat,
  bytes: AsyncIterable<Uint8Array>,
): AsyncIterable<unknown> {
  return format === "bytes" ? bytes : jsonLines(bytes);
}

/**
 * Bytes that can be read again from their beginning, though they come only once: what has come is
 * kept. For write operations, whose batch has to be held as well until it is committed.
 */
export function replayed(bytes: AsyncIterable<Uint8Array>): () => AsyncIterable<Uint8Array> {
  const kept: Uint8Array[] = [];
  const source = bytes[Symbol.asyncIterator]();
  return async function* () {
    for (let index = 0; ; index += 1) {
      if (index === kept.length) {
        const next = await source.next();
        if (next.done === true) return;
        kept.push(next.value);
      }
      yield kept[index] as Uint8Array;
    }
  };
}

/** The longest line that is taken in whole, in characters. */
const longestLine = 64 * 1024 * 1024;

async function* jsonLines(bytes: AsyncIterable<Uint8Array>): AsyncIterable<unknown> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  let row = 0;
  for await (const chunk of bytes) {
    rest += decode(decoder, chunk, row + 1);
    let start = 0;
    for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n", start)) {
      row += 1;
      const line = rest.slice(start, end).trim();
      start = end + 1;
      if (line !== "") yield parseLine(line, row);
    }
    rest = rest.slice(start);
    if (rest.length > longestLine) throw bad(row + 1, "is longer than 64 million characters");
  }
  rest += decode(decoder, undefined, row + 1);
  if (rest.trim() !== "") yield parseLine(rest, row + 1);
}

function decode(
  decoder: InstanceType<typeof TextDecoder>,
  chunk: Uint8Array | undefined,
  row: number,
): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw bad(row, "is not UTF-8");
  }
}

function parseLine(line: string, row: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw bad(row, `is not JSON (${(error as Error).message.replace(/, "[\s\S]*$/, "")})`);
  }
}

const bad = (row: number, what: string): MoothallError =>
  new MoothallError({
    code: "core/malformed",
    message: `Line ${row} ${what}.`,
    hint: "The file must be JSON Lines in UTF-8: one JSON value a line.",
    at: { row },
  });
