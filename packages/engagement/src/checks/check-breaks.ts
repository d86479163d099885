import type { Finding, Relation } from "@moothall/core";
import { breaksBetween } from "../casework/casework-summary.ts";
import type { CaseworkTable } from "../resources/casework-table.ts";
import type { CategorySet } from "../resources/category-set.ts";

export const breakRules = {
  "engagement/compared-over-a-break":
    "A paper compares a category over a change of categories, which nothing can bear out.",
} as const;

/**
 * Comparisons that a paper makes of a table with another one, where the category is new or cases
 * moved into or out of it between the two. That the figures agree, core checks.
 */
export function checkBreaks(
  tables: readonly CaseworkTable[],
  sets: readonly CategorySet[],
): Finding[] {
  const tableOf = new Map(tables.map((each) => [`engagement/casework-table/${each.id}`, each]));
  return tables.flatMap((table) => {
    const set = sets.find(({ id }) => `engagement/category-set/${id}` === table.categories);
    return (table.relations ?? []).flatMap((relation, index): Finding[] => {
      const [own, other] = comparedBy(relation) ?? [];
      const earlier =
        typeof other === "object" && "record" in other && tableOf.get(other.record ?? "");
      const row = typeof own === "string" ? rowAt(table, own) : undefined;
      if (!earlier || row === undefined) return [];
      const why = breaksBetween(earlier, table, set).whyOf(row.category);
      if (why === undefined) return [];
      return [
        {
          rule: "engagement/compared-over-a-break",
          about: `engagement/casework-table/${table.id}`,
          severity: "warning",
          message: `The paper compares '${row.title ?? row.category}' with ${earlier.title}: ${why}`,
          evidence: { category: row.category, earlier: `engagement/casework-table/${earlier.id}` },
          at: { pointer: `/relations/${index}` },
          fix: "Say that the categories changed, and compare those together between which cases moved.",
        },
      ];
    });
  });
}

type Figure = Extract<Relation, { kind: "change" }>["from"];

/** The later figure and the one that it is compared with. */
function comparedBy(relation: Relation): readonly [later: Figure, earlier: Figure] | undefined {
  if (relation.kind === "change") return [relation.to, relation.from];
  if (relation.kind === "claim" && relation.means === "multiple")
    return [relation.figure, relation.base];
  return undefined;
}

function rowAt({ rows }: CaseworkTable, pointer: string) {
  const index = /^\/rows\/([0-9]+)\/count$/.exec(pointer)?.[1];
  return index === undefined ? undefined : rows[Number(index)];
}
