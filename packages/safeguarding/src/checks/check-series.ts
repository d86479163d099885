import { type Finding, formatPeriod } from "@moothall/core";
import { describeBreak } from "../comparability/break.ts";
import { periodFaults, yearEarlier } from "../comparability/periods.ts";
import { breaksBetween, isAstride } from "../comparability/segments.ts";
import { factOf, latestVintage } from "../resources/observation.ts";
import { about, groupBy, type IndicatorData, seriesKeyOf } from "./series-data.ts";

export const seriesRules = {
  "safeguarding/one-fact-twice":
    "One fact is recorded with two figures, and neither revises the other.",
  "safeguarding/periods-overlap": "Two periods of a series share days.",
  "safeguarding/period-missing": "A period of a series is missing.",
  "safeguarding/figure-astride-break": "A period that holds a break mixes two ways of counting.",
  "safeguarding/comparison-across-break": "A change is worked out across a break in series.",
  "safeguarding/revision-chain": "A figure is revised twice, or revises a figure of another fact.",
  "safeguarding/polarity-not-justified":
    "High or low is said to be good of a count of harm or concern, without a reason.",
} as const;

/** A series as a whole: each fact once, no period missing or doubled, nothing across a break. */
export function checkSeries(data: IndicatorData): Finding[] {
  const { indicator, breaks } = data;
  const observations = latestVintage(data.observations);
  const found: Finding[] = [];
  for (const [, group] of groupBy(observations, factOf)) {
    const values = [...new Set(group.map(({ value }) => value))];
    if (values.length > 1) {
      found.push({
        rule: "safeguarding/one-fact-twice",
        about: about(group[0] as { id: string }),
        severity: "error",
        message: `One figure is recorded as ${values.map((value) => value ?? "not known").join(" and as ")}, and neither revises the other.`,
        evidence: Object.fromEntries(group.map((each) => [about(each), each.value])),
        fix: "Find out which is right; record it as a revision of the other.",
      });
    }
  }
  for (const [, series] of groupBy(observations, seriesKeyOf))
    found.push(...periodFindings(series));
  for (const each of observations) {
    const astride = breaks.find((one) => isAstride(each.period, one));
    if (astride !== undefined && each.value !== null && !each.status.includes("B")) {
      found.push({
        rule: "safeguarding/figure-astride-break",
        about: about(each),
        severity: "warning",
        message: `${formatPeriod(each.period)} holds ${describeBreak(astride)}, so the figure mixes two ways of counting; it can be compared with none.`,
        evidence: { break: astride.id },
        fix: "Give the status B, and record the two parts of the period apart.",
      });
    }
    const earlier = indicator.measure.type === "change" ? yearEarlier(each.period) : undefined;
    const between =
      earlier === undefined
        ? undefined
        : breaksBetween(earlier, each.period, breaks).find((one) => one.bridge === undefined);
    if (between !== undefined && each.value !== null) {
      found.push({
        rule: "safeguarding/comparison-across-break",
        about: about(each),
        severity: "error",
        message: `The change to ${formatPeriod(each.period)} is across ${describeBreak(between)}.`,
        evidence: { break: between.id },
        fix: "Withdraw the change, or declare a bridge for the break.",
      });
    }
  }
  return [...found, ...revisionFindings(data), ...polarityFindings(data)];
}

type Observation = IndicatorData["observations"][number];

function periodFindings(series: readonly Observation[]): Finding[] {
  const of = new Map(series.map((each) => [each.period, each]));
  return periodFaults([...of.keys()]).map(({ fault, periods, missing }): Finding => {
    const later = of.get(periods[1]) as Observation;
    return fault === "missing"
      ? {
          rule: "safeguarding/period-missing",
          about: about(later),
          severity: "warning",
          message: `Between ${formatPeriod(periods[0])} and ${formatPeriod(periods[1])} there is no figure for ${(missing ?? []).map(formatPeriod).join(", ")}.`,
          evidence: { missing: (missing ?? []).join(", ") },
          fix: "Record the figure, or a null with the status O or L.",
        }
      : {
          rule: "safeguarding/periods-overlap",
          about: about(later),
          severity: "error",
          message: `${formatPeriod(periods[0])} and ${formatPeriod(periods[1])} share days.`,
          evidence: { earlier: periods[0], later: periods[1] },
        };
  });
}

function revisionFindings({ observations }: IndicatorData): Finding[] {
  const byReference = new Map(observations.map((each) => [about(each), each]));
  const revisedBy = groupBy(
    observations.filter(({ revises }) => revises !== undefined),
    ({ revises }) => revises as string,
  );
  return [...revisedBy].flatMap(([reference, revisions]): Finding[] => {
    const before = byReference.get(reference);
    const wrong = revisions.find((each) => before !== undefined && factOf(each) !== factOf(before));
    if (revisions.length === 1 && wrong === undefined) return [];
    return [
      {
        rule: "safeguarding/revision-chain",
        about: reference,
        severity: "error",
        message:
          wrong === undefined
            ? `The figure is revised by ${revisions.length} others.`
            : "The figure is revised by one of another period, area or breakdown.",
        evidence: { revisions: revisions.map(about).join(", ") },
      },
    ];
  });
}

const themesOfHarm: ReadonlySet<string> = new Set([
  "domestic-abuse",
  "children",
  "adults",
  "rape-and-serious-sexual-offences",
  "marac",
]);

/** More recorded harm may be more harm or more trust, so which is good needs a reason. */
function polarityFindings({ indicator }: IndicatorData): Finding[] {
  const { polarity, measure, theme } = indicator;
  if (measure.type !== "count" || !themesOfHarm.has(theme)) return [];
  if (polarity.direction === "none" || polarity.reason !== undefined) return [];
  return [
    {
      rule: "safeguarding/polarity-not-justified",
      about: `safeguarding/indicator/${indicator.id}`,
      severity: "warning",
      message: `A count of this theme says that ${polarity.direction} is good and gives no reason.`,
      evidence: { polarity: polarity.direction },
      at: { pointer: "/polarity" },
      fix: "Say why, or take the polarity none.",
    },
  ];
}
