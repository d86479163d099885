import { fieldType, isReference, type Kind, unwrapSchema } from "@moothall/core";
import type { Fields } from "@moothall/core/store";
import { type ActionOf, kebabCase, labelOf, titleOfRecord, type Words } from "@moothall/host";
import type { FormField, PageForm } from "@moothall/render";
import type { Exchange } from "./service.ts";

/** A schema of a field. */
type Schema = Parameters<typeof fieldType>[0];

/** Actions that are asked with an input and answer with something to read. */
export type Asked = ActionOf<"report"> | ActionOf<"export">;

/** So many records are offered to choose from; an older one is reached from its own page. */
const mostOffered = 100;

/** The address of a report or an export. */
export const addressOf = (action: Asked): string =>
  action.type === "report"
    ? `/v1/${action.plugin}/reports/${action.report}`
    : `/v1/${action.plugin}/exports/${action.export}`;

/** The plain title of a report or an export: `decision-log` → `Decision log`. */
export const titleOf = (action: Asked): string =>
  labelOf(action.type === "report" ? action.report : action.export);

/** Words without those that a form sends for fields that were left empty. */
export const filledIn = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words)
      .map(([name, value]) => [
        name,
        typeof value === "object" ? value.filter((each) => each !== "") : value,
      ])
      .filter(([, value]) => value !== "" && (typeof value !== "object" || value.length > 0)),
  ) as Words;

const isRequired = (field: Schema): boolean => !field.safeParse(undefined).success;

/** The names of what an action cannot go without. */
export const requiredInput = ({ declaration }: Asked): readonly string[] =>
  Object.entries(declaration.input.shape).flatMap(([name, field]) =>
    isRequired(field as Schema) ? [name] : [],
  );

/** Whether an action that needs input was asked without some of it, and a form can ask for it. */
export function lacksInput(action: Asked, words: Words): boolean {
  const { shape } = action.declaration.input;
  const required = requiredInput(action);
  return (
    required.some((name) => !(name in words) && !(kebabCase(name) in words)) &&
    required.every((name) => fieldType(shape[name] as Schema) !== undefined)
  );
}

/** What a field names, and whether as a reference or by the id alone. */
export interface Named {
  readonly kinds: readonly Kind[];
  readonly by: "reference" | "id";
}

/**
 * The kinds of record that a field of an action's input names: those of its reference, or, of an
 * identifier, the one kind that is called as the field is, of the action's own plugin first.
 */
export function namedBy({ service }: Exchange, action: Asked, name: string): Named | undefined {
  const schema = innermost(action.declaration.input.shape[name] as Schema);
  const known = [...service.host.registry.resources.keys()];
  const kinds = schema.meta()?.["x-reference"] as readonly string[] | undefined;
  if (kinds !== undefined) {
    const named = known.filter((kind) =>
      kinds.some((each) => each === kind || kind.startsWith(`${each}/`)),
    );
    return named.length === 0 ? undefined : { kinds: named, by: "reference" };
  }
  // An identifier takes no spaces and no slash; any other text may be anything.
  if (schema.def.type !== "string" || !schema.safeParse("a.1").success) return undefined;
  if (schema.safeParse("a b").success || schema.safeParse("a/b").success) return undefined;
  const word = kebabCase(name);
  const own = known.filter((kind) => kind.startsWith(`${action.plugin}/`));
  const kind =
    own.find((each) => each === `${action.plugin}/${word}`) ??
    only(known.filter((each) => each.endsWith(`/${word}`))) ??
    only(own.filter((each) => each.endsWith(`-${word}`)));
  return kind === undefined ? undefined : { kinds: [kind], by: "id" };
}

const only = <Each>(all: readonly Each[]): Each | undefined =>
  all.length === 1 ? all[0] : undefined;

/** A schema without what makes it optional; of a list, that of its items. */
function innermost(field: Schema): Schema {
  const schema = unwrapSchema(field);
  if (schema.meta()?.["x-reference"] === undefined && schema.def.type === "array")
    return unwrapSchema((schema as unknown as { readonly element: Schema }).element);
  return schema;
}

/** A form that asks for the input of a report or an export, with what the words say already. */
export async function inputForm(
  exchange: Exchange,
  action: Asked,
  words: Words,
): Promise<PageForm> {
  const fields: FormField[] = [];
  for (const [name, field] of Object.entries(action.declaration.input.shape)) {
    const made = await formField(exchange, action, name, field as Schema, words);
    if (made !== undefined) fields.push(made);
  }
  return {
    action: addressOf(action),
    submit: action.type === "report" ? "Show" : "Download",
    // What has to be said comes first.
    fields: [
      ...fields.filter(({ required }) => required === true),
      ...fields.filter(({ required }) => required !== true),
    ],
  };
}

async function formField(
  exchange: Exchange,
  action: Asked,
  name: string,
  field: Schema,
  words: Words,
): Promise<FormField | undefined> {
  const type = fieldType(field);
  if (type === undefined) return undefined;
  const schema = innermost(field);
  const required = isRequired(field);
  const word = kebabCase(name);
  const given = words[word] ?? words[name];
  const described = field.meta()?.description;
  const base = {
    name: word,
    label: labelOf(word),
    ...(required && { required }),
    ...(typeof given === "string" && { value: given }),
  };
  const hinted = (hint: string | undefined) => (hint === undefined ? {} : { hint });
  const multiple = type === "list" ? { multiple: true } : {};
  const named = namedBy(exchange, action, name);
  if (named !== undefined) {
    const { options, isPart } = await candidates(exchange, named);
    const part = isPart
      ? `The newest ${mostOffered} are offered; search for an older one and open it to come here from it.`
      : undefined;
    const none = options.length === 0 ? "There is none yet." : undefined;
    return {
      ...base,
      ...hinted(
        [described?.startsWith("Reference to") ? undefined : described, part, none]
          .filter(Boolean)
          .join(". ") || undefined,
      ),
      control: "select",
      options,
      ...multiple,
    };
  }
  if (schema.def.type === "enum" || schema.def.type === "literal") {
    const values =
      "values" in schema
        ? [...(schema.values as Set<string>)]
        : (schema as unknown as { readonly options: readonly string[] }).options;
    return {
      ...base,
      ...hinted(described),
      control: "select",
      options: values.map((value) => ({ value: String(value), text: labelOf(String(value)) })),
      ...multiple,
    };
  }
  if (type === "boolean") {
    return {
      ...base,
      ...hinted(described),
      control: "select",
      options: [
        { value: "true", text: "Yes" },
        { value: "false", text: "No" },
      ],
    };
  }
  const isDate = "format" in schema.def && schema.def.format === "date";
  return {
    ...base,
    ...hinted(isDate ? undefined : described),
    control: isDate ? "date" : type === "number" ? "number" : "text",
  };
}

/** The records that a caller may choose among, the newest first. */
async function candidates(
  { service, caller }: Exchange,
  { kinds, by }: Named,
): Promise<{ options: { value: string; text: string }[]; isPart: boolean }> {
  const options: { value: string; text: string }[] = [];
  let isPart = false;
  for (const kind of kinds) {
    const list = service.host.find(`${kind}/list`, caller.clearance);
    if (list?.type !== "resource") continue;
    const answer = await service.host.invoke(list, {
      caller,
      query: {
        order: {
          field: dateFieldOf(list.declaration.fields) ?? "modified",
          direction: "descending",
        },
        limit: mostOffered,
      },
    });
    if (answer.type !== "page") throw new TypeError(`A list answered a ${answer.type}.`);
    isPart ||= answer.page.next !== null;
    for (const { id, text } of answer.page.items) {
      const title = titleOfRecord(JSON.parse(text));
      // Titles recur, such as those of a board's meetings: the id tells them apart.
      options.push({
        value: by === "id" ? id : `${kind}/${id}`,
        text: title === undefined || isReference(title) ? id : `${title} (${id})`,
      });
    }
  }
  return { options, isPart };
}

/** The field by which records of a kind are new or old: the first date or moment that they are listed by. */
export const dateFieldOf = (fields: Fields = {}): string | undefined =>
  Object.entries(fields).find(
    ([, { type, many }]) => (type === "date" || type === "instant") && many !== true,
  )?.[0];
