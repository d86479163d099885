/** Pence by partner (row) and instalment (column). */
export type Matrix = bigint[][];

/**
 * A table of whole pence in proportion to both weights whose rows and columns have the sums given.
 *
 * Every cell starts as its exact share cut to whole pence; what each row and column then lacks is
 * filled in a penny at a time, at most one to a cell, so that a cell is less than a penny from
 * exact. A filling of that kind is a flow from rows to columns: greedy first by remainder, then by
 * alternating paths, which find one whenever there is one. Where the two margins allow none (their
 * own roundings can contradict the cells), a second penny to a cell is allowed, and so on.
 * `rowSums` and `columnSums` have one total; nothing is negative.
 */
export function fillMatrix(
  rowWeights: readonly bigint[],
  columnWeights: readonly bigint[],
  rowSums: readonly bigint[],
  columnSums: readonly bigint[],
): Matrix {
  const total = sum(rowSums);
  const whole = sum(rowWeights) * sum(columnWeights);
  const cells = rowWeights.map((row) =>
    columnWeights.map((column) => (total * row * column) / whole),
  );
  const remainders = rowWeights.map((row) =>
    columnWeights.map((column) => (total * row * column) % whole),
  );
  const added = cells.map((row) => row.map(() => 0));
  const rows = cells.map((row, index) => Number((rowSums[index] as bigint) - sum(row)));
  const columns = columnSums.map((wanted, column) =>
    Number(wanted - sum(cells.map((row) => row[column] as bigint))),
  );
  fillByRemainder(remainders, added, rows, columns);
  for (let most = 1; rows.some((lack) => lack > 0); most += 1) {
    for (let row = 0; row < rows.length; row += 1) {
      while ((rows[row] as number) > 0 && addAlongPath(row, most, added, columns)) {
        rows[row] = (rows[row] as number) - 1;
      }
    }
  }
  return cells.map((row, index) =>
    row.map((cell, column) => cell + BigInt(added[index]?.[column] ?? 0)),
  );
}

const sum = (values: readonly bigint[]): bigint => values.reduce((left, right) => left + right, 0n);

/** Gives a penny to cells with a remainder, the largest first, while row and column both lack one. */
function fillByRemainder(
  remainders: readonly (readonly bigint[])[],
  added: number[][],
  rows: number[],
  columns: number[],
): void {
  const candidates = remainders
    .flatMap((row, index) => row.map((remainder, column) => ({ row: index, column, remainder })))
    .filter((each) => each.remainder > 0n)
    .toSorted(
      (left, right) =>
        (left.remainder > right.remainder ? -1 : left.remainder < right.remainder ? 1 : 0) ||
        left.row - right.row ||
        left.column - right.column,
    );
  for (const { row, column } of candidates) {
    if ((rows[row] as number) === 0 || (columns[column] as number) === 0) continue;
    (added[row] as number[])[column] = 1;
    rows[row] = (rows[row] as number) - 1;
    columns[column] = (columns[column] as number) - 1;
  }
}

/** One more penny for a row, along a path that ends in a column that lacks one; false when there is none. */
function addAlongPath(start: number, most: number, added: number[][], columns: number[]): boolean {
  const cameFromRow = new Map<number, number>();
  const cameFromColumn = new Map<number, number>();
  const queue = [start];
  for (const row of queue) {
    for (let column = 0; column < columns.length; column += 1) {
      if (cameFromRow.has(column) || ((added[row] as number[])[column] as number) >= most) continue;
      cameFromRow.set(column, row);
      if ((columns[column] as number) > 0) {
        columns[column] = (columns[column] as number) - 1;
        follow(start, column, cameFromRow, cameFromColumn, added);
        return true;
      }
      for (let other = 0; other < added.length; other += 1) {
        if (other === start || cameFromColumn.has(other)) continue;
        if (((added[other] as number[])[column] as number) === 0) continue;
        cameFromColumn.set(other, column);
        queue.push(other);
      }
    }
  }
  return false;
}

function follow(
  start: number,
  end: number,
  cameFromRow: ReadonlyMap<number, number>,
  cameFromColumn: ReadonlyMap<number, number>,
  added: number[][],
): void {
  for (let column = end; ; ) {
    const row = cameFromRow.get(column) as number;
    (added[row] as number[])[column] = ((added[row] as number[])[column] as number) + 1;
    if (row === start) return;
    column = cameFromColumn.get(row) as number;
    (added[row] as number[])[column] = ((added[row] as number[])[column] as number) - 1;
  }
}
