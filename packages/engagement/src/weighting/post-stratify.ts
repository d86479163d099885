import { parseInput } from "@moothall/core";
import { fault } from "../errors.ts";
import { cellsOf } from "./cells.ts";
import { codeSample, type SampleRow } from "./code-sample.ts";
import { resultOf } from "./rake.ts";
import { type Weighted, type WeightInput, weightInput } from "./weight-input.ts";

/**
 * Weights a sample to the population of every combination of categories at once: where it is known,
 * nothing has to be iterated. The weights add up to the population.
 * @throws MoothallError as `rake`
 */
export function postStratify(input: WeightInput): Weighted {
  const { sample, population = [] } = parseInput(weightInput(), input, "postStratify");
  const dimensions = [
    ...new Set(population.flatMap((row) => Object.keys(row).filter((key) => key !== "count"))),
  ];
  const nameOf = (row: SampleRow, index: number, table: string): string =>
    JSON.stringify(dimensions.map((dimension) => required(row, dimension, index, table)));
  const stratum = "stratum";
  const targets: Record<string, number> = {};
  for (const [index, row] of population.entries()) {
    const name = nameOf(row, index, "population");
    targets[name] = (targets[name] ?? 0) + row.count;
  }
  const rows = sample.map((row, index) => ({
    count: row.count,
    weight: row.weight,
    [stratum]: nameOf(row, index, "sample"),
  }));
  const coded = codeSample(rows, dimensions.length === 0 ? {} : { [stratum]: targets });
  const cells = cellsOf(coded);
  const [target = new Float64Array()] = coded.targets;
  const [code = new Int32Array()] = cells.codes;
  const factors = Float64Array.from(cells.sums, (sum, cell) =>
    sum === 0 ? 0 : (target[code[cell] as number] as number) / sum,
  );
  const { weights, ...rest } = resultOf(cells, factors, coded);
  return {
    method: "post-stratification",
    weights: sample.map((row, index) => ({
      ...Object.fromEntries(dimensions.map((dimension) => [dimension, String(row[dimension])])),
      weight: weights[index] as number,
    })),
    ...rest,
    converged: true,
    iterations: 1,
    largestDifference: 0,
  };
}

function required(row: SampleRow, dimension: string, index: number, table: string): string {
  const value = row[dimension];
  if (value !== undefined) return String(value);
  throw fault(
    "engagement/category-missing",
    `Row ${index + 1} of the ${table} does not say its '${dimension}'.`,
    "Give every row every category.",
    { row: index + 1, column: dimension },
  );
}
