import { parseInput } from "@moothall/core";
import * as z from "zod";
import { requireNumber } from "../weighting/effective-size.ts";

/** How one group voted on a statement. */
export const groupVotes = () =>
  z.strictObject({
    agrees: z.number(),
    disagrees: z.number(),
    /** Votes of all three kinds, passes among them. */
    votes: z.number(),
  });

export type GroupVotes = z.output<ReturnType<typeof groupVotes>>;

export const groupConsensusInput = () =>
  z
    .strictObject({
      statements: z.array(
        z.strictObject({ statement: z.string().min(1), groups: z.array(groupVotes()).min(1) }),
      ),
      mode: z.enum(["corrected", "legacy"]).default("corrected"),
      minimumVotes: z
        .int()
        .min(1)
        .default(5)
        .describe("In the corrected mode, votes that every group must have given on a statement"),
    })
    .meta({ description: "How groups voted on statements" });

export type GroupConsensusInput = z.input<ReturnType<typeof groupConsensusInput>>;

export interface StatementConsensus {
  readonly statement: string;
  /** Π over groups of (agrees + 1)/(votes + 2): near 1 where every group agrees. */
  readonly agreement: number;
  readonly groups: readonly GroupVotes[];
}

export interface GroupConsensus {
  readonly mode: "corrected" | "legacy";
  /** Most agreed on first. */
  readonly ranked: readonly StatementConsensus[];
  /** In the corrected mode: statements on which a group gave too few votes to be ranked by. */
  readonly tooFewVotes: readonly StatementConsensus[];
}

/**
 * What all groups agree on, however many they are: group-aware consensus (Small et al., "Polis",
 * 2021). As it was published (`legacy`), a statement that hardly anybody voted on comes out near the
 * top, since nothing is known against it; `corrected` ranks only what every group voted on enough.
 *
 * @throws MoothallError `engagement/negative-count`, `engagement/not-a-number`, `core/bad-input`
 */
export function groupConsensus(input: GroupConsensusInput): GroupConsensus {
  const { statements, mode, minimumVotes } = parseInput(
    groupConsensusInput(),
    input,
    "groupConsensus",
  );
  const all = statements.map(({ statement, groups }, index) => ({
    statement,
    agreement: groups.reduce((product, { agrees, disagrees, votes }) => {
      requireNumber(agrees, index, "agrees");
      requireNumber(disagrees, index, "disagrees");
      requireNumber(votes - agrees - disagrees, index, "votes");
      return (product * (agrees + 1)) / (votes + 2);
    }, 1),
    groups,
  }));
  const isEnough = ({ groups }: StatementConsensus) =>
    mode === "legacy" || groups.every(({ votes }) => votes >= minimumVotes);
  const best = all.toSorted((left, right) => right.agreement - left.agreement);
  return {
    mode,
    ranked: best.filter(isEnough),
    tooFewVotes: best.filter((each) => !isEnough(each)),
  };
}
