import type { Nation } from "@moothall/core/calendar";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import { fault } from "../errors.ts";
import { type Gate, itemGate } from "../notice/item-gate.ts";
import type { SeenItem } from "../resources/agenda-item.ts";
import { type DecidedRecord, put } from "./decided.ts";
import { refuseCancelled } from "./publish.ts";

export interface TakeOptions {
  readonly nation: Nation;
  readonly urgency?: { readonly circumstances: string; readonly chair: string } | undefined;
  /** Why it is taken elsewhere than listed. */
  readonly outOfOrder?: string | undefined;
}

export interface TakeDecision {
  /** Place in which it is taken, from 0. */
  readonly taken: number;
  readonly because: Extract<Gate, { open: true }>["because"];
  readonly writes: readonly DecidedRecord[];
}

/**
 * Takes the next item of a meeting, if it may be taken.
 * @throws MoothallError `meetings/meeting-cancelled`, `meetings/already-taken`,
 * `meetings/ground-missing` for a closed item without a ground,
 * `meetings/item-not-open-in-time` where the gate is shut.
 */
export function take(item: SeenItem, records: MeetingRecords, options: TakeOptions): TakeDecision {
  refuseCancelled(records.meeting.status);
  const named = `item ${item.number ?? item.id}`;
  if (item.taken !== undefined)
    throw fault(
      "meetings/already-taken",
      `${capital(named)} has been taken.`,
      "Take the next one.",
    );
  if (item.session === "closed" && item.withheld === undefined)
    throw fault(
      "meetings/ground-missing",
      `${capital(named)} is in closed session and no ground is recorded.`,
      "Resolve to exclude the public, and withhold the item on a ground.",
    );
  const urgent = options.urgency && { ...options.urgency, minuted: false };
  const wanted: SeenItem = { ...item, ...(urgent && { urgency: urgent }) };
  const gate = itemGate(wanted, records, options.nation);
  if (!gate.open)
    throw fault(
      "meetings/item-not-open-in-time",
      `${capital(named)} ${sayings[gate.because]}: ${gate.owed} clear working days are owed${gate.given === undefined ? "" : ` and ${gate.given} were given`} (${gate.provision}).`,
      "Put it off, or record the chair's opinion that it is urgent with its special circumstances.",
    );
  const taken = records.items.filter((each) => each.taken !== undefined).length;
  const data: SeenItem = {
    ...wanted,
    taken,
    ...(options.outOfOrder !== undefined && { takenOutOfOrder: options.outOfOrder }),
  };
  return { taken, because: gate.because, writes: [put("meetings/agenda-item", data)] };
}

const sayings = {
  "not-published": "was not open to the public",
  "notice-too-short": "was not open to the public for long enough",
  "notice-unknown": "was published on a day that is not known",
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
