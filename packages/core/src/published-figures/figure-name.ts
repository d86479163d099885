import * as z from "zod";
import { decimal } from "../exact.ts";
import { reference } from "../identifier.ts";
import { schemaName } from "../schema-name.ts";
import { shared } from "../shared-schema.ts";
import { source } from "../source.ts";

/**
 * Which figure a relation speaks of:
 *
 * - `"saving"`: the figure of this record whose `of` is that. In a list, `*` stands for any text:
 *   `total.*`. A JSON Pointer that no printed figure states, `/cells/0/amount`, is the value that the
 *   record holds there; in a list, `*` stands for every item: `/cells/*​/amount`.
 * - `{ record, of }`: the same of another record.
 * - `{ constant }`: a number that follows from no paper, such as the 12 months of a year.
 */
export const figureName = shared(() =>
  z
    .union([
      z.string().min(1),
      z
        .strictObject({
          /** Left out only where the reader may not see that record; the relation is then passed over. */
          record: reference().optional(),
          of: z.string().min(1),
        })
        .refine(({ record }) => record !== undefined, {
          path: ["record"],
          message:
            "must name the record that carries the figure; of this record, write its name alone",
        }),
      z.strictObject({ constant: decimal() }),
    ])
    .meta({
      ...schemaName("PublishedFigureName"),
      description: "A figure of this or of another record",
    }),
);

export type FigureName = z.output<ReturnType<typeof figureName>>;

/** What every kind of relation may say besides. */
export const relationBase = () => ({
  /** Where the paper says so, if elsewhere than where its figures stand. */
  source: source().optional(),
  /** Why it must hold, for whoever reads a finding. */
  because: z.string().min(1).optional(),
});
