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
