import type { Finding, MoothallError } from "@moothall/core";
import { type Check, Clock, check, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { type AreaPart, areaRules, checkAreas } from "../checks/check-areas.ts";
import { checkChanges } from "../checks/check-changes.ts";
import { checkClaim, claimRules } from "../checks/check-claims.ts";
import { checkFigures, figureRules } from "../checks/check-figures.ts";
import { checkSeries, seriesRules } from "../checks/check-series.ts";
import {
  checkPublicFigures,
  checkPublishedTable,
  smallCountRules,
} from "../checks/check-small-counts.ts";
import { checkTarget, targetRules } from "../checks/check-targets.ts";
import { checkTotals, totalRules } from "../checks/check-totals.ts";
import { groupBy, type IndicatorData } from "../checks/series-data.ts";
import type { Benchmark, PeerGroup } from "../resources/benchmark.ts";
import { type Break, breaksOf } from "../resources/break.ts";
import type { Claim } from "../resources/claim.ts";
import type { DisclosurePolicyRecord } from "../resources/disclosure-policy.ts";
import type { Indicator } from "../resources/indicator.ts";
import type { PublishedTable } from "../resources/published-table.ts";
import type { Target } from "../resources/target.ts";
import { readObservations } from "./read-records.ts";

/** Reads the observations of one indicator after the other, so that only one's are held at once. */
const overIndicators = (
  each: (data: IndicatorData) => Effect.Effect<readonly Finding[], MoothallError, Records>,
) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const breaks = yield* records.all<Break>("safeguarding/break");
    const found: Finding[] = [];
    for (const indicator of yield* records.all<Indicator>("safeguarding/indicator")) {
      const data = yield* dataOf(indicator, breaks);
      found.push(...(yield* each(data)));
    }
    return found;
  });

const dataOf = (indicator: Indicator, breaks: readonly Break[]) =>
  Effect.map(
    readObservations(indicator.id),
    (observations): IndicatorData => ({
      indicator,
      observations,
      breaks: breaksOf(breaks, indicator.id),
    }),
  );

const readPolicies = Effect.gen(function* () {
  const records = yield* Records;
  const all = yield* records.all<DisclosurePolicyRecord>("safeguarding/disclosure-policy");
  return new Map(all.map((each) => [`safeguarding/disclosure-policy/${each.id}`, each]));
});

/** The indicators that another one is worked out from. */
const basisOf = ({ measure }: Indicator): readonly string[] =>
  measure.type === "change"
    ? [measure.of]
    : measure.type === "ratio"
      ? [measure.numerator, measure.denominator]
      : [];

/** The areas that are named and are in the register; undefined where there is no register. */
const knownAreas = (data: IndicatorData) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const known = new Set<string>();
    for (const area of new Set(data.observations.flatMap((each) => each.area ?? [])))
      if ((yield* records.find(area as never)) !== undefined) known.add(area);
    return known;
  }).pipe(Effect.catch(() => Effect.succeed(undefined)));

/** Every area of the register; none where there is no register. */
const registeredAreas = Effect.gen(function* () {
  const records = yield* Records;
  return yield* records.all<AreaPart>("register/area");
}).pipe(Effect.catch(() => Effect.succeed([] as readonly AreaPart[])));

export const checks: Readonly<Record<string, Check>> = {
  figures: check({
    summary: "Figures against their indicators and their counts.",
    rules: figureRules,
    needs: [Records],
    run: () =>
      overIndicators((data) =>
        Effect.gen(function* () {
          const records = yield* Records;
          const others = new Map<string, IndicatorData>();
          for (const reference of basisOf(data.indicator)) {
            const other = yield* records.find<Indicator>(reference as never);
            if (other !== undefined) others.set(reference, yield* dataOf(other, []));
          }
          return checkFigures(data, { areas: yield* knownAreas(data), others });
        }),
      ),
  }),
  totals: check({
    summary: "Parts against totals, with declared overlaps: categories, periods and areas.",
    rules: { ...totalRules, ...areaRules },
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const areas = yield* registeredAreas;
        return yield* overIndicators((data) =>
          Effect.succeed([...checkTotals(data), ...checkAreas(data, areas)]),
        );
      }),
  }),
  series: check({
    summary: "Series: periods missing or doubled, one fact twice, breaks, revisions.",
    rules: seriesRules,
    needs: [Records],
    run: () => overIndicators((data) => Effect.succeed(checkSeries(data))),
  }),
  claims: check({
    summary: "What papers say in words against the figures.",
    rules: claimRules,
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const breaks = yield* records.all<Break>("safeguarding/break");
        const groups = new Map(
          (yield* records.all<PeerGroup>("safeguarding/peer-group")).map((each) => [
            `safeguarding/peer-group/${each.id}`,
            each,
          ]),
        );
        const benchmarks = yield* records.all<Benchmark>("safeguarding/benchmark");
        const claims = groupBy(
          yield* records.all<Claim>("safeguarding/claim"),
          (each) => each.indicator,
        );
        const found: Finding[] = [];
        for (const [reference, ofIndicator] of claims) {
          const indicator = yield* records.find<Indicator>(reference as never);
          const data = indicator === undefined ? undefined : yield* dataOf(indicator, breaks);
          // What does not fit together is said once, and not again as not to be verified.
          const unfit = data === undefined ? [] : checkChanges(ofIndicator, data);
          const said = new Set(unfit.map((each) => each.about));
          found.push(
            ...unfit,
            ...ofIndicator
              .flatMap((claim) => checkClaim(claim, data, groups, benchmarks, ofIndicator))
              .filter((each) => !said.has(each.about)),
          );
        }
        return found;
      }),
  }),
  targets: check({
    summary: "What was reached of standards against their steps.",
    rules: targetRules,
    needs: [Records],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        return (yield* records.all<Target>("safeguarding/target")).flatMap(checkTarget);
      }),
  }),
  disclosure: check({
    summary: "Small counts that are out or would come out.",
    rules: smallCountRules,
    needs: [Records, Clock],
    run: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        const policies = yield* readPolicies;
        const tables = yield* records.all<PublishedTable>("safeguarding/published-table");
        const ofTables = tables.flatMap((table) =>
          checkPublishedTable(table, tables, policies, clock.today()),
        );
        const ofFigures = yield* overIndicators((data) =>
          Effect.succeed(checkPublicFigures(data, policies)),
        );
        return [...ofTables, ...ofFigures];
      }),
  }),
};
