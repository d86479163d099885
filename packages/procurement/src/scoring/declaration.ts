import { exact, parseInput, toExactText } from "@moothall/core";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { checkMethod } from "./check-method.ts";
import type { Formula } from "./formula.ts";
import { formulaOf, formulasWith } from "./formula-catalogue.ts";
import { type Criterion, type Method, type MethodInput, method } from "./method.ts";

/** What is fixed before bids are opened, in the one form that is hashed. */
export interface Declaration {
  readonly formula: { readonly id: string; readonly version: number };
  readonly parameters: Readonly<Record<string, string>>;
  readonly weights: { readonly price: string; readonly quality: string };
  readonly criteria: readonly Criterion[];
  readonly questions: readonly string[];
  readonly minimumQuality: string | null;
  readonly rounding: { readonly mode: "half-up"; readonly places: number };
  readonly tieRule: string;
}

const plain = (text: string): string => toExactText(exact(text));

const plainCriterion = ({ id, weight, maximum, minimum, criteria }: Criterion): Criterion => ({
  id,
  weight: plain(weight),
  ...(maximum !== undefined && { maximum: plain(maximum) }),
  ...(minimum !== undefined && { minimum: plain(minimum) }),
  ...(criteria !== undefined && { criteria: criteria.map(plainCriterion) }),
});

/** The declaration of a method: numbers without needless zeros, titles left out. */
export const declarationOf = (of: Method, formula: Formula): Declaration => ({
  formula: { id: formula.id, version: formula.version },
  parameters: Object.fromEntries(
    Object.entries(of.parameters).map(([name, value]) => [name, plain(value)]),
  ),
  weights: { price: plain(of.weights.price), quality: plain(of.weights.quality) },
  criteria: (of.criteria ?? []).map(plainCriterion),
  questions: (of.questions ?? []).map((question) => question.id),
  minimumQuality: of.minimumQuality === undefined ? null : plain(of.minimumQuality),
  rounding: { mode: "half-up", places: of.places },
  tieRule: of.tieRule,
});

/** SHA-256 over the canonical JSON (RFC 8785) of a declaration: `sha256:…` in hexadecimal. */
export const hashOf = (declaration: Declaration): string =>
  `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalize(declaration) as string)))}`;

/**
 * The hash under which a method is declared before bids are opened; anyone can recompute it from
 * the published declaration.
 * @throws MoothallError as `score` does for a method that cannot be applied.
 */
export function declare(
  input: MethodInput,
  options: { readonly formulas?: readonly Formula[] } = {},
): { readonly declaration: Declaration; readonly hash: string } {
  const parsed = parseInput(method(), input, "declare");
  const formula = formulaOf(parsed.formula, formulasWith(options.formulas));
  checkMethod(parsed, formula);
  const declaration = declarationOf(parsed, formula);
  return { declaration, hash: hashOf(declaration) };
}
