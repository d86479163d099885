import { parseReference, type Reference, referenceTo } from "@moothall/core";
import { fault } from "../errors.ts";
import type { SeenAction } from "../resources/action.ts";
import type { Meeting } from "../resources/meeting.ts";
import { compareMeetings, dayOf } from "../resources/meeting-start.ts";
import { type DecidedRecord, put } from "./decided.ts";
import { refuseCancelled } from "./publish.ts";

export interface ActionReport {
  readonly action: string;
  /** What the owner reports. */
  readonly progress?: string | undefined;
  /** `done`, or `removed` where the meeting agreed to take it off. */
  readonly state?: "open" | "done" | "removed" | undefined;
}

export interface CarryDecision {
  readonly carried: readonly Reference[];
  readonly closed: readonly Reference[];
  readonly writes: readonly DecidedRecord[];
}

/**
 * Carries every open action of a body to a meeting, with what its owners report. One that is done or
 * taken off is closed there; it still stands in that meeting's review.
 *
 * @param actions the open actions of the body. @param before the meetings from which they come.
 * @throws MoothallError `meetings/meeting-cancelled`, `meetings/other-body` for an action of another
 * body, `core/not-found` is the caller's to raise for one that is not there.
 */
export function carryActions(
  actions: readonly SeenAction[],
  to: Meeting,
  reports: readonly ActionReport[],
  before: readonly Meeting[],
): CarryDecision {
  refuseCancelled(to.status);
  const meeting = referenceTo("meetings/meeting", to.id);
  const known = new Map(actions.map((each) => [referenceTo("meetings/action", each.id), each]));
  for (const { action } of reports) {
    if (!known.has(action as Reference))
      throw fault(
        "meetings/other-body",
        `${parseReference(action).id} is no open action of the body whose meeting this is.`,
        "Report on open actions of the same body.",
      );
  }
  const carried: Reference[] = [];
  const closed: Reference[] = [];
  const writes: DecidedRecord[] = [];
  for (const [reference, action] of known) {
    const from = before.find((each) => referenceTo("meetings/meeting", each.id) === action.meeting);
    if (from !== undefined && compareMeetings(from, to) >= 0) continue;
    const report = reports.find((each) => each.action === reference);
    const state = report?.state ?? "open";
    const carriedTo = [...new Set([...(action.carriedTo ?? []), meeting])];
    const data: SeenAction = {
      ...action,
      state,
      carriedTo,
      ...(report?.progress !== undefined && {
        progress: [...(action.progress ?? []), { meeting, on: dayOf(to), text: report.progress }],
      }),
      ...(state !== "open" && { closed: dayOf(to) }),
    };
    (state === "open" ? carried : closed).push(reference);
    writes.push(put("meetings/action", data));
  }
  return { carried, closed, writes };
}
