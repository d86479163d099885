import { type Finding, isMoothallError, referenceTo } from "@moothall/core";
import type { MeetingRecords, SeenVote } from "../agenda/meeting-records.ts";
import { dayOf } from "../resources/meeting-start.ts";
import { isMemberOn, type Membership } from "../resources/membership.ts";
import { quorumOf } from "../voting/quorum.ts";
import { tally, voteOptions } from "../voting/tally.ts";
import { found } from "./finding.ts";

export const voteRules = {
  "meetings/inquorate": "Fewer members were present than the quorum.",
  "meetings/votes-do-not-add-up": "A vote contradicts itself, its electorate or its quorum.",
  "meetings/result-not-of-votes": "The result that is recorded is not what the votes come to.",
  "meetings/vote-by-the-absent": "A member voted who is recorded as absent.",
} as const;

/** Holds attendance against the quorum, and votes against their electorate, quorum and attendance. */
export const checkVotes = (
  meetings: readonly MeetingRecords[],
  memberships: readonly Membership[],
): Finding[] =>
  meetings.flatMap((records) => [
    ...checkQuorum(records, memberships),
    ...records.votes.flatMap((vote) => checkVote(vote, records)),
  ]);

function checkQuorum(records: MeetingRecords, memberships: readonly Membership[]): Finding[] {
  const { meeting, orders, attendance } = records;
  if (meeting.status !== "held" || orders?.quorum === undefined || attendance.length === 0)
    return [];
  const day = dayOf(meeting);
  const members = memberships.filter(
    (each) =>
      each.body === meeting.body &&
      each.votingRight &&
      each.role !== "substitute" &&
      isMemberOn(each, day),
  );
  if (members.length === 0) return [];
  const entitled = new Set(members.map(({ member }) => member));
  const present = attendance.filter(
    ({ capacity, member, substituteFor }) =>
      capacity === "present" &&
      [member, substituteFor].some((each) => each !== undefined && entitled.has(each)),
  ).length;
  const needed = quorumOf(orders.quorum, members.length);
  if (present >= needed) return [];
  return [
    found({
      rule: "meetings/inquorate",
      about: referenceTo("meetings/meeting", meeting.id),
      severity: "error",
      message: `${present} of ${members.length} voting members were present at ${meeting.name}; ${needed} make a quorum.`,
      evidence: { present, members: members.length, quorum: needed },
      fix: "Correct the attendance, or have what was resolved confirmed by a quorate meeting.",
    }),
  ];
}

function checkVote(vote: SeenVote, records: MeetingRecords): Finding[] {
  const about = referenceTo("meetings/vote", vote.id);
  const { electorate, counts, votes, result } = vote;
  if (electorate === undefined || result === undefined) return [];
  const motion = records.motions.find(
    ({ id }) => referenceTo("meetings/motion", id) === vote.motion,
  );
  const common = {
    electorate,
    requirement: motion?.requirement ?? "simple-majority",
    ...(vote.quorum !== undefined && { quorum: vote.quorum }),
    ...(vote.castingVote !== undefined && { castingVote: vote.castingVote }),
  } as const;
  try {
    const byVotes = votes === undefined ? undefined : tally({ ...common, votes });
    const byCounts =
      counts === undefined ? undefined : tally({ ...common, counts: counts as never });
    const tallied = byVotes ?? byCounts;
    const findings: Finding[] = [];
    const differing = voteOptions.find(
      (option) =>
        byVotes !== undefined &&
        byCounts !== undefined &&
        byVotes.counts[option] !== byCounts.counts[option],
    );
    if (differing !== undefined)
      findings.push(
        found({
          rule: "meetings/votes-do-not-add-up",
          about,
          severity: "error",
          message: `The named votes have ${byVotes?.counts[differing]} '${differing}'; the counts say ${byCounts?.counts[differing]}.`,
          fix: "Correct whichever is wrong.",
        }),
      );
    if (tallied !== undefined && tallied.result !== result)
      findings.push(
        found({
          rule: "meetings/result-not-of-votes",
          about,
          severity: "error",
          message: `It is recorded as ${result}; ${tallied.counts.yes} for and ${tallied.counts.no} against, with ${tallied.needed} needed, come to ${tallied.result}.`,
          evidence: { recorded: result, counted: tallied.result },
          fix: "Correct the votes or the result.",
        }),
      );
    return [...findings, ...votesByAbsent(vote, records)];
  } catch (error) {
    if (!isMoothallError(error)) throw error;
    return [
      found({
        rule: "meetings/votes-do-not-add-up",
        about,
        severity: "error",
        message: error.message,
        ...(error.at?.pointer !== undefined && { at: { pointer: error.at.pointer } }),
        ...(error.hint !== undefined && { fix: error.hint }),
      }),
    ];
  }
}

function votesByAbsent(vote: SeenVote, { attendance }: MeetingRecords): Finding[] {
  const absent = new Set(
    attendance
      .filter(({ capacity }) => capacity === "apologies" || capacity === "absent")
      .flatMap(({ member }) => member ?? []),
  );
  return (vote.votes ?? [])
    .filter(({ member, option }) => absent.has(member) && ["yes", "no", "abstain"].includes(option))
    .map(({ member }) =>
      found({
        rule: "meetings/vote-by-the-absent",
        about: referenceTo("meetings/vote", vote.id),
        severity: "error",
        message: `${member} voted and is recorded as absent.`,
        fix: "Correct the attendance or the vote.",
      }),
    );
}
