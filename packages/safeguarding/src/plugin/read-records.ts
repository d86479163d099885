import { type MoothallError, type Reference, referenceTo } from "@moothall/core";
import { attempt, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { fault } from "../errors.ts";
import { type Break, breaksOf } from "../resources/break.ts";
import type { Indicator } from "../resources/indicator.ts";
import type { Observation } from "../resources/observation.ts";
import { oneSeries, type Slice } from "../resources/one-series.ts";

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

/**
 * @throws MoothallError `safeguarding/value-missing` when the caller sees none,
 * `safeguarding/several-series`.
 */
export const readFigure = (indicator: string, period: string, slice: Slice): Reading<Observation> =>
  Effect.flatMap(readObservations(indicator), (observations) =>
    attempt(() => {
      const ofPeriod = observations.filter((each) => each.period === period);
      const [found] = oneSeries(ofPeriod, slice);
      if (found !== undefined) return found;
      throw fault(
        "safeguarding/value-missing",
        `No figure of '${indicator}' for ${period} is there for you to see.`,
        "Check the period, area and breakdown; figures may be above your clearance.",
      );
    }),
  );

export const areaReference = (id: string | undefined): Reference | undefined =>
  id === undefined ? undefined : referenceTo("register/area", id);
