import { type CheckedCondition, type IndexValue, isCommonField } from "@moothall/core/store";
import { fieldColumns } from "./field-tables.ts";
import type { StoredKind } from "./kinds.ts";
import { joined, type Sql } from "./sql.ts";

/** The column of a field in the kind's table, which stands under the name `f`. */
export function columnOf(kind: StoredKind, field: string): string {
  if (isCommonField(field)) return `f.${field}`;
  const found = fieldColumns(kind.model).find((column) => column.field === field);
  if (found === undefined) throw new Error(`${kind.model.kind} has no column for ${field}`);
  return `f.${found.column}`;
}

const typeOf = (kind: StoredKind, field: string): string =>
  fieldColumns(kind.model).find((column) => column.field === field)?.type ?? "text";

/** The conditions on a kind's table `f`; true where there are none. */
export const filter = (kind: StoredKind, conditions: readonly CheckedCondition[]): Sql =>
  conditions.length === 0
    ? { text: "true", values: [] }
    : joined(
        conditions.map((condition) =>
          condition.many ? several(kind, condition) : single(kind, condition),
        ),
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
      return { text: `${column} = ANY (?::${typeOf(kind, field)}[])`, values: [listed(values)] };
    default:
      return { text: `${column} ${comparison[is]} ?`, values };
  }
}

const comparison = { equals: "=", "at-least": ">=", "at-most": "<=" } as const;

/** The values of a field of several lie in an array, of which an index knows every one. */
function several(kind: StoredKind, { field, is, values }: CheckedCondition): Sql {
  const column = columnOf(kind, field);
  if (is === "missing") return { text: `${column} = '{}'`, values: [] };
  return { text: `${column} && ?::${typeOf(kind, field)}[]`, values: [listed(values)] };
}

const listed = (values: readonly IndexValue[]): readonly (string | null)[] =>
  values.map((value) => (value === null ? null : String(value)));
