import { type Classification, calendarDate, record, reference, source } from "@moothall/core";
import { disclosurePolicy, type EmittedTable } from "@moothall/core/disclosure";
import * as z from "zod";
import { designs } from "../estimation/margin-of-error.ts";
import { isSafe } from "./casework-table.ts";
import { holdsPrivateData } from "./matter.ts";

const figures = () => z.array(z.int().min(0).nullable());

/**
 * What was answered to one question, as published. Counts are protected; shares, means and weights
 * are there only where the counts they rest on may be seen.
 */
export const resultSchema = record({
  title: z.string().min(1),
  body: reference("register/body"),
  consultation: reference("engagement/consultation"),
  wave: z.string().min(1).optional(),
  question: z.string().min(1),
  version: z.int().positive(),
  text: z.string().min(1),
  design: z.enum(designs),
  /** Options by rows; one column for all, or one for each group of a demographic. */
  options: z.array(z.string().min(1)).min(1),
  by: z.string().min(1).optional(),
  groups: z.array(z.string().min(1)).min(1),
  counts: z.array(figures()).min(1),
  rowTotals: figures().optional(),
  columnTotals: figures().optional(),
  /** Respondents who answered; of a question with several answers there are no totals. */
  base: z.int().min(0).nullable(),
  /** Of all respondents, by option: weighted where weights are given, 0 to 1. */
  shares: z.array(z.number().min(0).max(1).nullable()).optional(),
  /** Sampling margin of each share in points; none of an opt-in consultation. */
  points: z.array(z.number().nullable()).optional(),
  /** Of a question answered with a number. */
  mean: z.number().nullable().optional(),
  effectiveSize: z.number().nullable().optional(),
  designEffect: z.number().nullable().optional(),
  method: z.string().min(1),
  notice: z.string().min(1).optional(),
  /** A respondent's weight is the product of the factors of their categories. */
  weights: z
    .array(
      z.strictObject({
        margin: z.string().min(1),
        category: z.string().min(1),
        factor: z.number().min(0),
        population: z.number().min(0),
      }),
    )
    .optional(),
  margins: z.array(reference("engagement/margin")).optional(),
  /** What respondents wrote, chosen and looked through for publication. */
  comments: z.array(z.string().min(1)).optional(),
  policy: disclosurePolicy().optional(),
  published: calendarDate().optional(),
  disclosedIn: source().optional(),
}).meta({ description: "A published result" });

export type Result = z.output<typeof resultSchema>;

export const emittedResult = ({
  options,
  groups,
  counts,
  rowTotals,
  columnTotals,
  base,
}: Result): EmittedTable => ({
  rows: options,
  columns: groups,
  cells: counts,
  ...(rowTotals !== undefined && { rowTotals }),
  ...(columnTotals !== undefined && { columnTotals, total: base }),
});

/** Public when a paper printed it, or when its counts withstand attack and no comment names anybody. */
export function classifyResult(result: Result): Classification {
  const isOut = result.published !== undefined || result.disclosedIn !== undefined;
  if (!isOut || (result.comments ?? []).some(holdsPrivateData)) return { record: "confidential" };
  if (result.disclosedIn !== undefined || result.policy?.override !== undefined)
    return { record: "public" };
  if (result.policy === undefined || !isSafe(emittedResult(result), result.policy))
    return { record: "confidential" };
  return { record: "public" };
}
