import { decimal, identifier, nonNegativeDecimal, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { breakdown } from "./breakdown.ts";

const precision = () => ({
  /** The unit in the last place that the text gives: 1 for `7 %`; read from the figure where left out. */
  unit: decimal().optional(),
  /** The text gives a limit and not the figure: over 7, nearly (under) 25. Of a fall, the size of it. */
  bound: z.enum(["over", "under"]).optional(),
});

const difference = () => ({
  percent: decimal().optional(),
  /** In the indicator's unit; of a percentage, in points. */
  amount: decimal().optional(),
  ...precision(),
  direction: z.enum(["up", "down", "level"]).optional(),
});

/** Something that a paper says in words about figures, with what it must mean: `third highest`. */
export const claimSchema = record({
  /** In the paper's sense, in few words. */
  text: z.string().min(1),
  indicator: reference("safeguarding/indicator"),
  period: period(),
  area: reference("register/area").optional(),
  breakdown: breakdown().optional(),
  says: z.discriminatedUnion("kind", [
    /** The place among the areas of a group, counted from the highest or the lowest. */
    z.strictObject({
      kind: z.literal("place"),
      place: z.int().positive(),
      from: z.enum(["highest", "lowest"]),
      group: reference("safeguarding/peer-group"),
    }),
    z.strictObject({ kind: z.literal("value"), value: decimal(), ...precision() }),
    /** A change from an earlier period: per cent, a number, or in words. */
    z.strictObject({
      kind: z.literal("change"),
      against: period(),
      ...difference(),
      /** What still counts as level, in the indicator's unit; 0 where left out. */
      tolerance: nonNegativeDecimal().optional(),
    }),
    /** How it differs from the figure of another category or area, or from a group's benchmark. */
    z
      .strictObject({
        kind: z.literal("comparison"),
        breakdown: breakdown().optional(),
        area: reference("register/area").optional(),
        group: reference("safeguarding/peer-group").optional(),
        ...difference(),
      })
      .refine(
        ({ breakdown, area, group }) => [breakdown, area, group].some((each) => each !== undefined),
        "must say with what: a breakdown, an area or a group",
      ),
    /** How far it is from a figure of another kind: a target, a milestone, an allocation. */
    z
      .strictObject({
        kind: z.literal("gap"),
        side: z.enum(["above", "below"]),
        /** That figure, where the paper gives it. */
        from: decimal().optional(),
        amount: nonNegativeDecimal().optional(),
        /** Of that figure. */
        percent: nonNegativeDecimal().optional(),
      })
      .refine(
        ({ from, amount, percent }) =>
          [from, amount, percent].filter((each) => each !== undefined).length > 1,
        "must give two of from, amount and percent",
      ),
    /** What the categories of a dimension add up to. */
    z.strictObject({ kind: z.literal("sum"), dimension: identifier(), value: decimal() }),
    /** The lowest or highest on record. */
    z.strictObject({ kind: z.literal("record"), is: z.enum(["highest", "lowest"]) }),
  ]),
}).meta({ description: "What a paper says in words about a figure" });

export type Claim = z.output<typeof claimSchema>;
