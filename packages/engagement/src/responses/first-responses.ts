import type { Response } from "../resources/response.ts";

/**
 * Of each respondent the first response that came in: of two with one `sameAs`, the earlier counts.
 * A second one is taken in all the same, since refusing it would tell whoever can guess the digest
 * that somebody has taken part.
 */
export function firstResponses(responses: readonly Response[]): readonly Response[] {
  const first = new Map<string, Response>();
  for (const each of responses) {
    if (each.sameAs === undefined) continue;
    const key = `${each.consultation} ${each.sameAs}`;
    const known = first.get(key);
    if (known === undefined || cameBefore(each, known)) first.set(key, each);
  }
  return responses.filter(
    (each) =>
      each.sameAs === undefined || first.get(`${each.consultation} ${each.sameAs}`) === each,
  );
}

/** By the moment, not by its spelling; in one order where both came at once. */
function cameBefore(one: Response, other: Response): boolean {
  const apart = Date.parse(one.received) - Date.parse(other.received);
  return apart === 0 ? one.id < other.id : apart < 0;
}
