import { decimal, identifier, period } from "@moothall/core";
import { attempt, type Operation, operation, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { controlChart, controlChartInput, controlChartOutput } from "../chart/control-chart.ts";
import { breakInSeries } from "../comparability/break.ts";
import { compare, comparison } from "../comparability/compare.ts";
import { periodOf } from "../comparability/periods.ts";
import { rollingYear, rollingYearInput, rollingYearOutput } from "../comparability/rolling-year.ts";
import { fault } from "../errors.ts";
import { judge, judgeInput, judgement } from "../judgement/judge.ts";
import { rank, rankInput, ranking } from "../judgement/rank.ts";
import { breakdown } from "../resources/breakdown.ts";
import { latestVintage } from "../resources/observation.ts";
import { oneSeries } from "../resources/one-series.ts";
import {
  areaReference,
  readBreaks,
  readFigure,
  readIndicator,
  readObservations,
} from "./read-records.ts";

const indicator = () =>
  identifier().optional().describe("Read figures, breaks and polarity from the records");
const area = () => identifier().optional().describe("Id of an area of the register");

const plainBreak = ({ date, cause, bridge }: z.output<ReturnType<typeof breakInSeries>>) => ({
  date,
  cause,
  ...(bridge !== undefined && { bridge }),
});

/** On figures that are given, or on those of the records that the caller may see. */
export const comparisonOperations: Readonly<Record<string, Operation>> = {
  compare: operation({
    summary: "Compare two periods, or two areas; refuses across a break in series.",
    input: () =>
      z.strictObject({
        indicator: indicator(),
        from: period(),
        to: period(),
        area: area(),
        otherArea: area().describe("Compare with this area in place of the same"),
        breakdown: breakdown().optional(),
        fromValue: decimal().nullable().optional().describe("Figure given in place of records"),
        toValue: decimal().nullable().optional(),
        breaks: z.array(breakInSeries()).default([]),
        places: z.int().min(0).max(6).default(1),
      }),
    output: comparison,
    mode: "read",
    needs: [Records],
    example: { input: { from: "2011", to: "2012", fromValue: "39", toValue: "25" } },
    handler: (input) =>
      Effect.gen(function* () {
        if (input.indicator === undefined) {
          const { fromValue, toValue } = input;
          if (fromValue === undefined || toValue === undefined)
            return yield* Effect.fail(noFigures());
          return yield* attempt(() =>
            compare({
              from: { period: input.from, value: fromValue },
              to: { period: input.to, value: toValue },
              breaks: input.breaks,
              places: input.places,
            }),
          );
        }
        const { breakdown } = input;
        const first = areaReference(input.area);
        const second = areaReference(input.otherArea) ?? first;
        yield* readIndicator(input.indicator);
        const declared = yield* readBreaks(input.indicator, [first, second]);
        const from = yield* readFigure(input.indicator, input.from, { area: first, breakdown });
        const to = yield* readFigure(input.indicator, input.to, { area: second, breakdown });
        return yield* attempt(() =>
          compare({
            from: { period: from.period, value: from.value, definition: from.definition },
            to: { period: to.period, value: to.value, definition: to.definition },
            breaks: [...declared.map(plainBreak), ...input.breaks],
            places: input.places,
          }),
        );
      }),
  }),
  "rolling-year": operation({
    summary: "Sums of the last twelve months; none with a break in series in it.",
    input: () =>
      rollingYearInput().extend({
        points: rollingYearInput().shape.points.default([]),
        indicator: indicator(),
        area: area(),
        breakdown: breakdown().optional(),
        kind: z
          .enum(["month", "quarter", "financial-quarter"])
          .default("month")
          .describe("Which periods of the indicator to add up"),
      }),
    output: rollingYearOutput,
    mode: "read",
    needs: [Records],
    example: {
      input: {
        points: [
          { period: "FY2016-Q1", value: "26" },
          { period: "FY2016-Q2", value: "26" },
          { period: "FY2016-Q3", value: "26" },
          { period: "FY2016-Q4", value: "26" },
        ],
      },
    },
    handler: ({ indicator: id, area: areaId, breakdown, kind, ...input }) =>
      Effect.gen(function* () {
        if (id === undefined) return yield* attempt(() => rollingYear(input));
        const found = yield* readIndicator(id);
        if (found.measure.type !== "count" || found.counts !== "cases" || found.timing !== "flow") {
          return yield* Effect.fail(
            fault(
              "safeguarding/cannot-be-added-up",
              `Figures of '${id}' do not add up over periods: it is not a flow of cases.`,
              "Add up cases that came in; people, stocks and ratios of a year need a count of the year.",
            ),
          );
        }
        const wanted = areaReference(areaId);
        const declared = yield* readBreaks(id, [wanted]);
        const all = yield* readObservations(id);
        return yield* attempt(() => {
          const points = oneSeries(all, { area: wanted, breakdown })
            .filter((each) => kindOf(each.period) === kind)
            .map(({ period, value }) => ({ period, value }));
          return rollingYear({
            ...input,
            points: [...points, ...input.points],
            breaks: [...declared.map(plainBreak), ...input.breaks],
          });
        });
      }),
  }),
  "control-chart": operation({
    summary: "A control chart of individual values, each segment between breaks on its own.",
    input: () =>
      controlChartInput().extend({
        points: controlChartInput().shape.points.default([]),
        indicator: indicator(),
        area: area(),
        breakdown: breakdown().optional(),
        kind: z
          .enum(["month", "quarter", "year", "financial-quarter", "financial-year"])
          .optional()
          .describe("Which periods of the indicator to draw"),
      }),
    output: controlChartOutput,
    mode: "read",
    needs: [Records],
    example: {
      input: {
        points: [
          { period: "2014", value: "148" },
          { period: "2015", value: "141" },
          { period: "2016", value: "126" },
        ],
      },
    },
    handler: ({ indicator: id, area: areaId, breakdown, kind, ...input }) =>
      Effect.gen(function* () {
        if (id === undefined) return yield* attempt(() => controlChart(input));
        yield* readIndicator(id);
        const wanted = areaReference(areaId);
        const declared = yield* readBreaks(id, [wanted]);
        const all = yield* readObservations(id);
        return yield* attempt(() => {
          const points = oneSeries(all, { area: wanted, breakdown })
            .filter((each) => kind === undefined || kindOf(each.period) === kind)
            .map(({ period, value }) => ({ period, value }));
          return controlChart({
            ...input,
            points: [...points, ...input.points],
            breaks: [...declared.map(plainBreak), ...input.breaks],
          });
        });
      }),
  }),
  rank: operation({
    summary: "Competition ranks of areas; suppressed ones are not ranked, and counted.",
    input: () =>
      rankInput().extend({
        entries: z.array(rankInput().shape.entries.element).default([]),
        indicator: indicator(),
        period: period().optional(),
        breakdown: breakdown().optional(),
      }),
    output: ranking,
    mode: "read",
    needs: [Records],
    example: {
      input: {
        polarity: { direction: "high" },
        entries: [
          { name: "Derbyshire", value: "70.8" },
          { name: "Leicestershire", value: "66.0" },
          { name: "Lincolnshire", value: null },
        ],
      },
    },
    handler: ({ indicator: id, period, breakdown, ...input }) =>
      Effect.gen(function* () {
        if (id === undefined) {
          if (input.entries.length === 0) return yield* Effect.fail(noFigures());
          return yield* attempt(() => rank(input));
        }
        const found = yield* readIndicator(id);
        const figures = latestVintage(yield* readObservations(id)).filter(
          (each) =>
            each.breakdown === breakdown && each.period === period && each.area !== undefined,
        );
        if (figures.length === 0) return yield* Effect.fail(noFigures());
        return yield* attempt(() =>
          rank({
            polarity: found.polarity,
            entries: figures.map(({ area, value }) => ({ name: area as string, value })),
          }),
        );
      }),
  }),
  judge: operation({
    summary: "Judge a figure: movement, target, assurance, benchmark.",
    input: () =>
      judgeInput().extend({
        indicator: indicator(),
      }),
    output: judgement,
    mode: "read",
    needs: [Records],
    example: {
      input: {
        polarity: { direction: "low" },
        value: "25",
        before: "39",
        target: { value: "30" },
      },
    },
    handler: ({ indicator: id, ...input }) =>
      Effect.gen(function* () {
        if (id === undefined) return yield* attempt(() => judge(input));
        const found = yield* readIndicator(id);
        return yield* attempt(() => judge({ ...input, polarity: found.polarity }));
      }),
  }),
};

const kindOf = (text: string): string => periodOf(text).kind;

const noFigures = () =>
  fault(
    "safeguarding/value-missing",
    "There are no figures to work on.",
    "Give them, or an indicator with a period whose figures you may see.",
  );
