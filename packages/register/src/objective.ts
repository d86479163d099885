import { parseReference, record, reference } from "@moothall/core";
import * as z from "zod";
import { endsBeforeItStarts, startsBeforeItEnds, validity } from "./validity.ts";

/** One numbered objective or priority of a plan; its id says whose: `opcc-derbyshire.2016.3`. */
export const objective = () =>
  record({
    plan: reference("register/plan"),
    number: z.int().positive(),
    text: z.string().min(1),
    /** A short name for tables. */
    shortName: z.string().min(1).optional(),
    ...validity(),
  })
    .refine(startsBeforeItEnds, endsBeforeItStarts)
    .meta({ description: "An objective of a plan" });

export type Objective = z.output<ReturnType<typeof objective>>;

/** The objectives of a plan, by number. */
export const objectivesOf = (
  plan: { readonly id: string },
  objectives: readonly Objective[],
): readonly Objective[] =>
  objectives
    .filter((each) => parseReference(each.plan).id === plan.id)
    .toSorted((left, right) => left.number - right.number);
