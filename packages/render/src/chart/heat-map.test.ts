import { type BlockOf, completeDocument } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { readXml } from "../../test/parsed-xml.ts";
import { drawnTable } from "../block-words.ts";
import { renderChart } from "./render-chart.ts";

/** The fills of the cells, row by row, of a heat map of these cells. */
function fills(rows: readonly (readonly [string | null, string?])[][], shades?: string[]) {
  const columns = rows[0]?.map((_, index) => ({ id: `c${index}`, heading: `C${index}` })) ?? [];
  const document = completeDocument({
    title: "T",
    blocks: [
      {
        type: "table",
        id: "t",
        caption: "C",
        columns: [{ id: "row", heading: "Row" }, ...columns],
        rows: rows.map((cells, index) => ({
          cells: [
            { text: `R${index}` },
            ...cells.map(([value, status]) => ({
              text: value ?? "",
              value,
              ...(status !== undefined && { status }),
            })),
          ],
        })),
      },
      {
        type: "chart",
        id: "map",
        kind: "heat-map",
        table: "t",
        category: "row",
        values: columns.map(({ id }) => id),
        ...(shades !== undefined && { shades }),
        title: "Title",
        finding: "Finding.",
      },
    ],
  });
  const chart = document.blocks[1] as BlockOf<"chart">;
  const svg = renderChart(chart, drawnTable(document, chart));
  const found = readXml(svg)
    .elements.filter(({ name, attributes }) => name === "rect" && attributes.stroke !== undefined)
    .map(({ attributes }) => attributes.fill);
  return { fills: found, words: readXml(svg).text };
}

describe("a heat map", () => {
  it("is the darker the greater the value, from the least to the greatest", () => {
    const { fills: found } = fills([
      [["0"], ["5"]],
      [["10"], [null, "withheld"]],
    ]);
    const [least, middle, most, unknown] = found;
    expect(new Set([least, middle, most]).size).toBe(3);
    expect(most).toBe("#8c2320");
    expect(unknown).toBe(least);
  });

  it("is shaded by the status of its cells where it names them, and says them in words", () => {
    const { fills: found, words } = fills(
      [
        [
          ["9", "low"],
          ["0", "high"],
        ],
        [
          ["0", "low"],
          ["1", "other"],
        ],
      ],
      ["low", "medium", "high"],
    );
    expect(found[0]).toBe(found[2]);
    expect(found[1]).toBe("#8c2320");
    expect(new Set(found).size).toBe(3);
    expect(words).toContain("0 (high)");
  });

  it("draws cells of one value alike", () => {
    expect(new Set(fills([[["3"], ["3"]]]).fills).size).toBe(1);
  });
});
