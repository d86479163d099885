import { type Markup, type MarkupValue, markup } from "../markup.ts";

/** Each at least 4.5:1 against white (WCAG 2.2, 1.4.11 asks for 3:1). */
const colours = ["#17456b", "#a85400", "#24704f", "#86356f", "#505a66", "#a3262a"] as const;
const dashes = [undefined, "9 5", "2 4", "12 4 2 4", "5 3", "16 6"] as const;
const fills = 6;

/** The looks of a series: told from any other by pattern, dash or marker as well as by colour. */
export interface SeriesLook {
  readonly colour: string;
  readonly dash: string | undefined;
  /** 0 to 5: solid, two diagonals, dots, level lines, upright lines, crossed lines. */
  readonly fill: number;
  /** 0 to 6, in the order of d3's filled symbols. */
  readonly marker: number;
}

/** The looks of the series at this place; they repeat after 36. */
export function seriesLook(index: number): SeriesLook {
  const shifted = index + Math.floor(index / colours.length);
  return {
    colour: colours[index % colours.length] ?? colours[0],
    dash: dashes[shifted % dashes.length],
    fill: shifted % fills,
    marker: shifted % 7,
  };
}

export const ink = "#1b2430";
export const quiet = "#46515e";
export const grid = "#d5dae0";

/** Ids within a chart; with `_`, so that they meet no block of the document. */
const patternId = (chart: string, index: number): string => `${chart}_fill_${index}`;

export const fillOf = (chart: string, index: number): string =>
  seriesLook(index).fill === 0 ? seriesLook(index).colour : `url(#${patternId(chart, index)})`;

/** The patterns of as many series. */
export function patterns(chart: string, count: number): MarkupValue {
  const needed = Array.from({ length: count }, (_, index) => index).filter(
    (index) => seriesLook(index).fill !== 0,
  );
  return (
    needed.length > 0 &&
    markup`<defs>${needed.map(
      (index) =>
        markup`<pattern id="${patternId(chart, index)}" patternUnits="userSpaceOnUse" width="8" height="8"><rect width="8" height="8" fill="${seriesLook(index).colour}"/>${strokes(seriesLook(index).fill)}</pattern>`,
    )}</defs>`
  );
}

function strokes(fill: number): Markup {
  if (fill === 2) return markup`<circle cx="4" cy="4" r="1.8" fill="#fff"/>`;
  const path = ["", "M-2 2L2 -2M0 8L8 0M6 10L10 6", "", "M0 4H8", "M4 0V8", "M0 0L8 8M8 0L0 8"][
    fill
  ];
  return markup`<path d="${path}" stroke="#fff" stroke-width="1.8" fill="none"/>`;
}
