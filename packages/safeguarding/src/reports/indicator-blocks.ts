import { type Cell, formatPeriod, referenceTo } from "@moothall/core";
import { type IndicatorData, seriesKeyOf } from "../checks/series-data.ts";
import { describeBreak } from "../comparability/break.ts";
import { comparePeriods, periodOf } from "../comparability/periods.ts";
import { describeSegment, segmentsOf } from "../comparability/segments.ts";
import { parseBreakdown } from "../resources/breakdown.ts";
import { definitionOf, dimensionOf, type Indicator } from "../resources/indicator.ts";
import { latestVintage, type Observation } from "../resources/observation.ts";
import { wilson } from "../statistics/wilson.ts";
import { type BlockInput, figureCell, grouped, type TableInput } from "./figure-cell.ts";

export interface BlockOptions {
  /** Names of areas and bodies by reference, for a reader. */
  readonly names: ReadonlyMap<string, string>;
  /** Only figures of these periods; all where left out. */
  readonly periods?: readonly string[] | undefined;
  readonly area?: string | undefined;
}

/**
 * What a themed report says of an indicator: what it is, its figures by period, and where there are
 * enough of them the series as a chart with a gap at every break. Everything is made of the figures
 * given, so nothing can be read out of it that the reader may not see.
 */
export function indicatorBlocks(data: IndicatorData, options: BlockOptions): BlockInput[] {
  const figures = latestVintage(data.observations)
    .filter((each) => options.area === undefined || each.area === options.area)
    .filter((each) => options.periods === undefined || options.periods.includes(each.period))
    .toSorted((left, right) => comparePeriods(left.period, right.period));
  const { id, title } = data.indicator;
  const heading: BlockInput = { type: "heading", id: `${id}-heading`, level: 3, text: title };
  if (figures.length === 0) {
    return [heading, { type: "notice", id: `${id}-none`, text: "No figure is published." }];
  }
  return [
    heading,
    { type: "facts", id: `${id}-definition`, items: factsOf(data.indicator, figures) },
    figuresTable(data, figures, options),
    ...seriesBlocks(data, figures, options),
  ];
}

function factsOf(indicator: Indicator, figures: readonly Observation[]) {
  const { measure, polarity } = indicator;
  const versions = [...new Set(figures.map(({ definition }) => definition))].toSorted(
    (a, b) => a - b,
  );
  const systems = [...new Set(figures.flatMap(({ system }) => system ?? []))];
  const system = systems.length > 0 ? systems.join("; ") : indicator.sourceSystem;
  return [
    ...versions.map((version) => ({
      term: versions.length > 1 ? `Definition ${version}` : "Definition",
      text: definitionOf(indicator, version)?.text ?? "not recorded",
    })),
    { term: "Unit", text: indicator.unit },
    {
      term: "Counted",
      text: `${{ people: "people", cases: "cases", "not-a-count": "not a count" }[indicator.counts]}, ${
        indicator.timing === "stock" ? "on a day" : "in a period"
      }`,
    },
    ...(measure.type === "ratio"
      ? [
          {
            term: "Ratio",
            text: {
              cohort: "some of one group",
              throughput:
                "outcomes of a period over cases of the same period; may exceed the whole",
              rate: "events in a population",
            }[measure.link],
          },
        ]
      : []),
    ...(measure.type === "reported" ? [{ term: "Base", text: measure.base }] : []),
    {
      term: "Good is",
      text:
        polarity.direction === "none"
          ? "neither high nor low"
          : polarity.direction === "band"
            ? `from ${polarity.lowest} to ${polarity.highest}`
            : polarity.direction,
    },
    ...(system === undefined ? [] : [{ term: "Source", text: system }]),
    ...(indicator.method === undefined ? [] : [{ term: "Method", text: indicator.method }]),
  ];
}

/** Rows are areas and categories, columns are periods. */
function figuresTable(
  { indicator, breaks }: IndicatorData,
  figures: readonly Observation[],
  { names }: BlockOptions,
): TableInput {
  const periods = [...new Set(figures.map(({ period }) => period))];
  const rows = [...new Set(figures.map(seriesKeyOf))];
  const between = breaks.filter(({ date }) => {
    const first = periodOf(periods[0] as string);
    const last = periodOf(periods.at(-1) as string);
    return first.start < date && date <= (last.end ?? "9999");
  });
  return {
    type: "table",
    id: `${indicator.id}-figures`,
    caption: `${indicator.title}, ${indicator.unit}`,
    columns: [
      { id: "of", heading: "Of", headsRow: true },
      ...periods.map((period, index) => ({
        id: `period-${index + 1}`,
        heading: formatPeriod(period),
        type: "number" as const,
      })),
      ...(isCohort(indicator) ? [{ id: "interval", heading: "95 % interval of the last" }] : []),
    ],
    rows: rows.map((key) => {
      const own = figures.filter((each) => seriesKeyOf(each) === key);
      const last = own.at(-1) as Observation;
      return {
        cells: [
          { text: labelOf(last, indicator, names) },
          ...periods.map((period) => {
            const found = own.find((each) => each.period === period);
            return found === undefined
              ? { text: "–", value: null }
              : {
                  ...figureCell(found, indicator),
                  reference: referenceTo("safeguarding/observation", found.id),
                };
          }),
          ...(isCohort(indicator) ? [intervalCell(last, indicator)] : []),
        ],
      };
    }),
    notes: [
      ...between.map(
        (each) => `Figures before and after ${describeBreak(each)} cannot be compared.`,
      ),
      ...figures.flatMap(({ comment }) => comment ?? []).filter(isFirst),
      ...(indicator.dimensions ?? []).flatMap(({ title, overlap }) =>
        overlap === undefined ? [] : [`${title} overlap: ${overlap}.`],
      ),
    ],
  };
}

const isFirst = (text: string, index: number, all: readonly string[]) =>
  all.indexOf(text) === index;

const isCohort = ({ measure }: Indicator): boolean =>
  measure.type === "ratio" && measure.link === "cohort";

/** An interval gives its counts away, so there is one only where both counts are shown. */
function intervalCell({ numerator, denominator, value }: Observation, indicator: Indicator): Cell {
  const { measure, places } = indicator;
  if (measure.type !== "ratio" || value === null) return { text: "", value: null };
  const [part, whole] = [Number(numerator ?? Number.NaN), Number(denominator ?? Number.NaN)];
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || whole <= 0 || part > whole)
    return { text: "", value: null };
  const { lower, upper } = wilson(part, whole);
  const [from, to] = [lower, upper].map((each) =>
    (each * measure.per).toFixed(Math.max(places, 1)),
  );
  return { text: `${from}–${to}`, status: "Wilson" };
}

export function labelOf(
  { area, body, breakdown }: Pick<Observation, "area" | "body" | "breakdown">,
  indicator: Indicator,
  names: ReadonlyMap<string, string>,
): string {
  const place = [area, body].flatMap((each) =>
    each === undefined ? [] : [names.get(each) ?? each.split("/").at(-1) ?? each],
  );
  const categories = [...parseBreakdown(breakdown)].map(([dimension, category]) => {
    const declared = dimensionOf(indicator, dimension);
    return declared?.categories.find(({ id }) => id === category)?.title ?? category;
  });
  const label = [...place, ...categories].join(", ");
  return label === "" ? "All" : label;
}

/** The longest series without breakdown, each segment in a column of its own, and its chart. */
function seriesBlocks(
  { indicator, breaks }: IndicatorData,
  figures: readonly Observation[],
  { names }: BlockOptions,
): BlockInput[] {
  const series = longestSeries(figures);
  if (series.length < 3) return [];
  const { segments, astride } = segmentsOf(series, breaks);
  const columns = segments
    .filter(({ points }) => points.length > 0)
    .map((segment, index) => ({ segment, id: `segment-${index + 1}` }));
  if (columns.length === 0) return [];
  const id = `${indicator.id}-series`;
  const label = labelOf(series[0] as Observation, indicator, names);
  return [
    {
      type: "table",
      id,
      caption: `${indicator.title}, ${label}: the series${columns.length > 1 ? " in its segments" : ""}`,
      columns: [
        { id: "period", heading: "Period", headsRow: true },
        ...columns.map(({ segment, id }) => ({
          id,
          heading: columns.length === 1 ? indicator.unit : describeSegment(segment),
          type: "number" as const,
        })),
      ],
      rows: series.map((each) => ({
        cells: [
          { text: formatPeriod(each.period), value: each.period },
          ...columns.map(({ segment }) =>
            segment.points.includes(each) ? figureCell(each, indicator) : gapCell(each, astride),
          ),
        ],
      })),
      notes: breaks.map((each) => `No line is drawn across ${describeBreak(each)}.`),
    },
    {
      type: "chart",
      id: `${indicator.id}-chart`,
      kind: "line",
      table: id,
      category: "period",
      values: columns.map((each) => each.id),
      title: `${indicator.title}, ${label}`,
      finding: findingOf(columns.at(-1)?.segment.points ?? [], columns.length, indicator),
    },
  ];
}

/** Where a segment has no figure; a period that holds a break says so. */
const gapCell = (each: Observation, astride: readonly Observation[]): Cell => ({
  text: "–",
  value: null,
  ...(astride.includes(each) && { status: "break in series" }),
});

function longestSeries(figures: readonly Observation[]): readonly Observation[] {
  const totals = figures.filter(({ breakdown }) => breakdown === undefined);
  const keys = [
    ...new Set(totals.map((each) => `${seriesKeyOf(each)} ${periodOf(each.period).kind}`)),
  ];
  return keys
    .map((key) =>
      totals.filter((each) => `${seriesKeyOf(each)} ${periodOf(each.period).kind}` === key),
    )
    .reduce<readonly Observation[]>((best, each) => (each.length > best.length ? each : best), []);
}

/** One sentence on the last segment, of figures that are shown. */
function findingOf(
  points: readonly Observation[],
  segments: number,
  { unit, places }: Indicator,
): string {
  const known = points.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  const gap = segments > 1 ? " Earlier segments are drawn apart and cannot be compared." : "";
  if (first === undefined || last === undefined) return `No figure is shown.${gap}`;
  const text = ({ value }: Observation) => grouped(Number(value).toFixed(places));
  return first === last
    ? `${text(last)} (${unit}) in ${formatPeriod(last.period)}.${gap}`
    : `From ${text(first)} in ${formatPeriod(first.period)} to ${text(last)} in ${formatPeriod(last.period)} (${unit}).${gap}`;
}
