import { type Finding, referenceTo } from "@moothall/core";
import type { MeetingBody } from "../agenda/meeting-records.ts";
import type { SeenDecision } from "../resources/decision.ts";
import type { Meeting } from "../resources/meeting.ts";
import { compareMeetings, dayOf } from "../resources/meeting-start.ts";
import { found } from "./finding.ts";

export const decisionRules = {
  "meetings/decision-not-reported":
    "A decision taken out of a meeting was not reported to the next one.",
  "meetings/decision-reported-late": "A decision was reported to a later meeting than the next.",
  "meetings/key-decision-without-notice":
    "A key decision was taken without 28 clear days' notice or an exception.",
} as const;

/**
 * The first meeting after a decision to which it can be reported: one of its body, or of a body that
 * is part of it, as a commissioner's board is.
 */
export const nextMeetingAfter = (
  decision: SeenDecision,
  meetings: readonly Meeting[],
  bodies: readonly MeetingBody[],
): Meeting | undefined => {
  const parts = bodies
    .filter((each) => each.parent === decision.body)
    .map(({ id }) => referenceTo("register/body", id) as string);
  // A body's own meetings come first; where it has none, those of its parts.
  for (const chosen of [[decision.body], parts]) {
    const held = meetings
      .filter((each) => chosen.includes(each.body) && each.status === "held")
      .filter((each) => dayOf(each) > decision.taken)
      .toSorted(compareMeetings);
    if (held[0] !== undefined) return held[0];
  }
  return undefined;
};

/** Holds the decision log against the meetings to which it was to be reported. */
export const checkDecisions = (
  decisions: readonly SeenDecision[],
  meetings: readonly Meeting[],
  bodies: readonly MeetingBody[],
): Finding[] =>
  decisions.flatMap((decision) => [
    ...checkReported(decision, meetings, bodies),
    ...checkKey(decision),
  ]);

function checkReported(
  decision: SeenDecision,
  meetings: readonly Meeting[],
  bodies: readonly MeetingBody[],
): Finding[] {
  if (decision.meeting !== undefined) return [];
  const about = referenceTo("meetings/decision", decision.id);
  const reported = meetings.find(
    ({ id }) => referenceTo("meetings/meeting", id) === decision.reportedTo,
  );
  if (reported === undefined) {
    const next = nextMeetingAfter(decision, meetings, bodies);
    if (next === undefined || decision.reportedTo !== undefined) return [];
    return [
      found({
        rule: "meetings/decision-not-reported",
        about,
        severity: "warning",
        message: `Decision ${decision.number} was taken on ${decision.taken}; the next meeting was held on ${dayOf(next)}, and it was not reported there.`,
        evidence: { meeting: next.id },
        fix: "Report it to the next meeting, and say so on the decision.",
      }),
    ];
  }
  const earlier = meetings
    .filter((each) => each.body === reported.body && each.status === "held")
    .find((each) => dayOf(each) > decision.taken && compareMeetings(each, reported) < 0);
  if (earlier === undefined) return [];
  return [
    found({
      rule: "meetings/decision-reported-late",
      about,
      severity: "note",
      message: `Decision ${decision.number} was taken on ${decision.taken} and reported on ${dayOf(reported)}; a meeting was held on ${dayOf(earlier)} before that.`,
      evidence: { meeting: earlier.id },
    }),
  ];
}

const noticeOfKeyDecision = 28;

/** Twenty-eight clear days (SI 2012/2089, regulation 9), counted as days of the calendar. */
function checkKey(decision: SeenDecision): Finding[] {
  const { key } = decision;
  if (key === undefined || key.exception !== undefined || key.notice === undefined) return [];
  const between = (Date.parse(decision.taken) - Date.parse(key.notice)) / 86_400_000 - 1;
  if (between >= noticeOfKeyDecision) return [];
  return [
    found({
      rule: "meetings/key-decision-without-notice",
      about: referenceTo("meetings/decision", decision.id),
      severity: "error",
      message: `Notice of the key decision was published on ${key.notice}, ${Math.max(0, between)} clear days before it was taken; ${noticeOfKeyDecision} are owed (SI 2012/2089, regulation 9).`,
      evidence: { given: Math.max(0, between), owed: noticeOfKeyDecision },
      fix: "Record the general exception or the special urgency that was used, with its reasons.",
    }),
  ];
}
