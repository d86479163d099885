import * as z from "zod";
import { exact } from "../exact.ts";
import { type Fact, type FactReader, numberOf, quote } from "./fact.ts";
import { figureName, relationBase } from "./figure-name.ts";
import { canBeAtMost, canBeLess, type Interval, meets, negate, point } from "./interval.ts";
import { evidenceOf, judge, type Verdict } from "./verdict.ts";

/** A place in a list: highest, lowest, second, third. Equal ones share a place. */
export const rankRelation = () =>
  z.strictObject({
    kind: z.literal("rank"),
    /** All that is ranked, with or without the figure itself. */
    list: z.array(figureName()).min(1),
    figure: figureName(),
    /** 1 is the first; a figure where the paper prints the rank as a number. */
    rank: z.union([z.int().positive(), figureName()]),
    from: z.enum(["highest", "lowest"]),
    /** The words, as printed: `the second highest`. */
    words: z.string().min(1).optional(),
    ...relationBase(),
  });

export type RankRelation = z.output<ReturnType<typeof rankRelation>>;

export function checkRank(relation: RankRelation, reader: FactReader): readonly Verdict[] {
  const figure = reader.one(relation.figure);
  const all = reader.all(relation.list);
  const printed = typeof relation.rank === "number" ? undefined : reader.one(relation.rank);
  const rank =
    typeof relation.rank === "number"
      ? point(exact(BigInt(relation.rank)))
      : printed && numberOf(printed, "rounded");
  if (figure === undefined || rank === undefined || reader.withheld) return [];
  const others = all.filter(({ record, of }) => record !== figure.record || of !== figure.of);
  const places = (reading: "rounded" | "any"): Interval | undefined => {
    const own = numberOf(figure, reading);
    const numbers = others.map((other) => numberOf(other, reading));
    if (own === undefined || numbers.includes(undefined)) return undefined;
    const way = relation.from === "highest" ? (one: Interval) => one : negate;
    const rest = (numbers as readonly Interval[]).map(way);
    const before = rest.filter((each) => !canBeAtMost(each, way(own))).length;
    const perhaps = rest.filter((each) => canBeAtMost(way(own), each)).length;
    return {
      low: exact(BigInt(before + 1)),
      high: exact(BigInt(perhaps + 1)),
      lowOpen: false,
      highOpen: false,
    };
  };
  return judge(
    (reading) => {
      const possible = places(reading);
      return possible === undefined || meets(possible, rank);
    },
    () => {
      const before = others.filter((other) => isBefore(other, figure, relation.from));
      const is = before.length + 1;
      const said = printed
        ? `rank ${quote(printed)}`
        : (relation.words ?? `number ${relation.rank}`);
      const ahead =
        before.length === 0
          ? "nothing stands before it"
          : `${before.slice(0, 3).map(quote).join(", ")} ${before.length === 1 ? "stands" : "stand"} before it`;
      return {
        message: `${quote(figure)} is said to be ${said} from the ${relation.from} of ${others.length + 1}; it is number ${is}: ${ahead}.`,
        evidence: { ...evidenceOf({ figure }), says: said, place: is },
      };
    },
  );
}

function isBefore(other: Fact, figure: Fact, from: "highest" | "lowest"): boolean {
  const [one, own] = [numberOf(other, "rounded"), numberOf(figure, "rounded")];
  if (one === undefined || own === undefined) return false;
  return from === "highest"
    ? !canBeAtMost(one, own) && canBeLess(own, one)
    : !canBeAtMost(own, one);
}
