import { parseInput } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";

/** How many standard errors an interval of 95 % spans to either side. */
export const standardErrors = 1.959964;

/** How those who answered came to be asked; only of a random sample can a sampling error be told. */
/** How those who answered were chosen; where a paper does not say, nothing follows for everybody. */
export const designs = ["random-sample", "opt-in", "not-stated"] as const;
export type Design = (typeof designs)[number];

export const marginOfErrorInput = () =>
  z
    .strictObject({
      /** The share that answered so, 0 to 1. */
      share: z.number(),
      /** Respondents. */
      size: z.number(),
      /** Of the weights; 1 where respondents are not weighted. */
      designEffect: z.number().default(1),
      /** People in the population, for the correction of a sample that is a good part of it. */
      population: z.number().optional(),
      design: z.enum(designs).default("random-sample"),
    })
    .meta({ description: "A share of a random sample" });

export interface SamplingMargin {
  /** Half the width of the interval, in percentage points; the wider side where it is lopsided. */
  readonly points: number;
  /** The interval of 95 %, as shares from 0 to 1. */
  readonly low: number;
  readonly high: number;
  readonly method: "normal" | "wilson";
}

/**
 * The sampling margin of a share at 95 %: 1.959964·√(p(1−p)·deff/n·(N−n)/(N−1)). At 0 and 1, where
 * that would be nothing, Wilson's interval (1927).
 *
 * @throws MoothallError `engagement/bad-share`, `engagement/bad-size`; `engagement/no-sampling-margin`
 * for an opt-in consultation, which is no sample of anybody.
 */
export function marginOfError(
  input: z.input<ReturnType<typeof marginOfErrorInput>>,
): SamplingMargin {
  const { share, size, designEffect, population, design } = parseInput(
    marginOfErrorInput(),
    input,
    "marginOfError",
  );
  if (design !== "random-sample") throw noSample(design);
  if (!(share >= 0 && share <= 1)) throw badShare();
  if (!(size > 0 && Number.isFinite(size))) throw badSize("size", "The number of respondents");
  if (!(designEffect > 0)) throw badSize("designEffect", "The design effect");
  if (population !== undefined && !(population >= size))
    throw badSize("population", "The population");
  const correction =
    population === undefined || population === 1 ? 1 : (population - size) / (population - 1);
  if (share === 0 || share === 1) return wilson(share, size / designEffect, correction);
  const half =
    standardErrors * Math.sqrt(((share * (1 - share) * designEffect) / size) * correction);
  return {
    points: 100 * half,
    low: Math.max(0, share - half),
    high: Math.min(1, share + half),
    method: "normal",
  };
}

function wilson(share: number, size: number, correction: number): SamplingMargin {
  if (correction === 0) return { points: 0, low: share, high: share, method: "wilson" };
  const [low, high] = wilsonInterval(share, size / correction);
  return { points: 100 * Math.max(share - low, high - share), low, high, method: "wilson" };
}

/** Wilson's interval of 95 % for a share of `size`, as shares from 0 to 1. */
export function wilsonInterval(share: number, size: number): [low: number, high: number] {
  const z2 = standardErrors * standardErrors;
  const middle = share + z2 / (2 * size);
  const half = standardErrors * Math.sqrt((share * (1 - share)) / size + z2 / (4 * size * size));
  const low = (middle - half) / (1 + z2 / size);
  const high = (middle + half) / (1 + z2 / size);
  return [share === 0 ? 0 : Math.max(0, low), share === 1 ? 1 : Math.min(1, high)];
}

const noSample = (design: Exclude<Design, "random-sample">) =>
  fault(
    "engagement/no-sampling-margin",
    design === "opt-in"
      ? "Those who answered chose to; they are no random sample, so there is no sampling margin."
      : "It is not stated how those who answered were chosen, so there is no sampling margin.",
    "Publish the answers as those of who took part, with how these compare with the population.",
    { pointer: "/design" },
  );

const badShare = () =>
  fault("engagement/bad-share", "A share lies between 0 and 1.", "Write 50 % as 0.5.", {
    pointer: "/share",
  });

const badSize = (field: string, what: string) =>
  fault(
    "engagement/bad-size",
    `${what} is not usable.`,
    "Respondents and design effect are above zero, and a population is no smaller than its sample.",
    { pointer: `/${field}` },
  );
