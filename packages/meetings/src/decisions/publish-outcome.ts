import { compareInstants, dateOfInstant, referenceTo } from "@moothall/core";
import { digestOf } from "../agenda/frozen.ts";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import { fault } from "../errors.ts";
import type { SeenItem } from "../resources/agenda-item.ts";
import type { SeenDecision } from "../resources/decision.ts";
import { startOf } from "../resources/meeting-start.ts";
import type { SeenPaper } from "../resources/paper.ts";
import type { Publication } from "../resources/publication.ts";
import { create, type DecidedRecord, put } from "./decided.ts";
import { type PublicationDecision, refuseCancelled } from "./publish.ts";
import { shutItems, shutMinutes, withheldAs } from "./shut-items.ts";

/**
 * Publishes the minutes of a meeting as the chair approved them, and with them what they tell of:
 * attendance, declarations, questions, resolutions, motions, votes and actions. What of it belongs to
 * a withheld item is withheld as the item is, also where it was written after that.
 * @throws MoothallError `meetings/meeting-cancelled`, `meetings/not-published` where there are no
 * minutes or the meeting has not begun, `meetings/already-published`, `meetings/ground-missing`.
 */
export function publishMinutes(records: MeetingRecords, at: string): PublicationDecision {
  const { meeting, minutes } = records;
  refuseCancelled(meeting.status);
  if (minutes === undefined || compareInstants(at, startOf(meeting)) < 0)
    throw fault(
      "meetings/not-published",
      minutes === undefined ? "The meeting has no minutes." : "The meeting has not begun.",
      "Draft the minutes once the meeting has been held.",
    );
  if (minutes.status !== "draft")
    throw fault(
      "meetings/already-published",
      "The minutes are out.",
      "Confirm them at the next meeting, with corrections where they are wrong.",
    );
  const published = dateOfInstant(at);
  const shut = shutItems(records.items);
  const itemOfMotion = new Map(
    records.motions.map(({ id, item }) => [referenceTo("meetings/motion", id) as string, item]),
  );
  const publication: Publication = {
    id: `${meeting.id}.minutes`,
    body: meeting.body,
    meeting: referenceTo("meetings/meeting", meeting.id),
    what: "minutes",
    about: referenceTo("meetings/minutes", minutes.id),
    title: `Minutes: ${meeting.name}`,
    at,
    items: [],
    digest: digestOf([]),
  };
  const writes: DecidedRecord[] = [
    create("meetings/publication", publication),
    put("meetings/minutes", {
      ...shutMinutes(minutes, shut),
      status: "approved",
      approved: published,
    }),
  ];
  const outcomes = [
    ["attendance", records.attendance],
    ["declaration-of-interest", records.declarations],
    ["question", records.questions],
    ["resolution", records.resolutions],
    ["motion", records.motions],
    ["vote", records.votes],
    ["action", records.actions],
  ] as const;
  for (const [kind, list] of outcomes) {
    for (const each of list) {
      if (each.publication !== "draft") continue;
      const motion = "motion" in each ? each.motion : undefined;
      const item = motion === undefined ? itemOf(each) : itemOfMotion.get(motion);
      writes.push(
        put(`meetings/${kind}`, {
          ...withheldAs(each, item, shut),
          publication: "published",
          published,
        }),
      );
    }
  }
  return { publication, writes };
}

const itemOf = (outcome: object): string | undefined => (outcome as { item?: string }).item;

/**
 * Publishes a decision of the log and the report on which it was taken, each withheld as its item is.
 *
 * @param items The items of the meeting that took it, or none where no meeting did.
 * @throws MoothallError `meetings/already-published`, `meetings/ground-missing`.
 */
export function publishDecision(
  decision: SeenDecision,
  report: SeenPaper | undefined,
  items: readonly SeenItem[],
  at: string,
): PublicationDecision {
  if (decision.publication === "published")
    throw fault(
      "meetings/already-published",
      `Decision ${decision.number} is out.`,
      "Correct the record itself where it is wrong.",
    );
  const published = dateOfInstant(at);
  const publication: Publication = {
    id: `decision.${decision.id}`,
    body: decision.body,
    ...(decision.meeting !== undefined && { meeting: decision.meeting }),
    what: "decision",
    about: referenceTo("meetings/decision", decision.id),
    title: `Decision ${decision.number}`,
    at,
    items: [],
    digest: digestOf([]),
  };
  const out = { publication: "published", published };
  const shut = shutItems(items);
  return {
    publication,
    writes: [
      create("meetings/publication", publication),
      put("meetings/decision", { ...withheldAs(decision, decision.item, shut), ...out }),
      ...(report?.publication === "draft"
        ? [put("meetings/paper", { ...withheldAs(report, report.item, shut), ...out })]
        : []),
    ],
  };
}
