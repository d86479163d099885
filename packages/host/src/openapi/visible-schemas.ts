import { clears, type PathPattern, type PublicationClass, segmentsOf } from "@moothall/core";

type Node = { [keyword: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const branches = ["anyOf", "oneOf", "allOf"] as const;

/** References may be absent: one to a record that the reader may not see is withheld with it. */
export function looseReferences(schema: unknown): void {
  eachSchema(schema, (node) => {
    const properties = isNode(node.properties) ? node.properties : {};
    leaveOpen(node, (name) => isReference(properties[name]));
  });
}

const isReference = (node: unknown): boolean =>
  isNode(node) &&
  ("x-reference" in node ||
    branches.some((each) => Array.isArray(node[each]) && node[each].some(isReference)));

/** Fields that a classification may withhold may be absent. */
export function withheldFields(schema: unknown, patterns: readonly PathPattern[]): void {
  open(schema, patterns.map(segmentsOf));
}

function open(node: unknown, patterns: readonly (readonly string[])[]): void {
  if (!isNode(node) || patterns.length === 0) return;
  leaveOpen(node, (name) =>
    patterns.some((pattern) => pattern.length === 1 && (pattern[0] === name || pattern[0] === "*")),
  );
  const below = (name: string) =>
    patterns
      .filter((pattern) => pattern.length > 1 && (pattern[0] === name || pattern[0] === "*"))
      .map((pattern) => pattern.slice(1));
  if (isNode(node.properties))
    for (const [name, property] of Object.entries(node.properties)) open(property, below(name));
  open(node.items, below("*"));
  open(node.additionalProperties, below("*"));
  for (const each of branches)
    if (Array.isArray(node[each])) for (const branch of node[each]) open(branch, patterns);
}

function leaveOpen(node: Node, isOpen: (name: string) => boolean): void {
  if (!Array.isArray(node.required)) return;
  const required = node.required.filter((name) => !isOpen(String(name)));
  if (required.length === 0) delete node.required;
  else node.required = required;
}

function eachSchema(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) for (const each of node) eachSchema(each, visit);
  if (!isNode(node)) return;
  visit(node);
  for (const each of Object.values(node)) eachSchema(each, visit);
}

const classMark = "moothallClass";

/** A document without the parts of schemas whose class lies above the clearance. */
export function withoutHidden(node: unknown, clearance: PublicationClass): unknown {
  if (Array.isArray(node))
    return node
      .filter((each) => !isHidden(each, clearance))
      .map((each) => withoutHidden(each, clearance));
  if (!isNode(node)) return node;
  const kept: Node = {};
  for (const [name, value] of Object.entries(node)) {
    if (name === classMark) kept["x-publication-class"] = value;
    else if (name === "properties" && isNode(value))
      kept.properties = visibleProperties(value, clearance);
    else if (name === "required" && Array.isArray(value) && isNode(node.properties)) {
      const { properties } = node;
      kept.required = value.filter((each) => !isHidden(properties[String(each)], clearance));
    } else kept[name] = isHidden(value, clearance) ? {} : withoutHidden(value, clearance);
  }
  return kept;
}

const visibleProperties = (properties: Node, clearance: PublicationClass): Node =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => !isHidden(value, clearance))
      .map(([name, value]) => [name, withoutHidden(value, clearance)]),
  );

function isHidden(node: unknown, clearance: PublicationClass): boolean {
  if (!isNode(node)) return false;
  if (classMark in node) return !clears(clearance, node[classMark] as PublicationClass);
  for (const each of ["anyOf", "oneOf"] as const) {
    const options = node[each];
    if (!Array.isArray(options) || options.length === 0) continue;
    const values = options.filter((option) => !(isNode(option) && option.type === "null"));
    if (values.length > 0 && values.every((option) => isHidden(option, clearance))) return true;
  }
  return false;
}
