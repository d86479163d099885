import {
  formatDate,
  formatPeriod,
  type PublicationClass,
  type ReportDocumentInput,
} from "@moothall/core";
import type { Risk } from "../resources/risk.ts";
import type { RiskRegister } from "../resources/risk-register.ts";
import { type AssessedRisk, assessRisk, byGravity } from "../risk/assess-risk.ts";
import { type Moved, movement } from "../risk/movement.ts";
import { type RiskMatrix, riskMatrix } from "../risk/risk-matrix.ts";
import { bandsOf, riskLevels } from "../risk/score-risk.ts";
import { holderCell, linkCell, textCell, wordCell } from "./cells.ts";

type Blocks = ReportDocumentInput["blocks"];

/**
 * A risk register: where its risks stand on the matrix (table and heat map), the risks with their
 * scores, and what moved since the version before. Restricted while any part of it is.
 */
export function riskRegisterReport(
  register: RiskRegister,
  risks: readonly Risk[],
  before: { readonly register: RiskRegister; readonly risks: readonly Risk[] } | undefined,
  names: ReadonlyMap<string, string>,
): ReportDocumentInput {
  const open = risks
    .filter(({ status }) => status === "open")
    .map((each) => assessRisk(each, register))
    .sort(byGravity);
  return {
    title: register.title,
    summary: `${open.length} open ${open.length === 1 ? "risk" : "risks"}, ${formatPeriod(register.asAt)}.`,
    class: classOf(register, risks),
    blocks: [
      ...matrixBlocks(register, open),
      riskTable(open, names),
      ...(before === undefined ? [] : [movementTable(register, risks, before)]),
    ],
  };
}

const classOf = (register: RiskRegister, risks: readonly Risk[]): PublicationClass =>
  [register, ...risks].every(({ published }) => published !== undefined) ? "public" : "restricted";

function matrixBlocks(register: RiskRegister, open: readonly AssessedRisk[]): Blocks {
  const placed = open.some(({ residual }) => residual.place !== undefined);
  if (register.matrix === undefined || !placed) {
    return [
      {
        type: "notice",
        id: "no-matrix",
        text: "No likelihood and impact is recorded, so the risks have no place on a matrix.",
      },
    ];
  }
  const grid = riskMatrix(open, "residual", register.matrix, register.bands);
  const { extreme } = bandsOf(register.matrix, register.bands);
  const shades = extreme === undefined ? riskLevels.slice(0, 3) : [...riskLevels];
  return [
    matrixTable(grid),
    {
      type: "chart",
      id: "heat-map",
      kind: "heat-map",
      table: "matrix",
      category: "likelihood",
      values: grid.rows[0]?.map(({ impact }) => `impact-${impact}`) ?? [],
      shades: [...shades],
      title: "Residual risks by likelihood and impact",
      finding: findingOf(open),
    },
  ];
}

/** One sentence that says what the map shows: how many risks stand at each level. */
function findingOf(open: readonly AssessedRisk[]): string {
  const told = riskLevels.toReversed().flatMap((level) => {
    const count = open.filter(({ residual }) => residual.place && residual.level === level).length;
    return count === 0 ? [] : [`${count} ${level}`];
  });
  return `Residual risks with a place on the matrix: ${told.join(", ")}.`;
}

const matrixTable = ({ steps, rows, unplaced }: RiskMatrix): Blocks[number] => ({
  type: "table",
  id: "matrix",
  caption: "Residual risks: how many at each likelihood and impact",
  columns: [
    { id: "likelihood", heading: "Likelihood", headsRow: true },
    ...Array.from({ length: steps }, (_, index) => ({
      id: `impact-${index + 1}`,
      heading: `Impact ${index + 1}`,
      type: "number" as const,
    })),
  ],
  rows: rows.map((cells) => ({
    cells: [
      { text: `Likelihood ${cells[0]?.likelihood}` },
      ...cells.map(({ risks, level }) => ({
        text: risks.length === 0 ? "0" : `${risks.length}: ${risks.join(", ")}`,
        value: String(risks.length),
        status: level,
      })),
    ],
  })),
  ...(unplaced.length > 0 && { notes: [`Without a place: ${unplaced.join(", ")}.`] }),
});

const riskTable = (
  open: readonly AssessedRisk[],
  names: ReadonlyMap<string, string>,
): Blocks[number] => ({
  type: "table",
  id: "risks",
  caption: "Risks, the gravest first",
  columns: [
    { id: "number", heading: "Number" },
    { id: "risk", heading: "Risk", headsRow: true },
    { id: "owner", heading: "Owner" },
    { id: "inherent", heading: "Inherent", type: "number" },
    { id: "residual", heading: "Residual", type: "number" },
    { id: "mitigation", heading: "Mitigation" },
    { id: "objectives", heading: "Objectives" },
    { id: "remarks", heading: "Remarks" },
  ],
  rows: open.map(({ risk, inherent, residual }) => ({
    id: risk.id,
    cells: [
      { text: risk.number },
      {
        ...linkCell(risk.title, `assurance/risk/${risk.id}`),
        ...(risk.sources?.[0] !== undefined && { source: risk.sources[0] }),
      },
      holderCell(risk.owner, names),
      scoreCell(inherent),
      scoreCell(residual),
      textCell(risk.mitigation),
      textCell(risk.objectives?.map((each) => each.split("/")[2]).join("; ")),
      textCell(
        risk.remarks
          ?.map(({ text, date }) => (date === undefined ? text : `${formatDate(date)}: ${text}`))
          .join(" "),
      ),
    ],
  })),
});

const scoreCell = ({ score, level }: AssessedRisk["inherent"]) =>
  score === undefined
    ? { ...wordCell(level), value: null }
    : { text: String(score), value: String(score), ...(level !== undefined && { status: level }) };

/** Residual scores by number, before and after. */
export const registerMovement = (
  after: { readonly register: RiskRegister; readonly risks: readonly Risk[] },
  before: { readonly register: RiskRegister; readonly risks: readonly Risk[] },
): readonly Moved[] => {
  const placed = ({ register, risks }: typeof after) =>
    risks
      .filter(({ status }) => status === "open")
      .map((risk) => ({
        id: risk.number,
        label: risk.title,
        value: assessRisk(risk, register).residual.score ?? null,
      }));
  return movement(placed(before), placed(after));
};

function movementTable(
  register: RiskRegister,
  risks: readonly Risk[],
  before: { readonly register: RiskRegister; readonly risks: readonly Risk[] },
): Blocks[number] {
  const moved = registerMovement({ register, risks }, before);
  const number = (value: number | null) =>
    value === null ? { text: "", value } : { text: String(value) };
  return {
    type: "table",
    id: "movement",
    caption: `Movement of residual scores since ${formatPeriod(before.register.asAt)}`,
    columns: [
      { id: "number", heading: "Number" },
      { id: "risk", heading: "Risk", headsRow: true },
      { id: "before", heading: "Before", type: "number" },
      { id: "after", heading: "After", type: "number" },
      { id: "change", heading: "Change", type: "number" },
      { id: "outcome", heading: "Outcome" },
    ],
    rows: moved.map((each) => ({
      cells: [
        { text: each.id },
        textCell(each.label),
        number(each.before),
        number(each.after),
        number(each.change),
        textCell(each.outcome),
      ],
    })),
  };
}
