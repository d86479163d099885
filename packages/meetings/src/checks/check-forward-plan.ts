import { type Finding, referenceTo } from "@moothall/core";
import type { ForwardPlanEntry } from "../resources/forward-plan-entry.ts";
import type { Meeting } from "../resources/meeting.ts";
import { dayOf } from "../resources/meeting-start.ts";
import { found } from "./finding.ts";

export const forwardPlanRules = {
  "meetings/forward-plan-slipped": "An entry of the forward plan was not taken at its meeting.",
} as const;

/** The day of the meeting for which an entry is planned. */
export const plannedDay = (
  { meeting, date }: ForwardPlanEntry,
  meetings: readonly Meeting[],
): string | undefined => {
  const called = meetings.find(({ id }) => referenceTo("meetings/meeting", id) === meeting);
  return called === undefined ? date : dayOf(called);
};

/** Looks for what was to be considered and was not. */
export const checkForwardPlan = (
  entries: readonly ForwardPlanEntry[],
  meetings: readonly Meeting[],
  today: string,
): Finding[] =>
  entries.flatMap((entry) => {
    const day = plannedDay(entry, meetings);
    const isOver = day !== undefined && day < today && entry.status === "planned";
    if (!isOver || entry.item !== undefined) return [];
    // Where the records of a body end before that day, nothing is known of what it took.
    if (!meetings.some((meeting) => meeting.body === entry.body && dayOf(meeting) >= day))
      return [];
    return [
      found({
        rule: "meetings/forward-plan-slipped",
        about: referenceTo("meetings/forward-plan-entry", entry.id),
        severity: "warning",
        message: `'${entry.title}' was planned for ${day}, and is neither taken nor moved.`,
        evidence: { planned: day ?? null },
        fix: "Link the item under which it was taken, move it, or withdraw it.",
      }),
    ];
  });
