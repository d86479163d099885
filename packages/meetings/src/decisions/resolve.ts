import { referenceTo } from "@moothall/core";
import { type MeetingRecords, papersOf } from "../agenda/meeting-records.ts";
import { fault } from "../errors.ts";
import { nextNumber } from "../numbering/numbering.ts";
import type { Action } from "../resources/action.ts";
import type { SeenItem } from "../resources/agenda-item.ts";
import type { Decision } from "../resources/decision.ts";
import { dayOf } from "../resources/meeting-start.ts";
import type { Resolution } from "../resources/resolution.ts";
import type { Limb } from "../resources/terms.ts";
import { create, type DecidedRecord } from "./decided.ts";
import { refuseCancelled } from "./publish.ts";

export interface ResolveOptions {
  readonly limbs: readonly Limb[];
  readonly outcome?: string | undefined;
  /** The recommendation as amended, where it was. */
  readonly amended?:
    | { readonly limbs: readonly Limb[]; readonly reason?: string | undefined }
    | undefined;
  readonly excludes?: Resolution["excludes"];
  readonly motion?: string | undefined;
  readonly actions?: readonly Pick<Action, "text" | "owners" | "due">[] | undefined;
  /** Opens a decision in the log with the next number; `given` are the numbers that the log has. */
  readonly decision?: { readonly title: string; readonly given: readonly string[] } | undefined;
}

export interface ResolveDecision {
  readonly resolution: Resolution;
  readonly decision: Decision | undefined;
  readonly actions: readonly Action[];
  readonly writes: readonly DecidedRecord[];
}

/**
 * Records what a meeting resolved under an item, with the actions and the decision that come of it.
 * All are drafts until the minutes go out. What came of a withheld item is withheld as the item is.
 *
 * @throws MoothallError `meetings/meeting-cancelled`, `meetings/not-published` for an item that was not
 * taken, `meetings/bad-number` where a decision is wanted and the body has no numbers for them.
 */
export function resolve(
  item: SeenItem,
  records: MeetingRecords,
  options: ResolveOptions,
): ResolveDecision {
  const { meeting } = records;
  refuseCancelled(meeting.status);
  if (item.taken === undefined)
    throw fault(
      "meetings/not-published",
      `Item ${item.number ?? item.id} has not been taken, so nothing can be resolved under it.`,
      "Take the item first.",
    );
  const own = referenceTo("meetings/agenda-item", item.id);
  const heldBack = item.withheld !== undefined && { withheld: item.withheld };
  const before = records.resolutions.filter((each) => each.item === own).length;
  const id = `${item.id}${before === 0 ? "" : `.${before + 1}`}`;
  const decision = options.decision && logDecision(item, records, options.decision);
  const paper = papersOf(item, records.papers).find((each) => each.recommendations !== undefined);
  const resolution: Resolution = {
    id,
    meeting: referenceTo("meetings/meeting", meeting.id),
    item: own,
    ...(item.number !== undefined && { number: item.number }),
    session: item.session,
    limbs: [...options.limbs],
    ...(options.outcome !== undefined && { outcome: options.outcome }),
    ...(paper?.recommendations !== undefined &&
      paper.recommendations.length > 0 && {
        recommendation: {
          paper: referenceTo("meetings/paper", paper.id),
          put: paper.recommendations,
          ...(options.amended !== undefined && {
            agreed: [...options.amended.limbs],
            ...(options.amended.reason !== undefined && { reason: options.amended.reason }),
          }),
        },
      }),
    ...(options.excludes !== undefined && { excludes: options.excludes }),
    ...(options.motion !== undefined && { motion: options.motion }),
    ...(decision !== undefined && { decision: referenceTo("meetings/decision", decision.id) }),
    publication: "draft",
    ...heldBack,
  };
  const earlier = records.actions.filter((each) => each.item === own).length;
  const actions = (options.actions ?? []).map(
    (each, index): Action => ({
      id: `${item.id}.action-${earlier + index + 1}`,
      body: meeting.body,
      meeting: resolution.meeting,
      item: own,
      ...(item.number !== undefined && { number: item.number }),
      ...(item.title !== undefined && { heading: item.title }),
      ...each,
      state: "open",
      progress: [],
      carriedTo: [],
      publication: "draft",
      ...heldBack,
    }),
  );
  return {
    resolution,
    decision,
    actions,
    writes: [
      create("meetings/resolution", resolution),
      ...(decision === undefined ? [] : [create("meetings/decision", decision)]),
      ...actions.map((each) => create("meetings/action", each)),
    ],
  };
}

function logDecision(
  item: SeenItem,
  { meeting, orders }: MeetingRecords,
  { title, given }: NonNullable<ResolveOptions["decision"]>,
): Decision {
  const scheme = orders?.numbering.decisions;
  if (scheme === undefined)
    throw fault(
      "meetings/bad-number",
      "The body's standing orders do not say how its decisions are numbered.",
      "Add numbering.decisions to the standing orders of the body.",
    );
  const taken = dayOf(meeting);
  const number = nextNumber(scheme, given, taken);
  const [serial, year] = number.split("/");
  const body = meeting.body.slice(meeting.body.lastIndexOf("/") + 1);
  return {
    id:
      scheme.scheme === "yearly"
        ? `${body}.${taken.slice(0, 2)}${year?.slice(-2)}-${Number(serial)}`
        : `${body}.${number.toLowerCase()}`,
    body: meeting.body,
    number,
    title,
    taken,
    meeting: referenceTo("meetings/meeting", meeting.id),
    item: referenceTo("meetings/agenda-item", item.id),
    significant: true,
    publication: "draft",
    ...(item.withheld !== undefined && { withheld: item.withheld }),
  };
}
