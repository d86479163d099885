import { type Kind, referenceTo } from "@moothall/core";
import type { DecidedWrite, Expected } from "@moothall/core/plugin";
import * as z from "zod";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import type { DecidedRecord } from "../decisions/decided.ts";
import type { Meeting } from "../resources/meeting.ts";
import { member } from "../resources/terms.ts";

/** Writes against the versions that were read; `seen` are the records that the decision rests on. */
export function decided(
  records: readonly DecidedRecord[],
  seen: ReadonlyMap<string, number>,
): DecidedWrite[] {
  return records.map(({ kind, data, isNew }): DecidedWrite => {
    const version = seen.get(referenceTo(kind, data.id));
    const expect: Expected | undefined = isNew === true ? "absent" : version;
    return { action: "put", kind, data, ...(expect !== undefined && { expect }) };
  });
}

interface StampedRecord {
  readonly id: string;
  readonly record?: { readonly version: number };
}

const lists: Readonly<Partial<Record<keyof MeetingRecords, Kind>>> = {
  items: "meetings/agenda-item",
  papers: "meetings/paper",
  versions: "meetings/paper-version",
  attendance: "meetings/attendance",
  declarations: "meetings/declaration-of-interest",
  questions: "meetings/question",
  resolutions: "meetings/resolution",
  motions: "meetings/motion",
  votes: "meetings/vote",
  actions: "meetings/action",
  decisions: "meetings/decision",
  publications: "meetings/publication",
  agenda: "meetings/agenda",
  minutes: "meetings/minutes",
  meeting: "meetings/meeting",
};

/** The version of each record of a meeting as it was read. */
export function versionsOf(records: MeetingRecords): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const [name, kind] of Object.entries(lists) as [keyof MeetingRecords, Kind][]) {
    const found = records[name] as StampedRecord | readonly StampedRecord[] | undefined;
    for (const each of [found ?? []].flat() as StampedRecord[]) {
      if (each.record !== undefined) seen.set(referenceTo(kind, each.id), each.record.version);
    }
  }
  return seen;
}

export const unchangedMeeting = ({ meeting }: MeetingRecords) => {
  const { record } = meeting as Meeting & StampedRecord;
  return record === undefined
    ? []
    : [{ kind: "meetings/meeting" as const, id: meeting.id, expect: record.version }];
};

/** The chair's opinion of urgency, as an input. */
export const chairsReason = () =>
  z.strictObject({ circumstances: z.string().min(1), chair: member() }).optional();

/** A reference, as an output. */
export const referenceOutput = () => z.string();
