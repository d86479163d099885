import { describe, expect, test } from "vitest";
import { moothall, useFolder, useProgram } from "./moothall.ts";

useProgram();
// Empty: none of these commands needs records.
const folder = useFolder();

const answer = async (...words: string[]) => {
  const { code, stdout, stderr } = await moothall(["safeguarding", ...words, "--json"], {
    cwd: folder.path,
  });
  return { code, output: JSON.parse(code === 0 ? stdout : stderr) };
};
const withFile = (operation: string, input: object) =>
  answer(operation, "--file", folder.write(`${operation}.json`, JSON.stringify(input)));

/** To 1e-9, as published beside each in the tests of the package. */
const close = (value: number) => expect.closeTo(value, 9);

describe("safeguarding on the command line", () => {
  test.each([
    [
      ["--numerator", "1", "--denominator", "100", "--method", "wilson"],
      0.0017674320641406511,
      0.054486196178705294,
    ],
    [
      ["--numerator", "65", "--denominator", "100", "--method", "wilson", "--confidence", "0.95"],
      0.55254443296887967,
      0.73635751756902468,
    ],
    [
      ["--numerator", "65", "--denominator", "100", "--method", "wilson", "--confidence", "0.998"],
      0.49549465740704313,
      0.77835406140896968,
    ],
    [["--count", "65", "--method", "byar"], 50.163187710459454, 82.849138545939837],
    [["--count", "1", "--method", "exact"], 0.025317807984289897, 5.571643390938898],
  ])("interval %j is %d to %d", async (words, lower, upper) => {
    expect(await answer("interval", ...words)).toEqual({
      code: 0,
      output: { lower: close(lower), upper: close(upper) },
    });
  });

  const table = {
    rows: ["r1", "r2", "r3"],
    columns: ["c1", "c2", "c3", "c4"],
    counts: [
      [12, 3, 20, 7],
      [31, 9, 14, 2],
      [5, 6, 8, 30],
    ],
    policy: { small: [1, 4], zero: "publish", secondary: true },
    publishTotals: true,
  };

  test("what protect shows passes audit, twice the same", async () => {
    const { output } = await withFile("protect", table);
    expect(output.cells[0][1]).toBeNull();
    expect(output.cells[1][3]).toBeNull();
    expect(output.total).toBe(147);
    expect((await withFile("protect", table)).output).toEqual(output);
    const audit = await withFile("audit", { ...output, policy: table.policy });
    expect(audit.output).toMatchObject({ safe: true });
  });

  test("a table that cannot be made safe is withheld, and one that was not is found out", async () => {
    const one = { ...table, rows: ["a"], columns: ["x"], counts: [[3]] };
    expect((await withFile("protect", one)).output).toMatchObject({ withheld: true });
    const { output } = await withFile("audit", {
      cells: [
        [null, null],
        [7, 9],
      ],
      rowTotals: [8, 16],
      columnTotals: [11, 13],
      total: 24,
      policy: { small: [1, 4] },
    });
    expect(output).toMatchObject({
      safe: false,
      cells: [
        { lowest: 4, highest: 4, unsafe: true },
        { lowest: 4, highest: 4, unsafe: true },
      ],
    });
  });

  test("figures that are given are compared and charted without records", async () => {
    const breaks = [{ date: "2016-06-22", cause: "the recording system was replaced" }];
    const compared = await withFile("compare", {
      from: "FY2015",
      to: "2016-06-22/2017-03-31",
      fromValue: "1292",
      toValue: "1108",
      breaks,
    });
    expect(compared).toMatchObject({
      code: 65,
      output: { error: { code: "safeguarding/comparison-across-break" } },
    });
    const points = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1].map((value, index) => ({
      period: `${2015 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
      value: String(value),
    }));
    const chart = await withFile("control-chart", { points, screen: true });
    expect(chart.output.segments[0].limits).toMatchObject({
      mean: expect.closeTo(1.94, 2),
      lower: expect.closeTo(-0.72, 2),
      upper: expect.closeTo(4.6, 2),
    });
    expect((await withFile("rolling-year", { points, to: "2015-12" })).output.years).toEqual([
      { to: "2015-12", period: "2015-01-01/2015-12-31", value: "26" },
    ]);
  });

  test("without figures there is nothing to read from", async () => {
    expect(
      await answer("compare", "--indicator", "x", "--from", "2015", "--to", "2016"),
    ).toMatchObject({
      code: 66,
      output: { error: { code: "core/no-input" } },
    });
  });
});
