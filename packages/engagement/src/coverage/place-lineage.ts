import { fault } from "../errors.ts";
import type { CoverageQuestion } from "./coverage-input.ts";

export type Place = CoverageQuestion["places"][number];

const holdsOn = ({ validFrom, validTo }: Place, day: string): boolean =>
  (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);

export interface PlacesOfDay {
  /** The places that hold on the day. */
  readonly current: readonly Place[];
  /** What a place of any time is on the day: itself, what took its place, or nothing. */
  readonly nowOf: (code: string, index: number) => readonly Place[];
}

/**
 * Follows places through changes of boundaries to a day.
 * @throws MoothallError `engagement/duplicate-place`, `engagement/unknown-place`,
 * `engagement/circular-successors`
 */
export function placesOfDay(places: readonly Place[], day: string): PlacesOfDay {
  const byCode = new Map<string, Place>();
  for (const [index, place] of places.entries()) {
    if (byCode.has(place.code)) throw twice(place.code, index);
    byCode.set(place.code, place);
  }
  const found = new Map<string, readonly Place[]>();
  const follow = (code: string, path: readonly string[]): readonly Place[] => {
    const known = found.get(code);
    if (known !== undefined) return known;
    if (path.includes(code)) throw circle(code);
    const place = byCode.get(code);
    if (place === undefined) throw noSuccessor(code, path.at(-1) ?? code);
    const now = holdsOn(place, day)
      ? [place]
      : [...new Set((place.successors ?? []).flatMap((next) => follow(next, [...path, code])))];
    found.set(code, now);
    return now;
  };
  return {
    current: places.filter((place) => holdsOn(place, day)),
    nowOf: (code, index) => {
      if (!byCode.has(code)) throw noPlace(index);
      return follow(code, []);
    },
  };
}

const twice = (code: string, index: number) =>
  fault(
    "engagement/duplicate-place",
    `Place '${code}' stands twice in the register.`,
    "Give each place one row; a place whose bounds changed is another place with its own code.",
    { row: index + 1, column: "code" },
  );

const circle = (code: string) =>
  fault(
    "engagement/circular-successors",
    `Place '${code}' is, through others, a successor of itself.`,
    "Correct the successors.",
    { pointer: "/places" },
  );

const noSuccessor = (code: string, of: string) =>
  fault(
    "engagement/unknown-place",
    `'${code}', the successor of '${of}', is not in the register of places.`,
    "Add the place, or correct the successor.",
    { pointer: "/places" },
  );

const noPlace = (index: number) =>
  fault(
    "engagement/unknown-place",
    `Visit ${index + 1} is to a place that is not in the register.`,
    "Correct the code, or add the place to the register.",
    { row: index + 1, column: "place" },
  );
