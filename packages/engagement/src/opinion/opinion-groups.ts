import { parseInput } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";
import { type Clusters, cluster, type Points, silhouette } from "./clusters.ts";
import { type GroupVotes, groupConsensus, groupVotes } from "./group-consensus.ts";
import { projectParticipants } from "./principal-components.ts";
import { representativeOf } from "./representative.ts";
import { readVotes, type Votes, voteRow } from "./votes.ts";

export const opinionGroupsInput = () =>
  z
    .strictObject({
      votes: z
        .array(voteRow())
        .describe(
          "Votes: 1 agrees, -1 disagrees, 0 passes; of two by one participant the last counts",
        ),
      mode: z
        .enum(["corrected", "legacy"])
        .default("corrected")
        .describe("corrected: a statement with too few votes in a group is not ranked"),
      minimumVotes: z
        .int()
        .min(1)
        .default(5)
        .describe("In the corrected mode, votes that every group must have given on a statement"),
    })
    .meta({ description: "Votes of participants on statements" });

export type OpinionGroupsInput = z.input<ReturnType<typeof opinionGroupsInput>>;

const statementConsensus = () =>
  z.strictObject({ statement: z.string(), agreement: z.number(), groups: z.array(groupVotes()) });

export const opinionGroupsOutput = () =>
  z.strictObject({
    mode: z.enum(["corrected", "legacy"]),
    participants: z.int(),
    statements: z.int(),
    votes: z.int(),
    /** Votes that were given again; the last one counts. */
    changedVotes: z.int(),
    /** Participants who voted on too few statements to be placed in a group. */
    notGrouped: z.int(),
    /** How well the groups are apart, −1 to 1; null with one group. */
    silhouette: z.number().nullable(),
    /** The largest first. */
    groups: z.array(
      z.strictObject({
        group: z.int(),
        size: z.int(),
        members: z.array(z.string()),
        representative: z.array(
          z.strictObject({
            statement: z.string(),
            stance: z.enum(["agrees", "disagrees"]),
            share: z.number(),
            ratio: z.number(),
            shareTest: z.number(),
            ratioTest: z.number(),
          }),
        ),
      }),
    ),
    consensus: z.array(statementConsensus()),
    tooFewVotes: z.array(statementConsensus()),
  });

export type OpinionGroups = z.output<ReturnType<typeof opinionGroupsOutput>>;

/** Votes that a participant must have given, or all statements where there are fewer. */
const votesToBeGrouped = 7;
/** So many of those with most votes are grouped, though they gave fewer. */
const leastGrouped = 15;
const baseClusters = 100;
const mostGroups = 5;

/**
 * Groups participants who vote alike and tells what sets each group apart and what all agree on,
 * after Polis (Small et al., 2021): two principal components, k-means to at most a hundred base
 * clusters, k-means of these to two to five groups by the best silhouette. Deterministic: starting
 * points are spread out instead of drawn by lot, and the order of the votes changes nothing.
 *
 * @throws MoothallError `engagement/bad-vote` (with its row), `engagement/too-few-votes`, `core/bad-input`
 */
export function opinionGroups(input: OpinionGroupsInput): OpinionGroups {
  // Votes come in millions: `readVotes` looks at each itself.
  const { mode, minimumVotes } = parseInput(
    opinionGroupsInput(),
    { ...input, votes: [] },
    "opinionGroups",
  );
  const votes = readVotes(input.votes);
  const grouped = participantsToGroup(votes);
  if (grouped.length < 2 || votes.statements.length < 2) throw tooFew();
  const found = findGroups(votes, grouped);
  const statements = tally(votes, grouped, found.of, found.sizes.length);
  const { ranked, tooFewVotes } = groupConsensus({ statements, mode, minimumVotes });
  const least = mode === "legacy" ? 0 : minimumVotes;
  const copy = (each: (typeof ranked)[number]) => ({ ...each, groups: [...each.groups] });
  return {
    mode,
    participants: votes.participants.length,
    statements: votes.statements.length,
    votes: votes.voteOf.length,
    changedVotes: votes.changed,
    notGrouped: votes.participants.length - grouped.length,
    silhouette: found.silhouette,
    groups: found.sizes.map((size, group) => ({
      group: group + 1,
      size,
      members: [...grouped]
        .filter((_, index) => found.of[index] === group)
        .map((row) => votes.participants[row] as string),
      representative: [...representativeOf(group, statements, least)],
    })),
    consensus: ranked.map(copy),
    tooFewVotes: tooFewVotes.map(copy),
  };
}

function participantsToGroup({ starts, statements, participants }: Votes): Int32Array {
  const given = (row: number) => (starts[row + 1] as number) - (starts[row] as number);
  const all = [...participants.keys()];
  const enough = Math.min(votesToBeGrouped, statements.length);
  const active = all.filter((row) => given(row) >= enough);
  if (active.length >= leastGrouped) return Int32Array.from(active);
  const busiest = all.toSorted((a, b) => given(b) - given(a) || a - b).slice(0, leastGrouped);
  return Int32Array.from(busiest.sort((a, b) => a - b));
}

function findGroups(votes: Votes, rows: Int32Array) {
  const { x, y } = projectParticipants(votes, rows);
  const points: Points = { x, y, weight: new Float64Array(rows.length).fill(1) };
  const base = cluster(points, baseClusters);
  const most = Math.min(mostGroups, 2 + Math.floor(base.x.length / 12), base.x.length);
  let best: { readonly clusters: Clusters; readonly silhouette: number | null } = {
    clusters: cluster(base, 1),
    silhouette: null,
  };
  for (let wanted = 2; wanted <= most; wanted += 1) {
    const clusters = cluster(base, wanted);
    if (clusters.x.length < wanted) continue;
    const score = silhouette(base, clusters);
    if (best.silhouette === null || score > best.silhouette + 1e-12)
      best = { clusters, silhouette: score };
  }
  return {
    of: base.of.map((index) => best.clusters.of[index] as number),
    sizes: [...best.clusters.weight],
    silhouette: best.silhouette,
  };
}

/** How each group voted on each statement. */
function tally(votes: Votes, rows: Int32Array, of: Int32Array, groups: number) {
  const table: GroupVotes[][] = votes.statements.map(() =>
    Array.from({ length: groups }, () => ({ agrees: 0, disagrees: 0, votes: 0 })),
  );
  for (const [index, row] of rows.entries()) {
    const group = of[index] as number;
    for (let at = votes.starts[row] as number; at < (votes.starts[row + 1] as number); at += 1) {
      const counts = table[votes.statementOf[at] as number]?.[group] as GroupVotes;
      counts.votes += 1;
      if (votes.voteOf[at] === 1) counts.agrees += 1;
      if (votes.voteOf[at] === -1) counts.disagrees += 1;
    }
  }
  return votes.statements.map((statement, index) => ({
    statement,
    groups: table[index] as GroupVotes[],
  }));
}

const tooFew = () =>
  fault(
    "engagement/too-few-votes",
    "There are fewer than two participants or two statements with votes.",
    "Groups are of people who vote on the same statements: gather more votes.",
    { pointer: "/votes" },
  );
