/** A schema of an OpenAPI 3.1 document. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/**
 * The TypeScript type of a JSON Schema, as far as types can say it: formats, patterns and bounds are
 * the service's to check.
 *
 * @param reference How a `$ref` to a component of that name is written.
 */
export function typeScriptOf(schema: unknown, reference: (name: string) => string): string {
  const typeOf = (node: unknown): string => {
    if (!isSchema(node)) return "unknown";
    if (typeof node.$ref === "string") return reference(node.$ref.split("/").at(-1) ?? "");
    if ("const" in node) return JSON.stringify(node.const);
    if (Array.isArray(node.enum)) return union(node.enum.map((value) => JSON.stringify(value)));
    for (const either of [node.anyOf, node.oneOf])
      if (Array.isArray(either)) return union(either.map(typeOf));
    if (Array.isArray(node.allOf)) return node.allOf.map((each) => `(${typeOf(each)})`).join(" & ");
    const types = Array.isArray(node.type) ? node.type : [node.type];
    return union(types.map((type) => simple(type, node)));
  };
  const simple = (type: unknown, node: Schema): string => {
    switch (type) {
      case "string":
      case "boolean":
      case "null":
        return type;
      case "integer":
      case "number":
        return "number";
      case "array":
        return arrayOf(node);
      case "object":
        return objectOf(node);
      default:
        return "unknown";
    }
  };
  const arrayOf = ({ items, prefixItems }: Schema): string => {
    if (Array.isArray(prefixItems)) {
      const rest = items === undefined || items === false ? "" : `, ...${several(typeOf(items))}`;
      return `[${prefixItems.map(typeOf).join(", ")}${rest}]`;
    }
    return several(typeOf(items));
  };
  const objectOf = ({ properties, required, additionalProperties }: Schema): string => {
    const needed = new Set(Array.isArray(required) ? required : []);
    const fields = Object.entries(isSchema(properties) ? properties : {}).map(
      ([name, field]) => `${propertyName(name)}${needed.has(name) ? "" : "?"}: ${typeOf(field)}`,
    );
    const isOpen = additionalProperties !== false && additionalProperties !== undefined;
    if (fields.length === 0) {
      if (additionalProperties === false) return "Record<string, never>";
      return `{ [name: string]: ${isOpen ? typeOf(additionalProperties) : "unknown"} }`;
    }
    return `{ ${fields.join("; ")} }${isOpen ? " & { [name: string]: unknown }" : ""}`;
  };
  return typeOf(schema);
}

export const propertyName = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const union = (types: readonly string[]): string => [...new Set(types)].join(" | ");

const several = (type: string): string => (/[|&]/.test(type) ? `(${type})[]` : `${type}[]`);
