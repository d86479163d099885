import type { DisclosurePolicy } from "@moothall/core/disclosure";
import { preferNotToSay } from "../resources/consultation.ts";
import type { Margin } from "../resources/margin.ts";
import type { Result } from "../resources/result.ts";
import { codeSample, type SampleRow } from "../weighting/code-sample.ts";
import { designEffect, effectiveSize } from "../weighting/effective-size.ts";
import { rakeCoded } from "../weighting/rake.ts";
import type { Answered } from "./answers.ts";

export interface WeighedResponses {
  /** The weight of each answer; 0 of respondents who cannot be weighted. */
  readonly weights: ArrayLike<number>;
  readonly effectiveSize: number;
  readonly designEffect: number;
  /** Whether weights and sizes may be told: they give away how many of each category took part. */
  readonly mayTell: boolean;
  readonly method: string;
  readonly factors?: NonNullable<Result["weights"]>;
  readonly notice?: string;
}

/**
 * Weights those who answered to the margins. Who did not say what a margin asks for is in the counts
 * and not in the weighted figures.
 * @throws MoothallError as `rake`
 */
export function weighResponses(
  answered: readonly Answered[],
  margins: readonly Margin[],
  policy: DisclosurePolicy,
): WeighedResponses {
  const designWeights = answered.map(({ response }) => response.designWeight ?? 1);
  if (margins.length === 0) {
    return {
      weights: designWeights,
      effectiveSize: effectiveSize(designWeights),
      designEffect: designEffect(designWeights),
      mayTell: true,
      method: designWeights.some((each) => each !== 1)
        ? "design weights; share of those who answered"
        : "not weighted; share of those who answered",
    };
  }
  const said = answered.flatMap(({ response }, index) => {
    const own = response.demographics ?? {};
    const isWhole = margins.every(
      ({ demographic }) => own[demographic] !== undefined && own[demographic] !== preferNotToSay,
    );
    return isWhole ? [{ index, own, weight: response.designWeight ?? 1 }] : [];
  });
  const sample = said.map(
    ({ own, weight }): SampleRow => ({
      ...Object.fromEntries(margins.map(({ demographic }) => [demographic, own[demographic]])),
      weight,
    }),
  );
  const targets = Object.fromEntries(
    margins.map(({ demographic, population }) => [demographic, population]),
  );
  const coded = codeSample(sample, targets);
  const raked = rakeCoded(coded, coded.targets);
  const weights = new Float64Array(answered.length);
  for (const [row, { index }] of said.entries()) weights[index] = raked.weights[row] as number;
  const few = (count: number) => count > 0 && count <= policy.small[1];
  const options = [
    ...new Set(said.flatMap(({ index }) => [...(answered[index] as Answered).chosen])),
  ];
  // From a factor follows how many took part of its category, and from a weighted share beside its
  // count how many of them chose the option.
  const tellsFew =
    few(answered.length - said.length) ||
    margins.some(({ demographic, population }) =>
      Object.keys(population).some((category) => {
        const own = said.filter((each) => each.own[demographic] === category);
        return (
          few(own.length) ||
          options.some((option) =>
            few(own.filter(({ index }) => answered[index]?.chosen.has(option)).length),
          )
        );
      }),
    );
  const method = `raked to ${margins.map(({ title }) => title).join(", ")}; share of those who answered and said what the weights need`;
  return {
    weights,
    effectiveSize: raked.effectiveSize,
    designEffect: raked.designEffect,
    mayTell: !tellsFew,
    method: raked.converged ? method : `${method}; the weights did not converge`,
    ...(!tellsFew && {
      factors: margins.flatMap(({ demographic, population }, margin) =>
        Object.entries(population).map(([category, people], index) => ({
          margin: demographic,
          category,
          factor: raked.factors[margin]?.[index] as number,
          population: people,
        })),
      ),
    }),
    ...(tellsFew && {
      notice:
        "The weights are not published: they would tell how few of a group took part or answered so.",
    }),
  };
}
