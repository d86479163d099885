import type { Risk } from "../resources/risk.ts";
import type { RiskRegister } from "../resources/risk-register.ts";
import { type Place, type RiskLevel, riskLevels, scoreRisk } from "./score-risk.ts";

export interface AssessedSide {
  readonly place: Place | undefined;
  readonly score: number | undefined;
  /** By its score, or as the paper words it. */
  readonly level: RiskLevel | undefined;
}

export interface AssessedRisk {
  readonly risk: Risk;
  readonly inherent: AssessedSide;
  readonly residual: AssessedSide;
}

type Scale = Pick<RiskRegister, "matrix" | "bands">;

/** A risk with its scores on its register's matrix; a place outside it has no score. */
export const assessRisk = (risk: Risk, scale: Scale): AssessedRisk => ({
  risk,
  inherent: side(risk.inherent, risk.inherentLevel, scale),
  residual: side(risk.residual, risk.residualLevel, scale),
});

function side(place: Place | undefined, level: RiskLevel | undefined, scale: Scale): AssessedSide {
  if (place === undefined || !isOnMatrix(place, scale)) {
    return { place: undefined, score: undefined, level };
  }
  const { score, level: scored } = scoreRisk({ ...place, ...scale });
  return { place, score, level: scored };
}

/** Whether the place is on the matrix of the register; of one that names none, on 5 × 5. */
export const isOnMatrix = (place: Place, { matrix = 5 }: Scale): boolean =>
  place.likelihood <= matrix && place.impact <= matrix;

/** How many levels the residual risk is below the inherent; undefined where one is not known. */
export function levelsFallen({ inherent, residual }: AssessedRisk): number | undefined {
  if (inherent.level === undefined || residual.level === undefined) return undefined;
  return riskLevels.indexOf(inherent.level) - riskLevels.indexOf(residual.level);
}

/** The gravest first: by residual score, or level where there is none, then by number. */
export function byGravity(left: AssessedRisk, right: AssessedRisk): number {
  const weight = ({ residual, inherent }: AssessedRisk) => {
    const level = residual.level ?? inherent.level;
    return [
      level === undefined ? -1 : riskLevels.indexOf(level),
      residual.score ?? inherent.score ?? 0,
    ] as const;
  };
  const [leftLevel, leftScore] = weight(left);
  const [rightLevel, rightScore] = weight(right);
  return (
    rightLevel - leftLevel ||
    rightScore - leftScore ||
    left.risk.number.localeCompare(right.risk.number, "en", { numeric: true })
  );
}
