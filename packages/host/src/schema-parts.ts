import type * as z from "zod";

/** What a schema of zod says of itself. */
export type Definition = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly rest?: z.ZodType | null;
  readonly options?: readonly z.ZodType[];
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
};

export const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Kinds of schema that only wrap another. */
export const wrappers: ReadonlySet<string> = new Set([
  "optional",
  "nullable",
  "default",
  "prefault",
  "readonly",
  "catch",
  "nonoptional",
]);

/** The schemas of which a schema is made. */
export function partsOf(schema: z.ZodType): readonly z.ZodType[] {
  const of = definitionOf(schema);
  return [
    of.innerType,
    of.element,
    ...(of.items ?? []),
    of.rest,
    ...(of.options ?? []),
    of.left,
    of.right,
    of.valueType,
    ...Object.values(of.shape ?? {}),
    of.catchall,
    of.getter?.(),
    of.in,
    of.out,
  ].filter((part) => part !== undefined && part !== null);
}
