import { parseInput } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";

const group = () =>
  z.strictObject({
    group: z.string().min(1),
    participants: z.number(),
    population: z.number(),
  });

export const representativenessInput = () =>
  z
    .strictObject({
      groups: z
        .array(group())
        .describe("Of one dimension: who took part, and how many people there are of each group"),
      preferNotToSay: z.number().default(0).describe("Participants who chose not to say"),
      notKnown: z.number().default(0).describe("Participants who were not asked or gave no answer"),
    })
    .meta({ description: "Participants and population by group" });

export type RepresentativenessInput = z.input<ReturnType<typeof representativenessInput>>;

export const representativenessOutput = () =>
  z.strictObject({
    /** Lowest over highest participation rate: 1 is alike, 0 a group that nobody came from. */
    rScore: z.number(),
    /** Σ min(P, Q): the part of participants and population that is distributed alike, 0 to 1. */
    proportionalSimilarity: z.number(),
    /** The part of participants who said to which group they belong. */
    disclosureRate: z.number(),
    participants: z.number(),
    preferNotToSay: z.number(),
    notKnown: z.number(),
    groups: z.array(
      z.strictObject({
        group: z.string(),
        participants: z.number(),
        population: z.number(),
        /** Participants per person of the group. */
        rate: z.number(),
        /** Of those who said; of the population. */
        share: z.number(),
        populationShare: z.number(),
      }),
    ),
  });

export type Representativeness = z.output<ReturnType<typeof representativenessOutput>>;

/**
 * How participants compare with the population, group by group. Those who prefer not to say, or of
 * whom it is not known, are in no group and are told apart.
 *
 * @throws MoothallError `engagement/group-without-population`, `engagement/negative-count`,
 * `engagement/not-a-number`, `engagement/sample-empty`
 */
export function representativeness(input: RepresentativenessInput): Representativeness {
  const { groups, preferNotToSay, notKnown } = parseInput(
    representativenessInput(),
    input,
    "representativeness",
  );
  for (const [index, each] of groups.entries()) requireGroup(each, index);
  requireCount(preferNotToSay, { pointer: "/preferNotToSay" });
  requireCount(notKnown, { pointer: "/notKnown" });
  const said = groups.reduce((sum, { participants }) => sum + participants, 0);
  const people = groups.reduce((sum, { population }) => sum + population, 0);
  if (said === 0) {
    throw fault(
      "engagement/sample-empty",
      "Of no participant it is known to which group they belong.",
      "There is nothing to compare with the population.",
      { pointer: "/groups" },
    );
  }
  const rows = groups.map((each) => ({
    ...each,
    rate: each.participants / each.population,
    share: each.participants / said,
    populationShare: each.population / people,
  }));
  return {
    rScore: rScore(groups),
    proportionalSimilarity: rows.reduce(
      (sum, { share, populationShare }) => sum + Math.min(share, populationShare),
      0,
    ),
    disclosureRate: said / (said + preferNotToSay + notKnown),
    participants: said + preferNotToSay + notKnown,
    preferNotToSay,
    notKnown,
    groups: rows,
  };
}

export interface Group {
  readonly participants: number;
  readonly population: number;
}

/**
 * The R-score: the lowest participation rate of any group over the highest.
 * @throws MoothallError `engagement/group-without-population`, `engagement/negative-count`,
 * `engagement/not-a-number`, `engagement/sample-empty`
 */
export function rScore(groups: readonly Group[]): number {
  for (const [index, each] of groups.entries()) requireGroup(each, index);
  const rates = groups.map(({ participants, population }) => participants / population);
  const highest = Math.max(0, ...rates);
  if (highest === 0) {
    throw fault(
      "engagement/sample-empty",
      "Nobody of any group took part.",
      "There is no rate to compare with.",
      { pointer: "/groups" },
    );
  }
  return Math.min(...rates) / highest;
}

function requireGroup({ participants, population }: Group, index: number): void {
  requireCount(participants, { row: index + 1, column: "participants" });
  requireCount(population, { row: index + 1, column: "population" });
  if (population > 0) return;
  throw fault(
    "engagement/group-without-population",
    `Group ${index + 1} has no population, so it has no participation rate.`,
    "Give its population, or put it together with another group.",
    { row: index + 1, column: "population" },
  );
}

function requireCount(
  value: number,
  at: { row?: number; column?: string; pointer?: string },
): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw fault(
    value < 0 ? "engagement/negative-count" : "engagement/not-a-number",
    value < 0 ? "A count is negative." : "A count is not a number.",
    "Give a number of zero or more.",
    at,
  );
}
