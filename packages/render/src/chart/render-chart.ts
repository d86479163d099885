import { type BlockOf, tilePlaces } from "@moothall/core";
import { barChart } from "./bar-chart.ts";
import { type ChartFigures, chartFigures, drawnValues } from "./chart-figures.ts";
import { chartFrame, type Drawing } from "./chart-frame.ts";
import { quiet } from "./chart-style.ts";
import { drawnText } from "./chart-text.ts";
import { heatMap } from "./heat-map.ts";
import { lineChart } from "./line-chart.ts";
import { stackedBarChart } from "./stacked-bar-chart.ts";
import { tileMap } from "./tile-map.ts";

/**
 * A chart as SVG, drawn from the exact values of its table: the same bytes on every run. Values of
 * null are left out and named in the description; the axis always includes zero.
 * @throws MoothallError `core/bad-document` when the table has no such column.
 */
export function renderChart(chart: BlockOf<"chart">, table: BlockOf<"table">): string {
  const figures = chartFigures(chart, table);
  return chartFrame(chart, figures, drawing(chart, table, figures)).toString();
}

function drawing(chart: BlockOf<"chart">, table: BlockOf<"table">, figures: ChartFigures): Drawing {
  const { id, kind, shades } = chart;
  if (drawnValues(figures).length === 0) {
    return {
      height: 56,
      content: drawnText("There are no figures to draw.", {
        x: 0,
        y: 34,
        colour: quiet,
        italic: true,
      }),
    };
  }
  switch (kind) {
    case "bar":
      return barChart(id, figures);
    case "stacked-bar":
      return stackedBarChart(id, figures);
    case "line":
      return lineChart(figures);
    case "heat-map":
      return heatMap(figures, shades);
    case "tile-map":
      return tileMap(
        figures,
        tilePlaces(chart, table).filter((_, index) => table.rows[index]?.total !== true),
      );
  }
}
