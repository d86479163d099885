import { type Cell, formatPeriod, type ReportDocumentInput, referenceTo } from "@moothall/core";
import type { IndicatorData } from "../checks/series-data.ts";
import { yearEarlier } from "../comparability/periods.ts";
import { judge } from "../judgement/judge.ts";
import type { Benchmark, PeerGroup } from "../resources/benchmark.ts";
import { definitionOf } from "../resources/indicator.ts";
import type { Observation } from "../resources/observation.ts";
import { type ChosenSeries, chooseSeries } from "../resources/one-series.ts";
import type { ScorecardDefinition, ScorecardLine } from "../resources/scorecard-definition.ts";
import type { Target } from "../resources/target.ts";
import { type BlockInput, changeBetween, classOf, emptyCell, figureCell } from "./figure-cell.ts";
import { labelOf } from "./indicator-blocks.ts";

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
    summary: `${formatPeriod(options.period)}${options.area === undefined ? "" : `, area ${options.area.split("/").at(-1)}`}.`,
    class: classOf(used),
    blocks: [
      ...choices(definition, data, options).map(
        (text): BlockInput => ({ type: "notice", id: "choose", text }),
      ),
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

const columnsOf = (definition: ScorecardDefinition, data: ScorecardData) => [
  ...(hasNumbers(definition) ? [{ id: "number", heading: "Line" }] : []),
  { id: "indicator", heading: "Indicator", headsRow: true },
  { id: "unit", heading: "Unit" },
  { id: "period", heading: "Period covered" },
  { id: "figure", heading: "This period", type: "number" as const },
  ...Array.from({ length: definition.outturns }, (_, index) => ({
    id: `outturn-${index + 1}`,
    heading: index === 0 ? "Year before" : `${index + 1} years before`,
    type: "number" as const,
  })),
  { id: "change", heading: "Change", type: "number" as const },
  { id: "percent", heading: "Change", type: "number" as const, unit: "% of the year before" },
  { id: "direction", heading: "Direction of travel" },
  { id: "target", heading: "Target" },
  ...definition.groups.map((group, index) => ({
    id: `group-${index + 1}`,
    heading: `Place: ${data.groups.get(group)?.title ?? "peer group"}`,
  })),
  { id: "system", heading: "Source" },
];

const hasNumbers = ({ sections }: ScorecardDefinition): boolean =>
  sections.some(({ lines }) => lines.some(({ number }) => number !== undefined));

const numberCell = ({ number = "" }: ScorecardLine, definition: ScorecardDefinition): Cell[] =>
  hasNumbers(definition) ? [{ text: number }] : [];

/** The line's own name, or the indicator's with the categories that the line is of. */
function titleOf(line: ScorecardLine, found: IndicatorData | undefined): string {
  if (line.title !== undefined || found === undefined) return line.title ?? line.indicator;
  const of = line.breakdown === undefined ? [] : [labelOf(line, found.indicator, new Map())];
  return [found.indicator.title, ...of].join(": ");
}

/** The figures of a line. Those without an area are of the scorecard's own, and of no other that is asked for. */
function seriesOf(
  { breakdown }: ScorecardLine,
  { observations }: IndicatorData,
  definition: ScorecardDefinition,
  { area }: ScorecardOptions,
): ChosenSeries {
  const chosen = chooseSeries(observations, { area, breakdown });
  const isMissing = "figures" in chosen && chosen.figures.length === 0;
  if (!isMissing || area === undefined || area !== definition.area) return chosen;
  const whole = observations.filter((each) => each.area === undefined);
  return chooseSeries(whole, { breakdown });
}

/** A line of which nothing can be shown, and why. */
function unanswered(
  line: ScorecardLine,
  title: string,
  status: string,
  definition: ScorecardDefinition,
  data: ScorecardData,
): Cell[] {
  const number = numberCell(line, definition);
  const width = columnsOf(definition, data).length - number.length - 1;
  return [...number, { text: title, status }, ...Array.from({ length: width }, () => emptyCell)];
}

/** What a reader has to choose before lines can be shown, a sentence for each. */
function choices(
  definition: ScorecardDefinition,
  data: ScorecardData,
  options: ScorecardOptions,
): string[] {
  const among = new Set<string>();
  for (const { lines } of definition.sections) {
    for (const line of lines) {
      const found = data.indicators.get(line.indicator);
      const chosen = found === undefined ? undefined : seriesOf(line, found, definition, options);
      if (chosen !== undefined && "several" in chosen && chosen.several === "area")
        for (const each of chosen.among) among.add(each.split("/").at(-1) ?? each);
    }
  }
  return among.size === 0
    ? []
    : [
        `Some lines have figures of several areas and none for all of them together. Choose an area: ${[...among].sort().join(", ")}.`,
      ];
}

function lineCells(
  line: ScorecardLine,
  definition: ScorecardDefinition,
  data: ScorecardData,
  options: ScorecardOptions,
  used: Observation[],
): Cell[] {
  const found = data.indicators.get(line.indicator);
  const period = line.period ?? options.period;
  const title = titleOf(line, found);
  if (found === undefined) return unanswered(line, title, "not recorded", definition, data);
  const { indicator } = found;
  const chosen = seriesOf(line, found, definition, options);
  if (!("figures" in chosen))
    return unanswered(
      line,
      title,
      `several ${chosen.several === "area" ? "areas" : "bodies"}`,
      definition,
      data,
    );
  const at = (wanted: string | undefined) =>
    chosen.figures.find(({ period: own }) => own === wanted);
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
    ...numberCell(line, definition),
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
  const places = benchmarks.filter(
    (each) =>
      each.indicator === indicator &&
      each.group === group &&
      each.place !== undefined &&
      (area === undefined || each.place.area === area),
  );
  const [place] = places;
  // The place of one of several areas is not that of the whole.
  if (place?.place === undefined || new Set(places.map((each) => each.place?.area)).size > 1)
    return emptyCell;
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
