import type { Coverage } from "./coverage-input.ts";

/**
 * Whether some authorities are visited more than others, for the people they have. Null with fewer
 * than two authorities whose population is known.
 */
export function equityOf(
  authorities: Coverage["authorities"],
  visitsOf: ReadonlyMap<string | null, number>,
): Coverage["equity"] {
  const known = authorities.filter(
    ({ authority, population }) => authority !== null && population > 0,
  );
  if (known.length < 2) return null;
  const byShare = known.toSorted(
    (left, right) => (left.populationShare ?? 0) - (right.populationShare ?? 0),
  );
  const [lowest] = byShare;
  const highest = byShare.at(-1);
  const people = known.reduce((sum, { population }) => sum + population, 0);
  const visits = known.reduce((sum, { authority }) => sum + (visitsOf.get(authority) ?? 0), 0);
  const most = highest?.populationShare ?? 0;
  return {
    lowest: lowest?.authority ?? null,
    highest: highest?.authority ?? null,
    ratio: most === 0 ? null : (lowest?.populationShare ?? 0) / most,
    similarity:
      visits === 0
        ? null
        : known.reduce(
            (sum, { authority, population }) =>
              sum + Math.min(population / people, (visitsOf.get(authority) ?? 0) / visits),
            0,
          ),
  };
}
