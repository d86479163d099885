import { Network } from "./network.ts";

/**
 * Where the entries of a table with its totals stand among the arcs of its network: cells row by
 * row, then the totals of rows, the totals of columns, and the total of all.
 */
export interface Layout {
  readonly rows: number;
  readonly columns: number;
  readonly entries: number;
  readonly rowTotal: (row: number) => number;
  readonly columnTotal: (column: number) => number;
  readonly total: number;
}

export function layoutOf(rows: number, columns: number): Layout {
  const cells = rows * columns;
  return {
    rows,
    columns,
    entries: cells + rows + columns + 1,
    rowTotal: (row) => cells + row,
    columnTotal: (column) => cells + rows + column,
    total: cells + rows + columns,
  };
}

/** The row and the column of an entry; null stands for the total of all of them. */
export function placeOf(
  layout: Layout,
  entry: number,
): [row: number | null, column: number | null] {
  const { rows, columns } = layout;
  const cells = rows * columns;
  if (entry < cells) return [Math.floor(entry / columns), entry % columns];
  if (entry < cells + rows) return [entry - cells, null];
  if (entry < layout.total) return [null, entry - cells - rows];
  return [null, null];
}

/** The network of a table of rows and columns with its totals. */
export function networkOf({ rows, columns }: Layout): Network {
  const allRows = rows;
  const column = (index: number) => rows + 1 + index;
  const allColumns = column(columns);
  const ends: [number, number][] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let each = 0; each < columns; each += 1) ends.push([row, column(each)]);
  }
  for (let row = 0; row < rows; row += 1) ends.push([allColumns, row]);
  for (let each = 0; each < columns; each += 1) ends.push([column(each), allRows]);
  ends.push([allRows, allColumns]);
  return new Network(rows + columns + 2, ends);
}
