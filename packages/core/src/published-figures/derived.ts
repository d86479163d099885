import * as z from "zod";
import { type FactReader, numberOf, quote } from "./fact.ts";
import { figureName, relationBase } from "./figure-name.ts";
import {
  add,
  divide,
  formatInterval,
  type Interval,
  meets,
  multiply,
  subtract,
} from "./interval.ts";
import type { Reading } from "./printed-figure.ts";
import { evidenceOf, judge, listed, type Verdict } from "./verdict.ts";

/** A figure that follows from others: a saving, a sum of different things, a price times a number, so much a head. */
export const derivedRelation = () =>
  z.strictObject({
    kind: z.literal("derived"),
    operation: z.enum(["sum", "difference", "product", "quotient"]),
    /** In order: the first less, or divided by, those that follow. */
    of: z.array(figureName()).min(1),
    /** Of a quotient, rounded to its own last place where it gives no unit. */
    result: figureName(),
    ...relationBase(),
  });

export type DerivedRelation = z.output<ReturnType<typeof derivedRelation>>;

const operations: Readonly<
  Record<DerivedRelation["operation"], (left: Interval, right: Interval) => Interval | undefined>
> = { sum: add, difference: subtract, product: multiply, quotient: divide };

const words: Readonly<Record<DerivedRelation["operation"], string>> = {
  sum: "add up to",
  difference: "are apart by",
  product: "multiply to",
  quotient: "divide to",
};

export function checkDerived(relation: DerivedRelation, reader: FactReader): readonly Verdict[] {
  const facts = reader.all(relation.of);
  const result = reader.one(relation.result);
  if (result === undefined || reader.withheld || reader.missing.length > 0) return [];
  const computed = (reading: Reading): Interval | undefined => {
    const [first, ...rest] = facts.map((fact) => numberOf(fact, reading));
    let value: Interval | undefined = first;
    for (const next of rest) value = value && next && operations[relation.operation](value, next);
    return value;
  };
  return judge(
    (reading) => {
      const value = computed(reading);
      const says = numberOf(result, reading, {
        toOwnPlace: relation.operation === "quotient",
      });
      return value === undefined || says === undefined || meets(value, says);
    },
    () => {
      const value = computed("rounded");
      const makes = value === undefined ? "nothing" : formatInterval(value);
      return {
        message: `${listed(facts)} ${words[relation.operation]} ${makes}; it is printed as ${quote(result)}.`,
        evidence: { ...evidenceOf({ printed: result }), computed: makes },
      };
    },
  );
}
