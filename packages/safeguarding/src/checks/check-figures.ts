import {
  type Exact,
  exact,
  type Finding,
  formatDate,
  formatPeriod,
  toDecimal,
} from "@moothall/core";
import { periodOf, yearEarlier } from "../comparability/periods.ts";
import { latestVintage } from "../resources/observation.ts";
import { type ObservationFault, observationFaults, ratioValue } from "./check-observation.ts";
import { about, type IndicatorData, seriesKeyOf } from "./series-data.ts";

export const figureRules = {
  "safeguarding/bad-figure":
    "A figure is not what its indicator says: a negative count, a fraction of a person, a numerator over its denominator, an unknown area, category or version, a ratio without a base.",
  "safeguarding/period-after-publication":
    "A figure is of a period that had not begun, or not ended, when its paper came out.",
  "safeguarding/ratio-not-of-its-counts": "A ratio is not what its counts make.",
  "safeguarding/change-not-of-its-figures": "A printed change is not that of its two figures.",
  "safeguarding/ratio-counts-differ": "A ratio's counts are not those of the indicators it is of.",
} as const;

export interface FigureContext {
  /** References of the areas of the register. */
  readonly areas: ReadonlySet<string> | undefined;
  /** Other indicators by reference, for changes and ratios of them. */
  readonly others: ReadonlyMap<string, IndicatorData>;
}

/** Each figure against its indicator and its counts; the host holds it against what papers printed. */
export function checkFigures(data: IndicatorData, context: FigureContext): Finding[] {
  const { indicator } = data;
  return latestVintage(data.observations).flatMap((observation) => {
    const found: Finding[] = [
      ...observationFaults(observation, indicator, context.areas)
        .filter((fault) => !isOfPaper(fault, observation))
        .map(
          ({ code, severity, pointer, message }): Finding => ({
            rule: "safeguarding/bad-figure",
            about: about(observation),
            severity,
            message,
            evidence: { error: code },
            at: { pointer },
          }),
        ),
    ];
    const made = ratioValue(observation, indicator);
    const { value } = observation;
    if (made !== undefined && value !== null && !isSame(made, value, indicator)) {
      const shown = toDecimal(made, indicator.places, indicator.rounding);
      const isCutOff = isSame(made, value, { ...indicator, rounding: "truncate" });
      found.push({
        rule: "safeguarding/ratio-not-of-its-counts",
        about: about(observation),
        severity: isCutOff ? "warning" : "error",
        message: `The counts make ${shown} ${indicator.unit}; the figure says ${value}${isCutOff ? ", which is right only if it was cut off rather than rounded" : ""}.`,
        evidence: {
          numerator: observation.numerator ?? null,
          denominator: observation.denominator ?? null,
          computed: shown,
          held: value,
        },
        at: { pointer: "/value" },
        fix: "Correct the figure or its counts, and publish a correction.",
      });
    }
    found.push(
      ...futureFindings(observation),
      ...changeFindings(observation, data, context),
      ...countFindings(observation, data, context),
    );
    return found;
  });
}

type Observation = IndicatorData["observations"][number];

/**
 * A paper may print a share without its counts, or that of nothing as 0: nothing that it says is
 * untrue by that, and the record holds what there is.
 */
const isOfPaper = (
  { code }: ObservationFault,
  { disclosedIn, value, numerator }: Observation,
): boolean =>
  disclosedIn !== undefined &&
  code === "safeguarding/percentage-without-base" &&
  (numerator === undefined ||
    numerator === null ||
    (value !== null && exact(numerator).n === 0n && exact(value).n === 0n));

/**
 * As precise as the figure was given, if that is less than the indicator publishes. What was worked
 * out is rounded once: 44.49 is 44, though to one place it is 44.5.
 */
function isSame(
  made: Exact,
  held: string,
  { places, rounding }: Pick<IndicatorData["indicator"], "places" | "rounding">,
): boolean {
  const given = Math.min(places, held.split(".")[1]?.length ?? 0);
  return toDecimal(made, given, rounding) === toDecimal(exact(held), given, rounding);
}

/** A forecast says that it is one, by the status E or P. */
function futureFindings(observation: Observation): Finding[] {
  const { period, disclosedOn, status, value } = observation;
  if (disclosedOn === undefined || value === null) return [];
  const { start, end } = periodOf(period);
  const isToCome = start > disclosedOn;
  const isUnfinished = end === null || end > disclosedOn;
  if (!isUnfinished || (!isToCome && status.some((code) => code === "E" || code === "P")))
    return [];
  if (isToCome && status.includes("E")) return [];
  return [
    {
      rule: "safeguarding/period-after-publication",
      about: about(observation),
      severity: isToCome ? "error" : "warning",
      message: `${formatPeriod(period)} ${isToCome ? "begins" : "ends"} after ${formatDate(disclosedOn)}, when the paper came out.`,
      evidence: { period, disclosedOn },
      at: { pointer: "/period" },
      fix: "Correct the period; of a forecast or a figure to date, give the status E or P.",
    },
  ];
}

function changeFindings(
  observation: Observation,
  { indicator }: IndicatorData,
  { others }: FigureContext,
): Finding[] {
  const { measure } = indicator;
  if (measure.type !== "change" || observation.value === null) return [];
  const earlier = yearEarlier(observation.period);
  const figures = latestVintage(others.get(measure.of)?.observations ?? []).filter(
    (each) => seriesKeyOf(each) === seriesKeyOf(observation),
  );
  const now = figures.find(({ period }) => period === observation.period)?.value;
  const then = figures.find(({ period }) => period === earlier)?.value;
  if (now === undefined || now === null || then === undefined || then === null) return [];
  if (exact(then).compare(0) === 0) return [];
  const change = exact(now).sub(exact(then)).mul(100n).div(exact(then).abs());
  if (isSame(change, observation.value, indicator)) return [];
  const made = toDecimal(change, indicator.places, indicator.rounding);
  return [
    {
      rule: "safeguarding/change-not-of-its-figures",
      about: about(observation),
      severity: "error",
      message: `From ${then} to ${now} is a change of ${made} per cent; the figure says ${observation.value}.`,
      evidence: { before: then, after: now, computed: made, held: observation.value },
      at: { pointer: "/value" },
    },
  ];
}

/** The counts beside a ratio against the figures of the indicators that they are. */
function countFindings(
  observation: Observation,
  { indicator }: IndicatorData,
  { others }: FigureContext,
): Finding[] {
  const { measure } = indicator;
  if (measure.type !== "ratio") return [];
  return (["numerator", "denominator"] as const).flatMap((side): Finding[] => {
    const beside = observation[side];
    if (beside === undefined || beside === null) return [];
    const own = latestVintage(others.get(measure[side])?.observations ?? []).find(
      (each) =>
        each.period === observation.period && seriesKeyOf(each) === seriesKeyOf(observation),
    );
    if (own === undefined || own.value === null || exact(own.value).compare(exact(beside)) === 0)
      return [];
    return [
      {
        rule: "safeguarding/ratio-counts-differ",
        about: about(observation),
        severity: "error",
        message: `The ${side} beside the ratio is ${beside}; the figure of its own says ${own.value}.`,
        evidence: { beside, own: own.value, figure: about(own) },
        at: { pointer: `/${side}` },
      },
    ];
  });
}
