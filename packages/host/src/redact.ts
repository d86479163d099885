import { clears, type PublicationClass } from "@moothall/core";
import { classOfSchema } from "@moothall/core/plugin";
import type * as z from "zod";
import { type Definition, definitionOf, partsOf, wrappers } from "./schema-parts.ts";

/**
 * The parts of an output schema that say no class and lie under none that does. A part is a leaf:
 * objects, arrays, unions and wrappers are looked through, everything else has to be said.
 */
export function unclassifiedParts(
  schema: z.ZodType,
  path = "",
  seen = new Set<z.ZodType>(),
): string[] {
  if (classOfSchema(schema) !== undefined || seen.has(schema)) return [];
  seen.add(schema);
  const definition = definitionOf(schema);
  const into = (inner: z.ZodType, segment = "") =>
    unclassifiedParts(inner, `${path}${segment}`, seen);
  if (wrappers.has(definition.type)) return into(definition.innerType as z.ZodType);
  switch (definition.type) {
    case "object":
      return [
        ...Object.entries(definition.shape ?? {}).flatMap(([key, inner]) => into(inner, `/${key}`)),
        ...(definition.catchall && definitionOf(definition.catchall).type !== "never"
          ? [`${path}/*`]
          : []),
      ];
    case "array":
      return into(definition.element as z.ZodType, "/*");
    case "tuple":
      return (definition.items ?? [])
        .flatMap((inner, index) => into(inner, `/${index}`))
        .concat(definition.rest ? into(definition.rest, "/*") : []);
    case "union":
      return (definition.options ?? []).flatMap((inner) => into(inner));
    case "intersection":
      return [...into(definition.left as z.ZodType), ...into(definition.right as z.ZodType)];
    case "record":
      // The keys are said with the values' class only when the record as a whole says it.
      return [`${path}/*`];
    case "lazy":
      return into((definition.getter as () => z.ZodType)());
    case "pipe":
      return into(definition.out as z.ZodType);
    case "null":
    case "undefined":
    case "void":
    case "never":
      return [];
    default:
      return [path === "" ? "/" : path];
  }
}

/**
 * The tables of numbers in an output that callers below a class may see. Counts must not get out as
 * they are: a list of lists of numbers is taken for such a table, whatever it is called.
 */
export function countTables(
  schema: z.ZodType,
  readsAt: PublicationClass,
  path = "",
  seen = new Set<z.ZodType>(),
): string[] {
  const own = classOfSchema(schema);
  if ((own !== undefined && clears(own, readsAt)) || seen.has(schema)) return [];
  seen.add(schema);
  if (isListOf(schema, (inner) => isListOf(inner, isNumber))) return [path === "" ? "/" : path];
  const { shape } = definitionOf(schema);
  if (shape !== undefined)
    return Object.entries(shape).flatMap(([key, inner]) =>
      countTables(inner, readsAt, `${path}/${key}`, seen),
    );
  return partsOf(schema).flatMap((inner) => countTables(inner, readsAt, path, seen));
}

const unwrapped = (schema: z.ZodType): z.ZodType => {
  const { type, innerType } = definitionOf(schema);
  return wrappers.has(type) ? unwrapped(innerType as z.ZodType) : schema;
};

function isListOf(schema: z.ZodType, holds: (inner: z.ZodType) => boolean): boolean {
  const { type, element } = definitionOf(unwrapped(schema));
  return type === "array" && element !== undefined && holds(element);
}

const isNumber = (schema: z.ZodType): boolean => {
  const { type, options } = definitionOf(unwrapped(schema));
  return type === "number" || (type === "union" && (options ?? []).some(isNumber));
};

const removed = Symbol("removed");

/** An output as a caller of this clearance may see it; undefined when nothing of it is left. */
export function redactOutput(
  schema: z.ZodType,
  value: unknown,
  clearance: PublicationClass,
): unknown {
  const seen = redact(schema, value, clearance);
  return seen === removed ? undefined : seen;
}

function redact(schema: z.ZodType, value: unknown, clearance: PublicationClass): unknown {
  const of = classOfSchema(schema);
  if (of !== undefined && !clears(clearance, of)) return removed;
  if (value === null || value === undefined || typeof value !== "object") {
    // A union may hold the same primitive in a narrower branch.
    const definition = definitionOf(schema);
    if (wrappers.has(definition.type))
      return redact(definition.innerType as z.ZodType, value, clearance);
    return definition.type === "union" ? redactUnion(definition, value, clearance) : value;
  }
  const definition = definitionOf(schema);
  if (wrappers.has(definition.type))
    return redact(definition.innerType as z.ZodType, value, clearance);
  switch (definition.type) {
    case "object":
      return redactObject(
        value as Record<string, unknown>,
        (key) => definition.shape?.[key] ?? definition.catchall,
        clearance,
      );
    case "record":
      return redactObject(value as Record<string, unknown>, () => definition.valueType, clearance);
    case "array":
      return redactItems(value as unknown[], () => definition.element, clearance);
    case "tuple":
      return redactItems(
        value as unknown[],
        (index) => definition.items?.[index] ?? definition.rest ?? undefined,
        clearance,
      );
    case "union":
      return redactUnion(definition, value, clearance);
    case "intersection": {
      const left = redact(definition.left as z.ZodType, value, clearance);
      return left === removed ? removed : redact(definition.right as z.ZodType, left, clearance);
    }
    case "lazy":
      return redact((definition.getter as () => z.ZodType)(), value, clearance);
    case "pipe":
      return redact(definition.out as z.ZodType, value, clearance);
    default:
      return value;
  }
}

/** What any fitting branch withholds is withheld. */
function redactUnion(definition: Definition, value: unknown, clearance: PublicationClass): unknown {
  let result = value;
  for (const option of definition.options ?? []) {
    if (!option.safeParse(value).success) continue;
    result = redact(option, result, clearance);
    if (result === removed) return removed;
  }
  return result;
}

function redactObject(
  value: Record<string, unknown>,
  schemaOf: (key: string) => z.ZodType | undefined,
  clearance: PublicationClass,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const schema = schemaOf(key);
    const seen = schema === undefined ? item : redact(schema, item, clearance);
    if (seen !== removed) kept[key] = seen;
  }
  return kept;
}

function redactItems(
  value: readonly unknown[],
  schemaOf: (index: number) => z.ZodType | undefined,
  clearance: PublicationClass,
): unknown[] {
  return value
    .map((item, index) => {
      const schema = schemaOf(index);
      return schema === undefined ? item : redact(schema, item, clearance);
    })
    .filter((item) => item !== removed);
}
