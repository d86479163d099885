import { CsvRows } from "./csv-rows.ts";
import type { GrantBatch, ReadOptions } from "./grant-step.ts";
import { Sheet } from "./sheet.ts";

/** Reads a sheet of grants, row by row; `first` are its first bytes, which tell how it is encoded. */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  first: Uint8Array,
  about: string,
  options: ReadOptions,
): AsyncGenerator<GrantBatch> {
  const sheet = new Sheet(about, options);
  const wide = wideEncoding(first);
  const decoder = wide === undefined ? undefined : new TextDecoder(wide);
  if (decoder !== undefined)
    sheet.note("funding/360-encoding", `The file is ${wide?.toUpperCase()}, not UTF-8.`);
  let rows: CsvRows | undefined;
  let head = "";
  for await (const piece of bytes) {
    const raw = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const text =
      decoder === undefined
        ? raw.toString("latin1")
        : Buffer.from(decoder.decode(raw, { stream: true })).toString("latin1");
    if (rows === undefined) {
      head += text;
      if (!head.includes("\n") && head.length < 1_000_000) continue;
      rows = new CsvRows(separatorOf(head));
      yield sheet.read(rows.push(sheet.withoutMark(head)));
    } else {
      yield sheet.read(rows.push(text));
    }
  }
  if (rows === undefined) {
    rows = new CsvRows(separatorOf(head));
    yield sheet.read(rows.push(sheet.withoutMark(head)));
  }
  yield sheet.read(rows.end());
  yield sheet.end();
}

function wideEncoding(first: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first[0] === 0xff && first[1] === 0xfe) return "utf-16le";
  return first[0] === 0xfe && first[1] === 0xff ? "utf-16be" : undefined;
}

/** The mark that most often parts the cells of the first line. */
function separatorOf(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  const [best] = [",", ";", "\t"].toSorted(
    (left, right) => line.split(right).length - line.split(left).length,
  );
  return best as string;
}
