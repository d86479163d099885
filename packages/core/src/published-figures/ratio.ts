import * as z from "zod";
import { decimal, exact } from "../exact.ts";
import { type Fact, type FactReader, numberOf, quote } from "./fact.ts";
import { figureName, relationBase } from "./figure-name.ts";
import { divide, formatInterval, meets, multiply, point } from "./interval.ts";
import type { Reading } from "./printed-figure.ts";
import { evidenceOf, judge, type Verdict } from "./verdict.ts";

/** A part as a percentage of its base. */
export const percentageRelation = () =>
  z.strictObject({
    kind: z.literal("percentage"),
    part: figureName(),
    base: figureName(),
    /** Rounded to its own last place where it gives no unit. */
    percentage: figureName(),
    ...relationBase(),
  });

/** So many for one of the base, or for `per` of it: per 1,000 people. */
export const ratioRelation = () =>
  z.strictObject({
    kind: z.literal("ratio"),
    part: figureName(),
    base: figureName(),
    /** Rounded to its own last place where it gives no unit. */
    ratio: figureName(),
    per: decimal().default("1"),
    ...relationBase(),
  });

export type PercentageRelation = z.output<ReturnType<typeof percentageRelation>>;
export type RatioRelation = z.output<ReturnType<typeof ratioRelation>>;

export const checkPercentage = (
  { part, base, percentage }: PercentageRelation,
  reader: FactReader,
): readonly Verdict[] =>
  checkQuotient(reader.one(part), reader.one(base), reader.one(percentage), "100", reader);

export const checkRatio = (
  { part, base, ratio, per = "1" }: RatioRelation,
  reader: FactReader,
): readonly Verdict[] =>
  checkQuotient(reader.one(part), reader.one(base), reader.one(ratio), per, reader);

function checkQuotient(
  part: Fact | undefined,
  base: Fact | undefined,
  result: Fact | undefined,
  per: string,
  reader: FactReader,
): readonly Verdict[] {
  if (part === undefined || base === undefined || result === undefined || reader.withheld)
    return [];
  const computed = (reading: Reading) => {
    const [one, other] = [numberOf(part, reading), numberOf(base, reading)];
    if (one === undefined || other === undefined) return undefined;
    const quotient = divide(one, other);
    return quotient && multiply(quotient, point(exact(per)));
  };
  return judge(
    (reading) => {
      const quotient = computed(reading);
      const printed = numberOf(result, reading, { toOwnPlace: true });
      return quotient === undefined || printed === undefined || meets(quotient, printed);
    },
    () => {
      const quotient = computed("rounded");
      const makes = quotient === undefined ? "nothing" : formatInterval(quotient);
      const scale = per === "100" ? " per cent" : per === "1" ? "" : ` per ${per}`;
      return {
        message: `${quote(part)} of ${quote(base)} makes ${makes}${scale}; it is printed as ${quote(result)}.`,
        evidence: {
          ...evidenceOf({ part, base, printed: result }),
          computed: makes,
        },
      };
    },
  );
}
