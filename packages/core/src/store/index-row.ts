import { MoothallError } from "../error.ts";
import { commonFields } from "./common-fields.ts";
import { type IndexValue, indexValues } from "./fields.ts";
import type { ResourceModel } from "./store.ts";

/** What is indexed of one clearance's document. */
export interface IndexRow {
  /** Of each field of one value, in the order of `singleFields`. */
  readonly values: readonly IndexValue[];
  /** Of each field of several values, in the order of `manyFields`; each value once. */
  readonly many: readonly (readonly IndexValue[])[];
}

/** The fields of one value by name, in one order on every run. */
export const singleFields = ({ fields }: Pick<ResourceModel, "fields">): string[] =>
  Object.keys(fields)
    .filter((name) => fields[name]?.many !== true)
    .sort();

export const manyFields = ({ fields }: Pick<ResourceModel, "fields">): string[] =>
  Object.keys(fields)
    .filter((name) => fields[name]?.many === true)
    .sort();

/**
 * @throws MoothallError `core/bad-input` when a value is not of its field's type, or a field that
 * is not declared `many` has several.
 */
export function indexRow(model: ResourceModel, document: unknown): IndexRow {
  return {
    values: singleFields(model).map((name) => single(model, name, document)),
    many: manyFields(model).map((name) => [...new Set(valuesOf(model, name, document))]),
  };
}

function single(model: ResourceModel, name: string, document: unknown): IndexValue {
  const found = valuesOf(model, name, document);
  if (found.length > 1)
    throw new MoothallError({
      code: "core/bad-input",
      message: `The field '${name}' of ${model.kind} has several values but is declared to have one.`,
      hint: "Give one value, or declare the field `many`.",
      at: { pointer: model.fields[name]?.pointer ?? `/${name}` },
    });
  return found[0] ?? null;
}

function valuesOf(model: ResourceModel, name: string, document: unknown): readonly IndexValue[] {
  const field = model.fields[name];
  return field === undefined ? [] : indexValues(name, field, document);
}

const modelText = ({ fields, searchable, partOf }: ResourceModel): string =>
  JSON.stringify([
    Object.entries(fields)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, { type, pointer, places, many }]) => [name, type, pointer, places, many]),
    searchable ?? null,
    partOf ?? null,
  ]);

/** Whether two models index the same, so that nothing has to be built anew. */
export const sameModel = (left: ResourceModel, right: ResourceModel): boolean =>
  modelText(left) === modelText(right);

/** @throws MoothallError `core/configuration` for a field by a name of `commonFields`. */
export function requireModel(model: ResourceModel): void {
  for (const name of Object.keys(commonFields)) {
    if (Object.hasOwn(model.fields, name))
      throw new MoothallError({
        code: "core/configuration",
        message: `${model.kind} declares '${name}' as an indexed field.`,
        hint: "Leave it out: every record can be filtered and ordered by it.",
      });
  }
}
