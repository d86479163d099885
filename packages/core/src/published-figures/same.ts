import * as z from "zod";
import { canBeSame, type Fact, type FactReader, quote } from "./fact.ts";
import { figureName, relationBase } from "./figure-name.ts";
import type { Verdict } from "./verdict.ts";
import { evidenceOf, judge } from "./verdict.ts";

/** One fact in several places: an amount, the name of a party, a date, a period, a unit. */
export const sameRelation = () =>
  z.strictObject({
    kind: z.literal("same"),
    figures: z.array(figureName()).min(1),
    ...relationBase(),
  });

export type SameRelation = z.output<ReturnType<typeof sameRelation>>;

/** Each is held against the one before it that it cannot agree with; one finding for the whole. */
export function checkSame(relation: SameRelation, reader: FactReader): readonly Verdict[] {
  const facts = reader.all(relation.figures);
  if (reader.withheld) return [];
  const apart = (reading: "rounded" | "any"): readonly [Fact, Fact] | undefined => {
    for (const [index, one] of facts.entries()) {
      const other = facts.slice(index + 1).find((each) => !canBeSame(one, each, reading));
      if (other !== undefined) return [one, other];
    }
    return undefined;
  };
  return judge(
    (reading) => apart(reading) === undefined,
    (possible) => {
      const [one, other] = apart(possible ? "rounded" : "any") as readonly [Fact, Fact];
      return {
        message: `One fact is printed as ${quote(one)} and as ${quote(other)}.`,
        evidence: evidenceOf({ one, other }),
        fix: "Find out which is right, and publish a correction of the other.",
      };
    },
  );
}
