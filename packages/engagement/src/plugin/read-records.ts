import { type MoothallError, type Reference, referenceTo } from "@moothall/core";
import { Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import type { CoverageInput } from "../coverage/coverage-input.ts";
import type { StatutoryGroup } from "../gate/section-96.ts";
import type { TilePlace } from "../reports/tile-layout.ts";
import type { Activity } from "../resources/activity.ts";
import type { Consultation } from "../resources/consultation.ts";
import type { Place } from "../resources/place.ts";
import type { Tour } from "../resources/tour.ts";
import type { GateQuestion } from "./analysis-operations.ts";
import type { Settings } from "./settings.ts";

type Reading<Answer> = Effect.Effect<Answer, MoothallError, Records>;

export const equals = (field: string, value: string) => ({ field, is: "equals" as const, value });

export interface AreaWords {
  /** Names of areas by reference, as the register has them. */
  readonly names: ReadonlyMap<string, string>;
  /** Where areas stand in a map, by name, as far as the register says. */
  readonly tiles: ReadonlyMap<string, TilePlace>;
}

/** Areas as a reader knows them; one that is not in the register keeps its reference. */
export const readAreas = (areas: ReadonlySet<string>): Reading<AreaWords> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const names = new Map<string, string>();
    const tiles = new Map<string, TilePlace>();
    for (const reference of areas) {
      const area = yield* records.find<{ name?: string; tile?: TilePlace }>(reference as Reference);
      const name = area?.name ?? reference;
      names.set(reference, name);
      if (area?.tile !== undefined) tiles.set(name, area.tile);
    }
    return { names, tiles };
  });

export interface TourQuestion extends AreaWords {
  readonly tour: Tour;
  readonly question: CoverageInput;
}

/** What coverage is told of, from the records of a tour. */
export const readTour = (id: string, asAt: string): Reading<TourQuestion> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const reference = referenceTo("engagement/tour", id);
    const tour = yield* records.get<Tour>(reference);
    const everywhere = yield* records.all<Place>("engagement/place");
    const places = everywhere.filter(
      ({ authority }) => tour.authorities === undefined || tour.authorities.includes(authority),
    );
    const activities = yield* records.all<Activity>("engagement/activity", {
      where: [equals("tour", reference)],
    });
    const known = new Set(places.map((place) => referenceTo("engagement/place", place.id)));
    const { names, tiles } = yield* readAreas(new Set(places.map(({ authority }) => authority)));
    const idOf = (place: string) => place.slice("engagement/place/".length);
    return {
      tour,
      names,
      tiles,
      question: {
        places: places.map((place) => ({
          code: place.id,
          name: place.name,
          authority: names.get(place.authority) ?? place.authority,
          population: place.population,
          validFrom: place.validFrom,
          validTo: place.validTo,
          ...(place.successors !== undefined && { successors: place.successors.map(idOf) }),
        })),
        visits: activities.flatMap((activity) =>
          (activity.places ?? [])
            .filter((place) => known.has(place as Reference))
            .map((place) => ({
              place: idOf(place),
              date: activity.date,
              held: activity.status === "held",
              inPerson: activity.inPerson,
              openToPublic: activity.openToPublic,
            })),
        ),
        term: { start: tour.start, end: tour.end },
        target: tour.places,
        interim: tour.interim,
        asAt,
      },
    };
  });

/** The gates of the decision that a consultation is to inform, with every activity before it. */
export const readGate = (id: string, settings: Settings): Reading<GateQuestion> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const own = yield* records.get<Consultation>(referenceTo("engagement/consultation", id));
    const statutory =
      own.decided !== undefined && own.decides !== undefined && own.decides !== "other"
        ? { decision: own.decides, decided: own.decided, activities: yield* readViews(own) }
        : undefined;
    return {
      section96: statutory,
      gunning: {
        opened: own.opens,
        closed: own.closes,
        decided: own.decided,
        minimumDays: settings.minimumDays,
        reportedOn: own.reportedOn,
        principles: own.gunning,
      },
    };
  });

/** Consultations and activities that inform the same decision. */
const readViews = (own: Consultation) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const consultations = yield* records.all<Consultation>("engagement/consultation", {
      where: [equals("body", own.body)],
    });
    const related = consultations.filter(
      (each) =>
        each.id === own.id || (own.decision !== undefined && each.decision === own.decision),
    );
    const references = new Set(related.map(({ id }) => `engagement/consultation/${id}`));
    const activities = yield* records.all<Activity>("engagement/activity", {
      where: [equals("body", own.body)],
    });
    const views = activities.filter(
      (each) =>
        each.status === "held" && (each.consultations ?? []).some((about) => references.has(about)),
    );
    return [
      ...related.map(({ title, groups = [], closes }) => ({
        title,
        groups: [...groups],
        closed: closes,
      })),
      ...views.map(({ title, groups = [], date }) => ({
        title,
        groups: [...groups] as StatutoryGroup[],
        closed: date.length === 10 ? date : undefined,
      })),
    ];
  });
