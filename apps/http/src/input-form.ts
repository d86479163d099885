import { completeDocument, fieldType, type Kind, unwrapSchema } from "@moothall/core";
import { type ActionOf, fromWords, kebabCase, type Words } from "@moothall/host";
import type { FormField } from "@moothall/render";
import type * as z from "zod";
import { replyPage } from "./page.ts";
import type { Exchange } from "./service.ts";

/** How many records are offered to choose from, the latest first. */
const offered = 200;

/** A form sends what was left empty as well; that is nothing that was given. */
export const given = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ""));

/**
 * A page that asks a reader for what a report or an export needs; undefined where something was given
 * and where nothing is needed.
 */
export async function inputForm(
  exchange: Exchange,
  action: ActionOf<"report"> | ActionOf<"export">,
  words: Words,
): Promise<Response | undefined> {
  const { input } = action.declaration;
  if (Object.keys(words).length > 0) return undefined;
  if (input.safeParse(fromWords(input, words)).success) return undefined;
  const fields: FormField[] = [];
  for (const [name, field] of Object.entries(input.shape))
    fields.push(await formField(exchange, action.plugin, name, field as z.ZodType));
  const document = completeDocument({
    title: `${action.plugin}: ${action.type === "report" ? action.report : action.export}`,
    summary: action.summary,
    blocks: [],
  });
  return replyPage(exchange, document, {
    breadcrumbs: [{ text: "All records and reports", href: "/" }],
    form: { action: exchange.context.req.path, fields, button: "Show" },
  });
}

async function formField(
  exchange: Exchange,
  plugin: string,
  name: string,
  field: z.ZodType,
): Promise<FormField> {
  const inner = unwrapSchema(field);
  const meta = inner.meta() ?? {};
  const word = kebabCase(name);
  const choices =
    optionsOf(inner) ?? (await candidates(exchange, kindsOf(exchange, plugin, word, inner)));
  const hint = choices === undefined ? (field.description ?? inner.description) : undefined;
  const label = word.replaceAll("-", " ");
  return {
    name: word,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    ...(hint !== undefined && { hint }),
    type:
      meta.format === "date" || (inner.def as { format?: string }).format === "date"
        ? "date"
        : fieldType(field) === "number"
          ? "number"
          : "text",
    required: !field.safeParse(undefined).success,
    ...(choices !== undefined && { choices }),
  };
}

type Choices = NonNullable<FormField["choices"]>;

function optionsOf(schema: z.ZodType): Choices | undefined {
  if (schema.def.type === "boolean")
    return ["true", "false"].map((value) => ({ value, text: value === "true" ? "Yes" : "No" }));
  if (schema.def.type !== "enum") return undefined;
  const { entries } = schema.def as unknown as { entries: Readonly<Record<string, string>> };
  return Object.values(entries).map((value) => ({ value, text: value.replaceAll("-", " ") }));
}

/** A kind from whose records a field is chosen, and how one is written in it. */
interface Offered {
  readonly kind: Kind;
  readonly write: (id: string) => string;
}

/** Of a reference the kinds that it may point at; of an id the kind that the field is called by. */
function kindsOf(
  { service }: Exchange,
  plugin: string,
  word: string,
  schema: z.ZodType,
): readonly Offered[] {
  const { resources } = service.host.registry;
  const kinds = schema.meta()?.["x-reference"] as readonly string[] | undefined;
  if (kinds !== undefined)
    return kinds
      .filter((kind): kind is Kind => resources.has(kind as Kind))
      .map((kind) => ({ kind, write: (id) => `${kind}/${id}` }));
  const own: Kind = `${plugin}/${word}`;
  return resources.has(own) ? [{ kind: own, write: (id) => id }] : [];
}

/** Records that the caller may see, the latest first; undefined where there are none to choose from. */
async function candidates(
  { service, caller }: Exchange,
  kinds: readonly Offered[],
): Promise<Choices | undefined> {
  const choices: Choices[number][] = [];
  for (const { kind, write } of kinds) {
    const list = service.host.find(`${kind}/list`, caller.clearance);
    if (list === undefined) continue;
    const query = { order: { field: "id", direction: "descending" }, limit: offered } as const;
    const answer = await service.host.invoke(list, { caller, query });
    if (answer.type !== "page") continue;
    for (const { id, text } of answer.page.items) {
      const { title, name, subject } = JSON.parse(text) as Readonly<Record<string, unknown>>;
      const called = [title, name, subject].find((each) => typeof each === "string");
      choices.push({ value: write(id), text: called === undefined ? id : `${called} (${id})` });
    }
  }
  return choices.length === 0 ? undefined : choices;
}
