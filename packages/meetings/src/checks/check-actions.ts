import { type Finding, referenceTo } from "@moothall/core";
import type { SeenAction } from "../resources/action.ts";
import type { Meeting } from "../resources/meeting.ts";
import { compareMeetings, dayOf } from "../resources/meeting-start.ts";
import { found } from "./finding.ts";

export const actionRules = {
  "meetings/action-without-owner": "An open action has no owner.",
  "meetings/action-overdue": "An action is open past the day on which it was due.",
  "meetings/action-not-carried":
    "A later meeting reviewed open actions of its body, and this one is not among them.",
} as const;

/** Looks for actions that nobody owns, that are late or that a review of actions leaves out. */
export const checkActions = (
  actions: readonly SeenAction[],
  meetings: readonly Meeting[],
  today: string,
): Finding[] => [...checkEach(actions, today), ...checkCarried(actions, meetings)];

/** Open actions of which nothing was heard since, though a later meeting went through others. */
function checkCarried(actions: readonly SeenAction[], meetings: readonly Meeting[]): Finding[] {
  const meetingOf = new Map<string, Meeting>(
    meetings.map((meeting) => [referenceTo("meetings/meeting", meeting.id), meeting]),
  );
  return actions.flatMap((action) => {
    const asked = meetingOf.get(action.meeting);
    // What was carried or reported is known; of a withheld action neither is seen.
    const isSilent = action.carriedTo?.length === 0 && action.progress?.length === 0;
    if (action.state !== "open" || !isSilent || asked === undefined) return [];
    const [review] = actions
      .filter(({ body }) => body === action.body)
      .flatMap(({ carriedTo }) => (carriedTo ?? []).flatMap((to) => meetingOf.get(to) ?? []))
      .filter((each) => compareMeetings(each, asked) > 0)
      .toSorted(compareMeetings);
    if (review === undefined) return [];
    return [
      found({
        rule: "meetings/action-not-carried",
        about: referenceTo("meetings/action", action.id),
        severity: "warning",
        message: `It was asked for on ${dayOf(asked)} and is open; the review of actions of ${dayOf(review)} leaves it out.`,
        evidence: { asked: dayOf(asked), reviewed: dayOf(review) },
        at: { pointer: "/carriedTo" },
        fix: "Carry it to the next meeting, or record that it is done.",
      }),
    ];
  });
}

const checkEach = (actions: readonly SeenAction[], today: string): Finding[] =>
  actions
    .filter(({ state }) => state === "open")
    .flatMap((action) => {
      const about = referenceTo("meetings/action", action.id);
      const findings: Finding[] = [];
      // Of a withheld action the owners are not seen, which is not to say that there are none.
      if (action.owners !== undefined && action.owners.length === 0)
        findings.push(
          found({
            rule: "meetings/action-without-owner",
            about,
            severity: "warning",
            message: "It is open, and no post or body is said to own it.",
            at: { pointer: "/owners" },
            fix: "Name the post that is to do it.",
          }),
        );
      if (action.due !== undefined && action.due < today)
        findings.push(
          found({
            rule: "meetings/action-overdue",
            about,
            severity: "warning",
            message: `It was due on ${action.due} and is open.`,
            evidence: { due: action.due },
            at: { pointer: "/due" },
            fix: "Report on it at the next meeting, or agree another day.",
          }),
        );
      return findings;
    });
