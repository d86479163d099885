import { stack, stackOffsetDiverging } from "d3-shape";
import { markup } from "../markup.ts";
import { axisTitle, type Band, barAxis, categoryLabel } from "./bar-axis.ts";
import type { ChartFigures } from "./chart-figures.ts";
import { barSample, chartWidth, type Drawing, legend } from "./chart-frame.ts";
import { fillOf, ink, quiet } from "./chart-style.ts";
import { drawnText, fitted, lineHeight, rounded, textWidth } from "./chart-text.ts";
import { sharedUnit, valueAxis } from "./value-axis.ts";

const thick = 28;

/**
 * Bars of parts: positive parts to the right of zero, negative ones to its left. A part whose value
 * is not known is named under its bar, because the bar is then shorter than the whole.
 */
export function stackedBarChart(chart: string, figures: ChartFigures): Drawing {
  const { categories, series } = figures;
  const key = legend(series, barSample(chart));
  const layers = stack<number, number>()
    .keys(series.map((_, index) => index))
    .value((place, index) => series[index]?.figures[place]?.value ?? 0)
    .offset(stackOffsetDiverging)(categories.map((_, place) => place));
  const axis = valueAxis(
    layers.flatMap((layer) => layer.flat()),
    [1, chartWidth - 24],
    sharedUnit(series.map(({ unit }) => unit)),
  );
  const bands: Band[] = [];
  let top = key.height;
  const rows = categories.map((category, place) => {
    const label = categoryLabel(category, top);
    const y = top + label.height;
    bands.push([y - 2, y + thick + 2]);
    const parts = series.map(({ figures: all }, index) => {
      const figure = all[place];
      const [from, to] = layers[index]?.[place] ?? [0, 0];
      if (figure === undefined || figure.value === null || from === to) return undefined;
      const span = [axis.scale(from), axis.scale(to)] as const;
      return part(figure.text, span, y, fillOf(chart, index));
    });
    const missing = missingParts(figures, place, y + thick + 18);
    top = y + thick + missing.height + 12;
    return markup`${label.content}${parts}${missing.content}\n`;
  });
  const lines = barAxis(axis, bands, top, axisTitle(figures));
  return { height: top + lines.height, content: markup`${key.content}${lines.content}${rows}` };
}

function part(text: string, [left, right]: readonly [number, number], y: number, fill: string) {
  const width = textWidth(text) + 8;
  const middle = (left + right) / 2;
  return markup`<rect x="${rounded(left)}" y="${rounded(y)}" width="${rounded(right - left)}" height="${thick}" fill="${fill}" stroke="#fff" stroke-width="1.5"/>${
    width + 6 <= right - left &&
    markup`<rect x="${rounded(middle - width / 2)}" y="${rounded(y + 5)}" width="${rounded(width)}" height="${thick - 10}" rx="3" fill="#fff"/>${drawnText(text, { x: middle, y: y + 19, anchor: "middle", colour: ink })}`
  }`;
}

function missingParts({ series }: ChartFigures, place: number, baseline: number): Drawing {
  const missing = series.flatMap(({ name, figures }) => {
    const figure = figures[place];
    return figure?.value === null ? [`${name}: ${figure.text}`] : [];
  });
  const lines = missing.length === 0 ? [] : fitted(missing.join("; "), chartWidth - 8, 2);
  return {
    height: lines.length * lineHeight,
    content: lines.map((line, index) =>
      drawnText(line, { x: 0, y: baseline + index * lineHeight, colour: quiet, italic: true }),
    ),
  };
}
