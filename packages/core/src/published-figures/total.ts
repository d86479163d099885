import * as z from "zod";
import { zero } from "../exact.ts";
import type { FactReader } from "./fact.ts";
import { numberOf, quote } from "./fact.ts";
import { figureName, relationBase } from "./figure-name.ts";
import {
  add,
  between,
  canBeAtMost,
  formatInterval,
  type Interval,
  meets,
  point,
} from "./interval.ts";
import { evidenceOf, judge, listed, type Verdict } from "./verdict.ts";

/** Parts and their total. */
export const totalRelation = () =>
  z.strictObject({
    kind: z.literal("total"),
    parts: z.array(figureName()).min(1),
    total: figureName(),
    /** One thing may stand in several parts, so that the total lies between the greatest part and their sum. */
    overlap: z.literal(true).optional(),
    /** There are parts that are not printed, so that those given come to no more than the total. */
    partial: z.literal(true).optional(),
    ...relationBase(),
  });

export type TotalRelation = z.output<ReturnType<typeof totalRelation>>;

export function checkTotal(relation: TotalRelation, reader: FactReader): readonly Verdict[] {
  const parts = reader.all(relation.parts);
  const total = reader.one(relation.total);
  if (total === undefined || reader.withheld || reader.missing.length > 0) return [];
  const sumUnder = (reading: "rounded" | "any"): Interval | undefined => {
    const numbers = parts.map((part) => numberOf(part, reading));
    let sum = point(zero);
    for (const number of numbers) {
      if (number === undefined) return undefined;
      sum = add(sum, number);
    }
    return sum;
  };
  return judge(
    (reading) => {
      const sum = sumUnder(reading);
      const whole = numberOf(total, reading);
      if (sum === undefined || whole === undefined) return true;
      if (relation.overlap === undefined && relation.partial === undefined)
        return meets(sum, whole);
      const holdsEach = parts.every((part) =>
        canBeAtMost(numberOf(part, reading) ?? between(null, null), whole),
      );
      if (relation.overlap && relation.partial) return holdsEach;
      return relation.overlap ? holdsEach && canBeAtMost(whole, sum) : canBeAtMost(sum, whole);
    },
    () => {
      const sum = formatInterval(sumUnder("rounded") ?? between(null, null));
      const overlapping = relation.overlap ? ", in which one thing may stand twice," : "";
      return {
        message: `The parts (${listed(parts)})${overlapping} come to ${sum}; their total is printed as ${quote(total)}.`,
        evidence: { ...evidenceOf({ total }), sum, parts: parts.length },
      };
    },
  );
}
