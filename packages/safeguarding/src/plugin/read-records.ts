import { type MoothallError, type Reference, referenceTo } from "@moothall/core";
import { Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { fault } from "../errors.ts";
import { type Break, breaksOf } from "../resources/break.ts";
import type { Indicator } from "../resources/indicator.ts";
import { latestVintage, type Observation } from "../resources/observation.ts";

type Reading<Answer> = Effect.Effect<Answer, MoothallError, Records>;

export const readIndicator = (id: string): Reading<Indicator> =>
  Effect.gen(function* () {
    const records = yield* Records;
    return yield* records.get<Indicator>(referenceTo("safeguarding/indicator", id));
  });

/** The observations of an indicator that the caller may see, all vintages. */
export const readObservations = (indicator: string): Reading<readonly Observation[]> =>
  Effect.gen(function* () {
    const records = yield* Records;
    return yield* records.all<Observation>("safeguarding/observation", {
      where: [
        {
          field: "indicator",
          is: "equals",
          value: referenceTo("safeguarding/indicator", indicator),
        },
      ],
    });
  });

export const readBreaks = (
  indicator: string,
  areas?: readonly (string | undefined)[],
): Reading<readonly Break[]> =>
  Effect.gen(function* () {
    const records = yield* Records;
    return breaksOf(yield* records.all<Break>("safeguarding/break"), indicator, areas);
  });

export interface Slice {
  readonly area?: string | undefined;
  readonly body?: string | undefined;
  readonly breakdown?: string | undefined;
}

/** The latest vintage of a slice of an indicator's observations. */
export const sliceOf = (
  observations: readonly Observation[],
  slice: Slice,
): readonly Observation[] =>
  latestVintage(observations).filter(
    (each) =>
      (slice.area === undefined || each.area === slice.area) &&
      (slice.body === undefined || each.body === slice.body) &&
      each.breakdown === slice.breakdown,
  );

/** @throws MoothallError `safeguarding/value-missing` when the caller sees none. */
export const readFigure = (indicator: string, period: string, slice: Slice): Reading<Observation> =>
  Effect.flatMap(readObservations(indicator), (observations) => {
    const found = sliceOf(observations, slice).find((each) => each.period === period);
    return found === undefined
      ? Effect.fail(
          fault(
            "safeguarding/value-missing",
            `No figure of '${indicator}' for ${period} is there for you to see.`,
            "Check the period, area and breakdown; figures may be above your clearance.",
          ),
        )
      : Effect.succeed(found);
  });

export const areaReference = (id: string | undefined): Reference | undefined =>
  id === undefined ? undefined : referenceTo("register/area", id);
