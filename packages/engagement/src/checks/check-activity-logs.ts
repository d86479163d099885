import type { Finding } from "@moothall/core";
import { areasIn } from "../reports/log-report.ts";
import type { Activity } from "../resources/activity.ts";
import type { ActivityLog } from "../resources/activity-log.ts";
import type { Place } from "../resources/place.ts";

export const logRules = {
  "engagement/fewer-than-said": "A log says of an area more activities than it lists.",
} as const;

/**
 * An activity counts for each area that it names, and for each authority in which one of its places
 * lies; once for each, however many places of it were visited.
 */
export const checkActivityLogs = (
  logs: readonly ActivityLog[],
  activities: readonly Activity[],
  places: readonly Place[],
): Finding[] => {
  const areasOf = areasIn(places);
  return logs.flatMap(({ id, inEach }) => {
    if (inEach === undefined) return [];
    const listedIn = activities
      .filter(({ log, status }) => log === `engagement/activity-log/${id}` && status === "held")
      .map(areasOf);
    return inEach.areas.flatMap((area): Finding[] => {
      const listed = listedIn.filter((areas) => areas.includes(area)).length;
      if (listed >= inEach.atLeast) return [];
      return [
        {
          rule: "engagement/fewer-than-said",
          about: `engagement/activity-log/${id}`,
          severity: "warning",
          message: `It says that there were at least ${inEach.atLeast} in each area, and lists ${listed} in ${area}.`,
          evidence: { area, atLeast: inEach.atLeast, listed },
          at: { pointer: "/inEach" },
          fix: "Record the activities that the list leaves out, or correct the words.",
        },
      ];
    });
  });
};
