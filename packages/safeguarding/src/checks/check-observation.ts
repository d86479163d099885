import { type Exact, exact, isDecimal } from "@moothall/core";
import type { SafeguardingErrorCode } from "../errors.ts";
import { parseBreakdown } from "../resources/breakdown.ts";
import { definitionOf, dimensionOf, type Indicator } from "../resources/indicator.ts";
import type { Observation } from "../resources/observation.ts";

/** What is wrong with an observation; the code is that of the error that a submission gets. */
export interface ObservationFault {
  readonly code: SafeguardingErrorCode;
  readonly severity: "error" | "warning";
  readonly pointer: string;
  readonly message: string;
}

/** Holds an observation against what its indicator says it is. No message says a figure. */
export function observationFaults(
  observation: Observation,
  indicator: Indicator,
  /** References of the areas that the register knows; undefined where it is not asked. */
  areas?: ReadonlySet<string>,
): ObservationFault[] {
  const found: ObservationFault[] = [];
  const add = (
    code: SafeguardingErrorCode,
    pointer: string,
    message: string,
    severity: "error" | "warning" = "error",
  ) => found.push({ code, pointer, message, severity });
  const { value, numerator, denominator, area } = observation;
  const countsOfRatio = indicator.measure.type === "ratio" ? [["/numerator", numerator]] : [];
  const counts = [
    ...(indicator.measure.type === "count" ? [["/value", value]] : []),
    ...countsOfRatio,
  ] as [string, string | null | undefined][];
  for (const [pointer, count] of counts) {
    if (!isDecimal(count)) continue;
    if (exact(count).compare(0) < 0)
      add("safeguarding/negative-count", pointer, "A count is less than zero.");
    else if (exact(count).d !== 1n)
      add("safeguarding/fraction-of-a-person", pointer, "A count is not a whole number.");
  }
  if (indicator.measure.type === "ratio") ratioFaults(observation, indicator, add);
  if (area !== undefined && areas !== undefined && !areas.has(area))
    add("safeguarding/unknown-area", "/area", `There is no area '${area}' in the register.`);
  if (definitionOf(indicator, observation.definition) === undefined)
    add(
      "safeguarding/unknown-definition",
      "/definition",
      `The indicator has no version ${observation.definition} of its definition.`,
    );
  for (const [dimension, category] of parseBreakdown(observation.breakdown)) {
    const declared = dimensionOf(indicator, dimension);
    if (declared?.categories.some(({ id }) => id === category) !== true)
      add(
        "safeguarding/unknown-category",
        "/breakdown",
        `The indicator declares no ${dimension}=${category}.`,
      );
  }
  if (denominator !== undefined && denominator !== null && numerator === undefined)
    add("safeguarding/value-missing", "/numerator", "A base stands without its numerator.");
  return found;
}

type Add = (
  code: SafeguardingErrorCode,
  pointer: string,
  message: string,
  severity?: "error" | "warning",
) => void;

function ratioFaults(
  { value, numerator, denominator }: Observation,
  { measure }: Indicator,
  add: Add,
): void {
  if (measure.type !== "ratio") return;
  if (value !== null && !isDecimal(denominator)) {
    add(
      "safeguarding/percentage-without-base",
      "/denominator",
      "A ratio is given without its base.",
      "warning",
    );
  }
  if (!isDecimal(numerator) || !isDecimal(denominator)) return;
  if (exact(denominator).compare(0) <= 0) {
    add("safeguarding/percentage-without-base", "/denominator", "The base of a ratio is zero.");
  } else if (measure.link === "cohort" && exact(numerator).compare(exact(denominator)) > 0) {
    add(
      "safeguarding/numerator-over-denominator",
      "/numerator",
      "More had the outcome than there were.",
    );
  }
}

/** What a ratio's counts make, to the last digit; undefined where they are not given. */
export function ratioValue(
  { numerator, denominator }: Pick<Observation, "numerator" | "denominator">,
  { measure }: Pick<Indicator, "measure">,
): Exact | undefined {
  if (measure.type !== "ratio" || !isDecimal(numerator) || !isDecimal(denominator))
    return undefined;
  if (exact(denominator).compare(0) <= 0) return undefined;
  return exact(numerator).mul(BigInt(measure.per)).div(exact(denominator));
}
