import * as z from "zod";

/**
 * The id of a schema, for its `meta`, unless another copy of this package in the same process has
 * it: one document may describe both, and an id stands for one schema.
 */
export const schemaName = (id: string): { readonly id?: string } =>
  z.globalRegistry._idmap.has(id) ? {} : { id };
