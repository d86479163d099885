import type { Position } from "./cursor.ts";
import type { IndexValue } from "./fields.ts";
import type { CheckedCondition, CheckedOrder } from "./query.ts";

/** By code points, as databases compare UTF-8, not by UTF-16 units. */
export function compareCodePoints(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index += 1) {
    const one = left.charCodeAt(index);
    const other = right.charCodeAt(index);
    if (one !== other) return unitRank(one) - unitRank(other);
  }
  return left.length - right.length;
}

/** Surrogates stand for characters beyond all that a single unit can be. */
const unitRank = (unit: number): number =>
  unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;

/** Values of one field; never null. */
const compareValues = (left: string | bigint, right: string | bigint): number =>
  typeof left === "string" && typeof right === "string"
    ? compareCodePoints(left, right)
    : left < right
      ? -1
      : left > right
        ? 1
        : 0;

/**
 * The order of a list: by value, then by id, both in the direction asked for; records without a
 * value come last in either direction.
 */
export const comparePositions =
  ({ direction }: CheckedOrder) =>
  (left: Position, right: Position): number => {
    if (left.value === null && right.value !== null) return 1;
    if (left.value !== null && right.value === null) return -1;
    const order =
      (left.value === null || right.value === null ? 0 : compareValues(left.value, right.value)) ||
      compareCodePoints(left.id, right.id);
    return direction === "ascending" ? order : -order;
  };

/** Whether the values that a document has of a condition's field meet it. */
export function meetsCondition(
  { is, values }: CheckedCondition,
  found: readonly IndexValue[],
): boolean {
  const present = found.filter((value) => value !== null);
  if (is === "missing") return present.length === 0;
  if (is === "equals" || is === "one-of") return present.some((value) => values.includes(value));
  const [limit] = values;
  if (limit === undefined || limit === null) return false;
  return present.some((value) =>
    is === "at-least" ? compareValues(value, limit) >= 0 : compareValues(value, limit) <= 0,
  );
}
