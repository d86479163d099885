import { referenceTo } from "@moothall/core";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import { fault } from "../errors.ts";
import type { Meeting } from "../resources/meeting.ts";
import { compareMeetings, dayOf } from "../resources/meeting-start.ts";
import type { SeenMinutes } from "../resources/minutes.ts";
import { type DecidedRecord, put } from "./decided.ts";
import { refuseCancelled } from "./publish.ts";
import { shutItems, shutMinutes } from "./shut-items.ts";

export interface Correction {
  /** The minute, by its id. */
  readonly minute: string;
  readonly was: string;
  readonly is: string;
}

/**
 * Confirms the minutes of a meeting at a later one of the same body, with corrections. The words as
 * confirmed take the place of those that were wrong; both are kept. Drafts that are confirmed without
 * having been published are withheld in part as publishing them would.
 *
 * @throws MoothallError `meetings/already-confirmed`, `meetings/meeting-cancelled`,
 * `meetings/other-body`, `meetings/not-the-next-meeting` where the meeting that confirms is not later,
 * `meetings/correction-not-found`, `meetings/ground-missing`.
 */
export function confirmMinutes(
  minutes: SeenMinutes,
  { meeting: of, items }: Pick<MeetingRecords, "meeting" | "items">,
  at: Meeting,
  corrections: readonly Correction[] = [],
): DecidedRecord {
  refuseCancelled(of.status);
  refuseCancelled(at.status);
  if (minutes.status === "confirmed")
    throw fault(
      "meetings/already-confirmed",
      "The minutes have been confirmed, so they stand as they are.",
      "Have the next meeting resolve a correction of its own.",
    );
  if (of.body !== at.body)
    throw fault(
      "meetings/other-body",
      "Minutes are confirmed by the body whose meeting they are of.",
      "Name a meeting of the same body.",
    );
  if (compareMeetings(at, of) <= 0)
    throw fault(
      "meetings/not-the-next-meeting",
      "Minutes are confirmed at a later meeting.",
      "Name the meeting that confirmed them.",
    );
  const shut = shutMinutes(minutes, shutItems(items));
  const corrected = corrections.reduce((list, each) => correct(list, each), shut.minutes);
  return put("meetings/minutes", {
    ...minutes,
    minutes: corrected,
    status: "confirmed",
    confirmedAt: referenceTo("meetings/meeting", at.id),
    confirmed: dayOf(at),
    ...(corrections.length > 0 && {
      corrections: [...(minutes.corrections ?? []), ...corrections],
    }),
  });
}

function correct(
  list: SeenMinutes["minutes"],
  { minute, was, is }: Correction,
): SeenMinutes["minutes"] {
  let found = false;
  const replaced = (text: string): string => {
    if (found || !text.includes(was)) return text;
    found = true;
    return text.replace(was, () => is);
  };
  const corrected = list.map((each) => {
    if (each.id !== minute) return each;
    return {
      ...each,
      ...(each.heading !== undefined && { heading: replaced(each.heading) }),
      ...(each.paragraphs !== undefined && {
        paragraphs: each.paragraphs.map((part) => ({ ...part, text: replaced(part.text) })),
      }),
    };
  });
  if (found) return corrected;
  throw fault(
    "meetings/correction-not-found",
    `The words to correct do not stand in minute '${minute}'.`,
    "Give the words letter for letter as the draft has them, and the id of the minute.",
  );
}
