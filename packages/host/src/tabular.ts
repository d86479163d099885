import {
  type Cell,
  type Column,
  formatDate,
  formatMoney,
  formatPeriod,
  formatSource,
  guardCell,
  isCalendarDate,
  isReference,
  type Money,
  officeZone,
  parseInstant,
  type RecordColumn,
  type ReportDocumentInput,
  recordCell,
  recordColumns,
  type Source,
  segmentsOf,
} from "@moothall/core";
import type { Resource } from "@moothall/core/plugin";
import { stringify } from "csv-stringify/sync";

/** Records as CSV, line by line, with every field of the resource: what `import` reads back. */
export async function* csvOfRecords(
  resource: Resource,
  records: AsyncIterable<{ readonly text: string }>,
): AsyncIterable<string> {
  const columns = recordColumns(resource.schema);
  yield stringify([columns.map((column) => column.heading)]);
  for await (const { text } of records) {
    const record = JSON.parse(text) as unknown;
    yield stringify([columns.map((column) => guardCell(recordCell(record, column)))]);
  }
}

/** The pointer of a field as the heading of its column: `/value/amount` → `value.amount`. */
export const headingOf = (pointer: string): string => segmentsOf(pointer).join(".");

/** The name of a field as a reader's label: `paidOn` → `Paid on`, `provider.name` → `Provider name`. */
export function labelOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[._-]+/g, " ")
    .trim()
    .toLowerCase();
  return words === "id" ? "Id" : words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a record calls itself: its title, name, subject, heading or text; undefined where it has none. */
export const titleOfRecord = (record: unknown): string | undefined =>
  ["title", "name", "subject", "heading", "text"]
    .map((field) => (record as Readonly<Record<string, unknown>> | null | undefined)?.[field])
    .find((value): value is string => typeof value === "string" && value.trim() !== "");

/** A list of records as a document: the fields that tell most, a row each. */
export function listDocument(
  title: string,
  resource: Resource,
  records: readonly unknown[],
): ReportDocumentInput {
  const all = recordColumns(resource.schema);
  const wanted = resource.columns ?? [
    "id",
    ...Object.entries(resource.fields ?? {}).map(([name, field]) =>
      headingOf(field.pointer ?? `/${name}`),
    ),
  ];
  // A field that holds others has a column for each; an amount stands in one, with its currency.
  const columns = new Map<string, ListColumn>();
  for (const name of wanted) {
    for (const column of all) {
      if (column.heading !== name && !column.heading.startsWith(`${name}.`)) continue;
      const path = moneyPath(column, all);
      const heading = path?.join(".") ?? column.heading;
      columns.set(heading, {
        ...column,
        heading,
        path: path ?? column.segments,
        isMoney: !!path,
      });
    }
  }
  return {
    title,
    blocks: [
      {
        type: "table",
        id: "records",
        caption: title,
        columns: [...columns.values()].map((column, index) => ({
          id: `column-${index + 1}`,
          heading: labelOf(column.heading),
          type: columnType(column),
          ...(column.heading === "id" && { headsRow: true }),
        })),
        rows: records.map((record) => ({
          cells: [...columns.values()].map(({ heading, path }) => {
            const value = valueAt(record, path);
            return heading === "id" ? { text: String(value ?? "") } : readerCell(value);
          }),
        })),
      },
    ],
  };
}

interface ListColumn extends RecordColumn {
  readonly path: readonly string[];
  readonly isMoney: boolean;
}

const columnType = ({ isMoney, type }: ListColumn): Column["type"] => {
  if (isMoney) return "money";
  return type === "number" ? "number" : "text";
};

/** The path of the amount of money that a column is a part of. */
function moneyPath(
  { segments }: RecordColumn,
  all: readonly RecordColumn[],
): readonly string[] | undefined {
  const path = segments.slice(0, -1);
  if (path.length === 0) return undefined;
  const beside = all.filter(({ heading }) => heading.startsWith(`${path.join(".")}.`));
  const names = beside.map((each) => each.segments.slice(path.length).join("."));
  return names.length === 2 && names.includes("amount") && names.includes("currency")
    ? path
    : undefined;
}

const valueAt = (record: unknown, path: readonly string[]): unknown => {
  let value = record;
  for (const segment of path)
    value = (value as Record<string, unknown> | undefined | null)?.[segment];
  return value;
};

type Blocks = ReportDocumentInput["blocks"];
type FactInput = Extract<Blocks[number], { type: "facts" }>["items"][number];

/**
 * Any answer as a document: single values as facts, lists of objects as tables. A record goes by its
 * own title, and its version and times stand apart at the end.
 */
export function valueDocument(title: string, value: unknown): ReportDocumentInput {
  const fields = isObject(value) ? value : { value };
  const { record: kept, ...own } = fields;
  const isRecord = isObject(kept) && "version" in kept && typeof own.id === "string";
  const name = isRecord ? titleOfRecord(own) : undefined;
  const blocks = blocksOf(isRecord ? own : fields);
  if (isRecord) {
    blocks.push(
      { type: "heading", id: "record-heading", text: "About this record" },
      { type: "facts", id: "record", items: factsOf(kept) },
    );
  }
  return name === undefined ? { title, blocks } : { title: name, summary: title, blocks };
}

function blocksOf(fields: Readonly<Record<string, unknown>>): Blocks {
  const facts = factsOf(
    Object.fromEntries(Object.entries(fields).filter(([, item]) => !isTable(item))),
  );
  const blocks: Blocks = facts.length === 0 ? [] : [{ type: "facts", id: "facts", items: facts }];
  const taken = new Set<string>();
  for (const [name, item] of Object.entries(fields)) {
    if (!isTable(item)) continue;
    const plain = `table-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
    const id = taken.has(plain) ? `${plain}-${taken.size}` : plain;
    taken.add(id);
    blocks.push(tableOfRows(id, name, item));
  }
  return blocks;
}

const factsOf = (fields: Readonly<Record<string, unknown>>): FactInput[] =>
  Object.entries(fields).map(([name, item]) => ({
    term: labelOf(name) || name || "Value",
    // The id is never a date or a period, whatever it looks like.
    ...(name === "id" ? { text: String(item ?? "") } : readerCell(item)),
  }));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTable = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => isObject(item) && !isMoney(item) && !isSource(item));

function tableOfRows(
  id: string,
  name: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Blocks[number] {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    type: "table",
    id,
    caption: labelOf(name) || name || "Value",
    columns: headings.map((heading, index) => ({
      id: `column-${index + 1}`,
      heading: labelOf(heading) || heading || "Value",
    })),
    rows: rows.map((row) => ({
      cells: headings.map((heading) => readerCell(row[heading])),
    })),
  };
}

/** A value as a reader writes it, with the exact one behind it where that is another. */
export function readerCell(value: unknown): Pick<Cell, "text" | "value" | "reference" | "source"> {
  if (typeof value === "string") {
    if (isReference(value)) return { text: value, reference: value };
    const text = textOf(value);
    return text === value ? { text } : { text, value };
  }
  if (isMoney(value))
    return {
      text: formatMoney(value),
      value: value.currency === "GBP" ? value.amount : `${value.amount} ${value.currency}`,
    };
  return { text: textOf(value) };
}

/** In words, nested values too: `Starts 1 July 2017; Value £5.00`. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return dateText(value) ?? value;
  if (isMoney(value)) return formatMoney(value);
  if (isSource(value)) return formatSource(value);
  if (Array.isArray(value)) return value.map(textOf).join(value.some(isObject) ? "\n" : "; ");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([name, item]) => `${labelOf(name) || name}: ${textOf(item)}`)
    .join("; ");
}

/** A date, a moment of the office's zone or a period in words; undefined for any other text. */
function dateText(text: string): string | undefined {
  if (isCalendarDate(text)) return formatDate(text);
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9]{2}:[0-9]{2})$/.test(text)) {
    try {
      const at = parseInstant(text).toZonedDateTimeISO(officeZone);
      return `${formatDate(at.toPlainDate().toString())}, ${at.toPlainTime().toString({ smallestUnit: "minute" })}`;
    } catch {
      return undefined;
    }
  }
  if (!/^(?:@|FY)?[0-9]{4}-?[0-9Q/.-]*$/.test(text) || /^[0-9]+$/.test(text)) return undefined;
  try {
    const words = formatPeriod(text);
    return /^[0-9-]+\/[0-9-]+$/.test(text) ? `from ${words}` : words;
  } catch {
    return undefined;
  }
}

const isMoney = (value: unknown): value is Money =>
  isObject(value) &&
  Object.keys(value).length === 2 &&
  typeof value.amount === "string" &&
  /^-?[0-9]+(?:\.[0-9]+)?$/.test(value.amount) &&
  typeof value.currency === "string";

const sourceFields: ReadonlySet<string> = new Set([
  "record",
  "document",
  "item",
  "paragraph",
  "table",
  "page",
  "url",
]);

const isSource = (value: unknown): value is Source =>
  isObject(value) &&
  (typeof value.document === "string" || typeof value.record === "string") &&
  Object.keys(value).every((name) => sourceFields.has(name));
