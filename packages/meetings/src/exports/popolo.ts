import { parseReference } from "@moothall/core";
import type { AllRecords } from "../agenda/assemble.ts";
import type { SeenVote } from "../agenda/meeting-records.ts";
import { tally, voteOptions } from "../voting/tally.ts";

const known = (fields: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const idOf = (reference: string | undefined): string | undefined =>
  reference === undefined ? undefined : parseReference(reference).id;

/**
 * People, memberships, motions and votes as a Popolo collection (popoloproject.com). A post that is a
 * member stands as a person by its title: Popolo has no vote of a post.
 */
export function popoloOf(all: AllRecords): Readonly<Record<string, readonly object[]>> {
  const bodies = new Set(all.orders.map(({ body }) => body));
  const members = new Set(all.memberships.map(({ member }) => member));
  const motions = all.motions.filter(({ text }) => text !== undefined);
  const votes = all.votes.filter(({ electorate }) => electorate !== undefined);
  return {
    organizations: all.bodies
      .filter(({ id }) => bodies.has(`register/body/${id}`))
      .map(({ id, name, kind, parent }) =>
        known({ id, name, classification: kind, parent_id: idOf(parent) }),
      ),
    persons: [...members].sort().map((member) => ({
      id: idOf(member),
      name: all.names.get(member) ?? idOf(member),
    })),
    memberships: all.memberships.map((each) =>
      known({
        id: each.id,
        person_id: idOf(each.member),
        organization_id: idOf(each.body),
        role: each.role,
        on_behalf_of_id: idOf(each.onBehalfOf),
        start_date: each.validFrom,
        end_date: each.validTo,
      }),
    ),
    events: all.meetings.map(({ id, name, start, end, body }) =>
      known({ id, name, start_date: start, end_date: end, organization_id: idOf(body) }),
    ),
    motions: motions.map((each) =>
      known({
        id: each.id,
        text: each.text,
        classification: each.classification,
        requirement: each.requirement,
        result: each.result,
        creator_id: idOf(each.mover),
        legislative_session_id: idOf(each.meeting),
      }),
    ),
    vote_events: votes.map(voteEventOf),
  };
}

function voteEventOf(vote: SeenVote): object {
  const electorate = vote.electorate ?? [];
  const given = vote.votes === undefined ? { counts: vote.counts ?? {} } : { votes: vote.votes };
  const { counts } = tally({ electorate, requirement: "simple-majority", ...(given as object) });
  return known({
    id: vote.id,
    motion_id: idOf(vote.motion),
    start_date: vote.closed,
    result: vote.result,
    counts: voteOptions
      .filter((option) => counts[option] > 0)
      .map((option) => ({ option, value: counts[option] })),
    votes: vote.votes?.map(({ member, option }) => ({ voter_id: idOf(member), option })),
  });
}
