import { type Cell, exact, formatPeriod, toDecimal } from "@moothall/core";
import { judgeStandard } from "../judgement/standard.ts";
import type { Baseline } from "../resources/benchmark.ts";
import type { Indicator } from "../resources/indicator.ts";
import type { Observation } from "../resources/observation.ts";
import { chooseSeries } from "../resources/one-series.ts";
import type { Target } from "../resources/target.ts";
import { type BlockInput, figureCell, grouped } from "./figure-cell.ts";

/** A stepped standard against what was reached, period by period. */
export function standardBlocks(target: Target): BlockInput[] {
  const { steps, achieved = [] } = target;
  if (steps === undefined) return [];
  const periods = [...new Set(achieved.map(({ period }) => period))];
  return [
    {
      type: "table",
      id: `${target.id}-standard`,
      caption: target.title,
      columns: [
        { id: "period", heading: "Period", headsRow: true },
        { id: "within", heading: "Within", type: "number", unit: "days" },
        { id: "standard", heading: "Standard", type: "number", unit: "%" },
        { id: "reached", heading: "Reached", type: "number", unit: "%" },
        { id: "judgement", heading: "Standard" },
      ],
      rows: periods.flatMap((period) =>
        judgeStandard(
          steps,
          achieved.filter((each) => each.period === period),
        ).map((step) => ({
          cells: [
            { text: formatPeriod(period), value: period },
            { text: String(step.within), value: String(step.within) },
            { text: step.percent, value: step.percent },
            step.achieved === null
              ? { text: "not known", value: null }
              : { text: step.achieved, value: step.achieved },
            { text: step.judgement ?? "not known" },
          ],
        })),
      ),
      ...(achieved.some((each) => !steps.some(({ within }) => within === each.within)) && {
        notes: [
          "Figures were also given for other numbers of days than the standard's; a step is judged by them only where they leave no doubt.",
        ],
      }),
    },
  ];
}

/** Milestones on the way from a baseline, beside the figures of their periods. */
export function baselineBlocks(
  baseline: Baseline,
  indicator: Indicator,
  figures: readonly Observation[],
): BlockInput[] {
  return [
    {
      type: "table",
      id: `${baseline.id}-milestones`,
      caption: `${baseline.title}${baseline.value === null ? "" : `: ${grouped(baseline.value)}`}`,
      columns: [
        { id: "period", heading: "Period", headsRow: true },
        { id: "milestone", heading: "Milestone", type: "number", unit: indicator.unit },
        { id: "figure", heading: "Figure", type: "number", unit: indicator.unit },
        { id: "difference", heading: "Difference", type: "number", unit: indicator.unit },
        { id: "percent", heading: "Difference", type: "number", unit: "% of the milestone" },
      ],
      rows: baseline.milestones.map(({ period, value }) => {
        const chosen = chooseSeries(
          figures.filter((each) => each.period === period),
          { area: baseline.area },
        );
        const figure = "figures" in chosen ? chosen.figures[0] : undefined;
        return {
          cells: [
            { text: formatPeriod(period), value: period },
            value === null ? unknown : { text: grouped(value), value },
            figureCell(figure, indicator),
            ...differences(value, figure?.value ?? null),
          ],
        };
      }),
      ...(baseline.goal !== undefined && {
        notes: [
          `The goal: ${baseline.goal.percent} per cent less by ${formatPeriod(baseline.goal.by)}.`,
        ],
      }),
    },
  ];
}

const unknown: Cell = { text: "not known", value: null };

function differences(milestone: string | null, value: string | null): [Cell, Cell] {
  if (milestone === null || value === null) return [unknown, unknown];
  const apart = exact(value).sub(exact(milestone));
  const text = toDecimal(apart, 0);
  if (exact(milestone).compare(0) === 0) return [{ text, value: text }, unknown];
  const percent = toDecimal(apart.mul(100n).div(exact(milestone)), 0);
  return [
    { text, value: text },
    { text: `${percent}%`, value: percent },
  ];
}
