/** Where an area stands in a map of equal tiles, counted from 1 at the north-west. */
export interface TilePlace {
  readonly row: number;
  readonly column: number;
}

export interface TileLayout {
  readonly places: ReadonlyMap<string, TilePlace>;
  /** In the order of names, because it is not given where all of them stand. */
  readonly byName: boolean;
}

/** The most tiles that a map has beside each other. */
const mostInRow = 5;

/** Where each area stands: as given where all have a place of their own, else in the order of the names. */
export function tileLayout(
  names: readonly string[],
  given: ReadonlyMap<string, TilePlace>,
): TileLayout {
  const known = names.flatMap((name) => given.get(name) ?? []);
  const apart = new Set(known.map(({ row, column }) => `${row}/${column}`));
  if (apart.size === names.length) return { places: given, byName: false };
  const width = Math.min(mostInRow, Math.ceil(Math.sqrt(names.length)));
  return {
    byName: true,
    places: new Map(
      names.map((name, index) => [
        name,
        { row: 1 + Math.floor(index / width), column: 1 + (index % width) },
      ]),
    ),
  };
}
