import { type BlockOf, completeDocument, MoothallError } from "@moothall/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, hostileTexts } from "../../test/hostile-document.ts";
import { readXml } from "../../test/parsed-xml.ts";
import { drawnTable } from "../block-words.ts";
import { lineOfText } from "../visible-text.ts";
import { seriesLook } from "./chart-style.ts";
import { renderChart } from "./render-chart.ts";

type Kind = BlockOf<"chart">["kind"];

/** A chart of these rows; a value of null is unknown. */
function chartOf(
  kind: Kind,
  rows: readonly (readonly [string, ...(string | null)[]])[],
  unit?: string,
) {
  const names = (rows[0] ?? ["", "0"]).slice(1).map((_, index) => `s${index}`);
  const document = completeDocument({
    title: "T",
    blocks: [
      {
        type: "table",
        id: "t",
        caption: "C",
        columns: [
          { id: "c", heading: "Category" },
          ...names.map((id) => ({
            id,
            heading: `Series ${id}`,
            type: "number" as const,
            ...(unit !== undefined && { unit }),
          })),
        ],
        rows: rows.map(([name, ...values]) => ({
          total: name === "Total",
          cells: [
            { text: name },
            ...values.map((value) =>
              value === null
                ? { text: "", value, status: "withheld" }
                : { text: `<${value}>`, value },
            ),
          ],
        })),
      },
      {
        type: "chart",
        id: "chart",
        kind,
        table: "t",
        category: "c",
        values: names,
        title: "Title",
        finding: "Finding.",
      },
    ],
  });
  const chart = document.blocks[1] as BlockOf<"chart">;
  return renderChart(chart, drawnTable(document, chart));
}

const bars = (svg: string) =>
  readXml(svg)
    .elements.filter(
      ({ name, attributes }) =>
        name === "rect" && attributes.fill !== "#fff" && attributes.stroke !== undefined,
    )
    .map(({ attributes }) => ({ x: Number(attributes.x), width: Number(attributes.width) }));

/** The lines of the series, without axes, markers and samples of the legend. */
const lines = (svg: string) =>
  readXml(svg)
    .elements.filter(
      ({ name, attributes }) => name === "path" && attributes["stroke-linejoin"] === "round",
    )
    .map(({ attributes }) => attributes.d ?? "");

const markers = (svg: string) =>
  readXml(svg).elements.filter(({ attributes }) => attributes.transform !== undefined);

describe("every chart", () => {
  it("is an image with a name and a description", () => {
    for (const kind of ["bar", "line", "stacked-bar", "heat-map"] as const) {
      const { elements, text } = readXml(
        chartOf(kind, [
          ["A", "1"],
          ["B", null],
        ]),
      );
      expect(elements[0]).toMatchObject({
        name: "svg",
        attributes: {
          role: "img",
          "aria-labelledby": "chart_title chart_description",
          xmlns: "http://www.w3.org/2000/svg",
        },
      });
      expect(elements.slice(1, 3).map(({ name, attributes }) => [name, attributes.id])).toEqual([
        ["title", "chart_title"],
        ["desc", "chart_description"],
      ]);
      expect(text).toContain("Finding. Not drawn: B (not available (withheld)).");
    }
  });

  it("is the same on every run", () => {
    for (const kind of ["bar", "line", "stacked-bar", "heat-map"] as const) {
      const rows: [string, ...(string | null)[]][] = [
        ["A", "0.1", "-3"],
        ["B", null, "7"],
        ["C", "0.2", "1e"],
      ];
      expect(chartOf(kind, rows)).toBe(chartOf(kind, rows));
    }
  });

  it("says so when there is nothing to draw", () => {
    for (const kind of ["bar", "line", "stacked-bar", "heat-map"] as const) {
      for (const rows of [
        [
          ["A", null],
          ["B", null],
        ],
        [],
      ] as [string, string | null][][]) {
        const svg = chartOf(kind, rows);
        expect(readXml(svg).text).toContain("There are no figures to draw.");
        expect(bars(svg)).toEqual([]);
      }
    }
  });

  it("draws one value, a very long name and values of any size within its frame", () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(String),
      fc.constantFrom("0", "-0.001", "0.000001", "123456789012345678901234567890"),
    );
    const row = fc.tuple(fc.constantFrom("A", "x".repeat(300), "long ".repeat(60)), value, value);
    fc.assert(
      fc.property(
        fc.constantFrom<Kind>("bar", "line", "stacked-bar", "heat-map"),
        fc.array(row, { maxLength: 20 }),
        (kind, rows) => {
          const svg = chartOf(kind, rows);
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
          const { elements } = readXml(svg);
          const height = Number(elements[0]?.attributes.height);
          for (const { name, attributes } of elements.filter(
            ({ name }) => name === "text" || name === "rect",
          )) {
            if (attributes.x === undefined) continue;
            expect(Number(attributes.x)).toBeGreaterThanOrEqual(-0.01);
            expect(Number(attributes.x) + Number(attributes.width ?? 0)).toBeLessThanOrEqual(
              640.01,
            );
            expect(Number(attributes.y) + Number(attributes.height ?? 0)).toBeLessThanOrEqual(
              height,
            );
            expect(name === "rect" ? Number(attributes.width) : 0).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("makes no markup of hostile data", () => {
    for (const text of hostileTexts) {
      const document = documentOf(text);
      for (const part of document.blocks) {
        if (part.type !== "chart") continue;
        const { elements, text: words } = readXml(renderChart(part, drawnTable(document, part)));
        for (const { name, attributes } of elements) {
          expect([
            "svg",
            "title",
            "desc",
            "defs",
            "pattern",
            "rect",
            "path",
            "circle",
            "text",
          ]).toContain(name);
          expect(
            Object.keys(attributes).filter((each) => /^(on|href|xlink|style)/.test(each)),
          ).toEqual([]);
        }
        expect(lineOfText(words)).toContain(lineOfText(text));
      }
    }
  });

  it("tells series apart by more than colour", () => {
    const looks = Array.from({ length: 36 }, (_, index) => seriesLook(index));
    expect(new Set(looks.slice(0, 6).map(({ fill }) => fill)).size).toBe(6);
    expect(new Set(looks.slice(0, 6).map(({ dash }) => dash)).size).toBe(6);
    expect(new Set(looks.slice(0, 6).map(({ marker }) => marker)).size).toBe(6);
    expect(new Set(looks.map(({ colour, fill }) => `${colour} ${fill}`)).size).toBe(36);
  });

  it("refuses a column that is not there", () => {
    const document = documentOf("x");
    const chart = document.blocks.find((part) => part.type === "chart") as BlockOf<"chart">;
    expect(() => renderChart({ ...chart, values: ["none"] }, drawnTable(document, chart))).toThrow(
      MoothallError,
    );
  });
});

describe("a bar chart", () => {
  it("draws lengths in proportion, from zero, negative ones before it", () => {
    const [first, second, third] = bars(
      chartOf("bar", [
        ["A", "100"],
        ["B", "50"],
        ["C", "-25"],
      ]),
    );
    expect(first && second && first.width / second.width).toBeCloseTo(2, 2);
    expect(first && third && first.width / third.width).toBeCloseTo(4, 2);
    expect(first?.x).toBe(second?.x);
    expect(third && third.x + third.width).toBeCloseTo(first?.x ?? 0, 1);
  });

  it("draws no bar for null, and a bar of no length for zero", () => {
    const svg = chartOf("bar", [
      ["A", "5"],
      ["B", null],
      ["C", "0"],
    ]);
    expect(bars(svg).map(({ width }) => width > 0)).toEqual([true, false]);
    expect(svg).toContain(">not available (withheld)</text>");
  });

  it("leaves totals out and writes the table's own words at the bars", () => {
    const svg = chartOf("bar", [
      ["A", "5"],
      ["B", "6"],
      ["Total", "11"],
    ]);
    expect(bars(svg)).toHaveLength(2);
    expect(svg).toContain(">&lt;5&gt;</text>");
    expect(svg).not.toContain("11&gt;");
  });

  it("writes units at the axis", () => {
    expect(
      chartOf(
        "bar",
        [
          ["A", "-2000"],
          ["B", "2000"],
        ],
        "£",
      ),
    ).toContain(">−£2,000</text>");
    expect(chartOf("bar", [["A", "40"]], "%")).toContain(">40%</text>");
    expect(chartOf("bar", [["A", "40"]], "cases")).toContain(">Series s0 (cases)</text>");
  });
});

describe("a stacked bar chart", () => {
  it("puts parts end to end, negative ones on the other side of zero", () => {
    // The legend has a sample of each before them.
    const parts = bars(chartOf("stacked-bar", [["A", "10", "-5", "20"]])).slice(3);
    const [ten, minus, twenty] = parts;
    expect(parts).toHaveLength(3);
    expect(ten && twenty && ten.x + ten.width).toBeCloseTo(twenty?.x ?? 0, 1);
    expect(minus && minus.x + minus.width).toBeCloseTo(ten?.x ?? 0, 1);
    expect(twenty && ten && twenty.width / ten.width).toBeCloseTo(2, 2);
  });

  it("names the part that is missing from a bar", () => {
    const svg = chartOf("stacked-bar", [["A", "10", null]]);
    expect(bars(svg).filter(({ width }) => width !== 32)).toHaveLength(1);
    expect(svg).toContain(">Series s1: not available (withheld)</text>");
  });
});

describe("a line chart", () => {
  it("breaks the line where there is no figure, and draws no figure there", () => {
    const svg = chartOf("line", [
      ["A", "1"],
      ["B", "2"],
      ["C", null],
      ["D", "4"],
      ["E", "5"],
    ]);
    const [path = ""] = lines(svg);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.match(/L/g)).toHaveLength(2);
    expect(markers(svg)).toHaveLength(4);
  });

  it("marks a figure that stands alone between gaps", () => {
    const svg = chartOf("line", [
      ["A", null],
      ["B", "2"],
      ["C", null],
    ]);
    expect(markers(svg)).toHaveLength(1);
    expect(lines(svg).join("")).not.toContain("L");
  });

  it("includes zero", () => {
    expect(
      chartOf(
        "line",
        [
          ["A", "90"],
          ["B", "95"],
        ],
        "%",
      ),
    ).toContain(">0%</text>");
    expect(
      chartOf(
        "line",
        [
          ["A", "-90"],
          ["B", "-95"],
        ],
        "%",
      ),
    ).toContain(">0%</text>");
  });
});
