import { fault } from "../errors.ts";
import type { Observation, StatusCode } from "../resources/observation.ts";
import { codesWithoutValue } from "../resources/observation.ts";

export interface Revision {
  readonly value: string | null;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  readonly status?: readonly StatusCode[] | undefined;
  readonly reason: string;
  readonly release?: string | undefined;
}

/**
 * The observation that takes the place of another one; the other stays as it is. Its id counts on:
 * `… .r2`, `… .r3`.
 *
 * @throws MoothallError `safeguarding/already-revised` when the observation is not the latest vintage.
 */
export function revisionOf(
  before: Observation,
  { value, numerator, denominator, status, reason, release }: Revision,
  isRevised: boolean,
): Observation {
  if (isRevised) {
    throw fault(
      "safeguarding/already-revised",
      `'${before.id}' was revised already.`,
      "Revise the latest vintage of the figure.",
    );
  }
  const match = /^(.*)\.r([0-9]+)$/.exec(before.id);
  const kept = before.status.filter((code) => value === null || !codesWithoutValue.has(code));
  const {
    disclosedIn: _disclosed,
    numerator: _numerator,
    denominator: _denominator,
    sources: _sources,
    printed: _printed,
    release: _release,
    ...same
  } = before;
  return {
    ...same,
    id: `${match?.[1] ?? before.id}.r${match === null ? 2 : Number(match[2]) + 1}`,
    value,
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    status: status === undefined ? (kept.length === 0 ? ["A"] : kept) : [...status],
    ...(release !== undefined && { release }),
    revises: `safeguarding/observation/${before.id}`,
    revisionReason: reason,
  };
}
