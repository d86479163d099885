import type { PublicationClass } from "@moothall/core";
import { type Field, manyFields, type ResourceModel, singleFields } from "@moothall/core/store";
import type { StoredKind } from "./kinds.ts";

/** Of the table that holds what is indexed of a kind for one clearance. */
export const fieldTable = (
  { number, build }: Pick<StoredKind, "number" | "build">,
  of: PublicationClass,
): string => `fields_${number}_${build}_${of}`;

/** A column for a field; by position, since names of fields may hold anything. */
export interface FieldColumn {
  readonly field: string;
  readonly column: string;
  /** Of one value of the field in the database. */
  readonly type: "text" | "bigint";
  readonly many: boolean;
}

const typeOf = ({ type }: Field): FieldColumn["type"] =>
  type === "integer" || type === "decimal" || type === "boolean" ? "bigint" : "text";

export function fieldColumns(model: Pick<ResourceModel, "fields">): readonly FieldColumn[] {
  const columns = (names: readonly string[], prefix: string, many: boolean) =>
    names.map((field, position): FieldColumn => {
      const declared = model.fields[field];
      const type = declared === undefined ? "text" : typeOf(declared);
      return { field, column: `${prefix}${position}`, type, many };
    });
  return [...columns(singleFields(model), "f", false), ...columns(manyFields(model), "s", true)];
}

/** As it is declared where a table is made. */
export const columnType = ({ type, many }: FieldColumn): string =>
  `${type}${many ? "[]" : ""}${type === "text" ? ' COLLATE "C"' : ""}`;

/** As it is read from JSON. */
export const jsonType = ({ type, many }: FieldColumn): string => `${type}${many ? "[]" : ""}`;
