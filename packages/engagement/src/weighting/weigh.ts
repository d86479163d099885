import { fault } from "../errors.ts";
import { postStratify } from "./post-stratify.ts";
import { rake } from "./rake.ts";
import type { Weighted, WeightInput } from "./weight-input.ts";

/**
 * Weights a sample by raking to `margins`, or by post-stratification to `population`.
 * @throws MoothallError as `rake`; `engagement/margin-missing` unless exactly one of the two is given
 */
export function weigh(input: WeightInput): Weighted {
  if ((input.margins === undefined) === (input.population === undefined)) {
    throw fault(
      "engagement/margin-missing",
      "Either margins or a population by all categories together has to be given, and not both.",
      "Give margins to rake, or population to post-stratify.",
      { pointer: "/margins" },
    );
  }
  return input.margins === undefined ? postStratify(input) : rake(input);
}
