import {
  type Cell,
  exact,
  isMoothallError,
  type ReportDocumentInput,
  type Source,
  toDecimal,
} from "@moothall/core";
import type { IndicatorData } from "../checks/series-data.ts";
import { type Comparison, compare } from "../comparability/compare.ts";
import type { Indicator } from "../resources/indicator.ts";
import { type Observation, type StatusCode, statusCodes } from "../resources/observation.ts";

export type BlockInput = ReportDocumentInput["blocks"][number];
export type TableInput = Extract<BlockInput, { type: "table" }>;

/** The one mark for what is suppressed, after the Government Analysis Function's symbols. */
export const suppressedMark = "[c]";

export const emptyCell: Cell = { text: "", value: null };

/**
 * A figure as a cell: as it is published, with its status and source. A figure that the reader may
 * not see and one that was never recorded look alike.
 */
export function figureCell(
  observation: Observation | undefined,
  { places, rounding }: Pick<Indicator, "places" | "rounding">,
): Cell {
  if (observation === undefined) return { text: "not published", value: null };
  const source = sourceOf(observation);
  const status = statusText(observation.status);
  if (observation.value === null) {
    const isSuppressed = observation.status.includes("Q");
    return { text: isSuppressed ? suppressedMark : "not known", value: null, status, ...source };
  }
  return {
    text: grouped(toDecimal(exact(observation.value), places, rounding)),
    value: observation.value,
    ...(status !== "normal" && { status }),
    ...source,
  };
}

const sourceOf = ({ disclosedIn, sources }: Observation): { source?: Source } => {
  const source = disclosedIn ?? sources?.[0];
  return source === undefined ? {} : { source };
};

export const statusText = (codes: readonly StatusCode[]): string =>
  codes.map((code) => statusCodes[code]).join(", ");

/** `16415` → `16,415`. */
export function grouped(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const separated = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

export interface Change {
  readonly comparison: Comparison | undefined;
  readonly change: Cell;
  readonly percent: Cell;
}

/** The change between two figures; where they cannot be compared, that and why. */
export function changeBetween(
  from: Observation | undefined,
  to: Observation | undefined,
  { indicator, breaks }: Pick<IndicatorData, "indicator" | "breaks">,
): Change {
  const nothing = (cell: Cell): Change => ({ comparison: undefined, change: cell, percent: cell });
  if (from === undefined || to === undefined) return nothing(emptyCell);
  try {
    const comparison = compare({ from: side(from), to: side(to), breaks: [...breaks] });
    const isPercentage = indicator.unit.startsWith("%");
    return {
      comparison,
      change: {
        text: signed(grouped(toDecimal(exact(comparison.change), indicator.places))),
        value: comparison.change,
        ...(isPercentage && { status: "percentage points" }),
      },
      percent:
        comparison.percent === null || isPercentage
          ? emptyCell
          : { text: `${signed(comparison.percent)}%`, value: comparison.percent },
    };
  } catch (error) {
    if (!isMoothallError(error)) throw error;
    const status = reasons[error.code];
    return nothing(
      status === undefined ? emptyCell : { text: "not comparable", value: null, status },
    );
  }
}

const reasons: Readonly<Record<string, string>> = {
  "safeguarding/comparison-across-break": "break in series",
  "safeguarding/definitions-differ": "definition differs",
  "safeguarding/periods-not-alike": "periods not alike",
};

const side = ({ period, value, definition }: Observation) => ({ period, value, definition });

const signed = (decimal: string): string =>
  decimal.startsWith("-")
    ? `−${decimal.slice(1)}`
    : /[1-9]/.test(decimal)
      ? `+${decimal}`
      : decimal;

/** The class of a document: confidential as soon as one figure is that no public paper printed. */
export const classOf = (observations: readonly Observation[]): "public" | "confidential" =>
  observations.every(({ disclosedIn }) => disclosedIn !== undefined) ? "public" : "confidential";
