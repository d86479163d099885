import type { Formula } from "./formula.ts";
import type { ParsedScoreInput } from "./score-input.ts";

/** Why a formula cannot be tried on these bids, or undefined. */
export function whyNotTried(formula: Formula, input: ParsedScoreInput): string | undefined {
  for (const name of Object.keys(formula.parameters ?? {})) {
    if (input.parameters[name] === undefined) return `needs the parameter '${name}'`;
  }
  if (formula.takesPricePoints && input.bids.some((bid) => bid.pricePoints === undefined)) {
    return "needs the price points that were given to each bid";
  }
  return undefined;
}

/** The same method under another formula, with the parameters that it takes. */
export const underFormula = <Input extends ParsedScoreInput>(
  input: Input,
  formula: Formula,
): Input => ({
  ...input,
  formula: formula.id,
  parameters: Object.fromEntries(
    Object.entries(input.parameters).filter(([name]) => formula.parameters?.[name] !== undefined),
  ),
});

/** Price per quality point minds a valid bid without quality; other formulas do not. */
export const isQualityZero = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === "procurement/quality-is-zero";
