import { currency, decimal, nonNegativeDecimal, parseInput } from "@moothall/core";
import * as z from "zod";
import { fromPence, toPence } from "../amount.ts";
import { fault } from "../errors.ts";
import { largestRemainder, wholeWeights } from "./largest-remainder.ts";
import { fillMatrix } from "./matrix.ts";

/** A part of a proportion: a decimal as text, or a whole number. */
const weight = () => z.union([nonNegativeDecimal(), z.int().nonnegative()]);

export const splitInput = () =>
  z
    .strictObject({
      /** What is divided, to the smallest coin; negative for a repayment. */
      total: decimal(),
      currency: currency().default("GBP"),
      partners: z
        .array(z.strictObject({ id: z.string().min(1).max(200), weight: weight().default("1") }))
        .min(1)
        .max(1000),
      /** Weights of the instalments, in their order; with them the answer holds a table. */
      instalments: z.array(weight()).min(1).max(200).optional(),
    })
    .meta({ description: "An amount to divide, and between whom" });

export type SplitInput = z.input<ReturnType<typeof splitInput>>;

export const splitResult = () =>
  z
    .strictObject({
      /** In the order of the ids. They add up to the total. */
      shares: z.array(z.strictObject({ id: z.string(), amount: z.string() })),
      /** The sum of each instalment. They add up to the total. */
      instalments: z.array(z.string()).optional(),
      /** A row for each share, a column for each instalment; every row and column meets its sum. */
      matrix: z.array(z.array(z.string())).optional(),
    })
    .meta({ description: "An amount divided to the penny" });

export type SplitResult = z.output<ReturnType<typeof splitResult>>;

const mostCells = 20_000;

/**
 * Divides an amount between partners in proportion to their weights, to the penny, by the largest
 * remainder; equal remainders go by id. The shares add up to the total, each is less than a penny
 * from exact, the order in which partners are given does not matter, and split(−x) = −split(x).
 *
 * With `instalments` a table of partners × instalments as well, which meets both margins.
 *
 * @throws MoothallError `funding/no-weight`, `funding/partner-twice`, `funding/not-whole-pence`,
 * `funding/matrix-too-large`, `core/bad-input`
 */
export function split(input: SplitInput): SplitResult {
  const given = parseInput(splitInput(), input, "split");
  const total = toPence(given.total, given.currency);
  const partners = given.partners.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  refuseTwice(partners);
  const weights = wholeWeights(partners.map((each) => String(each.weight)));
  const shares = largestRemainder(total, weights);
  const result: SplitResult = {
    shares: partners.map(({ id }, index) => ({
      id,
      amount: fromPence(shares[index] as bigint, given.currency),
    })),
  };
  if (given.instalments === undefined) return result;
  if (partners.length * given.instalments.length > mostCells) {
    throw fault(
      "funding/matrix-too-large",
      `${partners.length} partners × ${given.instalments.length} instalments are more than ${mostCells} cells.`,
      "Divide it in several goes, by instalment.",
    );
  }
  const times = wholeWeights(given.instalments.map(String));
  const instalments = largestRemainder(total, times);
  const size = (pence: bigint) => (pence < 0n ? -pence : pence);
  const matrix = fillMatrix(weights, times, shares.map(size), instalments.map(size));
  const write = (pence: bigint) => fromPence(pence, given.currency);
  return {
    ...result,
    instalments: instalments.map(write),
    matrix: matrix.map((row) => row.map((pence) => write(total < 0n ? -pence : pence))),
  };
}

/** A division with its table of partners × instalments. */
export interface SplitTable {
  readonly shares: SplitResult["shares"];
  readonly instalments: readonly string[];
  readonly matrix: readonly (readonly string[])[];
}

/** `split` with its instalments asked for: the table of partners × instalments. */
export const splitTable = (
  input: SplitInput & { readonly instalments: NonNullable<SplitInput["instalments"]> },
): SplitTable => split(input) as SplitTable;

function refuseTwice(partners: readonly { readonly id: string }[]): void {
  const twice = partners.find((each, index) => partners[index - 1]?.id === each.id);
  if (twice === undefined) return;
  throw fault(
    "funding/partner-twice",
    `The partner '${twice.id}' is named twice.`,
    "Name each partner once, with the sum of its weights.",
  );
}
