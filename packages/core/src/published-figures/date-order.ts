import * as z from "zod";
import { daysOf, type FactReader, quote } from "./fact.ts";
import { figureName, relationBase } from "./figure-name.ts";
import { evidenceOf, type Verdict } from "./verdict.ts";

/** Dates that must follow one another: reported, signed; opened, closed. Of periods, the first and last day count. */
export const dateOrderRelation = () =>
  z.strictObject({
    kind: z.literal("order"),
    /** From the first to the last; a list of figures or of periods. */
    dates: z.array(figureName()).min(1),
    /** No two may fall on one day. */
    strict: z.literal(true).optional(),
    ...relationBase(),
  });

export type DateOrderRelation = z.output<ReturnType<typeof dateOrderRelation>>;

export function checkDateOrder(
  relation: DateOrderRelation,
  reader: FactReader,
): readonly Verdict[] {
  const dates = reader.all(relation.dates).map((fact) => ({ fact, days: daysOf(fact) }));
  if (reader.withheld) return [];
  for (const [index, earlier] of dates.entries()) {
    for (const later of dates.slice(index + 1)) {
      if (earlier.days.length === 0 || later.days.length === 0) continue;
      const possible = earlier.days.some(({ start }) =>
        later.days.some(({ end }) => (relation.strict ? start < end : start <= end)),
      );
      if (possible) continue;
      return [
        {
          severity: "error",
          message: `${quote(earlier.fact)} must come ${relation.strict ? "before" : "no later than"} ${quote(later.fact)}.`,
          evidence: evidenceOf({ earlier: earlier.fact, later: later.fact }),
          fix: "Find the date that is wrong, and publish a correction.",
        },
      ];
    }
  }
  return [];
}
