import { markup } from "../markup.ts";
import type { ChartFigures } from "./chart-figures.ts";
import { chartWidth, type Drawing } from "./chart-frame.ts";
import { grid, ink, quiet } from "./chart-style.ts";
import { drawnText, fitted, lineHeight, rounded, textWidth } from "./chart-text.ts";
import type { ValueAxis } from "./value-axis.ts";

/** From top to bottom, where the bars of a category lie. */
export type Band = readonly [number, number];

/** The name of a category, above its bars. */
export function categoryLabel(category: string, top: number): Drawing {
  const lines = fitted(category, chartWidth - 8, 3);
  return {
    height: lines.length * lineHeight + 4,
    content: lines.map((line, index) =>
      drawnText(line, { x: 0, y: top + 15 + index * lineHeight, colour: ink }),
    ),
  };
}

/** What the axis measures; with several series the legend says it. */
export const axisTitle = ({ series }: ChartFigures): string | undefined =>
  series.length === 1 ? series[0]?.name : undefined;

/** Upright lines behind the bars at the ticks and at zero, and the figures of the ticks under them. */
export function barAxis(
  { scale, ticks }: ValueAxis,
  bands: readonly Band[],
  bottom: number,
  title: string | undefined,
): Drawing {
  const line = (x: number, colour: string) =>
    markup`<path d="${bands.map(([from, to]) => `M${rounded(x)} ${rounded(from)}V${rounded(to)}`).join("")}" stroke="${colour}" stroke-width="1" fill="none"/>`;
  const words = title === undefined ? [] : fitted(title, chartWidth, 2);
  return {
    height: 26 + words.length * lineHeight,
    content: markup`${ticks.map(({ value }) => line(scale(value), grid))}${line(scale(0), ink)}
${ticks.map(({ value, text }) => {
  const x = scale(value);
  const half = textWidth(text) / 2;
  const anchor = x < half ? "start" : x > chartWidth - half ? "end" : "middle";
  return drawnText(text, { x, y: bottom + 15, anchor, colour: quiet });
})}
${words.map((word, index) =>
  drawnText(word, { x: 0, y: bottom + 38 + index * lineHeight, colour: quiet }),
)}
`,
  };
}
