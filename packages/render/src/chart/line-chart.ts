import { scalePoint } from "d3-scale";
import { line, symbol, symbolsFill } from "d3-shape";
import { type Markup, markup } from "../markup.ts";
import { axisTitle } from "./bar-axis.ts";
import { type ChartFigure, type ChartFigures, drawnValues } from "./chart-figures.ts";
import { chartWidth, type Drawing, legend } from "./chart-frame.ts";
import { grid, ink, quiet, seriesLook } from "./chart-style.ts";
import { drawnText, fitted, lineHeight, rounded, textWidth } from "./chart-text.ts";
import { roundValueAxis, sharedUnit, type ValueAxis } from "./value-axis.ts";

const plotHeight = 260;
/** Up to so many points of a single line have their figure beside them. */
const mostLabelled = 12;

/** Lines with a marker at each figure; where there is no figure the line is broken, never bridged. */
export function lineChart(figures: ChartFigures): Drawing {
  const { categories, series } = figures;
  const key = legend(series, sample);
  const title = axisTitle(figures);
  const words = title === undefined ? [] : fitted(title, chartWidth, 2);
  const top = key.height + words.length * lineHeight + 16;
  const bottom = top + plotHeight;
  const unit = sharedUnit(series.map((each) => each.unit));
  const axis = roundValueAxis(drawnValues(figures), [bottom, top], unit);
  const left = Math.max(...axis.ticks.map(({ text }) => textWidth(text)), 0) + 14;
  const across = scalePoint<number>(
    categories.map((_, place) => place),
    [left + 24, chartWidth - 36],
  );
  const x = (place: number) => across(place) ?? left;
  const labels = periodLabels(categories, x, bottom);
  return {
    height: bottom + labels.height,
    content: markup`${key.content}${words.map((word, index) =>
      drawnText(word, { x: 0, y: key.height + 15 + index * lineHeight, colour: quiet }),
    )}
${levelLines(axis, left)}${labels.content}
${series.map((each, index) => drawnLine(each.figures, index, x, axis.scale))}
${series.length === 1 && categories.length <= mostLabelled && pointLabels(series[0]?.figures ?? [], x, axis.scale)}
`,
  };
}

const sample = (index: number, x: number, y: number): Markup => {
  const { colour } = seriesLook(index);
  return markup`<path d="M${x} ${y + 8}H${x + 36}" stroke="${colour}" stroke-width="2.5"${dash(index)} fill="none"/>${marker(index, x + 18, y + 8)}`;
};

const dash = (index: number) => {
  const pattern = seriesLook(index).dash;
  return pattern !== undefined && markup` stroke-dasharray="${pattern}"`;
};

function marker(index: number, x: number, y: number): Markup {
  const { colour, marker: place } = seriesLook(index);
  const shape = symbolsFill[place % symbolsFill.length];
  const path = symbol().digits(2).size(70);
  const drawn = (shape === undefined ? path : path.type(shape))();
  return markup`<path transform="translate(${rounded(x)} ${rounded(y)})" d="${drawn ?? ""}" fill="${colour}" stroke="#fff" stroke-width="1"/>`;
}

function drawnLine(
  figures: readonly ChartFigure[],
  index: number,
  x: (place: number) => number,
  y: (value: number) => number,
): Markup {
  const path = line<ChartFigure>()
    .digits(2)
    .defined(({ value }) => value !== null)
    .x((_, place) => x(place))
    .y(({ value }) => y(value ?? 0))([...figures]);
  return markup`<path d="${path ?? ""}" stroke="${seriesLook(index).colour}" stroke-width="2.5" stroke-linejoin="round"${dash(index)} fill="none"/>${figures.map(
    ({ value }, place) => value !== null && marker(index, x(place), y(value)),
  )}`;
}

/** Figures beside their points, left out where they would run into the one before. */
function pointLabels(
  figures: readonly ChartFigure[],
  x: (place: number) => number,
  y: (value: number) => number,
): readonly Markup[] {
  let free = Number.NEGATIVE_INFINITY;
  return figures.flatMap(({ value, text }, place) => {
    const half = textWidth(text) / 2;
    const middle = Math.min(x(place), chartWidth - half);
    if (value === null || middle - half < free) return [];
    free = middle + half + 4;
    return [
      drawnText(text, { x: middle, y: y(value) - 11, anchor: "middle", colour: ink, over: true }),
    ];
  });
}

const levelLines = ({ scale, ticks }: ValueAxis, left: number): readonly Markup[] =>
  ticks.map(
    ({ value, text }) =>
      markup`<path d="M${rounded(left)} ${rounded(scale(value))}H${chartWidth}" stroke="${value === 0 ? ink : grid}" stroke-width="1" fill="none"/>${drawnText(
        text,
        { x: left - 8, y: scale(value) + 5, anchor: "end", colour: quiet },
      )}\n`,
  );

/** The names under the line, as many as have room; the table has all. */
function periodLabels(
  categories: readonly string[],
  x: (place: number) => number,
  bottom: number,
): Drawing {
  const step = categories.length > 1 ? x(1) - x(0) : chartWidth;
  const widest = Math.max(0, ...categories.map(textWidth));
  const room = Math.max(step - 8, Math.min(widest, 110));
  const every = Math.max(1, Math.ceil((room + 8) / step));
  const shown = categories.flatMap((category, place) =>
    place % every === 0 ? [{ place, lines: fitted(category, room, 2) }] : [],
  );
  return {
    height: 12 + lineHeight * Math.max(1, ...shown.map(({ lines }) => lines.length)),
    content: shown.map(({ place, lines }) =>
      lines.map((words, index) => {
        const half = textWidth(words) / 2;
        const middle = Math.max(half, Math.min(x(place), chartWidth - half));
        return drawnText(words, {
          x: middle,
          y: bottom + 22 + index * lineHeight,
          anchor: "middle",
          colour: quiet,
        });
      }),
    ),
  };
}
