import * as z from "zod";
import { calendarDate, formatDate } from "../date.ts";
import { formatPeriod, parsePeriod, period } from "../period.ts";
import { type FactReader, quote } from "./fact.ts";
import { figureName, relationBase } from "./figure-name.ts";
import { evidenceOf, type Verdict } from "./verdict.ts";

/** Two figures that a paper compares, and a break after which they may count different things. */
export const comparableRelation = () =>
  z.strictObject({
    kind: z.literal("comparable"),
    from: z.strictObject({ figure: figureName(), period: period() }),
    to: z.strictObject({ figure: figureName(), period: period() }),
    /** The first day on which it was counted in the new way. */
    break: calendarDate(),
    /** What changed on that day. */
    change: z.string().min(1),
    /** Whether the paper itself states the break beside the comparison. */
    stated: z.boolean().default(false),
    ...relationBase(),
  });

export type ComparableRelation = z.output<ReturnType<typeof comparableRelation>>;

/** A warning where the paper does not tell of the break, a note where it does. */
export function checkComparable(
  relation: ComparableRelation,
  reader: FactReader,
): readonly Verdict[] {
  const from = reader.one(relation.from.figure);
  const to = reader.one(relation.to.figure);
  if (from === undefined || to === undefined || reader.withheld) return [];
  const [one, other] = [parsePeriod(relation.from.period), parsePeriod(relation.to.period)];
  const [earlier, later] = one.start <= other.start ? [one, other] : [other, one];
  const isCrossed =
    earlier.start < relation.break && (later.end === null || later.end >= relation.break);
  if (!isCrossed) return [];
  return [
    {
      severity: relation.stated ? "note" : "warning",
      message: `${quote(from)} for ${formatPeriod(relation.from.period)} is compared with ${quote(to)} for ${formatPeriod(relation.to.period)}, across the break of ${formatDate(relation.break)}: ${relation.change}`,
      evidence: { ...evidenceOf({ from, to }), break: relation.break },
      fix: relation.stated
        ? "Nothing to do: the paper tells of the break."
        : "Tell of the break beside the comparison, or restate the earlier figure.",
    },
  ];
}
