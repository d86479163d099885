import { guardCell, recordCell, recordColumns } from "@moothall/core";
import type * as z from "zod";

export interface WorkbookSheet {
  readonly name: string;
  readonly schema: z.ZodObject;
  readonly records: readonly Readonly<Record<string, unknown>>[];
  /** The fields that an officer works with, before all others. */
  readonly first: readonly string[];
}

const widths = { text: 28, number: 11, boolean: 11, list: 34, json: 34 } as const;

/**
 * Records as a workbook that an officer can work in and bring back: every field of the schema in a
 * column whose heading `moothall import` knows, the telling ones first, the headings standing still.
 * What nobody may see of a record is not in it, and is kept when it comes back.
 */
export async function workbookOf({
  name,
  schema,
  records,
  first,
}: WorkbookSheet): Promise<Uint8Array> {
  const place = (heading: string) => {
    const index = first.findIndex((each) => heading === each || heading.startsWith(`${each}.`));
    return index < 0 ? first.length : index;
  };
  const columns = recordColumns(schema).toSorted(
    (left, right) => place(left.heading) - place(right.heading),
  );
  const head = columns.map(({ heading }) => ({
    value: heading,
    fontWeight: "bold" as const,
    backgroundColor: "#d5dae0",
  }));
  const rows = records.map((record) =>
    columns.map((column) => {
      const text = recordCell(record, column);
      if (text === "") return null;
      if (column.type === "number") return { value: Number(text), type: Number };
      return { value: guardCell(text), type: String, wrap: true, alignVertical: "top" as const };
    }),
  );
  const { default: write } = await import("write-excel-file/node");
  return write([head, ...rows], {
    sheet: name,
    columns: columns.map(({ type }) => ({ width: widths[type] })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  }).toBuffer();
}
