import {
  columnPointer,
  type EmptyField,
  emptyFields,
  type Finding,
  type Kind,
  listItems,
  MoothallError,
  momentOfClock,
  type RecordColumn,
  recordColumns,
  unguardCell,
} from "@moothall/core";
import type { Resource } from "@moothall/core/plugin";
import type { Caller } from "./caller.ts";
import { cellFault } from "./cell-fault.ts";
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
  /** What stands in the cells of a table, by heading. */
  readonly cells?: ReadonlyMap<string, string>;
  /** The headings of cells of which it was said that they cannot be read. */
  readonly unread?: ReadonlySet<string | undefined>;
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
    else if (!row.unread?.size) good.push({ kind: request.kind, data: row.data });
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
  return new MoothallError({
    code: "core/bad-input",
    message: `Nothing of ${name} was imported: ${findings.length} fault${findings.length === 1 ? "" : "s"} in ${rows} row${rows === 1 ? "" : "s"}.`,
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
    const told = new Set(row.unread);
    return findingsOf(name, parsed.error).flatMap((each): Finding[] => {
      const pointer = each.at?.pointer;
      const column = pointer === undefined ? undefined : columnAt(row.columns, pointer);
      if (column === undefined)
        return [{ ...each, at: { row: row.row, ...(pointer !== undefined && { pointer }) } }];
      // One cell may be wrong in several ways; the first says what to do.
      if (told.has(column)) return [];
      told.add(column);
      const message = cellFault(row.cells?.get(column) ?? "", each.message);
      return [{ ...each, message, at: { row: row.row, column } }];
    });
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
  if (!(cell instanceof Date)) return String(cell);
  // A workbook holds times as fractions of a day, near to the second, and knows no zones: they are
  // those of the office's clock.
  const nearest = new Date(Math.round(cell.getTime() / 1000) * 1000);
  const [day = "", time = ""] = nearest.toISOString().split("T");
  return time === "00:00:00.000Z" ? day : momentOfClock(`${day}T${time.slice(0, 8)}`);
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
  const columns = head.cells.map((cell) => known.get(cell.trim()));
  const wrong = headingFaults(name, head, known);
  // What stands below headings that are not understood says nothing.
  if (wrong.length > 0) {
    findings.push(...wrong);
    return [];
  }
  // Of those for which the file has a column.
  const empty = emptyFields(resource.schema).filter(({ segments }) =>
    columns.some((column) =>
      segments.every((segment, index) => column?.segments[index] === segment),
    ),
  );
  const rows: Row[] = [];
  for (const { row, cells } of body) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const extra = cells.findIndex((cell, index) => index >= columns.length && cell.trim() !== "");
    if (extra >= 0)
      findings.push(fault(name, row, `column ${extra + 1}`, "holds a value but has no heading"));
    const wrongCells: Finding[] = [];
    const data = recordOfCells(columns, cells, (column, message) =>
      wrongCells.push(fault(name, row, column.heading, message)),
    );
    for (const each of empty) fill(data, each);
    findings.push(...wrongCells);
    const unread = new Set(wrongCells.map(({ at }) => at?.column));
    rows.push({
      row,
      data,
      columns: columns.filter((column) => column !== undefined),
      cells: new Map(
        columns.flatMap((column, index) =>
          column === undefined ? [] : [[column.heading, (cells[index] ?? "").trim()]],
        ),
      ),
      unread,
    });
  }
  return rows;
}

/** What keeps the first row from being the names of fields. */
function headingFaults(
  name: string,
  head: Table[number],
  known: ReadonlyMap<string, RecordColumn>,
): Finding[] {
  const headings = head.cells.map((cell) => cell.trim());
  const isOurs = (heading: string) =>
    heading === "" || heading.startsWith("record.") || known.has(heading);
  const unknown = [...new Set(headings.filter((heading) => !isOurs(heading)))];
  const twice = [
    ...new Set(headings.filter((each, index) => known.has(each) && headings.indexOf(each) < index)),
  ];
  const [only = ""] = headings;
  const separator = headings.length > 1 ? undefined : /[;\t|]/.exec(only)?.[0];
  if (separator !== undefined)
    return [
      fault(
        name,
        head.row,
        "",
        `the columns are separated by ${separator === "\t" ? "tabs" : `'${separator}'`}: save the file with commas, or import the workbook itself`,
      ),
    ];
  if (!headings.some((heading) => known.has(heading)))
    return [
      fault(
        name,
        head.row,
        "",
        `row ${head.row} holds none of the fields of this kind of record: it must hold their names, such as ${[...known.keys()].slice(0, 5).join(", ")}`,
      ),
    ];
  return [
    ...twice.map((heading) => fault(name, head.row, heading, "stands twice among the headings")),
    ...unknown.map((heading, index) => {
      const meant = nearest(heading, [...known.keys()]);
      const advice = meant === undefined ? "" : `: did you mean ${meant}?`;
      const all = index === 0 ? `; the fields are ${[...known.keys()].join(", ")}` : "";
      return fault(
        name,
        head.row,
        heading,
        `is not a field of this kind of record${advice || all}`,
      );
    }),
  ];
}

/** The field that differs from a heading in nothing but capitals, spaces and marks. */
function nearest(heading: string, fields: readonly string[]): string | undefined {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return fields.find((field) => bare(field) === bare(heading));
}

function recordOfCells(
  columns: readonly (RecordColumn | undefined)[],
  cells: readonly string[],
  refuse: (column: RecordColumn, message: string) => void,
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
    const value = valueOfCell(column, cell);
    if (value === unreadable)
      refuse(column, "must hold JSON, since this field is more than one value");
    else target[column.segments.at(-1) as string] = value;
  }
  return record;
}

/** Puts an empty field where it is not there and what it belongs to is. */
function fill(record: Record<string, unknown>, { segments, value }: EmptyField): void {
  let target: unknown = record;
  for (const segment of segments.slice(0, -1))
    target = (target as Record<string, unknown> | undefined)?.[segment];
  if (typeof target !== "object" || target === null) return;
  (target as Record<string, unknown>)[segments.at(-1) as string] ??= value && { ...value };
}

const unreadable = Symbol("a cell that cannot be read");

function valueOfCell(column: RecordColumn, cell: string): unknown {
  switch (column.type) {
    case "text":
      return cell;
    case "number":
      return /^-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(cell) ? Number(cell) : cell;
    case "boolean":
      return /^(?:true|yes)$/i.test(cell) ? true : /^(?:false|no)$/i.test(cell) ? false : cell;
    case "list":
      return listItems(cell);
    case "json":
      try {
        return JSON.parse(cell);
      } catch {
        return unreadable;
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
