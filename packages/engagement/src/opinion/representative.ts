import type { GroupVotes } from "./group-consensus.ts";
import { proportionTest, significant, twoProportionTest } from "./proportion-tests.ts";

export interface RepresentativeStatement {
  readonly statement: string;
  readonly stance: "agrees" | "disagrees";
  /** (A+1)/(S+2) within the group. */
  readonly share: number;
  /** That share over the same of everybody else. */
  readonly ratio: number;
  /** How far the share is from one half, and from everybody else's, in standard errors. */
  readonly shareTest: number;
  readonly ratioTest: number;
}

/** How many statements describe a group. */
const most = 5;

/**
 * The statements that set a group apart: held by most of it and held by it more than by the others,
 * both beyond 1.2816 standard errors.
 * @param statements How each group voted on each statement.
 */
export function representativeOf(
  group: number,
  statements: readonly { readonly statement: string; readonly groups: readonly GroupVotes[] }[],
  minimumVotes: number,
): readonly RepresentativeStatement[] {
  return statements
    .flatMap(({ statement, groups }) => {
      const own = groups[group] as GroupVotes;
      if (own.votes < minimumVotes) return [];
      const others = groups.filter((_, index) => index !== group);
      const sides = (["agrees", "disagrees"] as const).map((stance) =>
        sideOf(statement, stance, own, others),
      );
      const [agrees, disagrees] = sides as [RepresentativeStatement, RepresentativeStatement];
      const side = agrees.ratioTest > disagrees.ratioTest ? agrees : disagrees;
      return side.shareTest > significant && side.ratioTest > significant ? [side] : [];
    })
    .toSorted((left, right) => weightOf(right) - weightOf(left))
    .slice(0, most);
}

const weightOf = ({ share, ratio, shareTest, ratioTest }: RepresentativeStatement): number =>
  share * ratio * shareTest * ratioTest;

function sideOf(
  statement: string,
  stance: "agrees" | "disagrees",
  own: GroupVotes,
  others: readonly GroupVotes[],
): RepresentativeStatement {
  const otherCount = others.reduce((sum, each) => sum + each[stance], 0);
  const otherVotes = others.reduce((sum, each) => sum + each.votes, 0);
  const share = (own[stance] + 1) / (own.votes + 2);
  return {
    statement,
    stance,
    share,
    ratio: share / ((otherCount + 1) / (otherVotes + 2)),
    shareTest: proportionTest(own[stance], own.votes),
    ratioTest: twoProportionTest(own[stance], otherCount, own.votes, otherVotes),
  };
}
