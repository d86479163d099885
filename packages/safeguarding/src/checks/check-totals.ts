import { type Exact, exact, type Finding, sum, toExactText } from "@moothall/core";
import { Temporal } from "temporal-polyfill";
import { periodOf } from "../comparability/periods.ts";
import { formatBreakdown, parseBreakdown } from "../resources/breakdown.ts";
import { latestVintage } from "../resources/observation.ts";
import { about, groupBy, type IndicatorData, seriesKeyOf } from "./series-data.ts";

export const totalRules = {
  "safeguarding/parts-do-not-add-up": "The categories of a dimension do not add up to the total.",
  "safeguarding/parts-below-total": "Categories that overlap add up to less than the total.",
  "safeguarding/null-as-zero":
    "A total is that of the known parts, so an unknown part was taken for 0.",
  "safeguarding/periods-do-not-add-up": "The parts of a period do not add up to the period.",
} as const;

/** Parts against totals: categories within a dimension, and periods within a longer one. */
export function checkTotals(data: IndicatorData): Finding[] {
  if (data.indicator.measure.type !== "count") return [];
  const observations = latestVintage(data.observations);
  return [
    ...(data.indicator.dimensions ?? []).flatMap((dimension) =>
      checkDimension(dimension, observations),
    ),
    ...(data.indicator.timing === "flow" && data.indicator.counts === "cases"
      ? checkPeriods(observations)
      : []),
  ];
}

type Observation = IndicatorData["observations"][number];
type Dimension = NonNullable<IndicatorData["indicator"]["dimensions"]>[number];

function checkDimension(dimension: Dimension, observations: readonly Observation[]): Finding[] {
  const without = (each: Observation): string => {
    const categories = new Map(parseBreakdown(each.breakdown));
    categories.delete(dimension.id);
    return [each.period, each.area ?? "", each.body ?? "", formatBreakdown(categories) ?? ""].join(
      " ",
    );
  };
  const isPart = (each: Observation) => parseBreakdown(each.breakdown).has(dimension.id);
  return [...groupBy(observations, without).values()].flatMap((group) => {
    const total = group.find((each) => !isPart(each));
    const parts = group.filter(isPart);
    if (total === undefined || total.value === null || parts.length === 0) return [];
    return addUp(dimension, total, total.value, parts);
  });
}

function addUp(
  dimension: Dimension,
  total: Observation,
  held: string,
  parts: readonly Observation[],
): Finding[] {
  const known = parts.flatMap(({ value }) => (value === null ? [] : [exact(value)]));
  const added = sum(known);
  const order = added.compare(exact(held));
  const isWhole =
    dimension.partial !== true &&
    dimension.categories.every(({ id }) =>
      parts.some(
        ({ breakdown, value }) =>
          parseBreakdown(breakdown).get(dimension.id) === id && value !== null,
      ),
    );
  const evidence = { total: held, parts: toExactText(added), dimension: dimension.id };
  const finding = (rule: string, severity: Finding["severity"], message: string): Finding[] => [
    { rule, about: about(total), severity, message, evidence, at: { pointer: "/value" } },
  ];
  const isUnknown = parts.some(({ value }) => value === null);
  if (isUnknown && order === 0) {
    return finding(
      "safeguarding/null-as-zero",
      "warning",
      `The total by ${dimension.title} is that of the known parts alone, though some are not known.`,
    );
  }
  if (order > 0 && dimension.overlap === undefined) {
    return finding(
      "safeguarding/parts-do-not-add-up",
      "error",
      `The parts by ${dimension.title} add up to ${toExactText(added)}, the total says ${held}, and no overlap is declared.`,
    );
  }
  if (order < 0 && isWhole) {
    return dimension.overlap === undefined
      ? finding(
          "safeguarding/parts-do-not-add-up",
          "error",
          `The parts by ${dimension.title} add up to ${toExactText(added)}; the total says ${held}.`,
        )
      : finding(
          "safeguarding/parts-below-total",
          "error",
          `Parts that overlap can add up to more than the total, not to less: ${toExactText(added)} against ${held}.`,
        );
  }
  return [];
}

function checkPeriods(observations: readonly Observation[]): Finding[] {
  return [...groupBy(observations, seriesKeyOf).values()].flatMap((series) =>
    series.flatMap((whole): Finding[] => {
      const parts = tiling(whole, series);
      if (parts === undefined || whole.value === null) return [];
      const values = parts.map(({ value }) => value);
      if (values.includes(null)) return [];
      const added: Exact = sum(values.map((value) => exact(value as string)));
      if (added.compare(exact(whole.value)) === 0) return [];
      return [
        {
          rule: "safeguarding/periods-do-not-add-up",
          about: about(whole),
          severity: "error",
          message: `${parts.map(({ period }) => period).join(", ")} add up to ${toExactText(added)}; ${whole.period} says ${whole.value}.`,
          evidence: { total: whole.value, parts: toExactText(added) },
          at: { pointer: "/value" },
        },
      ];
    }),
  );
}

/** The observations whose periods, one after the other, make up that of the whole; the longest first. */
function tiling(
  whole: Observation,
  series: readonly Observation[],
): readonly Observation[] | undefined {
  const { start, end, kind } = periodOf(whole.period);
  if (end === null || kind === "as-at" || kind === "day") return undefined;
  const inner = series
    .filter((each) => each.period !== whole.period)
    .map((each) => ({ each, period: periodOf(each.period) }))
    .filter(({ period }) => period.kind !== "as-at" && period.end !== null && period.end <= end)
    .toSorted((left, right) => ((left.period.end ?? "") < (right.period.end ?? "") ? 1 : -1));
  const parts: Observation[] = [];
  for (let day = start; day <= end; ) {
    const next = inner.find(({ period }) => period.start === day);
    if (next === undefined) return undefined;
    parts.push(next.each);
    day = Temporal.PlainDate.from(next.period.end as string)
      .add({ days: 1 })
      .toString();
  }
  return parts.length > 1 ? parts : undefined;
}
