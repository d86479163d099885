import { type Finding, type Reference, referenceTo } from "@moothall/core";
import type { Risk } from "../resources/risk.ts";
import type { RiskRegister } from "../resources/risk-register.ts";
import { assessRisk, isOnMatrix, levelsFallen } from "../risk/assess-risk.ts";

export const riskRules = {
  "assurance/risk-outside-matrix": "A risk is scored outside the matrix of its register.",
  "assurance/residual-above-inherent": "A risk is graver with its mitigation than without.",
  "assurance/residual-without-mitigation":
    "A residual risk is far below the inherent one and no mitigation is told.",
  "assurance/risk-without-owner": "An open risk has no owner.",
  "assurance/risk-number-twice": "Two risks of a register have one number.",
  "assurance/risk-register-past-review":
    "A risk register or a risk was to be reviewed before today.",
  "assurance/risk-register-unchanged": "A new version of a risk register changes nothing.",
} as const;

/** A fall of so many levels wants a reason. */
const farLevels = 2;

/** Holds registers and their risks against their matrices, against today and against the version before. */
export function checkRisks(
  registers: readonly RiskRegister[],
  risks: readonly Risk[],
  today: string,
): Finding[] {
  return registers.flatMap((register) => {
    const reference = referenceTo("assurance/risk-register", register.id);
    const own = risks.filter((each) => each.register === reference);
    const isCurrent = !registers.some((each) => each.supersedes === reference);
    return [
      ...own.flatMap((each) => checkScores(each, register)),
      ...own.flatMap((each) => checkNumber(each, own)),
      ...(isCurrent ? [...own.flatMap(checkOwner), ...pastReview(register, own, today)] : []),
      ...unchanged(register, own, risks),
    ];
  });
}

function checkScores(risk: Risk, register: RiskRegister): Finding[] {
  const about = referenceTo("assurance/risk", risk.id);
  const findings: Finding[] = [];
  for (const name of ["inherent", "residual"] as const) {
    const place = risk[name];
    if (place === undefined || isOnMatrix(place, register)) continue;
    const steps = register.matrix ?? 5;
    findings.push({
      rule: "assurance/risk-outside-matrix",
      about,
      severity: "error",
      message: `Risk ${risk.number} is scored ${place.likelihood} × ${place.impact} (${name}), and its register has ${steps} × ${steps}.`,
      evidence: { likelihood: place.likelihood, impact: place.impact, steps },
      at: { pointer: `/${name}` },
      fix: "Correct the score, or the matrix of the register.",
    });
  }
  const assessed = assessRisk(risk, register);
  const { inherent, residual } = assessed;
  const fallen = levelsFallen(assessed);
  const graver =
    inherent.score !== undefined && residual.score !== undefined
      ? residual.score > inherent.score
      : fallen !== undefined && fallen < 0;
  if (graver) {
    findings.push({
      rule: "assurance/residual-above-inherent",
      about,
      severity: "error",
      message: `Risk ${risk.number} is said to be graver with its mitigation than without it.`,
      evidence: sides(assessed),
      at: { pointer: "/residual" },
      fix: "Correct one of the scores.",
    });
  } else if (fallen !== undefined && fallen >= farLevels && risk.mitigation === undefined) {
    findings.push({
      rule: "assurance/residual-without-mitigation",
      about,
      severity: "warning",
      message: `Risk ${risk.number} falls from ${inherent.level} to ${residual.level} and nothing is told that brings it down.`,
      evidence: sides(assessed),
      at: { pointer: "/mitigation" },
      fix: "Say what brings the risk down, or score it anew.",
    });
  }
  return findings;
}

const sides = ({ inherent, residual }: ReturnType<typeof assessRisk>) => ({
  inherent: inherent.score ?? inherent.level ?? null,
  residual: residual.score ?? residual.level ?? null,
});

function checkNumber(risk: Risk, own: readonly Risk[]): Finding[] {
  const twin = own.find((each) => each.number === risk.number && each.id < risk.id);
  return twin === undefined
    ? []
    : [
        {
          rule: "assurance/risk-number-twice",
          about: referenceTo("assurance/risk", risk.id),
          severity: "error",
          message: `Two risks of the register are numbered ${risk.number}.`,
          evidence: { other: referenceTo("assurance/risk", twin.id) },
          at: { pointer: "/number" },
          fix: "Correct the number of one of them.",
        },
      ];
}

/** Only where risks of the register have owners at all: a paper may tell none of them. */
function checkOwner(risk: Risk, _: number, own: readonly Risk[]): Finding[] {
  if (risk.owner !== undefined || risk.status === "closed") return [];
  if (own.every((each) => each.owner === undefined)) return [];
  return [
    {
      rule: "assurance/risk-without-owner",
      about: referenceTo("assurance/risk", risk.id),
      severity: "warning",
      message: `Nobody answers for risk ${risk.number}; others of its register have an owner.`,
      evidence: { number: risk.number },
      at: { pointer: "/owner" },
      fix: "Name the post that answers for it.",
    },
  ];
}

function pastReview(register: RiskRegister, own: readonly Risk[], today: string): Finding[] {
  const due = [
    {
      about: referenceTo("assurance/risk-register", register.id),
      what: register.title,
      ...register,
    },
    ...own
      .filter(({ status }) => status === "open")
      .map((each) => ({
        about: referenceTo("assurance/risk", each.id),
        what: `Risk ${each.number}`,
        ...each,
      })),
  ] as readonly { about: Reference; what: string; reviewDue?: string | undefined }[];
  return due.flatMap(({ about, what, reviewDue }) =>
    reviewDue === undefined || reviewDue >= today
      ? []
      : [
          {
            rule: "assurance/risk-register-past-review",
            about,
            severity: "warning" as const,
            message: `${what} was to be reviewed by ${reviewDue}.`,
            evidence: { due: reviewDue, today },
            at: { pointer: "/reviewDue" },
            fix: "Review it and record the next day of review.",
          },
        ],
  );
}

function unchanged(
  register: RiskRegister,
  own: readonly Risk[],
  risks: readonly Risk[],
): Finding[] {
  const before = risks.filter((each) => each.register === register.supersedes);
  if (before.length === 0 || before.length !== own.length) return [];
  const told = (each: Risk) =>
    JSON.stringify([
      each.number,
      each.title,
      each.inherent,
      each.residual,
      each.inherentLevel,
      each.residualLevel,
      each.mitigation,
      each.owner,
      each.status,
    ]);
  const same = new Set(before.map(told));
  if (!own.every((each) => same.has(told(each)))) return [];
  return [
    {
      rule: "assurance/risk-register-unchanged",
      about: referenceTo("assurance/risk-register", register.id),
      severity: "warning",
      message: `All ${own.length} risks stand as in the version before: nothing was changed.`,
      evidence: { before: register.supersedes ?? null, risks: own.length },
      fix: "Say what was reviewed and found unchanged, or review it.",
    },
  ];
}
