import { type Cell, formatPeriod, isDecimal, type ReportDocumentInput } from "@moothall/core";
import type { IndicatorData } from "../checks/series-data.ts";
import { rank } from "../judgement/rank.ts";
import { latestVintage, type Observation } from "../resources/observation.ts";
import { funnel } from "../statistics/funnel.ts";
import { wilson } from "../statistics/wilson.ts";
import { type BlockInput, classOf, emptyCell, figureCell } from "./figure-cell.ts";

export interface RegionalOptions {
  readonly period: string;
  /** References of the members, in the order in which they are shown. */
  readonly members: readonly string[];
  readonly title: string;
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Areas side by side for each indicator. Places only where high or low is good, and only when every
 * member's figure may be seen: a place among some would say something of those that are left out.
 */
export function regionalComparison(
  indicators: readonly IndicatorData[],
  options: RegionalOptions,
): ReportDocumentInput {
  const used: Observation[] = [];
  const blocks = indicators.flatMap((data): BlockInput[] => {
    const figures = latestVintage(data.observations).filter(
      (each) =>
        each.period === options.period &&
        each.breakdown === undefined &&
        options.members.includes(each.area ?? each.body ?? ""),
    );
    if (figures.length === 0) return [];
    used.push(...figures);
    return blocksOf(data, figures, options);
  });
  return {
    title: options.title,
    summary: `${formatPeriod(options.period)}.`,
    class: classOf(used),
    blocks:
      blocks.length > 0
        ? blocks
        : [{ type: "notice", id: "none", text: "No figure is published." }],
  };
}

function blocksOf(
  { indicator }: IndicatorData,
  figures: readonly Observation[],
  { members, names, period }: RegionalOptions,
): BlockInput[] {
  const of = (member: string) => figures.find((each) => (each.area ?? each.body) === member);
  const complete = members.every((member) => typeof of(member)?.value === "string");
  const ranks =
    complete && indicator.polarity.direction !== "none"
      ? rank({
          polarity: indicator.polarity,
          entries: members.map((member) => ({ name: member, value: of(member)?.value ?? null })),
        }).entries
      : undefined;
  const positions = positionsOf(indicator, members, of);
  const id = `${indicator.id}-areas`;
  const name = (member: string) => names.get(member) ?? member.split("/").at(-1) ?? member;
  const counts = figures.some(({ numerator }) => typeof numerator === "string");
  return [
    {
      type: "table",
      id,
      caption: `${indicator.title}, ${formatPeriod(period)}`,
      columns: [
        { id: "area", heading: "Area", headsRow: true },
        { id: "figure", heading: indicator.title, type: "number", unit: indicator.unit },
        ...(counts
          ? [
              { id: "numerator", heading: "Number", type: "number" as const },
              { id: "denominator", heading: "Of", type: "number" as const },
              { id: "interval", heading: "95 % interval" },
            ]
          : []),
        ...(positions === undefined ? [] : [{ id: "position", heading: "Against the average" }]),
        ...(ranks === undefined ? [] : [{ id: "place", heading: "Place" }]),
      ],
      rows: members.map((member, index) => ({
        cells: [
          { text: name(member) },
          figureCell(of(member), indicator),
          ...(counts ? countCells(of(member), indicator) : []),
          ...(positions === undefined ? [] : [{ text: positions[index] ?? "" }]),
          ...(ranks === undefined ? [] : [{ text: ranks[index]?.rank ?? "" }]),
        ],
      })),
      notes: [
        ...(indicator.polarity.direction === "none"
          ? ["Neither high nor low is good, so there are no places."]
          : complete
            ? []
            : ["Not every area's figure is shown, so there are no places."]),
        ...(positions === undefined
          ? []
          : ["Against the average: limits of 95 % and 99.8 % by the normal approximation."]),
      ],
    },
    {
      type: "chart",
      id: `${indicator.id}-areas-chart`,
      kind: "bar",
      table: id,
      category: "area",
      values: ["figure"],
      title: `${indicator.title} by area`,
      finding: `${indicator.title} of ${figures.filter(({ value }) => value !== null).length} areas side by side, ${formatPeriod(period)}.`,
    },
  ];
}

type Indicator = IndicatorData["indicator"];

function countCells(figure: Observation | undefined, { measure, places }: Indicator): Cell[] {
  const { numerator, denominator, value = null } = figure ?? {};
  if (value === null || !isDecimal(numerator) || !isDecimal(denominator))
    return [emptyCell, emptyCell, emptyCell];
  const [part, whole] = [Number(numerator), Number(denominator)];
  const isProportion =
    measure.type === "ratio" &&
    measure.link === "cohort" &&
    Number.isSafeInteger(part) &&
    part <= whole;
  const interval = isProportion ? wilson(part, whole) : undefined;
  const shown = (share: number) =>
    (share * (measure.type === "ratio" ? measure.per : 1)).toFixed(Math.max(places, 1));
  return [
    { text: numerator, value: numerator },
    { text: denominator, value: denominator },
    interval === undefined
      ? emptyCell
      : { text: `${shown(interval.lower)}–${shown(interval.upper)}`, status: "Wilson" },
  ];
}

const words = {
  "beyond-low": "well below",
  low: "below",
  within: "similar",
  high: "above",
  "beyond-high": "well above",
} as const;

/** Where each lies in a funnel; only of a cohort of which all counts are shown. */
function positionsOf(
  { measure }: Indicator,
  members: readonly string[],
  of: (member: string) => Observation | undefined,
): readonly string[] | undefined {
  if (measure.type !== "ratio" || measure.link === "throughput") return undefined;
  const entries = members.map((member) => ({
    name: member,
    numerator: Number(of(member)?.numerator ?? Number.NaN),
    denominator: Number(of(member)?.denominator ?? Number.NaN),
  }));
  const isSound = entries.every(
    ({ numerator, denominator }) =>
      Number.isSafeInteger(numerator) &&
      denominator > 0 &&
      (measure.link === "rate" || numerator <= denominator),
  );
  if (!isSound) return undefined;
  const kind = measure.link === "rate" ? "rate" : "proportion";
  return funnel({ kind, entries }).entries.map(({ position }) =>
    position === null ? "" : words[position],
  );
}
