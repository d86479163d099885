import * as z from "zod";
import { exact } from "../exact.ts";
import { type FactReader, numberOf, quote } from "./fact.ts";
import { figureName, relationBase } from "./figure-name.ts";
import { meets, point } from "./interval.ts";
import { evidenceOf, type Verdict } from "./verdict.ts";

/** A list and how many it is said to have. */
export const countRelation = () =>
  z.strictObject({
    kind: z.literal("count"),
    /** What is counted: figures by name, every item of an array, fields of other records. */
    list: z.array(figureName()).min(1),
    count: figureName(),
    ...relationBase(),
  });

export type CountRelation = z.output<ReturnType<typeof countRelation>>;

export function checkCount(relation: CountRelation, reader: FactReader): readonly Verdict[] {
  const listed = reader.all(relation.list);
  const count = reader.one(relation.count);
  const says = count && numberOf(count, "rounded");
  if (count === undefined || says === undefined || reader.withheld || reader.missing.length > 0)
    return [];
  if (meets(point(exact(BigInt(listed.length))), says)) return [];
  return [
    {
      severity: "error",
      message: `The list has ${listed.length}; it is said to have ${quote(count)}.`,
      evidence: { ...evidenceOf({ count }), listed: listed.length },
      fix: "Find what the list lacks or has too many of, and publish a correction.",
    },
  ];
}
