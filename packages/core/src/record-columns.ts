import type * as z from "zod";
import { escapeSegment } from "./publication.ts";

type Definition = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
};
const wrappers: ReadonlySet<string> = new Set([
  "optional",
  "nullable",
  "default",
  "prefault",
  "readonly",
  "catch",
  "nonoptional",
]);

/** A schema without what makes it optional or gives it a default. */
export function unwrapSchema(schema: z.ZodType): z.ZodType {
  const definition = schema.def as unknown as Definition;
  if (wrappers.has(definition.type)) return unwrapSchema(definition.innerType as z.ZodType);
  return definition.type === "pipe" ? unwrapSchema(definition.in as z.ZodType) : schema;
}

/** What one word or cell holds a field as; undefined for what takes more than that. */
export function fieldType(schema: z.ZodType): "text" | "number" | "boolean" | "list" | undefined {
  const definition = unwrapSchema(schema).def as unknown as Definition;
  switch (definition.type) {
    case "string":
    case "enum":
    case "template_literal":
      return "text";
    case "literal":
      return literalType(definition.values ?? []);
    case "union":
      return common((definition.options ?? []).map(fieldType));
    case "number":
    case "int":
      return "number";
    case "boolean":
      return "boolean";
    case "array":
      return fieldType(definition.element as z.ZodType) === "text" ? "list" : undefined;
    default:
      return undefined;
  }
}

const literalType = (values: readonly unknown[]) =>
  common(values.map((value) => (typeof value === "string" ? "text" : typeof value))) as
    | "text"
    | "number"
    | "boolean"
    | undefined;

/** What all of them are, where they are alike. */
const common = <Type>(types: readonly Type[]): Type | undefined =>
  types.every((type) => type === types[0]) ? types[0] : undefined;

/** How a column of a table stands for a field: its heading (`value.amount`) and what a cell holds. */
export interface RecordColumn {
  readonly heading: string;
  readonly segments: readonly string[];
  /** Lists are written by `listCell`, anything deeper as JSON. */
  readonly type: "text" | "number" | "boolean" | "list" | "json";
}

/**
 * The columns of a table that can hold any record of this schema, in its order: those under which
 * an import reads a spreadsheet, and so those that an export which is to come back has to write.
 */
export function recordColumns(
  schema: z.ZodObject,
  path: readonly string[] = [],
): readonly RecordColumn[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const segments = [...path, name];
    const inner = unwrapSchema(field as z.ZodType);
    if (inner.def.type === "object") return recordColumns(inner as z.ZodObject, segments);
    const type = fieldType(field as z.ZodType) ?? "json";
    return [{ heading: segments.join("."), segments, type }];
  });
}

/** What a field holds when all its cells of a table are empty, and it must be there. */
export interface EmptyField {
  readonly segments: readonly string[];
  /** Null of what says by it that it is not known; an object of what has nothing that must be said. */
  readonly value: null | object;
}

/** The fields of a record that must be there although a table says nothing of them. */
export function emptyFields(
  schema: z.ZodObject,
  path: readonly string[] = [],
): readonly EmptyField[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const segments = [...path, name];
    const accepts = (value: unknown) => (field as z.ZodType).safeParse(value).success;
    const inner = unwrapSchema(field as z.ZodType);
    const isObject = inner.def.type === "object";
    const value = accepts(undefined)
      ? undefined
      : accepts(null)
        ? null
        : isObject && accepts({})
          ? {}
          : undefined;
    return [
      ...(value === undefined ? [] : [{ segments, value }]),
      ...(isObject ? emptyFields(inner as z.ZodObject, segments) : []),
    ];
  });
}

/** A cell of a record, as text; empty where the field is absent. */
export function recordCell(record: unknown, column: RecordColumn): string {
  let value = record;
  for (const segment of column.segments)
    value = (value as Record<string, unknown> | undefined | null)?.[segment];
  if (value === undefined || value === null) return "";
  if (column.type === "list") return listCell(value as readonly string[]);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A list in one cell: with `; ` between its items, or as JSON where an item would not come back. */
export const listCell = (items: readonly string[]): string =>
  items.length > 0 &&
  !items[0]?.startsWith("[") &&
  items.every((item) => item !== "" && item === item.trim() && !item.includes(";"))
    ? items.join("; ")
    : JSON.stringify(items);

/** The items of a cell that `listCell` wrote, or that somebody wrote by hand. */
export function listItems(cell: string): string[] {
  if (cell.startsWith("[")) {
    try {
      const items: unknown = JSON.parse(cell);
      if (Array.isArray(items) && items.every((item) => typeof item === "string")) return items;
    } catch {
      // Not ours: an item may begin with a bracket.
    }
  }
  return cell
    .split(";")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** The JSON Pointer of the field that a column stands for. */
export const columnPointer = (column: RecordColumn): string =>
  `/${column.segments.map(escapeSegment).join("/")}`;
