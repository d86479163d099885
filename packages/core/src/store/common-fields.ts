import type { Field } from "./fields.ts";

/** The fields by which every record can be filtered and ordered. Times are of the clearance's own view. */
export const commonFields = {
  id: { type: "text" },
  created: { type: "instant", pointer: "/record/created" },
  modified: { type: "instant", pointer: "/record/modified" },
  /** When the record, or a part of it, last changed: see `ResourceModel.partOf`. */
  touched: { type: "instant" },
} as const satisfies Readonly<Record<string, Field>>;

export type CommonField = keyof typeof commonFields;

export const isCommonField = (name: string): name is CommonField =>
  Object.hasOwn(commonFields, name);

/** A moment as stores keep it (`keptInstant`), as it is indexed: as any field of type `instant`. */
export const momentIndex = (kept: string): string => `${kept.slice(0, -1)}000000Z`;

/** The moment of an index value again. */
export const momentOfIndex = (value: string): string => `${value.slice(0, -7)}Z`;
