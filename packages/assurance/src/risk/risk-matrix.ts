import type { AssessedRisk } from "./assess-risk.ts";
import { type Bands, type RiskLevel, scoreRisk } from "./score-risk.ts";

export interface MatrixCell {
  readonly likelihood: number;
  readonly impact: number;
  readonly level: RiskLevel;
  /** The numbers of the risks that stand there. */
  readonly risks: readonly string[];
}

export interface RiskMatrix {
  readonly steps: number;
  /** A row for each likelihood, the greatest first; in it a cell for each impact, the least first. */
  readonly rows: readonly (readonly MatrixCell[])[];
  /** The numbers of risks that have no place on it. */
  readonly unplaced: readonly string[];
}

/** Where the risks of a register stand, by likelihood and impact. */
export function riskMatrix(
  risks: readonly AssessedRisk[],
  side: "inherent" | "residual",
  steps: number,
  bands?: Bands,
): RiskMatrix {
  const along = Array.from({ length: steps }, (_, index) => index + 1);
  return {
    steps,
    rows: along.toReversed().map((likelihood) =>
      along.map((impact) => ({
        likelihood,
        impact,
        level: scoreRisk({ likelihood, impact, matrix: steps, bands }).level,
        risks: risks
          .filter(
            ({ [side]: { place } }) => place?.likelihood === likelihood && place.impact === impact,
          )
          .map(({ risk }) => risk.number),
      })),
    ),
    unplaced: risks.filter((each) => each[side].place === undefined).map(({ risk }) => risk.number),
  };
}
