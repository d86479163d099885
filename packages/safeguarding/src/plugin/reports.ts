import {
  calendarDate,
  identifier,
  MoothallError,
  period,
  type Reference,
  referenceTo,
} from "@moothall/core";
import { Records, type Report, report } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import type { IndicatorData } from "../checks/series-data.ts";
import { actionPlan } from "../reports/action-plan.ts";
import { regionalComparison } from "../reports/regional-comparison.ts";
import { scorecardDocument } from "../reports/scorecard.ts";
import { themedReport } from "../reports/themed-report.ts";
import type { ActionLine } from "../resources/action-line.ts";
import type { Baseline, Benchmark, PeerGroup } from "../resources/benchmark.ts";
import { type Break, breaksOf } from "../resources/break.ts";
import { type Indicator, themes } from "../resources/indicator.ts";
import type { PublishedTable } from "../resources/published-table.ts";
import type { ScorecardDefinition } from "../resources/scorecard-definition.ts";
import type { Target } from "../resources/target.ts";
import { areaReference, readObservations } from "./read-records.ts";

const all = <Kept>(kind: string) =>
  Effect.gen(function* () {
    const records = yield* Records;
    return yield* records.all<Kept>(`safeguarding/${kind}`);
  });

/** Of what the caller may see: a report for the public holds nothing that was not published. */
const readIndicators = (wanted: (indicator: Indicator) => boolean) =>
  Effect.gen(function* () {
    const breaks = yield* all<Break>("break");
    const found: IndicatorData[] = [];
    for (const indicator of (yield* all<Indicator>("indicator")).filter(wanted)) {
      const observations = yield* readObservations(indicator.id);
      found.push({ indicator, observations, breaks: breaksOf(breaks, indicator.id) });
    }
    return found;
  });

/** Names of records of the register; what is not there goes by its reference. */
const readNames = (references: Iterable<string | undefined>) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const names = new Map<string, string>();
    for (const each of new Set(references)) {
      if (each === undefined) continue;
      const found = yield* records
        .find<{ name?: string; title?: string }>(each as Reference)
        .pipe(Effect.catch(() => Effect.succeed(undefined)));
      const name = found?.name ?? found?.title;
      if (name !== undefined) names.set(each, name);
    }
    return names;
  });

const themedInput = z.strictObject({
  area: identifier().optional().describe("Only figures of this area"),
  periods: z.array(period()).optional().describe("Only figures of these periods"),
});

const buildThemed = (
  title: string,
  wanted: readonly string[],
  input: z.output<typeof themedInput>,
) =>
  Effect.gen(function* () {
    const indicators = yield* readIndicators(({ theme }) => wanted.includes(theme));
    const names = yield* readNames(
      indicators.flatMap(({ observations }) =>
        observations.flatMap(({ area, body }) => [area, body]),
      ),
    );
    return themedReport(
      title,
      {
        indicators,
        targets: yield* all<Target>("target"),
        baselines: yield* all<Baseline>("baseline"),
        tables: yield* all<PublishedTable>("published-table"),
      },
      { names, area: areaReference(input.area), periods: input.periods },
    );
  });

const themed = (title: string, wanted: readonly (typeof themes)[number][]): Report =>
  report({
    summary: `${title}: figures with definitions, sources and breaks, and protected tables.`,
    input: themedInput,
    needs: [Records],
    example: { input: {} },
    build: (input) => buildThemed(title, wanted, input),
  });

export const reports: Readonly<Record<string, Report>> = {
  scorecard: report({
    summary: "A chief officer's scorecard for a period, as its definition says.",
    input: () =>
      z.strictObject({
        scorecard: identifier(),
        period: period().optional().describe("The scorecard's own where left out"),
        area: identifier().optional(),
      }),
    needs: [Records],
    example: { input: { scorecard: "children", period: "FY2016" } },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const definition = yield* records.get<ScorecardDefinition>(
          referenceTo("safeguarding/scorecard", input.scorecard),
        );
        const covered = input.period ?? definition.period;
        if (covered === undefined) return yield* Effect.fail(periodMissing());
        const wanted = new Set(
          definition.sections.flatMap(({ lines }) => lines.map(({ indicator }) => indicator)),
        );
        const indicators = yield* readIndicators(({ id }) =>
          wanted.has(referenceTo("safeguarding/indicator", id)),
        );
        return scorecardDocument(
          definition,
          {
            indicators: byReference("indicator", indicators, ({ indicator }) => indicator.id),
            targets: yield* all<Target>("target"),
            benchmarks: yield* all<Benchmark>("benchmark"),
            groups: byReference("peer-group", yield* all<PeerGroup>("peer-group"), ({ id }) => id),
          },
          { period: covered, area: areaReference(input.area) ?? definition.area },
        );
      }),
  }),
  themed: report({
    summary: "A board's report on one theme.",
    input: () => themedInput.extend({ theme: z.enum(themes) }),
    needs: [Records],
    example: { input: { theme: "children" } },
    build: (input) => {
      const words = input.theme.replaceAll("-", " ");
      return buildThemed(`${words[0]?.toUpperCase()}${words.slice(1)}`, [input.theme], input);
    },
  }),
  "domestic-abuse": themed("Domestic abuse", ["domestic-abuse", "marac"]),
  children: themed("Safeguarding children", ["children"]),
  adults: themed("Safeguarding adults", ["adults", "missing-persons", "mental-health"]),
  "rape-and-serious-sexual-offences": themed("Rape and serious sexual offences", [
    "rape-and-serious-sexual-offences",
  ]),
  marac: themed("Multi-agency risk assessment conferences", ["marac"]),
  "road-safety": themed("Road safety", ["road-safety"]),
  "action-plan": report({
    summary: "An action plan: every line with the history of its judgement.",
    input: () => z.strictObject({ plan: z.string().min(1), asAt: calendarDate().optional() }),
    needs: [Records],
    example: { input: { plan: "Domestic abuse" } },
    build: ({ plan, asAt }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const found = yield* records.all<ActionLine>("safeguarding/action-line", {
          where: [{ field: "plan", is: "equals", value: plan }],
        });
        const lines = found.map((line) => ({
          ...line,
          ratings: line.ratings.filter(
            ({ date }) => asAt === undefined || date === undefined || date <= asAt,
          ),
        }));
        const names = yield* readNames(
          lines.flatMap(({ owner, ratings }) => [owner, ...ratings.map(({ by }) => by)]),
        );
        return actionPlan(plan, lines, names);
      }),
  }),
  "regional-comparison": report({
    summary: "Areas of a peer group side by side, with places where there is an order of merit.",
    input: () =>
      z.strictObject({
        group: identifier().describe("Id of the peer group"),
        period: period(),
        theme: z.enum(themes).optional(),
      }),
    needs: [Records],
    example: { input: { group: "east-midlands-forces", period: "FY2016" } },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const group = yield* records.get<PeerGroup>(
          referenceTo("safeguarding/peer-group", input.group),
        );
        const indicators = yield* readIndicators(
          ({ theme }) => input.theme === undefined || theme === input.theme,
        );
        return regionalComparison(indicators, {
          period: input.period,
          title: group.title,
          members: group.members,
          names: yield* readNames(group.members),
        });
      }),
  }),
};

const byReference = <Item>(
  resource: string,
  items: readonly Item[],
  idOf: (item: Item) => string,
): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [`safeguarding/${resource}/${idOf(item)}`, item]));

const periodMissing = () =>
  new MoothallError({
    code: "core/bad-input",
    message: "The scorecard has no period of its own, and none is asked for.",
    hint: "Give the period, such as FY2016-Q4.",
    at: { pointer: "/period" },
  });
