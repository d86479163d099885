import { markup } from "../markup.ts";
import type { ChartFigure, ChartFigures } from "./chart-figures.ts";
import { chartWidth, type Drawing } from "./chart-frame.ts";
import { grid, ink, quiet } from "./chart-style.ts";
import { drawnText, fitted, lineHeight, rounded } from "./chart-text.ts";

/** From light to dark; ink on the first four and white on the last is 4.5:1 at least. */
const tones = ["#f3f5f7", "#fbe6c5", "#f3bd7a", "#e08f52", "#8c2320"] as const;
const headWidth = 150;
const cellHeight = 58;

/**
 * A grid: a row for each category, a column for each series, each cell shaded. Every cell says in
 * words what its shade says, so that nothing hangs on a colour.
 */
export function heatMap(figures: ChartFigures, shades: readonly string[] | undefined): Drawing {
  const { categories, series } = figures;
  const width = (chartWidth - headWidth - 2) / series.length;
  const toneOf = toning(figures, shades);
  const heads = series.map(({ name }) => fitted(name, width - 8, 2));
  const top = Math.max(...heads.map((lines) => lines.length)) * lineHeight + 8;
  return {
    height: top + categories.length * cellHeight + 2,
    content: markup`${heads.map((lines, column) =>
      words(lines, headWidth + (column + 0.5) * width, 16, quiet),
    )}
${categories.map((category, row) => {
  const y = top + row * cellHeight;
  const names = fitted(category, headWidth - 12, 2);
  return markup`${names.map((line, index) =>
    drawnText(line, {
      x: 0,
      y: y + cellHeight / 2 + 5 + (index - (names.length - 1) / 2) * lineHeight,
      colour: quiet,
    }),
  )}${series.map(({ figures: all }, column) => {
    const figure = all[row];
    if (figure === undefined) return undefined;
    const x = headWidth + column * width;
    const tone = toneOf(figure);
    const lines = fitted(figure.text, width - 10, 2);
    return markup`<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${cellHeight}" fill="${tones[tone] ?? tones[0]}" stroke="${grid}" stroke-width="1"/>${words(
      lines,
      x + width / 2,
      y + cellHeight / 2 + 5 - ((lines.length - 1) / 2) * lineHeight,
      tone === tones.length - 1 ? "#fff" : ink,
    )}`;
  })}\n`;
})}`,
  };
}

const words = (lines: readonly string[], x: number, y: number, colour: string) =>
  lines.map((line, index) =>
    drawnText(line, { x, y: y + index * lineHeight, anchor: "middle", colour }),
  );

/** The tone of a cell: by the place of its status, or by its value between the least and greatest. */
function toning(
  { series }: ChartFigures,
  shades: readonly string[] | undefined,
): (figure: ChartFigure) => number {
  const darkest = tones.length - 1;
  if (shades !== undefined) {
    return ({ status }) => {
      const place = status === undefined ? -1 : shades.indexOf(status);
      return place < 0 ? 0 : Math.round((place / (shades.length - 1)) * (darkest - 1)) + 1;
    };
  }
  const values = series.flatMap(({ figures }) =>
    figures.flatMap(({ value }) => (value === null ? [] : [value])),
  );
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  return ({ value }) =>
    value === null || range === 0 ? 0 : Math.round(((value - least) / range) * darkest);
}
