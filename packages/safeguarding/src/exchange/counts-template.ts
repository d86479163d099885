import { within } from "../resources/breakdown.ts";
import type { Indicator } from "../resources/indicator.ts";

export interface TemplateRequest {
  readonly periods: readonly string[];
  /** Ids of areas of the register; one row without an area where left out. */
  readonly areas?: readonly string[] | undefined;
  readonly release?: string | undefined;
}

/** The headings that the import of observations reads. */
export const templateHeads = [
  "id",
  "indicator",
  "definition",
  "period",
  "area",
  "breakdown",
  "value",
  "numerator",
  "denominator",
  "status",
  "system",
  "release",
] as const;

/**
 * Rows for a force or a council to fill in, one for each figure that is wanted: value, and where there
 * is none its status (L not collected, M cannot exist, O missing). A row that comes back with neither
 * is refused, since an empty cell is not a zero.
 */
export function countsTemplate(
  indicators: readonly Indicator[],
  { periods, areas, release }: TemplateRequest,
): string[][] {
  const places: readonly (string | undefined)[] =
    areas === undefined || areas.length === 0 ? [undefined] : areas;
  return indicators.flatMap((indicator) =>
    periods.flatMap((period) =>
      places.flatMap((area) =>
        breakdownsOf(indicator).map((breakdown) => [
          idOf(indicator.id, period, area, breakdown),
          `safeguarding/indicator/${indicator.id}`,
          String(Math.max(...indicator.definitions.map(({ version }) => version))),
          period,
          area === undefined ? "" : `register/area/${area}`,
          breakdown ?? "",
          "",
          "",
          "",
          "",
          indicator.sourceSystem ?? "",
          release ?? "",
        ]),
      ),
    ),
  );
}

const breakdownsOf = ({ dimensions = [] }: Indicator): readonly (string | undefined)[] => [
  undefined,
  ...dimensions.flatMap(({ id, categories }) =>
    categories.map((category) => within(undefined, id, category.id)),
  ),
];

/** Made of letters that an id may have: `@2017-03-31` → `at-2017-03-31`, `/` → `to`. */
const idOf = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined)
    .join(".")
    .toLowerCase()
    .replaceAll("@", "at-")
    .replaceAll("/..", "-on")
    .replaceAll("/", "-to-")
    .replaceAll(/[=;]/g, "-");
