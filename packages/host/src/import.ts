import {
  columnPointer,
  type Finding,
  isMoothallError,
  type Kind,
  listItems,
  MoothallError,
  type RecordColumn,
  recordColumns,
  unguardCell,
} from "@moothall/core";
import type { Resource } from "@moothall/core/plugin";
import type { Caller } from "./caller.ts";
import { findingsOf } from "./faults.ts";
import type { Host } from "./host.ts";
import { headingOf } from "./tabular.ts";

export const importFormats = ["csv", "xlsx", "json"] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface ImportRequest {
  readonly kind: Kind;
  /** The file's name, for messages. */
  readonly name: string;
  readonly format: ImportFormat;
  readonly bytes: Uint8Array;
  readonly caller: Caller;
  /** Take the good rows although others are bad. */
  readonly partial?: boolean;
}

export interface ImportResult {
  readonly created: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** Of a partial import: the rows that were left out. */
  readonly findings: readonly Finding[];
}

/** A record of a file: its row (the first row is 1), and what each of its fields was written in. */
interface Row {
  readonly row: number;
  readonly data: unknown;
  readonly columns?: readonly RecordColumn[];
}

/**
 * Reads records from a spreadsheet, CSV or JSON and writes them: all of them, or none with every
 * bad row reported. A record that is there already is replaced; one that is the same is left alone.
 * @throws MoothallError `core/malformed`, `core/bad-input` with a finding for every fault
 */
export async function importRecords(host: Host, request: ImportRequest): Promise<ImportResult> {
  const resource = host.registry.resources.get(request.kind);
  if (resource === undefined) {
    throw new MoothallError({
      code: "core/no-such-action",
      message: `There is no kind of record '${request.kind}'.`,
      hint: `Known: ${[...host.registry.resources.keys()].join(", ")}.`,
    });
  }
  const findings: Finding[] = [];
  const good: { readonly kind: Kind; readonly data: unknown }[] = [];
  const rowOfId = new Map<string, number>();
  for (const row of await readRows(request, resource, findings)) {
    const faults = checkRow(request.name, resource, row, rowOfId);
    if (faults.length > 0) findings.push(...faults);
    else good.push({ kind: request.kind, data: row.data });
  }
  if (findings.length > 0 && request.partial !== true) throw refused(request.name, findings);
  const receipt = good.length === 0 ? { results: [] } : await host.put(good, request.caller);
  const count = (outcome: string) =>
    receipt.results.filter((each) => each.outcome === outcome).length;
  return {
    created: count("created"),
    replaced: count("replaced"),
    unchanged: count("unchanged"),
    findings,
  };
}

function refused(name: string, findings: readonly Finding[]): MoothallError {
  const rows = new Set(findings.map((each) => each.at?.row)).size;
  const [first] = findings as [Finding];
  const place = [
    first.at?.row && `row ${first.at.row}`,
    first.at?.column && `column ${first.at.column}`,
  ]
    .filter(Boolean)
    .join(", ");
  return new MoothallError({
    code: "core/bad-input",
    message: `Nothing of ${name} was imported: ${findings.length} fault${findings.length === 1 ? "" : "s"} in ${rows} row${rows === 1 ? "" : "s"}. The first: ${place === "" ? "" : `${place} `}${first.message}.`,
    hint: "Mend the rows and import again, or take only the good ones with --partial.",
    ...(first.at && { at: first.at }),
    findings,
  });
}

function checkRow(
  name: string,
  resource: Resource,
  row: Row,
  rowOfId: Map<string, number>,
): Finding[] {
  const parsed = resource.schema.safeParse(withoutRecord(row.data));
  if (!parsed.success) {
    return findingsOf(name, parsed.error).map((each) => {
      const column =
        each.at?.pointer === undefined ? undefined : columnAt(row.columns, each.at.pointer);
      return {
        ...each,
        at: {
          row: row.row,
          ...(column === undefined ? { pointer: each.at?.pointer } : { column }),
        },
      };
    }) as Finding[];
  }
  const id = (parsed.data as { id: string }).id;
  const before = rowOfId.get(id);
  if (before !== undefined)
    return [fault(name, row.row, "id", `is '${id}', as in row ${before}: each record stands once`)];
  rowOfId.set(id, row.row);
  return [];
}

const withoutRecord = (data: unknown): unknown => {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return data;
  const { record: _, ...fields } = data as Record<string, unknown>;
  return fields;
};

/** The heading of the column in which the field at this pointer was written. */
function columnAt(
  columns: readonly RecordColumn[] | undefined,
  pointer: string,
): string | undefined {
  if (columns === undefined) return undefined;
  const found = columns.find(
    (column) =>
      pointer === columnPointer(column) || pointer.startsWith(`${columnPointer(column)}/`),
  );
  return found?.heading ?? headingOf(pointer);
}

async function readRows(
  request: ImportRequest,
  resource: Resource,
  findings: Finding[],
): Promise<Row[]> {
  switch (request.format) {
    case "json":
      return rowsOfJson(request.name, decodeUtf8(request.name, request.bytes));
    case "csv":
      return rowsOfTable(
        request.name,
        await tableOfCsv(request.name, decodeUtf8(request.name, request.bytes)),
        resource,
        findings,
      );
    case "xlsx":
      return rowsOfTable(
        request.name,
        await tableOfWorkbook(request.name, request.bytes),
        resource,
        findings,
      );
  }
}

function decodeUtf8(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new MoothallError({
      code: "core/malformed",
      message: `${name} is not UTF-8.`,
      hint: "Save it as 'CSV UTF-8', or import the workbook (.xlsx) itself.",
      cause,
    });
  }
}

function rowsOfJson(name: string, text: string): Row[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new MoothallError({
      code: "core/malformed",
      message: `${name} is not JSON: ${(cause as Error).message}.`,
      hint: 'It must be an array of records, or {"items": […]}.',
      cause,
    });
  }
  const items = Array.isArray(value) ? value : (value as { items?: unknown } | null)?.items;
  if (!Array.isArray(items)) {
    throw new MoothallError({
      code: "core/malformed",
      message: `${name} holds no list of records.`,
      hint: 'It must be an array of records, or {"items": […]}.',
    });
  }
  return items.map((data, index) => ({ row: index + 1, data }));
}

/** A table as it stands in a file: rows of cells, the first row the headings. */
type Table = readonly { readonly row: number; readonly cells: readonly string[] }[];

async function tableOfCsv(name: string, text: string): Promise<Table> {
  const { CsvError, parse: parseCsv } = await import("csv-parse/sync");
  try {
    const records = parseCsv(text, {
      bom: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      info: true,
    }) as unknown as {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    // A quoted cell may hold line ends: the line on which a record ends is where an editor finds it.
    return records.map(({ record, info }) => ({ row: info.lines, cells: record }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new MoothallError({
      code: "core/malformed",
      message: `${name} is not CSV: ${cause.message}.`,
      hint: "Check its quotes and separators; the separator must be a comma.",
      cause,
    });
  }
}

async function tableOfWorkbook(name: string, bytes: Uint8Array): Promise<Table> {
  const { readSheet } = await import("read-excel-file/node");
  try {
    // Numbers stay the text that the workbook holds, so that no binary float comes between.
    const rows = await readSheet(Buffer.from(bytes), {
      parseNumber: (text: string) => text,
    } as never);
    return (rows as readonly (readonly unknown[])[]).map((cells, index) => ({
      row: index + 1,
      cells: cells.map(cellText),
    }));
  } catch (cause) {
    throw new MoothallError({
      code: "core/malformed",
      message: `${name} is not a workbook that can be read: ${(cause as Error).message}.`,
      hint: "It must be an .xlsx file; the first sheet is read.",
      cause,
    });
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "");
  return String(cell);
}

function rowsOfTable(name: string, table: Table, resource: Resource, findings: Finding[]): Row[] {
  const [head, ...body] = table;
  if (head === undefined)
    throw new MoothallError({
      code: "core/malformed",
      message: `${name} is empty.`,
      hint: "Its first row must hold the names of the fields.",
    });
  const known = new Map(recordColumns(resource.schema).map((column) => [column.heading, column]));
  const columns = head.cells.map((cell, index) => {
    const heading = cell.trim();
    const column = known.get(heading);
    if (column === undefined && heading !== "" && !heading.startsWith("record.")) {
      findings.push(
        fault(
          name,
          head.row,
          heading,
          `is not a field of this kind of record; known: ${[...known.keys()].join(", ")}`,
        ),
      );
    }
    if (column !== undefined && head.cells.findIndex((other) => other.trim() === heading) < index)
      findings.push(fault(name, head.row, heading, "stands twice among the headings"));
    return column;
  });
  const rows: Row[] = [];
  for (const { row, cells } of body) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const extra = cells.findIndex((cell, index) => index >= columns.length && cell.trim() !== "");
    if (extra >= 0)
      findings.push(fault(name, row, `column ${extra + 1}`, "holds a value but has no heading"));
    try {
      rows.push({
        row,
        data: recordOfCells(columns, cells),
        columns: columns.filter((column) => column !== undefined),
      });
    } catch (error) {
      if (!isMoothallError(error)) throw error;
      findings.push(fault(name, row, error.at?.column ?? "", error.message));
    }
  }
  return rows;
}

function recordOfCells(
  columns: readonly (RecordColumn | undefined)[],
  cells: readonly string[],
): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const cell = unguardCell((cells[index] ?? "").trim());
    if (column === undefined || cell === "") continue;
    let target = record;
    for (const segment of column.segments.slice(0, -1)) {
      target[segment] ??= {};
      target = target[segment] as Record<string, unknown>;
    }
    target[column.segments.at(-1) as string] = valueOfCell(column, cell);
  }
  return record;
}

function valueOfCell(column: RecordColumn, cell: string): unknown {
  switch (column.type) {
    case "text":
      return cell;
    case "number":
      return /^-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(cell) ? Number(cell) : cell;
    case "boolean":
      return /^true$/i.test(cell) ? true : /^false$/i.test(cell) ? false : cell;
    case "list":
      return listItems(cell);
    case "json":
      try {
        return JSON.parse(cell);
      } catch {
        throw new MoothallError({
          code: "core/malformed",
          message: "must hold JSON, since this field is more than one value",
          at: { column: column.heading },
        });
      }
  }
}

const fault = (about: string, row: number, column: string, message: string): Finding => ({
  rule: "core/bad-input",
  about,
  severity: "error",
  message,
  evidence: {},
  at: { row, column },
});
