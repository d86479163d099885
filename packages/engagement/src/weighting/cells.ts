import { fault } from "../errors.ts";
import { noRespondents, requireNumber } from "./effective-size.ts";

/**
 * Respondents as columns of codes, for many of them: `codes[margin][respondent]` is the index of the
 * category in `targets[margin]`.
 */
export interface CodedSample {
  readonly size: number;
  readonly codes: readonly ArrayLike<number>[];
  /** How many categories each margin has. */
  readonly categories: readonly number[];
  readonly counts?: ArrayLike<number> | undefined;
  readonly designWeights?: ArrayLike<number> | undefined;
}

/**
 * Respondents alike in every margin, put together: weighting gives all of them the same factor, so
 * the work is in proportion to the cells and not to the respondents.
 */
export interface Cells {
  readonly length: number;
  /** `codes[margin][cell]`. */
  readonly codes: readonly Int32Array[];
  readonly cellOfRow: Int32Array;
  /** Respondents, sum of design weights, and sum of their squares, of each cell. */
  readonly respondents: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/** @throws MoothallError `engagement/negative-count`, `engagement/not-a-number`, `engagement/sample-empty` */
export function cellsOf(sample: CodedSample): Cells {
  const { size, codes, counts, designWeights } = sample;
  const cellOfRow = new Int32Array(size);
  const { keys, firstRows } = numberCells(sample, cellOfRow);
  const respondents = new Float64Array(keys);
  const sums = new Float64Array(keys);
  const squares = new Float64Array(keys);
  let total = 0;
  for (let row = 0; row < size; row += 1) {
    const count = counts === undefined ? 1 : requireNumber(counts[row], row, "count");
    const weight =
      designWeights === undefined ? 1 : requireNumber(designWeights[row], row, "weight");
    const cell = cellOfRow[row] as number;
    respondents[cell] = (respondents[cell] as number) + count;
    sums[cell] = (sums[cell] as number) + count * weight;
    squares[cell] = (squares[cell] as number) + count * weight * weight;
    total += count * weight;
  }
  if (total === 0) throw noRespondents();
  return {
    length: keys,
    codes: codes.map((column) => Int32Array.from(firstRows, (row) => column[row] as number)),
    cellOfRow,
    respondents,
    sums,
    squares,
  };
}

/** The largest table of cells that is looked up by index; more go through a map. */
const largestTable = 1 << 22;

/** Numbers the cells that occur, in the order in which they occur. */
function numberCells(
  { size, codes, categories }: CodedSample,
  cellOfRow: Int32Array,
): { readonly keys: number; readonly firstRows: readonly number[] } {
  const possible = categories.reduce((product, count) => product * Math.max(count, 1), 1);
  const firstRows: number[] = [];
  const table = possible <= largestTable ? new Int32Array(possible).fill(-1) : undefined;
  const map = new Map<number | string, number>();
  for (let row = 0; row < size; row += 1) {
    let key = 0;
    for (let margin = 0; margin < codes.length; margin += 1) {
      const code = (codes[margin] as ArrayLike<number>)[row] as number;
      if (!(code >= 0 && code < (categories[margin] as number))) throw noSuchCode(row, margin);
      key = key * (categories[margin] as number) + code;
    }
    const name = Number.isSafeInteger(key) ? key : codes.map((column) => column[row]).join(",");
    let cell = table === undefined ? map.get(name) : (table[key] as number);
    if (cell === undefined || cell < 0) {
      cell = firstRows.length;
      firstRows.push(row);
      if (table === undefined) map.set(name, cell);
      else table[key] = cell;
    }
    cellOfRow[row] = cell;
  }
  return { keys: firstRows.length, firstRows };
}

const noSuchCode = (row: number, margin: number) =>
  fault(
    "engagement/unknown-category",
    `Row ${row + 1} has a category that margin ${margin + 1} does not have.`,
    "Give codes from 0 to the number of categories less one.",
    { row: row + 1 },
  );
