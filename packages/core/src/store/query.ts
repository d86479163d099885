import { MoothallError } from "../error.ts";
import type { Kind } from "../identifier.ts";
import { commonFields, isCommonField } from "./common-fields.ts";
import { type Position, readCursor, writeCursor } from "./cursor.ts";
import { type Field, type IndexValue, indexValue } from "./fields.ts";
import { sha256 } from "./history-chain.ts";
import { keptInstant } from "./instant.ts";
import type { AggregateQuery, AggregateRow, Condition, ListQuery, ResourceModel } from "./store.ts";

/** A condition whose field is known and whose values are as they are indexed. */
export interface CheckedCondition {
  readonly field: string;
  readonly many: boolean;
  readonly is: Condition["is"];
  /** One for `equals`, `at-least` and `at-most`, none for `missing`. */
  readonly values: readonly IndexValue[];
}

export interface CheckedOrder {
  /** `id`, or a field of one value. */
  readonly field: string;
  readonly direction: "ascending" | "descending";
}

export interface CheckedList {
  readonly where: readonly CheckedCondition[];
  readonly order: CheckedOrder;
  readonly limit: number;
  readonly after: Position | undefined;
  readonly asAt: string | undefined;
  readonly deleted: ListQuery["deleted"];
  /** The cursor that goes on after this item. */
  readonly cursorAfter: (position: Position) => string;
}

const greatestLimit = 1000;
const usualLimit = 50;

/** @throws MoothallError `core/bad-input` for an unknown field, a value of another type, a limit or a cursor. */
export function checkList(model: ResourceModel, query: ListQuery): CheckedList {
  const where = checkConditions(model, query.where);
  const order = query.order ?? { field: "id", direction: "ascending" };
  if (fieldOf(model, order.field).many === true)
    throw refused(`${model.kind} cannot be ordered by '${order.field}', which has several values.`);
  const asAt = query.asAt === undefined ? undefined : keptInstant(query.asAt);
  if (asAt !== undefined) refuseOfThePast(query, order.field);
  const { deleted } = query;
  const fingerprint = queryFingerprint(model.kind, [query.where ?? [], order, asAt, deleted]);
  return {
    where,
    order,
    limit: checkLimit(query.limit),
    after: query.cursor === undefined ? undefined : readCursor(fingerprint, query.cursor),
    asAt,
    deleted,
    cursorAfter: (position) => writeCursor(fingerprint, position),
  };
}

function refuseOfThePast({ where = [], deleted }: ListQuery, order: string): void {
  if (deleted !== undefined)
    throw refused("What is deleted cannot be listed as at a moment.", "Leave one of both out.");
  if (order === "touched" || where.some(({ field }) => field === "touched"))
    throw refused(
      "'touched' is not known as at a moment.",
      "Use 'modified', or leave the moment out.",
    );
}

/** Tells queries apart in their cursors, without repeating them. */
export const queryFingerprint = (of: Kind | "search", query: unknown): string =>
  sha256(JSON.stringify([of, query])).slice(0, 16);

export function checkLimit(limit: number | undefined): number {
  if (limit === undefined) return usualLimit;
  if (Number.isInteger(limit) && limit >= 1 && limit <= greatestLimit) return limit;
  throw refused(`A page holds 1 to ${greatestLimit} records.`);
}

export const checkConditions = (
  model: ResourceModel,
  conditions: readonly Condition[] = [],
): readonly CheckedCondition[] =>
  conditions.map((condition) => {
    const { field: name, is } = condition;
    const field = fieldOf(model, name);
    const many = field.many === true;
    if (many && (is === "at-least" || is === "at-most"))
      throw refused(`${model.kind} has several values of '${name}': it is filtered by equality.`);
    return { field: name, many, is, values: valuesOf(name, field, condition) };
  });

function valuesOf(name: string, field: Field, condition: Condition): IndexValue[] {
  if (condition.is === "missing") return [];
  if (condition.is !== "one-of") return [indexValue(name, field, condition.value)];
  if (condition.value.length > greatestLimit)
    throw refused(`'${name}' is compared with more than ${greatestLimit} values.`);
  return [...new Set(condition.value.map((value) => indexValue(name, field, value)))];
}

function fieldOf(model: ResourceModel, name: string): Field {
  if (isCommonField(name)) return commonFields[name];
  const field = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined;
  if (field !== undefined) return field;
  throw refused(
    `${model.kind} has no indexed field '${name}'.`,
    `Use one of: ${[...Object.keys(commonFields), ...Object.keys(model.fields)].join(", ")}.`,
  );
}

export interface CheckedAggregate {
  readonly where: readonly CheckedCondition[];
  readonly groupBy: readonly string[];
  readonly sum: readonly string[];
  readonly least: readonly string[];
  readonly greatest: readonly string[];
}

/** @throws MoothallError `core/bad-input` for an unknown field, or one that cannot be grouped or added up. */
export function checkAggregate(model: ResourceModel, query: AggregateQuery): CheckedAggregate {
  const single = (name: string): Field => {
    const field = fieldOf(model, name);
    if (field.many !== true) return field;
    throw refused(`${model.kind} has several values of '${name}': it cannot be aggregated.`);
  };
  for (const name of query.groupBy ?? []) single(name);
  for (const name of query.sum ?? []) {
    if (!["decimal", "integer"].includes(single(name).type))
      throw refused(`'${name}' of ${model.kind} is no number: it cannot be added up.`);
  }
  for (const name of [...(query.least ?? []), ...(query.greatest ?? [])]) {
    if (single(name).type === "boolean")
      throw refused(`'${name}' of ${model.kind} is true or false: it has no least or greatest.`);
  }
  return {
    where: checkConditions(model, query.where),
    groupBy: query.groupBy ?? [],
    sum: query.sum ?? [],
    least: query.least ?? [],
    greatest: query.greatest ?? [],
  };
}

/** The declared field, or one that every kind has. `name` must have been checked. */
export const declaredField = (model: ResourceModel, name: string): Field =>
  isCommonField(name) ? commonFields[name] : (model.fields[name] ?? commonFields.id);

const refused = (
  message: string,
  hint = "Look at the kind's indexed fields and their types.",
): MoothallError => new MoothallError({ code: "core/bad-input", message, hint });

/** What an aggregate over no records answers: one row of nothing, unless it is grouped. */
export const aggregateOfNone = (query: CheckedAggregate): readonly AggregateRow[] => {
  const nothing = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, null]));
  if (query.groupBy.length > 0) return [];
  return [
    {
      group: {},
      count: 0,
      sum: nothing(query.sum),
      least: nothing(query.least),
      greatest: nothing(query.greatest),
    },
  ];
};
