import { code } from "./markdown.ts";

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $ref?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly default?: unknown;
  readonly "x-reference"?: readonly string[];
}

/** A field of a record, as a reader looks it up. */
export interface FieldRow {
  /** `value.amount`; `bids[].price` for what each item of a list has. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

/** How deep the parts of a field are told apart. */
const depth = 3;

export function fieldRows(
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
  leftOut: ReadonlySet<string> = new Set(),
  before = "",
  level = 1,
): FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (leftOut.has(name)) return [];
    const isList = resolved(field, schemas).type === "array";
    const path = `${before}${name}${isList ? "[]" : ""}`;
    const inner = objectIn(field, schemas);
    const row: FieldRow = {
      path,
      type: typeWords(field, schemas),
      required: schema.required?.includes(name) ?? false,
      description: field.description ?? resolved(field, schemas).description ?? "",
    };
    return inner === undefined || level === depth || isShared(field)
      ? [row]
      : [row, ...fieldRows(inner, schemas, new Set(), `${path}.`, level + 1)];
  });
}

const isShared = (schema: JsonSchema): boolean => schema.$ref !== undefined;

const resolved = (schema: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): JsonSchema =>
  schema.$ref === undefined ? schema : (schemas[schema.$ref.split("/").at(-1) ?? ""] ?? schema);

/** The object that a field is, or that each of its items is. */
function objectIn(
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
): JsonSchema | undefined {
  const whole = withoutNull(resolved(schema, schemas));
  const inner = whole.type === "array" && whole.items ? resolved(whole.items, schemas) : whole;
  return inner.properties === undefined ? undefined : inner;
}

const branchesOf = ({ anyOf, oneOf }: JsonSchema): readonly JsonSchema[] => anyOf ?? oneOf ?? [];

function withoutNull(schema: JsonSchema): JsonSchema {
  const branches = branchesOf(schema).filter(({ type }) => type !== "null");
  return branches.length === 1 ? (branches[0] as JsonSchema) : schema;
}

/** The type of a field in words. */
export function typeWords(
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
): string {
  if (schema["x-reference"] !== undefined) {
    const kinds = schema["x-reference"].filter((kind) => kind !== "*");
    return kinds.length === 0 ? "reference" : `reference to ${kinds.map(code).join(" or ")}`;
  }
  if (schema.$ref !== undefined) return typeWords(resolved(schema, schemas), schemas);
  if (schema.enum !== undefined) return schema.enum.map((each) => code(String(each))).join(", ");
  if (schema.const !== undefined) return code(String(schema.const));
  const branches = branchesOf(schema);
  if (branches.length > 0) {
    const words = new Set(
      branches.map((each) => (each.type === "null" ? "nothing" : typeWords(each, schemas))),
    );
    return [...words].join(" or ");
  }
  const types = [schema.type ?? "any"].flat();
  return types.map((type) => ofType(type, schema, schemas)).join(" or ");
}

function ofType(
  type: string,
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
): string {
  switch (type) {
    case "string":
      return schema.format === "date"
        ? "date"
        : schema.format === "date-time"
          ? "moment"
          : (schema.format ?? "text");
    case "integer":
      return "whole number";
    case "boolean":
      return "yes or no";
    case "null":
      return "nothing";
    case "array":
      return schema.items === undefined ? "list" : `list of ${typeWords(schema.items, schemas)}`;
    case "object":
      return typeof schema.additionalProperties === "object"
        ? `by name: ${typeWords(schema.additionalProperties, schemas)}`
        : "object";
    default:
      return type;
  }
}
