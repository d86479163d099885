/** What a column of a text table would like to have, and the least that it can be read at. */
export interface ColumnWish {
  readonly natural: number;
  readonly least: number;
}

/**
 * The widths of columns that together fit into `room`; undefined when even their least do not.
 * The widest column gives way first, so that short ones stay on one line.
 */
export function columnWidths(
  wishes: readonly ColumnWish[],
  room: number,
): readonly number[] | undefined {
  const least = wishes.reduce((total, wish) => total + wish.least, 0);
  if (least > room) return undefined;
  // The highest limit at which all fit: found by halving, since the total only grows with it.
  const at = (limit: number) =>
    wishes.map((wish) => Math.max(wish.least, Math.min(wish.natural, limit)));
  const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);
  let low = 0;
  let high = Math.max(0, ...wishes.map((wish) => wish.natural));
  if (total(at(high)) <= room) return at(high);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (total(at(middle)) <= room) low = middle;
    else high = middle;
  }
  return at(low);
}
