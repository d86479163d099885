import { type BlockOf, completeDocument } from "@moothall/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileTexts } from "../../test/hostile-document.ts";
import { readXml } from "../../test/parsed-xml.ts";
import { drawnTable } from "../block-words.ts";
import { renderChart } from "./render-chart.ts";

type Area = readonly [name: string, share: string | null, row: string, column: string];

function mapOf(areas: readonly Area[]) {
  const document = completeDocument({
    title: "T",
    blocks: [
      {
        type: "table",
        id: "areas",
        caption: "Areas",
        columns: [
          { id: "area", heading: "Area" },
          {
            id: "share",
            heading: "Visited",
            type: "number",
            unit: "% of places",
          },
          { id: "row", heading: "Map row", type: "number" },
          { id: "column", heading: "Map column", type: "number" },
        ],
        rows: [
          ...areas.map(([name, share, row, column]) => ({
            cells: [
              { text: name },
              share === null ? { text: "", value: null } : { text: `${share} %`, value: share },
              { text: row },
              { text: column },
            ],
          })),
          {
            total: true,
            cells: [{ text: "All" }, { text: "9" }, { text: "" }, { text: "" }],
          },
        ],
      },
      {
        type: "chart",
        id: "map",
        kind: "tile-map",
        table: "areas",
        category: "area",
        values: ["share"],
        tiles: { row: "row", column: "column" },
        title: "Places visited",
        finding: "North leads.",
      },
    ],
  });
  const chart = document.blocks[1] as BlockOf<"chart">;
  return renderChart(chart, drawnTable(document, chart));
}

const county: readonly Area[] = [
  ["North", "40", "1", "2"],
  ["West", "10", "2", "1"],
  ["South", null, "2", "2"],
  ["Nobody knows where", "5", "", ""],
];

/** The squares of the map, by their size; samples of the legend and bars are not square. */
const squares = (svg: string) =>
  readXml(svg).elements.filter(
    ({ name, attributes }) => name === "rect" && attributes.width === attributes.height,
  );

const bars = (svg: string) =>
  readXml(svg)
    .elements.filter(
      ({ name, attributes }) =>
        name === "rect" && attributes.height === "12" && attributes.stroke === undefined,
    )
    .map(({ attributes }) => Number(attributes.width));

describe("a tile map", () => {
  it("is drawn as it was looked at", () => {
    expect(mapOf(county)).toMatchSnapshot();
  });

  it("puts squares where the table says, and names what has no place", () => {
    const svg = mapOf(county);
    const [north, west, south, ...more] = squares(svg).map(({ attributes }) => attributes);
    expect(more).toEqual([]);
    expect(north?.x).toBe(south?.x);
    expect(Number(north?.x)).toBeGreaterThan(Number(west?.x));
    expect(west?.y).toBe(south?.y);
    expect(Number(west?.y)).toBeGreaterThan(Number(north?.y));
    expect(svg).toContain("Not on the map: Nobody knows where: 5 %");
    expect(svg).not.toContain(">All<");
  });

  it("tells a figure by words, bar and tint, and one that is not there by its edge", () => {
    const svg = mapOf(county);
    const [north, west, south] = squares(svg).map(({ attributes }) => attributes);
    expect(svg).toContain(">40 %</text>");
    const [forty = 0, ten = 0, ...none] = bars(svg);
    expect(forty / ten).toBeCloseTo(4, 1);
    expect(none).toEqual([]);
    expect(new Set([north?.fill, west?.fill, south?.fill]).size).toBe(3);
    expect(south?.["stroke-dasharray"]).toBe("4 3");
    expect(readXml(svg).text).toContain("North leads. Not drawn: South (not available).");
  });

  it("keeps all within its frame, whatever the names, figures and places", () => {
    const place = fc.integer({ min: 1, max: 24 }).map(String);
    const area = fc.tuple(
      fc.constantFrom("A", "x".repeat(200), "long ".repeat(40), ...hostileTexts),
      fc.oneof(
        fc.constant(null),
        fc.integer({ min: -1_000_000, max: 1_000_000 }).map(String),
        fc.constantFrom("0", "0.000001"),
      ),
      place,
      place,
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(area, {
          maxLength: 12,
          selector: ([, , row, column]) => `${row}/${column}`,
        }),
        (areas) => {
          const svg = mapOf(areas);
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
          const { elements } = readXml(svg);
          const height = Number(elements[0]?.attributes.height);
          for (const { name, attributes } of elements) {
            expect(["svg", "title", "desc", "rect", "text"]).toContain(name);
            if (attributes.x === undefined) continue;
            expect(Number(attributes.x)).toBeGreaterThanOrEqual(-0.01);
            expect(Number(attributes.x) + Number(attributes.width ?? 0)).toBeLessThanOrEqual(640);
            expect(Number(attributes.y) + Number(attributes.height ?? 0)).toBeLessThanOrEqual(
              height,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
