import { fault } from "../errors.ts";

/** The options of a vote, after Popolo. */
export const voteOptions = ["yes", "no", "abstain", "absent", "not voting", "paired"] as const;
export type VoteOption = (typeof voteOptions)[number];

/** What a motion needs to be carried. */
export const voteRequirements = [
  /** More for than against, of those voting (Local Government Act 1972, Schedule 12, paragraph 39(1)). */
  "simple-majority",
  /** More than half of the whole electorate. */
  "absolute-majority",
  /** Two thirds of those voting for or against. */
  "two-thirds-of-votes",
  /** Two thirds of the whole electorate: a panel's veto (Police Reform and Social Responsibility Act 2011, Schedules 5 and 8). */
  "two-thirds-of-members",
  "unanimous",
] as const;
export type VoteRequirement = (typeof voteRequirements)[number];

export const voteResults = ["carried", "lost", "tied", "inquorate"] as const;
export type VoteResult = (typeof voteResults)[number];

export interface NamedVote {
  readonly member: string;
  readonly option: VoteOption;
}

export interface TallyInput {
  /** The members with the right to vote, as frozen when the vote closed. */
  readonly electorate: readonly string[];
  readonly requirement: VoteRequirement;
  /** A vote of each member. Either this or `counts`. */
  readonly votes?: readonly NamedVote[];
  /** How many chose each option, where votes are not named. */
  readonly counts?: Readonly<Partial<Record<VoteOption, number>>>;
  /** How many members must be there; 1 where left out. */
  readonly quorum?: number;
  /** The second or casting vote of whoever presides, used only where the votes are equal (Schedule 12, paragraph 39(2)). */
  readonly castingVote?: "yes" | "no";
}

export interface Tally {
  readonly counts: Readonly<Record<VoteOption, number>>;
  readonly electorate: number;
  /** All but the absent: who voted, abstained, or was there and did not vote. */
  readonly present: number;
  readonly quorate: boolean;
  /** Votes for that were needed, given how many voted. */
  readonly needed: number;
  readonly result: VoteResult;
  readonly castingVoteUsed: boolean;
}

/**
 * Counts a vote against its frozen electorate and its quorum. Members who are not accounted for are
 * absent.
 * @throws MoothallError `meetings/no-right-to-vote`, `meetings/voted-twice`,
 * `meetings/votes-do-not-add-up` (counts below zero, or more votes than members).
 */
export function tally(input: TallyInput): Tally {
  const counts = input.votes === undefined ? checkedCounts(input) : countVotes(input, input.votes);
  const electorate = input.electorate.length;
  // A paired member has left by agreement with one of the other side.
  const present = electorate - counts.absent - counts.paired;
  const quorate = present >= (input.quorum ?? 1);
  const needed = neededFor(input.requirement, counts, electorate);
  const { result, castingVoteUsed } = resultOf(input, counts, needed, quorate);
  return { counts, electorate, present, quorate, needed, result, castingVoteUsed };
}

function countVotes(
  { electorate }: TallyInput,
  votes: readonly NamedVote[],
): Record<VoteOption, number> {
  const entitled = new Set(electorate);
  if (entitled.size < electorate.length)
    throw fault(
      "meetings/votes-do-not-add-up",
      "A member stands twice in the electorate.",
      "Name every member with the right to vote once.",
    );
  const counts = none();
  const voted = new Set<string>();
  for (const [index, { member, option }] of votes.entries()) {
    const at = { pointer: `/votes/${index}` };
    if (!entitled.has(member))
      throw fault(
        "meetings/no-right-to-vote",
        `'${member}' has no vote in this matter.`,
        "Take the vote out, or correct the electorate as it stood when the vote closed.",
        at,
      );
    if (voted.has(member))
      throw fault(
        "meetings/voted-twice",
        `'${member}' is recorded as voting twice.`,
        "Keep the vote that was given; a casting vote is recorded apart.",
        at,
      );
    voted.add(member);
    counts[option] += 1;
  }
  counts.absent += electorate.length - voted.size;
  return counts;
}

function checkedCounts({ electorate, counts: given = {} }: TallyInput): Record<VoteOption, number> {
  const counts = { ...none(), ...given };
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (Object.values(counts).some((count) => !Number.isSafeInteger(count) || count < 0))
    throw addsUpNot("A count is not a whole number of zero or more.");
  if (total > electorate.length)
    throw addsUpNot(`${total} votes are counted for ${electorate.length} members.`);
  counts.absent += electorate.length - total;
  return counts;
}

const addsUpNot = (message: string) =>
  fault(
    "meetings/votes-do-not-add-up",
    message,
    "Count again: each member with the right to vote counts once.",
    { pointer: "/counts" },
  );

const none = (): Record<VoteOption, number> => ({
  yes: 0,
  no: 0,
  abstain: 0,
  absent: 0,
  "not voting": 0,
  paired: 0,
});

function neededFor(
  requirement: VoteRequirement,
  { yes, no }: Record<VoteOption, number>,
  electorate: number,
): number {
  switch (requirement) {
    case "simple-majority":
      return Math.floor((yes + no) / 2) + 1;
    case "absolute-majority":
      return Math.floor(electorate / 2) + 1;
    case "two-thirds-of-votes":
      return Math.max(1, Math.ceil(((yes + no) * 2) / 3));
    case "two-thirds-of-members":
      return Math.ceil((electorate * 2) / 3);
    case "unanimous":
      return Math.max(1, yes + no);
  }
}

function resultOf(
  { requirement, castingVote }: TallyInput,
  { yes, no }: Record<VoteOption, number>,
  needed: number,
  quorate: boolean,
): { readonly result: VoteResult; readonly castingVoteUsed: boolean } {
  if (!quorate) return { result: "inquorate", castingVoteUsed: false };
  if (requirement === "simple-majority" && yes === no) {
    if (castingVote === undefined) return { result: "tied", castingVoteUsed: false };
    return { result: castingVote === "yes" ? "carried" : "lost", castingVoteUsed: true };
  }
  return { result: yes >= needed ? "carried" : "lost", castingVoteUsed: false };
}
