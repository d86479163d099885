import { dateOfInstant } from "@moothall/core";
import { clearDays, type Nation } from "@moothall/core/calendar";
import {
  type MeetingRecords,
  nationOfMeeting,
  noticeOwed,
  profileOfMeeting,
} from "../agenda/meeting-records.ts";
import type { SeenItem } from "../resources/agenda-item.ts";
import { dayOf } from "../resources/meeting-start.ts";

/** Whether an item may be taken, and why. */
export type Gate =
  | { readonly open: true; readonly because: "no-gate" | "notice" | "urgency" }
  | {
      readonly open: false;
      readonly because: "not-published" | "notice-too-short" | "notice-unknown";
      readonly given?: number;
      readonly owed: number;
      readonly provision: string;
    };

type Of = Pick<MeetingRecords, "meeting" | "body" | "orders" | "publications">;

/**
 * The item gate (Local Government Act 1972, s.100B(4)): an item is taken only if it was on an agenda
 * that was open to the public for the days that are owed, or if the chair thinks it urgent, by special
 * circumstances that the minutes state. Bodies without the gate take what they like.
 */
export function itemGate(item: SeenItem, records: Of, nation: Nation): Gate {
  const gate = profileOfMeeting(records)?.itemGate;
  const owed = noticeOwed(records);
  if (gate === undefined || owed === undefined) return { open: true, because: "no-gate" };
  if (item.urgency !== undefined) return { open: true, because: "urgency" };
  const closed = { open: false, owed: owed.days, provision: gate.provision } as const;
  if (item.publication !== "published") return { ...closed, because: "not-published" };
  const published = item.published ?? firstPublished(item, records.publications);
  if (published === undefined) return { ...closed, because: "notice-unknown" };
  const given = clearDays({
    published,
    meeting: dayOf(records.meeting),
    nation: nationOfMeeting(records, nation),
  });
  if (given >= owed.days) return { open: true, because: "notice" };
  return { ...closed, because: "notice-too-short", given };
}

/** The day on which an item first stood on something that was published. */
function firstPublished(
  item: SeenItem,
  publications: MeetingRecords["publications"],
): string | undefined {
  const own = `meetings/agenda-item/${item.id}`;
  return publications
    .filter(({ items }) => items.some((each) => each.item === own))
    .map(({ at }) => dateOfInstant(at))
    .sort()[0];
}
