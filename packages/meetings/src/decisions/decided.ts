import type { Kind } from "@moothall/core";

/** A record as a decision wants it written. What its reader could not see is put back by the host. */
export interface DecidedRecord {
  readonly kind: Kind;
  readonly data: { readonly id: string };
  /** Only where there is none of that id yet. */
  readonly isNew?: true;
}

/** The fields of a record without what the store says of it. */
export function withoutStamp<T extends object>(record: T): T {
  const { record: _, ...fields } = record as T & { record?: unknown };
  return fields as unknown as T;
}

export const put = <T extends { readonly id: string }>(kind: Kind, data: T): DecidedRecord => ({
  kind,
  data: withoutStamp(data),
});

export const create = <T extends { readonly id: string }>(kind: Kind, data: T): DecidedRecord => ({
  kind,
  data,
  isNew: true,
});
