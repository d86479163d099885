import type { BlockOf } from "@moothall/core";
import { type Markup, type MarkupValue, markup } from "../markup.ts";
import type { ChartFigures } from "./chart-figures.ts";
import { fillOf, ink, patterns } from "./chart-style.ts";
import { drawnText, fitted, lineHeight, rounded } from "./chart-text.ts";

/** The width of every chart, in units of its own; a page draws it as wide as it likes. */
export const chartWidth = 640;

export interface Drawing {
  readonly height: number;
  readonly content: MarkupValue;
}

/** The whole image around a drawing, named and described for a reader who cannot see it. */
export function chartFrame(
  chart: BlockOf<"chart">,
  figures: ChartFigures,
  { height, content }: Drawing,
): Markup {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${chart.id}_title ${chart.id}_description" viewBox="0 0 ${chartWidth} ${rounded(height)}" width="${chartWidth}" height="${rounded(height)}" font-family="system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif" font-size="15">
<title id="${chart.id}_title">${chart.title}</title>
<desc id="${chart.id}_description">${description(chart, figures)}</desc>
${chart.kind !== "heat-map" && patterns(chart.id, figures.series.length)}<rect width="${chartWidth}" height="${rounded(height)}" fill="#fff"/>
${content}</svg>`;
}

/** The finding, and what could not be drawn. */
function description({ finding }: BlockOf<"chart">, { categories, series }: ChartFigures): string {
  const missing = series.flatMap(({ name, figures }) =>
    figures.flatMap(({ value, text }, index) =>
      value === null
        ? [`${categories[index]}${series.length > 1 ? `, ${name}` : ""} (${text})`]
        : [],
    ),
  );
  return missing.length === 0 ? finding : `${finding} Not drawn: ${missing.join("; ")}.`;
}

/** What each series looks like, one under the other; nothing for a single one. */
export function legend(
  series: ChartFigures["series"],
  sample: (index: number, x: number, y: number) => Markup,
): Drawing {
  if (series.length < 2) return { height: 0, content: undefined };
  let top = 0;
  const content = series.map(({ name }, index) => {
    const lines = fitted(name, chartWidth - 48, 2);
    const here = top;
    top += lines.length * lineHeight + 4;
    return markup`${sample(index, 0, here + 3)}${lines.map((line, place) =>
      drawnText(line, { x: 44, y: here + 15 + place * lineHeight, colour: ink }),
    )}
`;
  });
  return { height: top + 10, content };
}

/** A sample of a filled bar for the legend. */
export const barSample =
  (chart: string) =>
  (index: number, x: number, y: number): Markup =>
    markup`<rect x="${x}" y="${y}" width="32" height="15" fill="${fillOf(chart, index)}" stroke="${ink}" stroke-width="1"/>`;
