export interface Run {
  /** Indexes from 0, both included. */
  readonly start: number;
  readonly end: number;
  readonly direction: "up" | "down";
}

/**
 * Stretches of so many points or more in which every one is higher (or every one lower) than the
 * one before. Two equal points end a run, and so does one that is not known.
 *
 * @param length points, 7 in the rule set plot-the-dots.
 */
export function runs(values: readonly (number | null)[], length = 7): Run[] {
  return stretches(
    values.map((value, index) => {
      const before = values[index - 1];
      if (value === null || before === null || before === undefined || value === before)
        return null;
      return value > before ? "up" : "down";
    }),
    length - 1,
    // The point from which the first step was taken belongs to the run.
    1,
  );
}

/** Stretches of so many points or more on one side of the middle; one on it ends the stretch. */
export const sides = (values: readonly (number | null)[], middle: number, length = 7): Run[] =>
  stretches(
    values.map((value) =>
      value === null || value === middle ? null : value > middle ? "up" : "down",
    ),
    length,
    0,
  );

function stretches(
  marks: readonly ("up" | "down" | null)[],
  length: number,
  before: number,
): Run[] {
  const found: Run[] = [];
  for (let start = 0; start < marks.length; ) {
    const direction = marks[start] ?? null;
    let end = start;
    while (end + 1 < marks.length && marks[end + 1] === direction) end += 1;
    if (direction !== null && end - start + 1 >= length)
      found.push({ start: start - before, end, direction });
    start = end + 1;
  }
  return found;
}
