import type { PublicationClass } from "@moothall/core";
import { type CheckedCondition, type IndexValue, isCommonField } from "@moothall/core/store";
import { classNumber, fieldColumns, severalNumber } from "./field-tables.ts";
import type { StoredKind } from "./kinds.ts";

/** A piece of SQL and the values for its question marks. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number | bigint | null)[];
}

export const joined = (parts: readonly Sql[], by: string): Sql => ({
  text: parts.map(({ text }) => text).join(by),
  values: parts.flatMap(({ values }) => values),
});

/** The column of a field in the kind's table, which stands under the name `f`. */
export const columnOf = (kind: StoredKind, field: string): string =>
  `f.${isCommonField(field) ? field : fieldColumns(kind.model).get(field)}`;

/** The conditions on a kind's table `f`, as one clearance's rows of it meet them. */
export const filter = (
  kind: StoredKind,
  clearance: PublicationClass,
  conditions: readonly CheckedCondition[],
): Sql =>
  joined(
    [
      { text: "f.class = ?", values: [classNumber(clearance)] },
      ...conditions.map((condition) =>
        condition.many ? several(kind, clearance, condition) : single(kind, condition),
      ),
    ],
    " AND ",
  );

/**
 * The conditions on what is gone, `f` with the fields that every kind has; undefined where none of
 * it can meet them, since it has no others.
 */
export function filterOfGone(
  kind: StoredKind,
  conditions: readonly CheckedCondition[],
): Sql | undefined {
  const own = conditions.filter(({ field }) => !isCommonField(field));
  if (own.some(({ is }) => is !== "missing")) return undefined;
  const common = conditions.filter(({ field }) => isCommonField(field));
  return joined(
    [
      { text: "f.kind = ?", values: [kind.number] },
      ...common.map((condition) => single(kind, condition)),
    ],
    " AND ",
  );
}

function single(kind: StoredKind, { field, is, values }: CheckedCondition): Sql {
  const column = columnOf(kind, field);
  switch (is) {
    case "missing":
      return { text: `${column} IS NULL`, values: [] };
    case "one-of":
      return { text: `${column} IN (${marks(values)})`, values };
    default:
      return { text: `${column} ${comparison[is]} ?`, values };
  }
}

const comparison = { equals: "=", "at-least": ">=", "at-most": "<=" } as const;

function several(
  kind: StoredKind,
  clearance: PublicationClass,
  { field, is, values }: CheckedCondition,
): Sql {
  const place = [kind.number, severalNumber(kind.model, field), classNumber(clearance)];
  const found = "SELECT 1 FROM several AS s WHERE s.kind = ? AND s.field = ? AND s.class = ?";
  if (is === "missing") return { text: `NOT EXISTS (${found} AND s.id = f.id)`, values: place };
  return {
    text: `f.id IN (SELECT s.id FROM several AS s WHERE s.kind = ? AND s.field = ? AND s.class = ? AND s.value IN (${marks(values)}))`,
    values: [...place, ...values],
  };
}

const marks = (values: readonly IndexValue[]): string => values.map(() => "?").join(", ");
