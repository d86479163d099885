import {
  guardCell,
  type ReportDocumentInput,
  recordCell,
  recordColumns,
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
  // A field that holds others, such as an amount with its currency, has a column for each.
  const columns = wanted.flatMap((name) =>
    all.filter(({ heading }) => heading === name || heading.startsWith(`${name}.`)),
  );
  return {
    title,
    blocks: [
      {
        type: "table",
        id: "records",
        caption: title,
        columns: columns.map((column, index) => ({
          id: `column-${index + 1}`,
          heading: column.heading,
          type: column.type === "number" ? "number" : "text",
          ...(column.heading === "id" && { headsRow: true }),
        })),
        rows: records.map((record) => ({
          cells: columns.map((column) => ({ text: recordCell(record, column) })),
        })),
      },
    ],
  };
}

/** Any answer as a document: single values as facts, lists of objects as tables. */
export function valueDocument(title: string, value: unknown): ReportDocumentInput {
  const blocks: ReportDocumentInput["blocks"] = [];
  const facts: { term: string; text: string }[] = [];
  for (const [name, item] of Object.entries(
    typeof value === "object" && value !== null && !Array.isArray(value) ? value : { value },
  )) {
    if (isRows(item)) blocks.push(tableOfRows(name, item));
    else facts.push({ term: name, text: plain(item) });
  }
  if (facts.length > 0) blocks.unshift({ type: "facts", id: "facts", items: facts });
  return { title, blocks };
}

const isRows = (value: unknown): value is readonly Record<string, unknown>[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => typeof item === "object" && item !== null && !Array.isArray(item));

function tableOfRows(
  name: string,
  rows: readonly Record<string, unknown>[],
): ReportDocumentInput["blocks"][number] {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    type: "table",
    id: `table-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`,
    caption: name,
    columns: headings.map((heading, index) => ({ id: `column-${index + 1}`, heading })),
    rows: rows.map((row) => ({
      cells: headings.map((heading) => ({ text: plain(row[heading]) })),
    })),
  };
}

const plain = (value: unknown): string =>
  value === undefined || value === null
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);
