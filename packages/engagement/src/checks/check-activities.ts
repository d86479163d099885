import { type Finding, formatDate, parsePeriod } from "@moothall/core";
import type { Activity } from "../resources/activity.ts";
import type { Place } from "../resources/place.ts";

export const activityRules = {
  "engagement/unknown-place": "A place that was visited is not in the register of places.",
  "engagement/place-not-valid": "A place was not one on the day of the visit.",
  "engagement/planned-in-the-past": "An activity is still planned though its day has passed.",
} as const;

export function checkActivities(
  activities: readonly Activity[],
  places: readonly Place[],
  today: string,
): Finding[] {
  const known = new Map(places.map((place) => [`engagement/place/${place.id}`, place]));
  return activities.flatMap((activity): Finding[] => {
    const about = `engagement/activity/${activity.id}`;
    const { start, end } = parsePeriod(activity.date);
    const last = end ?? start;
    const findings = (activity.places ?? []).flatMap((reference, index): Finding[] => {
      const place = known.get(reference);
      const at = { pointer: `/places/${index}` };
      if (place === undefined) {
        return [
          {
            rule: "engagement/unknown-place",
            about,
            severity: "error",
            message: `The place ${reference} is not in the register, so the visit counts nowhere.`,
            evidence: { place: reference },
            at,
            fix: "Add the place, or correct the reference.",
          },
        ];
      }
      const holds =
        (place.validFrom === undefined || place.validFrom <= last) &&
        (place.validTo === undefined || start <= place.validTo);
      if (holds) return [];
      return [
        {
          rule: "engagement/place-not-valid",
          about,
          severity: "warning",
          message: `${place.name} was not a place of the register then.`,
          evidence: { place: reference, date: activity.date },
          at,
          fix: "Name the place that it was then.",
        },
      ];
    });
    if (activity.status === "planned" && last < today) {
      findings.push({
        rule: "engagement/planned-in-the-past",
        about,
        severity: "warning",
        message: `It was planned for ${formatDate(last)}; whether it was held is not recorded.`,
        evidence: { date: activity.date },
        at: { pointer: "/status" },
        fix: "Record that it was held or cancelled.",
      });
    }
    return findings;
  });
}
