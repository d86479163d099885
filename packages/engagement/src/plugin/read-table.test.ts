import * as Effect from "effect/Effect";
import { describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { readTable } from "./read-table.ts";

async function* inParts(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  const half = Math.floor(bytes.length / 2);
  yield bytes.subarray(0, half);
  yield bytes.subarray(half);
}

const read = (bytes: Uint8Array) => Effect.runPromise(readTable(inParts(bytes)));
const text = (content: string) => read(new TextEncoder().encode(content));

describe("readTable", () => {
  it("reads CSV with the row on which each record ends", async () => {
    expect(await text('\ufeffWhen,Why\n2022-01-01,"two\nlines"\n2022-01-02,é\n')).toEqual([
      { row: 1, cells: ["When", "Why"] },
      { row: 3, cells: ["2022-01-01", "two\nlines"] },
      { row: 4, cells: ["2022-01-02", "é"] },
    ]);
  });

  it("reads a workbook, numbers as they are written and days as days", async () => {
    const workbook = await writeExcelFile([
      [{ value: "When" }, { value: "Score" }],
      [{ value: new Date("2022-01-01T00:00:00Z"), type: Date, format: "yyyy-mm-dd" }, { value: 7 }],
    ]).toBuffer();
    expect(await read(workbook)).toEqual([
      { row: 1, cells: ["When", "Score"] },
      { row: 2, cells: ["2022-01-01", "7"] },
    ]);
  });

  it("refuses what is neither, and what is empty", async () => {
    for (const bytes of [
      new Uint8Array([0x50, 0x4b, 1, 2]),
      new Uint8Array([0xff, 0xfe, 0xff]),
      new Uint8Array(),
    ])
      await expect(read(bytes)).rejects.toMatchObject({ code: "engagement/bad-file" });
  });
});
