import * as z from "zod";
import { exact } from "../exact.ts";
import { type Fact, type FactReader, numberOf, quote } from "./fact.ts";
import { figureName, relationBase } from "./figure-name.ts";
import {
  canBeLess,
  divide,
  formatInterval,
  type Interval,
  meets,
  multiply,
  negate,
  point,
  subtract,
} from "./interval.ts";
import type { Reading } from "./printed-figure.ts";
import { evidenceOf, judge, type Verdict } from "./verdict.ts";

export const direction = () => z.enum(["up", "down", "same"]);
export type Direction = z.output<ReturnType<typeof direction>>;

/** A change from one figure to another: by how much, by how many per cent, and in which direction. */
export const changeRelation = () =>
  z.strictObject({
    kind: z.literal("change"),
    from: figureName(),
    to: figureName(),
    /** By how much. Where `direction` is down it may be printed without its sign. */
    amount: figureName().optional(),
    /** By how many per cent of `from`; without its sign as above. */
    percent: figureName().optional(),
    direction: direction().optional(),
    /** The word for the direction, as printed: `fallen`. */
    words: z.string().min(1).optional(),
    ...relationBase(),
  });

export type ChangeRelation = z.output<ReturnType<typeof changeRelation>>;

export function checkChange(relation: ChangeRelation, reader: FactReader): readonly Verdict[] {
  const from = reader.one(relation.from);
  const to = reader.one(relation.to);
  const amount = reader.one(relation.amount);
  const percent = reader.one(relation.percent);
  if (from === undefined || to === undefined || reader.withheld) return [];
  const pair = (reading: Reading) => {
    const [before, after] = [numberOf(from, reading), numberOf(to, reading)];
    return before && after && { before, after };
  };
  const difference = (reading: Reading) => {
    const both = pair(reading);
    return both && subtract(both.after, both.before);
  };
  const share = (reading: Reading) => {
    const both = pair(reading);
    const quotient = both && divide(both.after, both.before);
    return quotient && multiply(subtract(quotient, point(exact("1"))), point(exact("100")));
  };
  const hold = (
    printed: Fact | undefined,
    computed: (reading: Reading) => Interval | undefined,
    unit: string,
    toOwnPlace: boolean,
  ): readonly Verdict[] =>
    printed === undefined
      ? []
      : judge(
          (reading) => {
            const is = computed(reading);
            const says = numberOf(printed, reading, { toOwnPlace });
            return (
              is === undefined || says === undefined || meets(is, signed(says, relation.direction))
            );
          },
          () => {
            const is = computed("rounded");
            const makes = is === undefined ? "nothing" : formatInterval(is);
            return {
              message: `From ${quote(from)} to ${quote(to)} is a change of ${makes}${unit}; it is printed as ${quote(printed)}${relation.direction ? `, ${relation.words ?? relation.direction}` : ""}.`,
              evidence: {
                ...evidenceOf({ from, to, printed }),
                computed: makes,
              },
            };
          },
        );
  return [
    ...checkDirection(from, to, relation.direction, relation.words),
    ...hold(amount, difference, "", false),
    ...hold(percent, share, " per cent", true),
  ];
}

/** A fall that is printed without its sign is a fall. */
const signed = (printed: Interval, way: Direction | undefined): Interval =>
  way === "down" && printed.low !== null && printed.low.s >= 0n && printed.high?.n !== 0n
    ? negate(printed)
    : printed;

/** Whether a change can go the way that is said. */
export const canGo = (before: Interval, after: Interval, way: Direction): boolean =>
  way === "up"
    ? canBeLess(before, after)
    : way === "down"
      ? canBeLess(after, before)
      : meets(before, after);

function checkDirection(
  from: Fact,
  to: Fact,
  way: Direction | undefined,
  words: string | undefined,
): readonly Verdict[] {
  if (way === undefined) return [];
  return judge(
    (reading) => {
      const [before, after] = [numberOf(from, reading), numberOf(to, reading)];
      return before === undefined || after === undefined || canGo(before, after, way);
    },
    () => ({
      message: `It is said to be ${words ?? directionWords[way]}, from ${quote(from)} to ${quote(to)}.`,
      evidence: { ...evidenceOf({ from, to }), says: words ?? way },
    }),
  );
}

const directionWords: Readonly<Record<Direction, string>> = {
  up: "up",
  down: "down",
  same: "unchanged",
};
