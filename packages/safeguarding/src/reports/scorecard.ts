import { type Cell, formatPeriod, type ReportDocumentInput, referenceTo } from "@moothall/core";
import type { IndicatorData } from "../checks/series-data.ts";
import { yearEarlier } from "../comparability/periods.ts";
import { judge } from "../judgement/judge.ts";
import type { Benchmark, PeerGroup } from "../resources/benchmark.ts";
import { definitionOf } from "../resources/indicator.ts";
import { latestVintage, type Observation } from "../resources/observation.ts";
import type { ScorecardDefinition, ScorecardLine } from "../resources/scorecard-definition.ts";
import type { Target } from "../resources/target.ts";
import { type BlockInput, changeBetween, classOf, emptyCell, figureCell } from "./figure-cell.ts";

export interface ScorecardData {
  /** By reference. */
  readonly indicators: ReadonlyMap<string, IndicatorData>;
  readonly targets: readonly Target[];
  readonly benchmarks: readonly Benchmark[];
  readonly groups: ReadonlyMap<string, PeerGroup>;
}

export interface ScorecardOptions {
  /** The period asked for, unless a line has one of its own. */
  readonly period: string;
  readonly area?: string | undefined;
}

/**
 * A chief officer's scorecard as its definition says: for each line the figure of the period, earlier
 * outturns, the change where it can be worked out, its direction of travel, target and ranks; then
 * what each line means and where it comes from.
 */
export function scorecardDocument(
  definition: ScorecardDefinition,
  data: ScorecardData,
  options: ScorecardOptions,
): ReportDocumentInput {
  const used: Observation[] = [];
  const sections = definition.sections.map(
    (section, index): BlockInput => ({
      type: "table",
      id: `section-${index + 1}`,
      caption: section.heading,
      columns: columnsOf(definition, data),
      rows: section.lines.map((line) => ({
        cells: lineCells(line, definition, data, options, used),
      })),
      notes: section.lines.flatMap(({ number, comment }) =>
        comment === undefined
          ? []
          : [number === undefined ? comment : `Line ${number}: ${comment}`],
      ),
    }),
  );
  return {
    title: definition.title,
    summary: `${formatPeriod(options.period)}.`,
    class: classOf(used),
    blocks: [
      ...sections,
      definitionsTable(definition, data),
      ...definition.notes.map(
        (text, index): BlockInput => ({
          type: "paragraph",
          id: `note-${index + 1}`,
          text,
        }),
      ),
    ],
  };
}

const columnsOf = ({ outturns, groups }: ScorecardDefinition, data: ScorecardData) => [
  { id: "number", heading: "Line" },
  { id: "indicator", heading: "Indicator", headsRow: true },
  { id: "unit", heading: "Unit" },
  { id: "period", heading: "Period covered" },
  { id: "figure", heading: "This period", type: "number" as const },
  ...Array.from({ length: outturns }, (_, index) => ({
    id: `outturn-${index + 1}`,
    heading: index === 0 ? "Year before" : `${index + 1} years before`,
    type: "number" as const,
  })),
  { id: "change", heading: "Change", type: "number" as const },
  { id: "percent", heading: "Change", type: "number" as const, unit: "% of the year before" },
  { id: "direction", heading: "Direction of travel" },
  { id: "target", heading: "Target" },
  ...groups.map((group, index) => ({
    id: `group-${index + 1}`,
    heading: `Place: ${data.groups.get(group)?.title ?? "peer group"}`,
  })),
  { id: "system", heading: "Source" },
];

function lineCells(
  line: ScorecardLine,
  definition: ScorecardDefinition,
  data: ScorecardData,
  options: ScorecardOptions,
  used: Observation[],
): Cell[] {
  const found = data.indicators.get(line.indicator);
  const period = line.period ?? options.period;
  const title = line.title ?? found?.indicator.title ?? line.indicator;
  if (found === undefined) {
    const width = columnsOf(definition, data).length - 2;
    return [
      { text: line.number ?? "" },
      { text: title, status: "not recorded" },
      ...Array.from({ length: width }, () => emptyCell),
    ];
  }
  const { indicator } = found;
  const at = (wanted: string | undefined) =>
    latestVintage(found.observations).find(
      (each) =>
        each.period === wanted &&
        each.breakdown === line.breakdown &&
        (options.area === undefined || each.area === options.area || each.area === undefined),
    );
  const own = at(period);
  const years = earlierYears(period, definition.outturns).map(at);
  used.push(...[own, ...years].flatMap((each) => each ?? []));
  const before = at(yearEarlier(period));
  const { change, percent, comparison } = changeBetween(before, own, found);
  const target = data.targets.find(
    (each) =>
      each.indicator === line.indicator &&
      (each.period === undefined || each.period === period) &&
      (each.area === undefined || each.area === options.area),
  );
  return [
    { text: line.number ?? "" },
    { text: title, reference: referenceTo("safeguarding/indicator", indicator.id) },
    { text: indicator.unit },
    { text: formatPeriod(period), value: period },
    figureCell(own, indicator),
    ...years.map((each) => (each === undefined ? emptyCell : figureCell(each, indicator))),
    change,
    percent,
    directionCell(found, comparison, own),
    targetCell(found, own, target),
    ...definition.groups.map((group) => placeCell(data.benchmarks, line.indicator, group, options)),
    { text: own?.system ?? indicator.sourceSystem ?? "" },
  ];
}

const earlierYears = (period: string, count: number): (string | undefined)[] => {
  const years: (string | undefined)[] = [];
  let year: string | undefined = period;
  for (let index = 0; index < count; index += 1) {
    year = year === undefined ? undefined : yearEarlier(year);
    years.push(year);
  }
  return years;
};

/** Movement and judgement as a pair, never one for the other. */
function directionCell(
  { indicator }: IndicatorData,
  comparison: ReturnType<typeof changeBetween>["comparison"],
  own: Observation | undefined,
): Cell {
  if (comparison === undefined || own === undefined) return emptyCell;
  const { movement } = judge({
    polarity: indicator.polarity,
    value: own.value,
    before: comparison.from.includes("/") ? null : comparison.from,
  });
  if (movement === null) return emptyCell;
  const words = {
    "getting-better": "and getting better",
    "getting-worse": "and getting worse",
    "no-judgement": "(neither good nor bad)",
    stable: "",
  }[movement.judgement];
  return { text: `${movement.direction} ${words}`.trim(), value: movement.judgement };
}

function targetCell(
  { indicator }: IndicatorData,
  own: Observation | undefined,
  target: Target | undefined,
): Cell {
  if (target?.value === undefined || own === undefined || own.value === null) return emptyCell;
  const { target: judged } = judge({
    polarity: indicator.polarity,
    value: own.value,
    target: {
      value: target.value,
      ...(target.tolerance !== undefined && { tolerance: target.tolerance }),
    },
  });
  if (judged === null) return { text: target.value, value: target.value };
  return {
    text: `${target.value}: ${judged.replace("-", " ")}`,
    value: target.value,
    status: judged,
  };
}

function placeCell(
  benchmarks: readonly Benchmark[],
  indicator: string,
  group: string,
  { area }: ScorecardOptions,
): Cell {
  const place = benchmarks.find(
    (each) =>
      each.indicator === indicator &&
      each.group === group &&
      each.place !== undefined &&
      (area === undefined || each.place.area === area),
  );
  if (place?.place === undefined) return emptyCell;
  const { place: own, of, tied } = place.place;
  return {
    text: `${tied ? "=" : ""}${own}${of === undefined ? "" : ` of ${of}`}`,
    value: String(own),
    status: formatPeriod(place.period),
  };
}

function definitionsTable(definition: ScorecardDefinition, data: ScorecardData): BlockInput {
  const lines = definition.sections.flatMap((section) => section.lines);
  const references = [...new Set(lines.map(({ indicator }) => indicator))];
  return {
    type: "table",
    id: "definitions",
    caption: "What the lines mean",
    columns: [
      { id: "indicator", heading: "Indicator", headsRow: true },
      { id: "definition", heading: "Definition" },
      { id: "counted", heading: "Counted" },
      { id: "good", heading: "Good is" },
      { id: "method", heading: "Method" },
      { id: "source", heading: "Source" },
    ],
    rows: references.flatMap((reference) => {
      const indicator = data.indicators.get(reference)?.indicator;
      if (indicator === undefined) return [];
      return [
        {
          cells: [
            { text: indicator.title },
            { text: definitionOf(indicator)?.text ?? "" },
            { text: `${indicator.counts}, ${indicator.timing}` },
            { text: indicator.polarity.direction },
            { text: indicator.method ?? "" },
            { text: indicator.sourceSystem ?? "" },
          ],
        },
      ];
    }),
  };
}
