import * as z from "zod";
import { fault } from "../errors.ts";
import { byar, poissonExact, poissonInterval } from "./poisson.ts";
import { type Interval, wilson } from "./wilson.ts";

/** What to put an interval around: a proportion (numerator, denominator), a count, or a rate. */
export const intervalInput = () =>
  z.strictObject({
    method: z
      .enum(["wilson", "byar", "exact", "usual"])
      .describe(
        "wilson for a proportion; for a count byar (ten and more), exact (Poisson), or usual (exact below ten)",
      ),
    numerator: z.number().optional().describe("People or cases with the outcome"),
    denominator: z.number().optional().describe("People or cases in all"),
    count: z.number().optional().describe("Events counted"),
    population: z.number().positive().optional().describe("Turns a count into a rate"),
    per: z.number().positive().default(1).describe("Rate for so many of the population"),
    ratio: z
      .enum(["cohort", "throughput"])
      .default("cohort")
      .describe("throughput: outcomes of a period over cases of the same period"),
    confidence: z.number().default(0.95).describe("Share, 0.95 or 0.998"),
  });

export type IntervalInput = z.input<ReturnType<typeof intervalInput>>;

/**
 * The interval of a proportion (as shares), a count, or a rate (per `per` of the population).
 * @throws MoothallError as `wilson`, `byar` and `poissonExact`;
 * `safeguarding/percentage-without-base`, `safeguarding/value-missing`,
 * `safeguarding/ratio-has-no-interval` for a throughput ratio.
 */
export function interval(input: IntervalInput): Interval {
  const { method, confidence = 0.95 } = input;
  if (method === "wilson") return ofProportion(input, confidence);
  const count = input.count ?? input.numerator;
  if (count === undefined) throw missing("/count", "A count is needed for this method.");
  const population = input.population ?? input.denominator;
  const { lower, upper } = { byar, exact: poissonExact, usual: poissonInterval }[method](
    count,
    confidence,
  );
  if (population === undefined) return { lower, upper };
  const per = input.per ?? 1;
  return { lower: (lower / population) * per, upper: (upper / population) * per };
}

function ofProportion(input: IntervalInput, confidence: number): Interval {
  if (input.ratio === "throughput") {
    throw fault(
      "safeguarding/ratio-has-no-interval",
      "Outcomes of one period over the cases of the same period are not a share of one group, so there is no interval.",
      "Give the cohort: of the cases opened in the period, those with the outcome.",
      { pointer: "/ratio" },
    );
  }
  const { numerator, denominator } = input;
  if (numerator === undefined) throw missing("/numerator", "A proportion needs its numerator.");
  if (denominator === undefined) {
    throw fault(
      "safeguarding/percentage-without-base",
      "A proportion is given without its base.",
      "Give the denominator: how many there were in all.",
      { pointer: "/denominator" },
    );
  }
  return wilson(numerator, denominator, confidence);
}

const missing = (pointer: string, message: string) =>
  fault("safeguarding/value-missing", message, "Give the figure.", { pointer });
