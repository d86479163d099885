import { fault } from "../errors.ts";
import type { CodedSample } from "./cells.ts";
import { cellsOf } from "./cells.ts";
import { requirePossible } from "./margins.ts";

/** A row of a sample: its category of each margin, how many respondents it is, their design weight. */
export interface SampleRow {
  readonly count?: number | undefined;
  readonly weight?: number | undefined;
  readonly [margin: string]: string | number | undefined;
}

export interface LabelledSample extends CodedSample {
  readonly targets: readonly Float64Array[];
  /** The categories of each row, by margin. */
  readonly labels: readonly Readonly<Record<string, string>>[];
}

/**
 * Turns names into codes, and refuses by name what no weights can meet.
 * @throws MoothallError as `rake`
 */
export function codeSample(
  sample: readonly SampleRow[],
  margins: Readonly<Record<string, Readonly<Record<string, number>>>>,
): LabelledSample {
  const names = Object.keys(margins);
  const categories = names.map((name) => Object.keys(margins[name] ?? {}));
  const targets = names.map((name) => Float64Array.from(Object.values(margins[name] ?? {})));
  const codes = names.map((name, margin) => {
    const codeOf = new Map((categories[margin] as string[]).map((each, code) => [each, code]));
    return Int32Array.from(sample, (row, index) => codeIn(row, index, name, codeOf));
  });
  const coded: CodedSample = {
    size: sample.length,
    codes,
    categories: categories.map(({ length }) => length),
    counts: Float64Array.from(sample, ({ count }) => count ?? 1),
    designWeights: Float64Array.from(sample, ({ weight }) => weight ?? 1),
  };
  requirePossible(cellsOf(coded), targets, { margins: names, categories });
  return {
    ...coded,
    targets,
    labels: sample.map((row) => Object.fromEntries(names.map((name) => [name, String(row[name])]))),
  };
}

function codeIn(
  row: SampleRow,
  index: number,
  margin: string,
  codeOf: ReadonlyMap<string, number>,
): number {
  const value = row[margin];
  if (value === undefined) {
    throw fault(
      "engagement/category-missing",
      `Row ${index + 1} does not say its '${margin}'.`,
      "Leave respondents of whom it is not known out of the weighting, or give 'not known' a margin.",
      { row: index + 1, column: margin },
    );
  }
  const code = codeOf.get(String(value));
  if (code === undefined) {
    throw fault(
      "engagement/unknown-category",
      `Row ${index + 1} has a category of '${margin}' that the margin does not have.`,
      "Give the margin that category, or correct the row.",
      { row: index + 1, column: margin },
    );
  }
  return code;
}
