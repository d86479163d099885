import * as z from "zod";
import { reference } from "./identifier.ts";
import { shared } from "./shared-schema.ts";

/**
 * Where a fact was taken from: a document (a record of ours, or its name and address) and the place
 * in it, down to the paragraph or table.
 */
export const source = shared(() =>
  z
    .strictObject({
      /** The document as a record of ours, where it is one. */
      record: reference().optional(),
      /** The document's own name, such as `Strategic Governance Board pack, 22 May 2017`. */
      document: z.string().min(1).optional(),
      /** Agenda item or appendix, as the document numbers it: `11A`, `Appendix A`. */
      item: z.string().min(1).optional(),
      /** Paragraph, as numbered: `2.1`. */
      paragraph: z.string().min(1).optional(),
      /** Table, by its heading or number. */
      table: z.string().min(1).optional(),
      page: z.int().positive().optional(),
      url: z.url({ protocol: /^https?$/ }).optional(),
    })
    .refine((value) => value.record !== undefined || value.document !== undefined, {
      message: "must name the document or the record that it was taken from",
    })
    .meta({ description: "Where a fact was taken from" }),
);

export type Source = z.output<ReturnType<typeof source>>;

/** For a reader: `Strategic Governance Board pack, 22 May 2017, Appendix A, 2.1`. */
export const formatSource = (value: Source): string =>
  [
    value.document ?? value.record,
    value.item,
    value.table,
    value.paragraph &&
      (/^[0-9]/.test(value.paragraph) ? `paragraph ${value.paragraph}` : value.paragraph),
    value.page && `page ${value.page}`,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");
