import { type Markup, markup } from "../markup.ts";
import { axisTitle } from "./bar-axis.ts";
import { type ChartFigure, type ChartFigures, drawnValues } from "./chart-figures.ts";
import { chartWidth, type Drawing } from "./chart-frame.ts";
import { ink, quiet } from "./chart-style.ts";
import { drawnText, fitted, lineHeight, rounded, textWidth } from "./chart-text.ts";
import { roundValueAxis, sharedUnit, type ValueAxis } from "./value-axis.ts";

type Place = { readonly row: number; readonly column: number } | undefined;

const widestTile = 124;
const gap = 6;
const barHeight = 12;
const sampleWidth = 64;
/** From the lightest to the darkest tint; ink is at least 7:1 on each. */
const tints = [
  [247, 249, 252],
  [143, 183, 219],
] as const;

/**
 * A map of equal squares, each where its area roughly lies. A square has its name and its figure in
 * words and, at its foot, a bar from zero, so that the tint behind is not the only cue. What has no
 * place on the map is named under it.
 */
export function tileMap(figures: ChartFigures, places: readonly Place[]): Drawing {
  const { categories, series } = figures;
  const rows = Math.max(0, ...places.map((place) => place?.row ?? 0));
  const columns = Math.max(1, ...places.map((place) => place?.column ?? 0));
  const size = Math.min(widestTile, (chartWidth - gap * (columns - 1)) / columns - 2);
  const axis = roundValueAxis(
    drawnValues(figures),
    [0, size - 12],
    sharedUnit(series.map(({ unit }) => unit)),
  );
  const key = tintLegend(axis, axisTitle(figures));
  const step = size + gap;
  const tiles = places.map((place, index) => {
    const figure = series[0]?.figures[index];
    if (place === undefined || figure === undefined) return undefined;
    const [x, y] = [1 + (place.column - 1) * step, key.height + (place.row - 1) * step];
    return markup`${tile(categories[index] ?? "", figure, { x, y, size }, axis)}\n`;
  });
  const bottom = key.height + rows * step;
  const apart = withoutPlace(figures, places, bottom);
  return {
    height: bottom + apart.height,
    content: markup`${key.content}${tiles}${apart.content}`,
  };
}

interface Square {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function tile(name: string, { value, text }: ChartFigure, square: Square, axis: ValueAxis): Markup {
  const { x, y, size } = square;
  const lines = fitted(name, size - 10, Math.max(1, Math.floor((size - 46) / lineHeight)));
  // Why there is no figure takes more room than a figure, and there is no bar.
  const words = fitted(text, size - 10, value === null && size > 90 ? 2 : 1);
  const box = markup`<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(size)}" height="${rounded(size)}" fill="${
    value === null ? "#fff" : tintAt(value, axis)
  }" stroke="${ink}" stroke-width="1"${value === null && markup` stroke-dasharray="4 3"`}/>`;
  return markup`${box}${lines.map((line, index) =>
    drawnText(line, { x: x + 6, y: y + 18 + index * lineHeight, colour: ink }),
  )}${words.map((line, index) =>
    drawnText(line, {
      x: x + 6,
      y: y + size - barHeight - 12 + (index + 1 - words.length) * lineHeight,
      colour: value === null ? quiet : ink,
      ...(value === null ? { italic: true } : { bold: true }),
    }),
  )}${value !== null && foot(value, square, axis)}`;
}

/** The bar at the foot of a tile, in the same scale on every tile. */
function foot(value: number, { x, y, size }: Square, { scale }: ValueAxis): Markup {
  const [from, to] = [scale(Math.min(0, value)), scale(Math.max(0, value))];
  const top = rounded(y + size - barHeight - 6);
  return markup`<rect x="${rounded(x + 6)}" y="${top}" width="${rounded(size - 12)}" height="${barHeight}" fill="#fff" stroke="${quiet}" stroke-width="1"/><rect x="${rounded(x + 6 + from)}" y="${top}" width="${rounded(to - from)}" height="${barHeight}" fill="${ink}"/>`;
}

/** The intervals between ticks, each with a tint of its own. */
const intervals = ({ ticks }: ValueAxis) =>
  ticks.slice(1).map((tick, index) => ({ from: ticks[index] ?? tick, to: tick }));

function tintAt(value: number, axis: ValueAxis): string {
  const all = intervals(axis);
  const found = all.findIndex(({ to }) => value <= to.value);
  return tint(found < 0 ? all.length - 1 : found, all.length);
}

function tint(index: number, count: number): string {
  const part = count < 2 ? 0 : index / (count - 1);
  const [light, dark] = tints;
  const channel = (of: 0 | 1 | 2) =>
    Math.round(light[of] + part * (dark[of] - light[of]))
      .toString(16)
      .padStart(2, "0");
  return `#${channel(0)}${channel(1)}${channel(2)}`;
}

/** What is measured, and which tint stands for which interval. */
function tintLegend(axis: ValueAxis, title: string | undefined): Drawing {
  const words = title === undefined ? [] : fitted(title, chartWidth, 2);
  const all = intervals(axis);
  const top = words.length * lineHeight + 4;
  // Where the figures of the ticks have no room beside each other, only the ends are told.
  const widest = Math.max(...axis.ticks.map(({ text }) => textWidth(text))) + 16;
  const room = (chartWidth - 2) / Math.max(1, all.length);
  const width = Math.min(room, Math.max(sampleWidth, widest));
  const told = (index: number) => widest <= width || index === 0 || index === all.length;
  return {
    height: top + 15 + lineHeight + 18,
    content: markup`${words.map((word, index) =>
      drawnText(word, { x: 0, y: 15 + index * lineHeight, colour: quiet }),
    )}${all.map(
      (_, index) =>
        markup`<rect x="${rounded(1 + index * width)}" y="${top}" width="${rounded(width)}" height="15" fill="${tint(index, all.length)}" stroke="${ink}" stroke-width="1"/>`,
    )}${axis.ticks.map(
      ({ text }, index) =>
        told(index) &&
        drawnText(text, {
          x: 1 + index * width,
          y: top + 15 + 17,
          anchor: index === 0 ? "start" : index === all.length ? "end" : "middle",
          colour: quiet,
        }),
    )}
`,
  };
}

function withoutPlace(
  { categories, series }: ChartFigures,
  places: readonly Place[],
  bottom: number,
): Drawing {
  const named = categories.flatMap((category, index) => {
    const figure = series[0]?.figures[index];
    return places[index] === undefined && figure !== undefined
      ? [`${category}: ${figure.text}`]
      : [];
  });
  const lines =
    named.length === 0 ? [] : fitted(`Not on the map: ${named.join("; ")}`, chartWidth - 8, 4);
  return {
    height: lines.length * lineHeight + (lines.length === 0 ? 0 : 6),
    content: lines.map((line, index) =>
      drawnText(line, {
        x: 0,
        y: bottom + 15 + index * lineHeight,
        colour: quiet,
      }),
    ),
  };
}
