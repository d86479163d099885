import * as z from "zod";

/** How many must be there: a number, or a fraction of the members, and never fewer than `least`. */
export const quorumRule = () =>
  z
    .strictObject({
      number: z.int().positive().optional(),
      /** Numerator and denominator, such as [1, 4]. */
      fraction: z.tuple([z.int().positive(), z.int().positive()]).optional(),
      least: z.int().positive().default(1),
      /** Standing order, terms of reference, or act. */
      provision: z.string().min(1).optional(),
    })
    .refine(({ number, fraction }) => (number === undefined) !== (fraction === undefined), {
      message: "must say a number or a fraction, and not both",
    })
    .meta({ description: "Quorum: a number, or a fraction of the members" });

export type QuorumRule = z.output<ReturnType<typeof quorumRule>>;

/** How many members make a quorum; a fraction is rounded up, as a part of a member cannot attend. */
export function quorumOf(rule: QuorumRule, members: number): number {
  const { number, fraction, least } = rule;
  if (number !== undefined) return Math.max(number, least);
  const [numerator, denominator] = fraction ?? [1, 4];
  return Math.max(Math.ceil((members * numerator) / denominator), least);
}

/**
 * Whether enough voting members are there. Where no rule is given, a quarter of the whole number, as
 * for a principal council (Local Government Act 1972, Schedule 12, paragraph 6).
 * @param members the whole number of members. @param present how many of them are there.
 */
export const isQuorate = (
  members: number,
  present: number,
  rule: QuorumRule = { fraction: [1, 4], least: 1 },
): boolean => present >= quorumOf(rule, members);
