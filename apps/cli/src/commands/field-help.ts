import { fieldType } from "@moothall/core";
import * as z from "zod";

/** What is shown of a field: what stands for its value, and what may be given. */
export interface FieldHelp {
  /** `DATE`, `NUMBER` …; empty where the flag alone says yes. */
  readonly placeholder: string;
  readonly words: string;
}

interface Described {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
  readonly items?: Described;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Described[];
}

/**
 * What a person has to know of a field of an input or a record, from its schema.
 *
 * @param structured What a field is called that one word cannot say.
 */
export function fieldHelp(field: z.ZodType, structured = "a file of JSON"): FieldHelp {
  const described = describe(field);
  const type = fieldType(field);
  const of = type === "list" ? (described.items ?? {}) : described;
  const { placeholder, kind } =
    type === undefined
      ? { placeholder: "FILE", kind: `${structured}: ${shape(described)}` }
      : valueHelp(of, type);
  const facts = [
    choices(of) ?? kind,
    ...(type === "list" ? ["may be given several times"] : []),
    ...(isRequired(field) ? ["required"] : []),
    ...(isPlain(described.default) ? [`${String(described.default)} where left out`] : []),
  ].filter((fact) => fact !== "");
  const description = described.description ?? of.description;
  const words = facts.join("; ");
  return {
    placeholder,
    words: description === undefined ? words : `${description}${words === "" ? "" : ` (${words})`}`,
  };
}

function describe(field: z.ZodType): Described {
  const described = z.toJSONSchema(field, {
    io: "input",
    unrepresentable: "any",
    reused: "inline",
  }) as Described;
  const [only] = (described.anyOf ?? []).filter(({ type }) => type !== "null");
  return described.anyOf?.length === 2 && only !== undefined
    ? { ...only, ...described }
    : described;
}

function valueHelp(
  { format, type, minimum, exclusiveMinimum, maximum }: Described,
  of: "text" | "number" | "boolean" | "list",
): { readonly placeholder: string; readonly kind: string } {
  if (of === "boolean") return { placeholder: "", kind: "" };
  if (of === "number") {
    const whole = type === "integer" ? "a whole number" : "a number";
    const low = minimum ?? exclusiveMinimum;
    // A limit that only says how large a number the machine can hold tells nobody anything.
    const from = low !== undefined && low > Number.MIN_SAFE_INTEGER ? low : undefined;
    const to = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
    return {
      placeholder: "NUMBER",
      kind: `${whole}${from === undefined ? "" : exclusiveMinimum === undefined ? ` from ${from}` : ` above ${from}`}${to === undefined ? "" : ` to ${to}`}`,
    };
  }
  if (format === "date") return { placeholder: "DATE", kind: "such as 2026-05-01" };
  if (format === "date-time")
    return { placeholder: "MOMENT", kind: "such as 2026-05-01T09:30:00Z" };
  return { placeholder: "TEXT", kind: "" };
}

/** How deep the fields of fields are told. */
const told = 3;

/** What a file of JSON holds: `{circumstances, chair, agreed?}`, `[{actor, deed}]`. */
function shape(described: Described, depth = 1): string {
  const { items, properties, required = [], anyOf = [] } = described;
  if (described.$ref !== undefined) return "{…}";
  if (items !== undefined) return `[${shape(items, depth)}]`;
  if (properties !== undefined) {
    if (depth > told) return "{…}";
    const fields = Object.entries(properties).map(([name, field]) => {
      const inside = shape(field, depth + 1);
      return `${name}${required.includes(name) ? "" : "?"}${/^[[{]/.test(inside) ? `: ${inside}` : ""}`;
    });
    return `{${fields.join(", ")}}`;
  }
  const either = new Set(anyOf.map((each) => shape(each, depth)));
  if (either.size > 0) return [...either].join(" or ");
  return described.const === undefined
    ? String(described.type ?? "anything")
    : JSON.stringify(described.const);
}

/** `one of: open, closed`, where only these may be given. */
function choices({ enum: among, const: only, anyOf = [] }: Described): string | undefined {
  const branches = anyOf.flatMap(
    (each) => each.enum ?? (each.const === undefined ? [] : [each.const]),
  );
  if (branches.length > 0 && anyOf.every((each) => each.enum ?? each.const))
    return `one of: ${branches.map(String).join(", ")}`;
  if (only !== undefined) return `only: ${String(only)}`;
  return among === undefined ? undefined : `one of: ${among.map(String).join(", ")}`;
}

const isRequired = (field: z.ZodType): boolean => !field.safeParse(undefined).success;

const isPlain = (value: unknown): boolean =>
  (typeof value === "string" && value !== "") ||
  typeof value === "number" ||
  typeof value === "boolean";
