import { nonNegativeDecimal, source } from "@moothall/core";
import * as z from "zod";

const said = () => ({
  /** The figures letter for letter as printed: `47 (32%)`. */
  text: z.string().min(1),
  source: source(),
  /** `total`, a category, a subject that has sub-categories, or `subject/sub-category`. */
  about: z.string().min(1),
});

/**
 * How exactly a paper says it: rounded to the places that it prints, roughly (off by at most one in
 * the last place), or as a bound.
 */
const exactness = () => z.enum(["rounded", "about", "over", "under"]).default("rounded");

/** What a paper says of a table in words, so that it can be held against the counts. */
export const caseworkClaim = () =>
  z.discriminatedUnion("claim", [
    z.strictObject({
      claim: z.literal("share"),
      ...said(),
      /** Of what: `total`, or the subject that it is part of. */
      of: z.string().min(1).default("total"),
      percent: nonNegativeDecimal(),
    }),
    z.strictObject({
      claim: z.literal("change"),
      ...said(),
      direction: z.enum(["rose", "fell"]),
      /** The count of the year before, as the words have it. */
      before: z.int().min(0).optional(),
      /** By how many. */
      by: z.int().min(0).optional(),
      /** By how many per cent of the year before. */
      percent: nonNegativeDecimal().optional(),
      /** How many times the year before. */
      times: nonNegativeDecimal().optional(),
      exactness: exactness(),
    }),
    z.strictObject({
      claim: z.literal("rank"),
      ...said(),
      /** 1 is the most; among the rows that have the same parent, or none. */
      place: z.int().min(1),
    }),
  ]);

export type CaseworkClaim = z.output<ReturnType<typeof caseworkClaim>>;
