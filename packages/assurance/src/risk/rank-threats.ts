import { exact, nonNegativeDecimal } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";

export const rankInput = () =>
  z.strictObject({
    items: z.array(z.strictObject({ id: z.string().min(1), score: nonNegativeDecimal() })).min(1),
    /** The places before: of an earlier version, or of the threat before its risk was weighed. */
    before: z.array(z.strictObject({ id: z.string().min(1), rank: z.int().positive() })).optional(),
  });

/** Scores are decimals as text, so that equal scores are equal. */
export type RankInput = z.input<ReturnType<typeof rankInput>>;

export interface RankedThreat {
  readonly id: string;
  readonly score: string;
  /** 1 for the highest score; those of one score share a place and the next ones are left out. */
  readonly rank: number;
  /** Whether another has the same score. */
  readonly tied: boolean;
  readonly before: number | null;
  /** Places that it has risen; negative when it has fallen, null when it was not there before. */
  readonly risen: number | null;
}

/**
 * Ranks threats by score, the highest first; of one score in the order of their ids.
 * @throws MoothallError `assurance/duplicate-item`.
 */
export function rankThreats({ items, before = [] }: RankInput): readonly RankedThreat[] {
  refuseTwice(items, "/items");
  refuseTwice(before, "/before");
  const scored = items
    .map(({ id, score }) => ({ id, score, exact: exact(score) }))
    .sort((left, right) => right.exact.compare(left.exact) || (left.id < right.id ? -1 : 1));
  return scored.map(({ id, score, exact: value }) => {
    const rank = 1 + scored.findIndex((other) => other.exact.equals(value));
    const was = before.find((each) => each.id === id)?.rank ?? null;
    return {
      id,
      score,
      rank,
      tied: scored.filter((other) => other.exact.equals(value)).length > 1,
      before: was,
      risen: was === null ? null : was - rank,
    };
  });
}

function refuseTwice(items: readonly { readonly id: string }[], pointer: string): void {
  const twice = items.findIndex(({ id }, index) =>
    items.slice(0, index).some((each) => each.id === id),
  );
  if (twice < 0) return;
  throw fault(
    "assurance/duplicate-item",
    `'${items[twice]?.id}' stands twice.`,
    "Give each item an id of its own.",
    { pointer: `${pointer}/${twice}` },
  );
}
