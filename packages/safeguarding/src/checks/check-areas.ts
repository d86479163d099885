import { exact, type Finding, sum, toExactText } from "@moothall/core";
import { periodOf } from "../comparability/periods.ts";
import { latestVintage } from "../resources/observation.ts";
import { about, groupBy, type IndicatorData } from "./series-data.ts";

export const areaRules = {
  "safeguarding/areas-do-not-add-up": "The areas within an area do not add up to it.",
} as const;

/** An area of the register, as far as it matters which areas make up which. */
export interface AreaPart {
  readonly id: string;
  readonly parent?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/**
 * An area against all the areas of the register that lie within it, where each of them has a
 * figure. Only of cases: one person may be counted in two areas.
 */
export function checkAreas(
  { indicator, observations }: IndicatorData,
  areas: readonly AreaPart[],
): Finding[] {
  if (indicator.measure.type !== "count" || indicator.counts !== "cases") return [];
  const partsOf = groupBy(
    areas.filter(({ parent }) => parent !== undefined),
    ({ parent }) => parent as string,
  );
  const tables = groupBy(
    latestVintage(observations),
    ({ period, body, breakdown }) => `${period} ${body ?? ""} ${breakdown ?? ""}`,
  );
  return [...tables.values()].flatMap((table) =>
    table.flatMap((whole): Finding[] => {
      const { start, end } = periodOf(whole.period);
      const within = (partsOf.get(whole.area ?? "") ?? []).filter(
        ({ validFrom, validTo }) =>
          (validFrom === undefined || end === null || validFrom <= end) &&
          (validTo === undefined || validTo >= start),
      );
      if (whole.value === null || within.length === 0) return [];
      const parts = within.map(
        ({ id }) => table.find(({ area }) => area === `register/area/${id}`)?.value ?? null,
      );
      if (parts.includes(null)) return [];
      const added = sum(parts.map((value) => exact(value as string)));
      if (added.compare(exact(whole.value)) === 0) return [];
      return [
        {
          rule: "safeguarding/areas-do-not-add-up",
          about: about(whole),
          severity: "error",
          message: `${within.map(({ id }) => id).join(", ")} add up to ${toExactText(added)}; the whole says ${whole.value}.`,
          evidence: { total: whole.value, parts: toExactText(added) },
          at: { pointer: "/value" },
        },
      ];
    }),
  );
}
