import { shared } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";

/** How grave a risk is, from the least. */
export const riskLevels = ["low", "medium", "high", "extreme"] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** Steps of likelihood and of impact: 3 × 3, 4 × 4 or 5 × 5. */
export const matrix = shared(() => z.int().min(3).max(5));

/** The least score of each level above low; without `extreme`, high is the highest. */
export const bands = shared(() =>
  z.strictObject({
    medium: z.int().positive(),
    high: z.int().positive(),
    extreme: z.int().positive().optional(),
  }),
);
export type Bands = z.output<ReturnType<typeof bands>>;

/**
 * The bands of a register that declares none. Those of 5 × 5 are the National Patient Safety
 * Agency's (A risk matrix for risk managers, 2008: 1–3, 4–6, 8–12, 15–25); the others divide the
 * scores that a smaller matrix can give in the same way.
 */
export const defaultBands: Readonly<Record<number, Bands>> = {
  3: { medium: 3, high: 6 },
  4: { medium: 4, high: 8, extreme: 12 },
  5: { medium: 4, high: 8, extreme: 15 },
};

export interface Place {
  /** 1, the least likely, to the steps of the matrix. */
  readonly likelihood: number;
  /** 1, the least grave, to the steps of the matrix. */
  readonly impact: number;
}

export interface RiskInput extends Place {
  /** 3, 4 or 5; 5 where left out. */
  readonly matrix?: number | undefined;
  readonly bands?: Bands | undefined;
}

export interface RiskScore {
  /** Likelihood times impact. */
  readonly score: number;
  /** The highest score of the matrix. */
  readonly of: number;
  readonly level: RiskLevel;
}

/**
 * Scores a risk on its matrix.
 * @throws MoothallError `assurance/outside-matrix`, `assurance/bad-bands`.
 */
export function scoreRisk({
  likelihood,
  impact,
  matrix: steps = 5,
  bands: own,
}: RiskInput): RiskScore {
  if (![3, 4, 5].includes(steps)) {
    throw fault(
      "assurance/outside-matrix",
      `A matrix of ${steps} steps is not known.`,
      "Use 3, 4 or 5.",
      { pointer: "/matrix" },
    );
  }
  for (const [name, step] of Object.entries({ likelihood, impact })) {
    if (Number.isInteger(step) && step >= 1 && step <= steps) continue;
    throw fault(
      "assurance/outside-matrix",
      `The ${name} ${step} is not on a matrix of ${steps} × ${steps}.`,
      `Give a whole number from 1 to ${steps}.`,
      { pointer: `/${name}` },
    );
  }
  const score = likelihood * impact;
  return { score, of: steps * steps, level: levelOfScore(score, bandsOf(steps, own)) };
}

/** @throws MoothallError `assurance/bad-bands` when they do not rise. */
export function bandsOf(steps: number, own?: Bands): Bands {
  const chosen = own ?? (defaultBands[steps] as Bands);
  const { medium, high, extreme = Number.POSITIVE_INFINITY } = chosen;
  if (medium < high && high < extreme) return chosen;
  throw fault(
    "assurance/bad-bands",
    "The scores from which a risk is medium, high and extreme do not rise.",
    "Give each level a greater least score than the level below.",
    { pointer: "/bands" },
  );
}

function levelOfScore(score: number, { medium, high, extreme }: Bands): RiskLevel {
  if (extreme !== undefined && score >= extreme) return "extreme";
  if (score >= high) return "high";
  return score >= medium ? "medium" : "low";
}
