import { markup } from "../markup.ts";
import { axisTitle, type Band, barAxis, categoryLabel } from "./bar-axis.ts";
import { type ChartFigure, type ChartFigures, drawnValues } from "./chart-figures.ts";
import { barSample, chartWidth, type Drawing, legend } from "./chart-frame.ts";
import { fillOf, ink, quiet } from "./chart-style.ts";
import { drawnText, fitted, rounded, textWidth } from "./chart-text.ts";
import { sharedUnit, valueAxis } from "./value-axis.ts";

const thick = 22;
const space = 10;
/** Values longer than this are cut; the table has them. */
const widestValue = 150;

/** Bars that lie, each category's name above its bars, so that long names have room. */
export function barChart(chart: string, figures: ChartFigures): Drawing {
  const { categories, series } = figures;
  const key = legend(series, barSample(chart));
  const axis = valueAxis(
    drawnValues(figures),
    [room(series, (value) => value < 0), chartWidth - room(series, (value) => value >= 0)],
    sharedUnit(series.map(({ unit }) => unit)),
  );
  const bands: Band[] = [];
  let top = key.height;
  const rows = categories.map((category, place) => {
    const label = categoryLabel(category, top);
    top += label.height;
    const from = top;
    const bars = series.map(({ figures: all }, index) => {
      const y = top;
      top += thick + 3;
      const figure = all[place];
      return figure !== undefined && bar(figure, y, axis.scale, fillOf(chart, index));
    });
    bands.push([from - 2, top]);
    top += space;
    return markup`${label.content}${bars}\n`;
  });
  const lines = barAxis(axis, bands, top, axisTitle(figures));
  return { height: top + lines.height, content: markup`${key.content}${lines.content}${rows}` };
}

function bar({ value, text }: ChartFigure, y: number, x: (value: number) => number, fill: string) {
  const zero = x(0);
  if (value === null) {
    // From zero on, or before it when there is more room.
    const before = zero > chartWidth / 2;
    const [words = ""] = fitted(text, (before ? zero : chartWidth - zero) - 8, 1);
    const at = {
      x: before ? zero - 6 : zero + 6,
      y: y + 16,
      colour: quiet,
      italic: true,
      over: true,
    };
    return drawnText(words, before ? { ...at, anchor: "end" } : at);
  }
  const end = x(value);
  const [words = ""] = fitted(text, widestValue, 1);
  return markup`<rect x="${rounded(Math.min(zero, end))}" y="${rounded(y)}" width="${rounded(Math.abs(end - zero))}" height="${thick}" fill="${fill}" stroke="${ink}" stroke-width="1"/>${drawnText(
    words,
    value < 0
      ? { x: end - 5, y: y + 16, anchor: "end", colour: ink, over: true }
      : { x: end + 5, y: y + 16, colour: ink, over: true },
  )}`;
}

/** What the figures at the ends of these bars need beside them. */
function room(series: ChartFigures["series"], these: (value: number) => boolean): number {
  const widths = series.flatMap(({ figures }) =>
    figures.flatMap(({ value, text }) => (value !== null && these(value) ? [textWidth(text)] : [])),
  );
  return widths.length === 0 ? 1 : Math.min(widestValue, Math.max(...widths)) + 8;
}
