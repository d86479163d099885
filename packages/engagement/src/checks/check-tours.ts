import { type Finding, formatDate } from "@moothall/core";
import type { Place } from "../resources/place.ts";
import type { Tour } from "../resources/tour.ts";

export const tourRules = {
  "engagement/impossible-target": "A target of a tour lies outside its term or its places.",
  "engagement/places-missing": "The register holds fewer places than a tour is to visit.",
} as const;

export const checkTours = (tours: readonly Tour[], places: readonly Place[]): Finding[] =>
  tours.flatMap((tour) => {
    const about = `engagement/tour/${tour.id}`;
    const findings: Finding[] = [];
    const impossible = (message: string, pointer: string) =>
      findings.push({
        rule: "engagement/impossible-target",
        about,
        severity: "error",
        message,
        evidence: {},
        at: { pointer },
        fix: "Correct the target or the term.",
      });
    if (tour.end < tour.start) impossible("It ends before it starts.", "/end");
    for (const [index, { by, places: target }] of (tour.interim ?? []).entries()) {
      if (by < tour.start || by > tour.end)
        impossible(`The target of ${formatDate(by)} is outside the term.`, `/interim/${index}/by`);
      if (target > tour.places)
        impossible(
          `${target} places by ${formatDate(by)} are more than the ${tour.places} of the whole tour.`,
          `/interim/${index}/places`,
        );
    }
    const held = places.filter(
      ({ authority, validFrom, validTo }) =>
        (tour.authorities === undefined || tour.authorities.includes(authority)) &&
        (validFrom === undefined || validFrom <= tour.end) &&
        (validTo === undefined || validTo >= tour.start),
    ).length;
    if (held < tour.places)
      findings.push({
        rule: "engagement/places-missing",
        about,
        severity: "note",
        message: `It is to visit ${tour.places} places, and the register holds ${held} of them; shares are of those.`,
        evidence: { places: tour.places, held },
        at: { pointer: "/places" },
        fix: "Add the places to the register.",
      });
    return findings;
  });
