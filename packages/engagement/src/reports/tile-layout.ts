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

/** Tiles beside each other while there are few, and the most rows and columns that a map may have. */
const mostInRow = 5;
const mostTiles = 24;

/**
 * Where each area stands: as given where all have a place of their own, else in the order of the
 * names. Of more than a map can hold, the last have no place.
 */
export function tileLayout(
  names: readonly string[],
  given: ReadonlyMap<string, TilePlace>,
): TileLayout {
  const known = names.flatMap((name) => given.get(name) ?? []);
  const apart = new Set(known.map(({ row, column }) => `${row}/${column}`));
  if (apart.size === names.length) return { places: given, byName: false };
  const square = Math.min(mostInRow, Math.ceil(Math.sqrt(names.length)));
  const width = Math.min(mostTiles, Math.max(square, Math.ceil(names.length / mostTiles)));
  return {
    byName: true,
    places: new Map(
      names
        .slice(0, width * mostTiles)
        .map((name, index) => [
          name,
          { row: 1 + Math.floor(index / width), column: 1 + (index % width) },
        ]),
    ),
  };
}
