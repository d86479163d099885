import { MoothallError } from "../error.ts";
import { exact } from "../exact.ts";
import type { Kind } from "../identifier.ts";
import type { HeldRecord } from "./held-record.ts";
import type { AggregateQuery, AggregateRow, Expectation, TotalGuard } from "./store.ts";

/** Whether a record stands as it was expected to. */
export const meets = (held: HeldRecord, expect: Expectation): boolean =>
  expect === "absent"
    ? held.state !== "present"
    : held.state === "present" && held.versions[expect.clearance] === expect.version;

/**
 * @throws MoothallError `core/already-exists` where none was expected, `core/stale` where another
 * version was.
 */
export function requireExpected(held: HeldRecord, expect: Expectation | undefined): void {
  if (expect === undefined || meets(held, expect)) return;
  if (expect === "absent")
    throw new MoothallError({
      code: "core/already-exists",
      message: `There is a record ${held.kind}/${held.id} already.`,
      hint: "Choose another id, or replace the record that is there.",
    });
  throw new MoothallError({
    code: "core/stale",
    message: `The record ${held.kind}/${held.id} is no longer of version ${expect.version}.`,
    hint: "Read the record again, look at what has changed, and write with its present version.",
  });
}

/** A record that a decision rested on has changed since it was read. */
export const guardBroken = (kind: Kind, id: string): MoothallError =>
  new MoothallError({
    code: "core/conflict",
    message: `The record ${kind}/${id} was changed by someone else while this was decided.`,
    hint: "Try again: the decision has to be made anew.",
  });

/** What a store adds up or counts to hold a guard. */
export const totalQuery = ({ where, sum }: TotalGuard): AggregateQuery => ({
  where,
  ...(sum !== undefined && { sum: [sum] }),
});

/**
 * Holds what a store found for a guard's query against what the decision rested on.
 * @throws MoothallError `core/conflict` when it has changed since it was read.
 */
export function requireTotal(
  { kind, sum, equals }: TotalGuard,
  rows: readonly Pick<AggregateRow, "count" | "sum">[],
): void {
  const [row] = rows;
  const found = sum === undefined ? String(row?.count ?? 0) : (row?.sum[sum] ?? "0");
  if (exact(found).equals(exact(equals))) return;
  throw new MoothallError({
    code: "core/conflict",
    message: `The ${sum === undefined ? `number of ${kind}` : `sum of '${sum}' over ${kind}`} was changed by someone else while this was decided.`,
    hint: "Try again: the decision has to be made anew.",
  });
}
