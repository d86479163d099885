import * as z from "zod";

const margin = () => z.record(z.string().min(1), z.number());

/**
 * The sample and the population that it is weighted to. A row of the sample is a respondent or, with
 * `count`, so many respondents alike; it names its category of each margin. `weight` is the design
 * weight, 1 where left out.
 */
export const weightInput = () =>
  z
    .strictObject({
      sample: z
        .array(
          z
            .object({ count: z.number().optional(), weight: z.number().optional() })
            .catchall(z.union([z.string(), z.number()])),
        )
        .describe(
          'Respondents: {"a":"1","b":"2","count":20}; count and weight are 1 where left out',
        ),
      margins: z
        .record(z.string().min(1), margin())
        .optional()
        .describe('Population by margin and category: {"a":{"1":175,"2":550}}; raking'),
      population: z
        .array(z.object({ count: z.number() }).catchall(z.union([z.string(), z.number()])))
        .optional()
        .describe("Population by all categories together, instead of margins; post-stratification"),
      tolerance: z
        .number()
        .positive()
        .max(0.01)
        .default(1e-12)
        .describe("Raking ends when no weight changes by a larger part than this"),
      iterations: z.int().min(1).max(100_000).default(2000).describe("Most rounds of raking"),
    })
    .meta({ description: "A sample, and the population it is weighted to" });

export type WeightInput = z.input<ReturnType<typeof weightInput>>;

export const weightOutput = () =>
  z.strictObject({
    method: z.enum(["raking", "post-stratification"]),
    /** In the order of the sample: its categories, and the weight of each respondent of the row. */
    weights: z.array(z.object({ weight: z.number() }).catchall(z.union([z.string(), z.number()]))),
    /** Respondents. */
    respondents: z.number(),
    /** Kish's effective sample size, (Σw)²/Σw². */
    effectiveSize: z.number(),
    /** n·Σw²/(Σw)²: what uneven weights cost. */
    designEffect: z.number(),
    converged: z.boolean(),
    iterations: z.int(),
    /** The largest difference left between a weighted category and its population, as a part of it. */
    largestDifference: z.number(),
  });

export type Weighted = z.output<ReturnType<typeof weightOutput>>;
