import type { MoothallError } from "@moothall/core";
import { parse } from "csv-parse/sync";
import * as Effect from "effect/Effect";
import { fault } from "../errors.ts";
import type { Table } from "../responses/read-responses.ts";

/** A file of CSV (UTF-8) or the first sheet of a workbook (XLSX) as a table. */
export const readTable = (items: AsyncIterable<Uint8Array>): Effect.Effect<Table, MoothallError> =>
  Effect.tryPromise({
    try: async () => {
      const bytes = await collect(items);
      const table = isWorkbook(bytes) ? await tableOfWorkbook(bytes) : tableOfCsv(bytes);
      if (table.length === 0) throw new RangeError("it is empty");
      return table;
    },
    catch: (cause) =>
      fault(
        "engagement/bad-file",
        `The file is neither CSV nor a workbook that can be read: ${(cause as Error).message}.`,
        "Save it as 'CSV UTF-8' or as .xlsx; its first row must hold the headings.",
      ),
  });

async function collect(items: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of items) parts.push(part);
  return Buffer.concat(parts);
}

/** A workbook is a ZIP file. */
const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function tableOfCsv(bytes: Uint8Array): Table {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const records = parse(text, { bom: true, relaxColumnCount: true, info: true }) as unknown as {
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }[];
  return records.map(({ record, info }) => ({ row: info.lines, cells: record }));
}

async function tableOfWorkbook(bytes: Buffer): Promise<Table> {
  const { readSheet } = await import("read-excel-file/node");
  const rows = (await readSheet(bytes, {
    parseNumber: (text: string) => text,
  } as never)) as readonly (readonly unknown[])[];
  return rows.map((cells, index) => ({ row: index + 1, cells: cells.map(cellText) }));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "");
  return String(cell);
}
