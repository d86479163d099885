import { join } from "node:path";
import type { Operation, Resource } from "../../packages/core/src/plugin/index.ts";
import type { LoadedPlugin } from "../../packages/host/src/index.ts";
import { helpOf } from "./commands-page.ts";
import { type FieldDocs, fieldDocs } from "./field-docs.ts";
import { block, code, table } from "./markdown.ts";
import { fieldRows, type JsonSchema } from "./schema-words.ts";

type Schemas = Readonly<Record<string, JsonSchema>>;

/** Fields that every record has, explained once. */
const common = new Set(["sources", "printed", "relations"]);

/** Everything that a plugin declares. */
export async function pluginPage(plugin: LoadedPlugin, schemas: Schemas): Promise<string> {
  const { name, summary, declarations, from } = plugin;
  const {
    resources = {},
    operations = {},
    reports = {},
    exports = {},
    feeds = {},
    checks = {},
    errors = {},
  } = declarations;
  const docs = fieldDocs(join(import.meta.dirname, "../../packages", name, "src"));
  const parts: string[] = [
    `# ${name}`,
    `${summary} Package ${code(from)}; ${code(`moothall ${name} --help`)}.`,
    await section("Records", resources, (resource, declared) =>
      resourceWords(name, resource, declared, schemas, docs),
    ),
    await section("Operations", operations, (operation, declared) =>
      operationWords(name, operation, declared),
    ),
    await section("Reports", reports, async (report, { clearance }) => [
      `${code(`GET /v1/${name}/reports/${report}`)}${above(clearance)}`,
      block(await helpOf(["report", name, report])),
    ]),
    await section("Exports", exports, async (each, { clearance, mediaType }) => [
      `${code(`GET /v1/${name}/exports/${each}`)}, ${code(mediaType)}${above(clearance)}`,
      block(await helpOf(["export", name, each])),
    ]),
    await section("Feeds", feeds, async (prefix) => [`${code(`GET /${prefix}`)} and below`]),
    "## Checks and errors",
    `${Object.keys(checks).length === 0 ? "It has no checks of its own" : `[Its rules](rules.md#${name})`}; ${
      Object.keys(errors).length === 0 ? "no errors of its own" : `[its errors](errors.md#${name})`
    }.`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

async function section<T extends { readonly summary: string }>(
  title: string,
  named: Readonly<Record<string, T>>,
  words: (name: string, declared: T) => Promise<readonly string[]> | readonly string[],
): Promise<string> {
  const parts: string[] = [];
  for (const [name, declared] of Object.entries(named))
    parts.push(`### ${name}`, declared.summary, ...(await words(name, declared)));
  return parts.length === 0 ? "" : [`## ${title}`, ...parts].join("\n\n");
}

const above = (clearance: string | undefined): string =>
  clearance === undefined || clearance === "public"
    ? ""
    : `; exists from clearance ${clearance} up`;

function resourceWords(
  plugin: string,
  name: string,
  { fields = {}, classify, withholds = [], body, expects = [] }: Resource,
  schemas: Schemas,
  docs: FieldDocs,
): readonly string[] {
  const rows = fieldRows(schemas[`${plugin}.${name}.input`] ?? {}, schemas, common);
  const filters = Object.entries(fields).map(([field, { type }]) => `${code(field)} (${type})`);
  return [
    `${code(`/v1/${plugin}/${name}`)}, ${code(`moothall ${plugin} ${name}`)}`,
    table(
      ["Field", "Type", "Required", "What it is"],
      rows.map(({ path, type, required, description }) => [
        code(path),
        type,
        required ? "yes" : "",
        wordsOf(description, docs(name, path)),
      ]),
    ),
    [
      ...(filters.length === 0 ? [] : [`- Filter and order by ${filters.join(", ")}.`]),
      classify === undefined
        ? "- Who may see it: everyone."
        : `- Who may see it: decided for each record, and again whenever it is written.${
            withholds.length === 0
              ? ""
              : ` From those who may see the record these may be withheld: ${withholds.map(code).join(", ")}.`
          }`,
      ...(body === undefined ? [] : [`- Whose record it is: ${code(body)}.`]),
      ...expects.map(
        ({ direction, kinds, missing }) =>
          `- Should ${direction === "refers-to" ? "refer to" : "be referred to by"} ${kinds.map(code).join(" or ")}; where not: “${missing}”`,
      ),
    ].join("\n"),
  ];
}

/** What is said of the field itself, and of its type where that adds something. */
const wordsOf = (ofType: string, ofField: string | undefined): string =>
  [ofField, ofType].filter((words) => words !== undefined && words !== "").join(" — ");

async function operationWords(
  plugin: string,
  name: string,
  { mode, permission, clearance }: Operation,
): Promise<readonly string[]> {
  const needed = permission ?? (mode === "write" ? "write" : undefined);
  return [
    `${code(`POST /v1/${plugin}/${name}`)}, ${mode === "write" ? "writes records" : "writes nothing"}${
      needed === undefined ? "" : `; needs the permission ${code(`${plugin}:${needed}`)}`
    }${above(clearance)}`,
    block(await helpOf([plugin, name])),
  ];
}
