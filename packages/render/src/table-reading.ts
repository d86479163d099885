import { type BlockOf, type Cell, type Column, formatSource, type Source } from "@moothall/core";

type Table = BlockOf<"table">;

/** Where a value is null and the report has no words for it. */
export const notAvailable = "not available";

/** What a reader reads in a cell, without its status. */
export const cellText = (cell: Cell): string =>
  cell.text === "" && cell.value === null ? notAvailable : cell.text;

/** What a reader reads in a cell: `1,234 (provisional)`. */
export const cellWords = (cell: Cell): string =>
  [cellText(cell), cell.status && `(${cell.status})`].filter(Boolean).join(" ");

/** The head of a column with its unit: `Price (£)`. */
export const columnHeading = ({ heading, unit }: Column): string =>
  unit === undefined || heading.includes(`(${unit})`) ? heading : `${heading} (${unit})`;

/** Numbers and money stand to the right. */
export const isNumeric = ({ type }: Column): boolean => type === "number" || type === "money";

/** Which columns head their rows: those that say so, otherwise the first. */
export const rowHeadings = ({ columns }: Table): ReadonlySet<number> => {
  const said = columns.flatMap(({ headsRow }, index) => (headsRow === true ? [index] : []));
  return new Set(said.length === 0 ? [0] : said);
};

export interface TableSources {
  /** Each source once, the table's own first. */
  readonly list: readonly Source[];
  /** The number, from 1, of a cell's source in the list; undefined where a mark would say nothing. */
  readonly numberOf: (cell: Cell) => number | undefined;
}

/** The sources of a table and its cells, numbered. With one source for everything, no cell is marked. */
export function tableSources(table: Table): TableSources {
  const places = new Map<string, number>();
  const list: Source[] = [];
  const add = (source: Source) => {
    const key = sourceKey(source);
    if (places.has(key)) return;
    list.push(source);
    places.set(key, list.length);
  };
  for (const source of table.sources ?? []) add(source);
  for (const row of table.rows) {
    for (const { source } of row.cells) if (source !== undefined) add(source);
  }
  return {
    list,
    numberOf: ({ source }) =>
      source === undefined || list.length < 2 ? undefined : places.get(sourceKey(source)),
  };
}

const sourceKey = (source: Source): string => JSON.stringify([formatSource(source), source.url]);

/**
 * The anchor of each row: the table's id, `_` and the row's own id, or its number where it has none
 * of its own. Characters that an address cannot hold are written as `_hex_`, so two rows never meet,
 * and no row meets a block, whose id has no `_`.
 */
export function rowAnchors(table: Table): readonly string[] {
  const taken = new Set<string>();
  return table.rows.map(({ id }, index) => {
    const own = id === undefined || id === "" ? undefined : `${table.id}_${addressable(id)}`;
    const anchor = own === undefined || taken.has(own) ? `${table.id}__${index + 1}` : own;
    taken.add(anchor);
    return anchor;
  });
}

const addressable = (id: string): string =>
  [...id]
    .map((character) =>
      /[A-Za-z0-9.-]/.test(character)
        ? character
        : `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
    )
    .join("");
