import { attempt, type Operation, operation } from "@moothall/core/plugin";
import * as z from "zod";
import { coverage } from "../coverage/coverage.ts";
import { coverageInput, coverageOutput } from "../coverage/coverage-input.ts";
import { estimate, estimateInput, estimateOutput } from "../estimation/estimate.ts";
import { trend, trendInput, trendOutput } from "../estimation/trend.ts";
import { gunning, gunningInput, gunningOutput } from "../gate/gunning.ts";
import { outcomes, worstOf } from "../gate/outcome.ts";
import { section96, section96Input, section96Output } from "../gate/section-96.ts";
import {
  opinionGroups,
  opinionGroupsInput,
  opinionGroupsOutput,
} from "../opinion/opinion-groups.ts";
import {
  representativeness,
  representativenessInput,
  representativenessOutput,
} from "../representativeness/representativeness.ts";
import { weigh } from "../weighting/weigh.ts";
import { weightInput, weightOutput } from "../weighting/weight-input.ts";

/** Operations on what the caller gives: nothing is read or written, and no store is needed. */
export const analysisOperations: Readonly<Record<string, Operation>> = {
  weight: operation({
    summary: "Weight a sample to its population: raking to margins, or post-stratification.",
    description:
      'Give {"sample":[{"a":"1","b":"1","count":20},…],"margins":{"a":{"1":175,…},"b":{…}}}; the weights add up to the population. With "population" instead of margins, rows of all categories with their count, it is post-stratified. Refuses margins that no weights can meet, and says when it did not converge.',
    input: weightInput,
    output: weightOutput,
    mode: "read",
    needs: [],
    example: {
      input: {
        sample: [
          { sex: "female", count: 60 },
          { sex: "male", count: 40 },
        ],
        margins: { sex: { female: 510, male: 490 } },
      },
    },
    handler: (input) => attempt(() => weigh(input)),
  }),
  estimate: operation({
    summary: "Estimate a share or a mean with its base, effective size and method.",
    description: "An opt-in consultation is no random sample and never gets a sampling margin.",
    input: estimateInput,
    output: estimateOutput,
    mode: "read",
    needs: [],
    example: {
      input: {
        design: "random-sample",
        answers: [
          { value: "yes", count: 500 },
          { value: "no", count: 500 },
        ],
      },
    },
    handler: (input) => attempt(() => estimate(input)),
  }),
  trend: operation({
    summary: "Test what changed between waves that asked in the same words, in plain words.",
    input: trendInput,
    output: trendOutput,
    mode: "read",
    needs: [],
    example: {
      input: {
        waves: [
          {
            wave: "2021-22",
            question: "safe",
            version: 1,
            design: "random-sample",
            share: 0.5,
            effectiveSize: 909,
          },
          {
            wave: "2022-23",
            question: "safe",
            version: 1,
            design: "random-sample",
            share: 0.56,
            effectiveSize: 880,
          },
        ],
      },
    },
    handler: (input) => attempt(() => trend(input)),
  }),
  representativeness: operation({
    summary: "Compare who took part with the population: rates, R-score, similarity.",
    input: representativenessInput,
    output: representativenessOutput,
    mode: "read",
    needs: [],
    example: {
      input: {
        groups: [
          { group: "female", participants: 60, population: 510 },
          { group: "male", participants: 40, population: 490 },
        ],
        preferNotToSay: 4,
      },
    },
    handler: (input) => attempt(() => representativeness(input)),
  }),
  coverage: operation({
    summary: "Tell which places were visited: by place, people and authority, and on track or not.",
    description:
      'Give {"places":[{"code","name","authority","population","validFrom","validTo","successors"}],"visits":[{"place","date","held","inPerson","openToPublic"}],"term":{"start","end"},"target","interim":[{"by","places"}],"asAt"}. A visit counts where all three of held, inPerson and openToPublic are true. It follows places through changes of boundaries.',
    input: coverageInput,
    output: coverageOutput,
    mode: "read",
    needs: [],
    example: {
      input: {
        places: [
          { code: "bakewell", name: "Bakewell", authority: "Derbyshire Dales", population: 3900 },
          { code: "belper", name: "Belper", authority: "Amber Valley", population: 23000 },
        ],
        visits: [
          { place: "bakewell", date: "2016-08-01", held: true, inPerson: true, openToPublic: true },
        ],
        term: { start: "2016-05-12", end: "2020-05-11" },
        asAt: "2017-05-22",
      },
    },
    handler: (input) => attempt(() => coverage(input)),
  }),
  "opinion-groups": operation({
    summary: "Group participants who vote alike; what sets groups apart, what all agree on.",
    description:
      'Give {"votes":[{"participant":"p1","statement":"s1","vote":1},…]}: 1 agrees, -1 disagrees, 0 passes. The method of Polis; "mode":"legacy" ranks as it was published, "corrected" leaves statements apart that a group hardly voted on. Deterministic.',
    input: opinionGroupsInput,
    output: opinionGroupsOutput,
    mode: "read",
    needs: [],
    timeLimit: 300_000,
    example: {
      input: {
        minimumVotes: 1,
        votes: [
          { participant: "a", statement: "1", vote: 1 },
          { participant: "a", statement: "2", vote: 1 },
          { participant: "b", statement: "1", vote: -1 },
          { participant: "b", statement: "2", vote: 1 },
        ],
      },
    },
    handler: (input) => attempt(() => opinionGroups(input)),
  }),
  gate: operation({
    summary: "Hold a decision against section 96 and Gunning's principles, with what it rests on.",
    description: "Answers pass, fail or needs-judgement for each; never that something is lawful.",
    input: () =>
      z.strictObject({
        section96: section96Input().optional(),
        gunning: gunningInput().optional(),
      }),
    output: gateOutput,
    mode: "read",
    needs: [],
    example: {
      input: {
        section96: {
          decision: "precept",
          decided: "2017-02-01",
          activities: [
            { title: "Budget survey", groups: ["people", "ratepayers"], closed: "2017-01-15" },
          ],
        },
      },
    },
    handler: (input) => attempt(() => gateOf(input)),
  }),
};

export function gateOutput() {
  return z.strictObject({
    outcome: z.enum(outcomes),
    section96: section96Output().nullable(),
    gunning: gunningOutput().nullable(),
  });
}

export interface GateQuestion {
  readonly section96?: z.input<ReturnType<typeof section96Input>> | undefined;
  readonly gunning?: z.input<ReturnType<typeof gunningInput>> | undefined;
}

export function gateOf(question: GateQuestion): z.input<ReturnType<typeof gateOutput>> {
  const statute = question.section96 === undefined ? null : section96(question.section96);
  const fair = question.gunning === undefined ? null : gunning(question.gunning);
  return {
    outcome: worstOf([statute, fair].filter((each) => each !== null)),
    section96: statute && {
      ...statute,
      groups: statute.groups.map((each) => ({ ...each, restsOn: [...each.restsOn] })),
    },
    gunning: fair && {
      ...fair,
      principles: fair.principles.map((each) => ({ ...each, restsOn: [...each.restsOn] })),
    },
  };
}
