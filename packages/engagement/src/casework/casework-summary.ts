import { formatPeriod } from "@moothall/core";
import * as z from "zod";
import { changeOfCounts } from "../estimation/change-of-counts.ts";
import type { CaseworkTable } from "../resources/casework-table.ts";
import type { CategorySet } from "../resources/category-set.ts";

const line = () =>
  z.strictObject({
    category: z.string(),
    title: z.string(),
    parent: z.string().optional(),
    /** Null is suppressed or not known. */
    before: z.number().nullable(),
    after: z.number().nullable(),
    /** Whether the year before counted it at all. */
    countedBefore: z.boolean(),
    comparable: z.boolean(),
    /** Why it is not, or what changed, in plain words. */
    words: z.string(),
    direction: z.enum(["rose", "fell", "no clear change"]).nullable(),
    /** Per cent of the year before; null from a base below 20. */
    percent: z.number().nullable(),
  });

export const caseworkSummaryOutput = () =>
  z.strictObject({
    dimension: z.string(),
    before: z.string(),
    after: z.string(),
    total: line(),
    rows: z.array(line()),
    /** Categories between which cases moved, put together: comparable though each by itself is not. */
    together: z.array(line()),
    /** Categories of the year before that are no longer used. */
    discontinued: z.array(z.strictObject({ category: z.string(), before: z.number().nullable() })),
  });

export type CaseworkSummary = z.output<ReturnType<typeof caseworkSummaryOutput>>;
type Line = CaseworkSummary["rows"][number];

/**
 * Casework of one period beside the one before. A category that is new, or that cases moved into or
 * out of, is not compared: the break is told, and the categories concerned are compared together.
 *
 * @param set The categories of the later table; where it is another set than the earlier table's, it
 * says what is new and what moved.
 */
export function caseworkSummary(
  before: CaseworkTable,
  after: CaseworkTable,
  set: CategorySet | undefined,
): CaseworkSummary {
  const breaks = breaksBetween(before, after, set);
  const earlier = new Map(before.rows.map((row) => [keyOf(row), row.count]));
  const later = new Map(after.rows.map((row) => [keyOf(row), row.count]));
  const rows = after.rows.map((row): Line => {
    const { category, parent, title = category, count } = row;
    const known = earlier.get(keyOf(row));
    const why = breaks.whyOf(category) ?? (known === undefined ? "Not counted before." : undefined);
    return {
      ...lineOf(category, title, known ?? null, count, why),
      countedBefore: known !== undefined,
      ...(parent !== undefined && { parent }),
    };
  });
  return {
    dimension: after.dimension,
    before: formatPeriod(before.period),
    after: formatPeriod(after.period),
    total: lineOf("total", "Total", before.total, after.total, undefined),
    rows,
    together: breaks.groups.map((group) => {
      const titles = group.map((id) => breaks.titleOf(id)).join(", ");
      return lineOf(group.join("+"), titles, sumOf(group, earlier), sumOf(group, later), undefined);
    }),
    discontinued: before.rows
      .filter((row) => !later.has(keyOf(row)))
      .map((row) => ({ category: row.category, before: row.count })),
  };
}

const keyOf = ({ category, parent }: { category: string; parent?: string | undefined }): string =>
  parent === undefined ? category : `${parent}/${category}`;

function lineOf(
  category: string,
  title: string,
  before: number | null,
  after: number | null,
  why: string | undefined,
): Line {
  const known = before !== null && after !== null;
  const change = known && why === undefined ? changeOfCounts(before, after) : undefined;
  return {
    category,
    title,
    before,
    after,
    countedBefore: true,
    comparable: change !== undefined,
    words: why ?? change?.words ?? "One of the two figures is not shown.",
    direction: change?.direction ?? null,
    percent: change?.percent ?? null,
  };
}

export interface Breaks {
  /** Why a category cannot be compared; undefined where it can. */
  readonly whyOf: (category: string) => string | undefined;
  readonly titleOf: (category: string) => string;
  readonly groups: readonly (readonly string[])[];
}

/** Where the categories of two tables differ, and what became of them as far as the set says. */
export function breaksBetween(
  before: CaseworkTable,
  after: CaseworkTable,
  set: CategorySet | undefined,
): Breaks {
  const titles = new Map(set?.categories.map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  if (before.categories === after.categories)
    return { whyOf: () => undefined, titleOf, groups: [] };
  if (set === undefined || set.previous !== before.categories) {
    const why = "The categories are others, and it is not recorded what became of them.";
    return { whyOf: () => why, titleOf, groups: [] };
  }
  const own = set.categories.filter(
    ({ dimension }) => dimension === after.dimension || dimension === "subject",
  );
  const movedTo = new Map<string, string[]>();
  for (const { id, formerlyIn = [] } of own)
    for (const from of formerlyIn) movedTo.set(from, [...(movedTo.get(from) ?? []), id]);
  const byId = new Map(own.map((each) => [each.id, each]));
  return {
    titleOf,
    groups: connected(own.map(({ id, formerlyIn = [] }) => [id, ...formerlyIn])),
    whyOf: (id) => {
      const category = byId.get(id);
      const from = category?.formerlyIn ?? [];
      if (from.length > 0) return `New; counted under ${from.map(titleOf).join(", ")} before.`;
      if (category?.isNew === true)
        return "New; where its cases were counted before is not recorded.";
      const to = movedTo.get(id);
      return to === undefined ? undefined : `Cases moved from it to ${to.map(titleOf).join(", ")}.`;
    },
  };
}

/** Puts together what shares a category; what stands alone is no group. */
function connected(links: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const groups: Set<string>[] = [];
  for (const link of links) {
    const touched = groups.filter((group) => link.some((id) => group.has(id)));
    const joined = new Set([...touched.flatMap((group) => [...group]), ...link]);
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.filter(({ size }) => size > 1).map((group) => [...group].sort());
}

/** Unknown where one of the figures is; a category that was not there yet counts nothing. */
function sumOf(ids: readonly string[], counts: ReadonlyMap<string, number | null>): number | null {
  const found = ids.filter((id) => counts.has(id)).map((id) => counts.get(id) ?? null);
  if (found.length === 0 || found.includes(null)) return null;
  return (found as number[]).reduce((sum, count) => sum + count, 0);
}
