import type { Reference } from "@moothall/core";
import { type Group, groupOf, type LinkedRecord } from "./linked-record.ts";

/** A record that serves an objective, and how. */
export interface Serving {
  readonly reference: Reference;
  readonly title: string;
  readonly status: string | null;
  /** Pounds, exact; null where it is not known. */
  readonly amount: string | null;
  /** Pounds that may be given out at most; null where no limit is recorded. */
  readonly ceiling: string | null;
  readonly group: Group;
  /** The initiative or service through which it serves; null where it names the objective itself. */
  readonly through: Reference | null;
}

/**
 * Everything that serves an objective: the records that refer to it, and what the initiatives and
 * services among them refer to (their money, contracts, meetings, metrics and engagement). Each
 * record once, those that name the objective themselves first. Records of the register serve
 * nothing: they say what there is.
 */
export function traceObjective(
  objective: Reference,
  records: readonly LinkedRecord[],
): readonly Serving[] {
  return traceFrom(
    records.filter(
      (each) => each.refers.includes(objective) && !each.reference.startsWith("register/"),
    ),
    records,
  );
}

/** What these records are, and what the initiatives and services among them lead to. */
export function traceFrom(
  direct: readonly LinkedRecord[],
  records: readonly LinkedRecord[],
): readonly Serving[] {
  const held = new Map(records.map((each) => [each.reference, each]));
  const found = new Map<Reference, Serving>();
  const add = (record: LinkedRecord, through: Reference | null) => {
    if (found.has(record.reference)) return;
    const { reference, title, status, amount, ceiling } = record;
    const group = groupOf(reference);
    found.set(reference, { reference, title, status, amount, ceiling, group, through });
  };
  const inOrder = direct.toSorted((left, right) => (left.reference < right.reference ? -1 : 1));
  for (const each of inOrder) add(each, null);
  for (const carrier of inOrder.filter(({ reference }) => leadsOn(reference))) {
    for (const reference of carrier.refers) {
      const next = held.get(reference);
      if (next !== undefined && isLedTo(reference)) add(next, carrier.reference);
    }
  }
  return [...found.values()];
}

/** Whether what a record of this kind refers to serves with it. */
export const leadsOn = (reference: Reference): boolean =>
  reference.startsWith("assurance/initiative/") ||
  reference.startsWith("assurance/commissioned-service/");

/** Whether a record is a thing done or paid, not one of those that say who and where. */
export const isLedTo = (reference: Reference): boolean =>
  !reference.startsWith("register/") && groupOf(reference) !== "others";
